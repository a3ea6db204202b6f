extension CaseFile {
  /// What may be asked of the documents of a case.
  public enum DocumentCommand: Equatable, Sendable {
    case file(CaseDocumentID, Document)
    /// A newer version; the earlier one stays to be seen.
    case replace(CaseDocumentID, Document)
    case remove(CaseDocumentID, reason: Prose)
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

  private func checkContent(of document: CaseFile.Document) throws(CaseFile.Refusal) {
    if let intervention = document.intervention, interventions[intervention] == nil {
      throw .unknownIntervention
    }
    let same = documents.entries.first { $0.value.file.digest == document.file.digest }
    if let same { throw .alreadyFiled(same.key) }
  }
}
