import Domain

/// A sentence with places for what it is about.
///
/// They are `{zaak}`, `{wie}`, `{schade}` and `{regels}` of a subject, and `{plaats}`, `{getal}`,
/// `{deel}` and `{jaar}` as chance has them.
struct Template: ExpressibleByStringLiteral, Sendable {
  private enum Piece {
    case text(String)
    case matter, firms, harm, law, place, number, percent, year
  }

  private let pieces: [Piece]

  init(stringLiteral text: String) {
    var pieces: [Piece] = []
    for part in text.split(separator: "{", omittingEmptySubsequences: false) {
      guard let end = part.firstIndex(of: "}") else {
        if !part.isEmpty { pieces.append(.text(String(part))) }
        continue
      }
      pieces.append(Self.piece(part[..<end]))
      let rest = part[part.index(after: end)...]
      if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }
    self.pieces = pieces
  }

  private static func piece(_ name: Substring) -> Piece {
    switch name {
    case "zaak": .matter
    case "wie": .firms
    case "schade": .harm
    case "regels": .law
    case "plaats": .place
    case "getal": .number
    case "deel": .percent
    case "jaar": .year
    case _: preconditionFailure("no sentence has a place {\(name)}")
    }
  }

  /// Puts the sentence about `subject` behind `text`.
  func add(to text: inout String, _ subject: Subject, year: Int, _ chance: inout Chance) {
    for (number, piece) in pieces.enumerated() {
      let words = words(for: piece, subject, year: year, &chance)
      text += number == 0 && startsWithPlace ? Self.capitalized(words) : words
    }
  }

  private func words(
    for piece: Piece, _ subject: Subject, year: Int, _ chance: inout Chance
  ) -> String {
    switch piece {
    case .text(let words): words
    case .matter: subject.matter
    case .firms: subject.firms
    case .harm: subject.harm
    case .law: subject.law
    case .place: chance.one(of: Self.places)
    case .number: String(chance.size(3...900))
    case .percent: String(chance.of(4...88))
    case .year: String(year - chance.below(3))
    }
  }

  private var startsWithPlace: Bool {
    if case .text = pieces.first { false } else { true }
  }

  /// Subjects begin with a plain small letter.
  private static func capitalized(_ words: String) -> String {
    guard let first = words.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return words }
    return String(decoding: [first & 0xDF] + words.utf8.dropFirst(), as: UTF8.self)
  }

  private static let places = [
    "het noorden", "het oosten", "de Randstad", "de Rotterdamse haven", "Zeeland", "Brabant",
    "Limburg", "de grensstreek", "de grote steden", "Flevoland", "Twente", "de Waddenkust",
  ]
}

extension [Template] {
  /// One of them, or some behind each other without one twice in a row.
  func prose(
    of count: ClosedRange<Int> = 1...1, _ subject: Subject, year: Int, _ chance: inout Chance
  ) -> Prose {
    Prose(recorded: text(count, subject, year: year, &chance))
  }

  func line(_ subject: Subject, _ chance: inout Chance) -> Line {
    Line(recorded: text(1...1, subject, year: World.firstDay.year, &chance))
  }

  private func text(
    _ count: ClosedRange<Int>, _ subject: Subject, year: Int, _ chance: inout Chance
  ) -> String {
    var text = ""
    let wanted = Swift.min(chance.of(count), self.count)
    var at = chance.below(self.count)
    for number in 0..<wanted {
      if number > 0 { text += " " }
      self[at].add(to: &text, subject, year: year, &chance)
      // The last step cannot come round to the first as long as each goes less than its share.
      at = (at + 1 + chance.below(self.count / wanted)) % self.count
    }
    return text
  }
}
