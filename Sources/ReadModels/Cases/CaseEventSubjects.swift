import Domain

/// What an event of a case is about, beside the case itself.
extension CaseFile.Event {
  /// The intervention that it logs or corrects; nil for any other event.
  var loggedIntervention: CaseInterventionID? {
    switch self {
    case .logged(let id, _, _, _), .logCorrected(let id, _, _, _): id
    case .opened, .retitled, .subjectNamed, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .findingAdded, .findingCorrected, .findingWithdrawn, .documentFiled,
      .documentReplaced, .documentRemoved, .enforced, .reportIssued, .reportWithdrawn, .surveyed,
      .publicized, .kept, .closed, .reopened:
      nil
    }
  }

  /// The findings whose own words it makes or changes.
  var wordedFindings: [CaseFindingID] {
    switch self {
    case .logged(_, _, let findings, _): findings.map(\.id)
    case .findingAdded(let id, _, _, _), .findingCorrected(let id, _, _, _),
      .findingWithdrawn(let id, _, _):
      [id]
    case .opened, .retitled, .subjectNamed, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .logCorrected, .documentFiled, .documentReplaced, .documentRemoved,
      .enforced, .reportIssued, .reportWithdrawn, .surveyed,
      .publicized, .kept, .closed, .reopened:
      []
    }
  }

  /// The document that it files, replaces or removes; nil for any other event.
  var filedDocument: CaseDocumentID? {
    switch self {
    case .documentFiled(let id, _, _), .documentReplaced(let id, _, _),
      .documentRemoved(let id, _, _):
      id
    case .opened, .retitled, .subjectNamed, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .logged, .logCorrected, .findingAdded, .findingCorrected,
      .findingWithdrawn, .enforced, .reportIssued, .reportWithdrawn, .surveyed,
      .publicized, .kept, .closed, .reopened:
      nil
    }
  }
}
