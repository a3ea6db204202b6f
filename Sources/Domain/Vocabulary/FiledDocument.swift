public import EventSourcing

/// A file that somebody added or Koers made, as events tell of it; its content lies in the store of documents, under its digest.
public struct FiledDocument: Hashable, Codable, Sendable {
  /// What it is called, with the ending of its kind.
  public let name: Line
  public let kind: Kind
  public let byteCount: Int
  public let digest: ContentDigest
  /// What was taken out of it before it was kept; nil when it is as it came.
  ///
  /// Size and digest are those of what is kept.
  public let strippedOf: Stripped?

  public init(
    _ name: Line, _ kind: Kind, byteCount: Int, digest: ContentDigest,
    strippedOf stripped: Stripped? = nil
  ) {
    self.name = name
    self.kind = kind
    self.byteCount = byteCount
    self.digest = digest
    strippedOf = stripped
  }
}

extension FiledDocument {
  /// What a file is, by what is in it.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case pdf
    case png
    case jpeg
    case text
    case csv
    /// Office Open XML (ISO/IEC 29500).
    case docx
    case xlsx
    case pptx
    /// OpenDocument (ISO/IEC 26300).
    case odt
    case ods
    case odp
    /// A page that Koers made; one that somebody brings is a text.
    case html
  }

  /// What somebody may ask to be taken out of a file.
  public enum Stripped: String, Codable, Sendable {
    /// What a camera or a program wrote beside the picture or the text: where, when, with what and by whom it was made.
    case metadata
  }
}

extension FiledDocument: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .text, "kind": .impersonal, "byteCount": .impersonal, "digest": .personal(.digest),
    "strippedOf": .impersonal,
  ]
}
