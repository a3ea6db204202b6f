public import EventSourcing

/// A letter to begin from: what an inspectorate usually writes, with places for what differs from case to case.
///
/// A letter that was begun from one says from which edition.
public typealias LetterTemplate = Template<LetterContent>

/// What one edition of a letter says.
public struct LetterContent: TemplateContent {
  /// Why an edition of a letter is not published.
  public enum Refusal: Error, Equatable, Sendable {
    /// What stands between braces is none of the places.
    case unknownPlace(String)
    case braceLeftOpen
  }

  public static let category = "letter"

  public let title: Line
  public let kind: CaseFile.Report.Kind
  /// With places such as `{zaaknummer}`.
  public let text: Prose

  public init(_ title: Line, _ kind: CaseFile.Report.Kind, text: Prose) {
    self.title = title
    self.kind = kind
    self.text = text
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

  public func check(after editions: [LetterContent]) throws(Refusal) {
    _ = try Self.pieces(of: text)
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

extension LetterContent {
  public static let fieldClasses: FieldClasses = [
    "title": .impersonal, "kind": .impersonal, "text": .impersonal,
  ]
}
