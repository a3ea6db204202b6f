public import EventSourcing

extension CaseFile {
  /// A document or photo of a case, in its newest version.
  public struct Document: Hashable, Codable, Sendable {
    public let file: FiledDocument
    /// What it shows, where its name does not say so.
    public let description: Line?
    /// The intervention at which it was made or received.
    public let intervention: CaseInterventionID?

    public init(
      _ file: FiledDocument, description: Line? = nil, intervention: CaseInterventionID? = nil
    ) {
      self.file = file
      self.description = description
      self.intervention = intervention
    }
  }
}

extension CaseFile.Document: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "file": .part(FiledDocument.self), "description": .text, "intervention": .impersonal,
  ]
}
