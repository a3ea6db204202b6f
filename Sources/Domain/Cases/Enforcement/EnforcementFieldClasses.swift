public import EventSourcing

/// As a part of the events of a case file; each case is a field with fields of its own.
extension Enforcement.Event: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "reported": .fields(["report": .part(Enforcement.Report.self)]),
    "prosecutionNoted": .fields(["prosecution": .impersonal]),
    "placed": .fields(["placement": .part(Enforcement.Placement.self)]),
    "measureChosen": .fields(["choice": .part(Enforcement.Choice.self)]),
    "measureProposed": .fields(["choice": .part(Enforcement.Choice.self)]),
    "proposalConfirmed": .fields(["by": .pseudonym]),
    "proposalDeclined": .fields(["by": .pseudonym, "reason": .text]),
    "intentionAnnounced": .fields([
      "action": .impersonal, "measure": .impersonal,
      "intention": .part(Enforcement.Intention.self),
    ]),
    "viewReceived": .fields(["action": .impersonal, "view": .part(Enforcement.View.self)]),
    "decided": .fields([
      "action": .impersonal, "measure": .impersonal, "decision": .part(Enforcement.Decision.self),
    ]),
    "sent": .fields(["action": .impersonal]),
    "tookEffect": .fields(["action": .impersonal]),
    "becameIrrevocable": .fields(["action": .impersonal]),
    "reinspected": .fields([
      "action": .impersonal, "reinspection": .part(Enforcement.Reinspection.self),
    ]),
    "forfeited": .fields([
      "action": .impersonal, "forfeiture": .part(Enforcement.Forfeiture.self),
    ]),
    "collectionDecided": .fields(["action": .impersonal, "amount": .impersonal]),
    "collected": .fields(["action": .impersonal, "amount": .impersonal]),
    "objectionReceived": .fields(["action": .impersonal]),
    "objectionSettled": .fields([
      "action": .impersonal, "outcome": .impersonal, "reason": .text,
    ]),
    "withdrawn": .fields(["action": .impersonal, "reason": .text]),
    "ended": .fields(["ending": .impersonal, "reason": .text]),
    "reopened": .fields(["reason": .text]),
  ]
}
