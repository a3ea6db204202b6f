extension CaseFile {
  /// What may be asked of the documents of a case.
  public enum DocumentCommand: Equatable, Sendable {
    case file(CaseDocumentID, Document)
    /// A newer version; the earlier one stays to be seen.
    case replace(CaseDocumentID, Document)
    case remove(CaseDocumentID, reason: Prose)
  }

  /// A document or photo that is filed with the intervention at which it was made.
  public struct NewFile: Hashable, Sendable {
    public let id: CaseDocumentID
    public let file: FiledDocument
    /// What it shows, where its name does not say so.
    public let description: Line?

    public init(_ id: CaseDocumentID, _ file: FiledDocument, description: Line? = nil) {
      self.id = id
      self.file = file
      self.description = description
    }
  }
}

extension CaseFile.Dossier {
  func decide(
    _ command: CaseFile.DocumentCommand, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    switch command {
    case .file(let id, let document):
      guard !documentIDs.contains(id) else { throw .identifierInUse }
      try checkContent(of: document)
      return [.documentFiled(id: id, document: document, on: day)]
    case .replace(let id, let document):
      guard let held = documents[id] else { throw .unknownDocument }
      guard document != held else { return [] }
      if document.file.digest != held.file.digest { try checkContent(of: document) }
      return [.documentReplaced(id: id, document: document, on: day)]
    case .remove(let id, let reason):
      guard documents[id] != nil else { throw .unknownDocument }
      return [.documentRemoved(id: id, reason: reason, on: day)]
    }
  }

  /// What filing `new` makes happen, all of it made at `intervention`.
  func filing(
    _ new: [CaseFile.NewFile], madeAt intervention: CaseInterventionID, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    var seen: [CaseFile.NewFile] = []
    for filed in new {
      guard !documentIDs.contains(filed.id), !seen.contains(where: { $0.id == filed.id }) else {
        throw .identifierInUse
      }
      try checkIsNew(filed.file)
      if let same = seen.first(where: { $0.file.digest == filed.file.digest }) {
        throw .alreadyFiled(same.id)
      }
      seen.append(filed)
    }
    return new.map { filed in
      .documentFiled(
        id: filed.id,
        document: CaseFile.Document(
          filed.file, description: filed.description, intervention: intervention), on: day)
    }
  }

  private func checkContent(of document: CaseFile.Document) throws(CaseFile.Refusal) {
    if let intervention = document.intervention, interventions[intervention] == nil {
      throw .unknownIntervention
    }
    try checkIsNew(document.file)
  }

  private func checkIsNew(_ file: FiledDocument) throws(CaseFile.Refusal) {
    let same = documents.entries.first { $0.value.file.digest == file.digest }
    if let same { throw .alreadyFiled(same.key) }
  }
}
