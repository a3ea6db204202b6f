public import EventSourcing

extension CaseFile.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .opened:
      [
        "number": .impersonal, "opening": .part(CaseFile.Opening.self),
        "organisation": .impersonal, "on": .impersonal,
      ]
    case .retitled: ["title": .text, "on": .impersonal]
    case .subjectNamed: ["subject": .personal(.reference), "on": .impersonal]
    case .attached:
      [
        "programme": .impersonal, "targetGroup": .impersonal, "reason": .text, "on": .impersonal,
      ]
    case .classified: ["confidentiality": .impersonal, "reason": .text, "on": .impersonal]
    case .handlerAdded, .handlerReleased: ["person": .pseudonym, "on": .impersonal]
    case .related, .unrelated: ["other": .impersonal, "on": .impersonal]
    case .planned: ["plan": .part(CaseFile.Plan.self), "on": .impersonal]
    case .taskAdded:
      ["id": .impersonal, "task": .part(CaseFile.Task.self), "on": .impersonal]
    case .taskMoved:
      ["id": .impersonal, "dueOn": .impersonal, "reason": .text, "on": .impersonal]
    case .taskDone: ["id": .impersonal, "on": .impersonal]
    case .taskDropped, .findingWithdrawn, .documentRemoved, .reportWithdrawn:
      ["id": .impersonal, "reason": .text, "on": .impersonal]
    case .logged:
      [
        "id": .impersonal, "intervention": .part(CaseFile.Intervention.self),
        "findings": .each(.part(CaseFile.NewFinding.self)), "on": .impersonal,
      ]
    case .logCorrected:
      [
        "id": .impersonal, "intervention": .part(CaseFile.Intervention.self), "reason": .text,
        "on": .impersonal,
      ]
    case .findingAdded:
      [
        "id": .impersonal, "finding": .part(CaseFile.Finding.self), "intervention": .impersonal,
        "on": .impersonal,
      ]
    case .findingCorrected:
      [
        "id": .impersonal, "finding": .part(CaseFile.Finding.self), "reason": .text,
        "on": .impersonal,
      ]
    case .documentFiled, .documentReplaced:
      ["id": .impersonal, "document": .part(CaseFile.Document.self), "on": .impersonal]
    case .enforced:
      ["id": .impersonal, "event": .part(Enforcement.Event.self), "on": .impersonal]
    case .reportIssued:
      [
        "id": .impersonal, "report": .part(CaseFile.Report.self), "serial": .impersonal,
        "issue": .part(CaseFile.Issue.self), "on": .impersonal,
      ]
    case .surveyed:
      ["id": .impersonal, "event": .part(Survey.Event.self), "on": .impersonal]
    case .publicized:
      ["id": .impersonal, "event": .part(Publication.Event.self), "on": .impersonal]
    case .kept: ["event": .part(Retention.Event.self), "on": .impersonal]
    case .closed: ["outcome": .part(CaseFile.Outcome.self), "on": .impersonal]
    case .reopened: ["reason": .text, "on": .impersonal]
    }
  }
}
