public import EventSourcing

extension LetterTemplate {
  /// What one edition of a letter says.
  public struct Content: Hashable, Codable, Sendable {
    public let title: Line
    public let kind: CaseFile.Report.Kind
    /// With places such as `{zaaknummer}`.
    public let text: Prose

    public init(_ title: Line, _ kind: CaseFile.Report.Kind, text: Prose) {
      self.title = title
      self.kind = kind
      self.text = text
    }
  }

  /// What can be filled in, by the word that stands between the braces.
  public enum Place: String, CaseIterable, Sendable {
    case caseNumber = "zaaknummer"
    case subject = "onderwerp"
    case party = "partij"
    case location = "plaats"
    case day = "datum"
    /// When the last intervention was.
    case visitDay = "bezoekdatum"
    case findings = "bevindingen"
    case handler = "behandelaar"
    case organisation = "organisatie"

    /// As it is written in a letter.
    public var written: String { "{\(rawValue)}" }
  }

  /// A stretch of a letter.
  public enum Piece: Equatable, Sendable {
    case words(String)
    case place(Place)
  }

  /// The stretches of `text`, in order.
  ///
  /// - Throws: `unknownPlace` and `braceLeftOpen`.
  public static func pieces(of text: Prose) throws(Refusal) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.description.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw .braceLeftOpen
      }
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      guard let place = Place(rawValue: name) else { throw .unknownPlace(name) }
      if open > rest.startIndex { pieces.append(.words(String(Substring(rest[..<open])))) }
      pieces.append(.place(place))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(Substring(rest)))) }
    return pieces
  }
}

extension LetterTemplate.Content {
  func pieces() throws(LetterTemplate.Refusal) -> [LetterTemplate.Piece] {
    try LetterTemplate.pieces(of: text)
  }
}

extension LetterTemplate.Content: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .impersonal, "kind": .impersonal, "text": .impersonal,
  ]
}

extension LetterTemplate.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .published:
      [
        "edition": .impersonal, "content": .part(LetterTemplate.Content.self),
        "organisation": .impersonal, "on": .impersonal,
      ]
    case .retired: ["reason": .text, "on": .impersonal]
    }
  }
}
