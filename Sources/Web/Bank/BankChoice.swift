import Domain
import HTTPTypes
import ReadModels

/// Which entries the list shows, and which page of them; it lives in the address.
struct BankChoice {
  /// How many entries a page has room for.
  static let entriesMax = 50

  private(set) var selection = BankSelection()
  /// Counted from 1.
  private(set) var page = 1

  /// What the address asks.
  ///
  /// - Throws: 400 for a choice that is none.
  init(_ visit: Visit) throws(Problem) {
    selection.words = try Self.read("words", visit) { $0 }
    selection.kind = try Self.read("kind", visit) { BankEntry.Kind(rawValue: $0) }
    selection.standing = try Self.read("standing", visit) {
      BankSelection.Standing(rawValue: $0)
    }
    selection.type = try Self.read("type", visit) { References.InterventionType.Key($0) }
    selection.determinant = try Self.read("determinant", visit) {
      References.Determinant.Code($0)
    }
    selection.sector = try Self.read("sector", visit) { try? Line($0) }
    selection.evidence = try Self.read("evidence", visit) {
      BankEntry.EvidenceGrade(rawValue: $0)
    }
    page =
      try Self.read("page", visit) { Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil } }
      ?? 1
  }

  private static func read<Choice>(
    _ name: String, _ visit: Visit, _ read: (String) -> Choice?
  ) throws(Problem) -> Choice? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let choice = read(text) else {
      throw Problem(.badRequest, "bank.choice-unreadable")
    }
    return choice
  }

  /// Whether anything was chosen at all.
  var isNarrowed: Bool { selection != BankSelection() }

  /// The list with these choices, from its first page on.
  var link: Link { Self.link(Site.bank, selection) }

  /// The file with the entries that were chosen, as far as they were accepted.
  var file: Link {
    var selection = selection
    selection.standing = nil
    return Self.link(Site.bankFile, selection)
  }

  /// The list with `name` answered otherwise.
  func link(_ name: String, _ value: String?) -> Link { link.with(name, value) }

  /// The page before and the page after the one that is shown, of `count` entries of which `first` is its first.
  func neighbours(of count: Int, from first: Int) -> (previous: Link?, next: Link?) {
    let shown = (first - 1) / Self.entriesMax + 1
    return (
      shown > 1 ? link.with("page", String(shown - 1)) : nil,
      shown * Self.entriesMax < count ? link.with("page", String(shown + 1)) : nil
    )
  }

  private static func link(_ page: Link, _ selection: BankSelection) -> Link {
    page.with("words", selection.words).with("kind", selection.kind?.rawValue)
      .with("standing", selection.standing?.rawValue)
      .with("type", selection.type?.description)
      .with("determinant", selection.determinant?.description)
      .with("sector", selection.sector?.description)
      .with("evidence", selection.evidence?.rawValue)
  }
}

extension BankSelection.Standing {
  var name: Phrase {
    switch self {
    case .accepted: "bank.standing.accepted"
    case .pending: "bank.standing.pending"
    case .due: "bank.standing.due"
    case .retired: "bank.standing.retired"
    }
  }
}

extension BankEntryRow {
  /// Whether the day to look at it again has come.
  func isDue(on today: Day) -> Bool { drop == nil && reviewOn.map { $0 <= today } ?? false }
}
