public import EventSourcing

extension Analysis {
  /// A document that belongs to a session (bijlage).
  public struct Attachment: Hashable, Codable, Sendable {
    public let document: FiledDocument
    /// What it is, where its name does not say so.
    public let description: Line?

    public init(_ document: FiledDocument, description: Line? = nil) {
      self.document = document
      self.description = description
    }
  }
}

extension Analysis.Session {
  /// The same content is added once; taken away, it may be added anew.
  func checkNew(_ id: AttachmentID, _ attachment: Analysis.Attachment) throws(Analysis.Refusal) {
    guard attachments[id] == nil else { throw .identifierInUse }
    let same = attachments.entries.first { $0.value.document.digest == attachment.document.digest }
    if let same { throw .alreadyAttached(same.key) }
  }
}

extension Analysis.Attachment: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "document": .part(FiledDocument.self), "description": .text,
  ]
}
