import Domain
import ReadModels

/// Other parties and places to choose one from.
struct EntityOffer: Sendable {
  /// How many can be chosen from; who misses one asks for more of its name.
  static let entitiesMax = 10

  private let words: String?
  private let found: [FoundEntity]
  private let reader: Reader

  /// - Parameters:
  ///   - words: by which they are looked for, unless the address says others with `q`; nil for none.
  ///   - own: who is not offered to itself.
  ///   - library: where they are looked for.
  ///   - visit: who asks.
  /// - Throws: why they could not be looked for.
  init(
    _ words: String? = nil, beside own: EntityID, in library: Library, for visit: Visit
  ) async throws {
    reader = visit.reader
    self.words = visit.query("q").flatMap { $0.isEmpty ? nil : $0 } ?? words
    guard let words = self.words else {
      found = []
      return
    }
    let answer = try await library.look(
      EntitiesQuery(EntitySelection(words: words), atMost: Self.entitiesMax + 1),
      as: try visit.viewer())
    found = answer.entities.filter { $0.row.id != own && $0.row.merge == nil }
  }

  /// The one with this identity.
  func entity(_ id: EntityID) -> EntityRow? { found.first { $0.row.id == id }?.row }

  /// The search for them, and that nothing was found.
  var question: HTML {
    var form = QuestionForm(to: reader.here.with("q", nil), for: reader)
    form.search("q", "entity.other.search", written: words)
    let empty =
      words != nil && found.isEmpty
      ? EmptyState.html(reader.text("entity.other.none")) : HTML.nothing
    return form.html(button: "entities.find") + empty
  }

  /// Those that were found, as what a field offers.
  var choices: [Choice] {
    found.prefix(Self.entitiesMax).map { found in
      Choice(
        found.row.id.description, found.row.name.description,
        hint: EntityWords.line(found.row, reader))
    }
  }
}

extension FormSheet {
  /// Which other it is.
  mutating func other(_ offer: EntityOffer) {
    guard !offer.choices.isEmpty else { return }
    radios("other", label: "entity.field.other-party", offer.choices)
  }
}

extension Form {
  /// The other that was chosen among those of `offer`; nil, with the problem noted, when none was.
  mutating func other(among offer: EntityOffer) -> EntityRow? {
    guard !offer.choices.isEmpty else {
      note(FormProblem("entity.other.first"))
      return nil
    }
    guard let id = offered("other", as: EntityID.self) else { return nil }
    guard let entity = offer.entity(id) else {
      note(.notAChoice, at: "other")
      return nil
    }
    return entity
  }
}
