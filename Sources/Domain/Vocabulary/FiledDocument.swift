public import EventSourcing

/// A file that somebody added or Koers made, as events tell of it; its content lies in the store of documents, under its digest.
public struct FiledDocument: Hashable, Codable, Sendable {
  /// What it is called, with the ending of its kind.
  public let name: Line
  public let kind: Kind
  public let byteCount: Int
  public let digest: ContentDigest

  public init(_ name: Line, _ kind: Kind, byteCount: Int, digest: ContentDigest) {
    self.name = name
    self.kind = kind
    self.byteCount = byteCount
    self.digest = digest
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
}

extension FiledDocument: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "name": .text, "kind": .impersonal, "byteCount": .impersonal, "digest": .personal(.digest),
  ]
}
