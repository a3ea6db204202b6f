import Domain
import EventSourcing

/// What documents that come in together show: a line for each, which begins with its name.
enum DocumentDescriptions {
  static let field = "shows"

  /// Where a line leaves off naming a file and begins to tell of it.
  fileprivate struct Told {
    /// The one that is named, in its place among those chosen; nil when the line is for all of them.
    let place: Int?
    /// Nil when nothing is said.
    let description: Line?
  }
}

extension FormSheet {
  /// What each of the documents shows.
  mutating func documentDescriptions() {
    prose(
      DocumentDescriptions.field, label: "document.shows", hint: "document.shows-hint",
      optional: true, rows: 3)
  }
}

extension Form {
  /// What each of `chosen` shows, in their order: what a line says that names it, or else the one line that names none.
  ///
  /// A line that cannot be theirs is noted.
  mutating func descriptions(of chosen: [ChosenDocument]) -> [Line?] {
    guard isSound else { return chosen.map { _ in nil } }
    var own = [Line?](repeating: nil, count: chosen.count)
    var isNamed = [Bool](repeating: false, count: chosen.count)
    var common: Line?
    for line in lines(DocumentDescriptions.field) {
      let told = DocumentDescriptions.Told(line, of: chosen, but: isNamed)
      guard let description = told.description else {
        if let place = told.place { isNamed[place] = true }
        continue
      }
      if let place = told.place {
        (own[place], isNamed[place]) = (description, true)
      } else if common == nil, !chosen.isEmpty, !DocumentDescriptions.namesFile(line) {
        common = description
      } else {
        let words: StaticString =
          chosen.isEmpty ? "document.shows-of-none" : "document.shows-of-another"
        note(
          .said(Phrase(words, ["line": .text(line.description)])), at: DocumentDescriptions.field)
      }
    }
    return zip(own, isNamed).map { own, isNamed in isNamed ? own : common }
  }
}

extension DocumentDescriptions.Told {
  /// Reads `lek.jpg: plas onder de leiding`; of files with one name the first has the first line.
  fileprivate init(_ line: Line, of chosen: [ChosenDocument], but named: [Bool]) {
    let text = line.description.unicodeScalars
    for colon in text.indices where text[colon] == ":" {
      let name = String(text[..<colon]).lowercased()
      let rest = try? Line(String(text[text.index(after: colon)...]))
      let place = chosen.indices.first {
        !named[$0] && chosen[$0].name.description.lowercased() == name
      }
      if let place {
        self.init(place: place, description: rest)
        return
      }
    }
    self.init(place: nil, description: text.last == ":" ? nil : line)
  }
}

extension DocumentDescriptions {
  /// Whether `line` begins as with the name of a file.
  fileprivate static func namesFile(_ line: Line) -> Bool {
    let text = line.description.unicodeScalars
    return text.indices.contains { place in
      text[place] == ":"
        && FiledDocument.Kind.allCases.contains { $0.isEnding(of: String(text[..<place])) }
    }
  }
}
