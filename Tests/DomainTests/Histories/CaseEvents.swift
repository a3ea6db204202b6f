import Domain
import TestCast

/// Every event of a case as the log keeps it, for ever.
extension Golden<CaseFile> {
  static let cases: [Self] = [
    Golden(
      Warehouse.opened,
      "case.opened",
      #"""
      {}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening(
          "Melding", origin: .report(from: "Buurman", on: sunday), handlers: [noor],
          confidentiality: .handlersOnly), organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening(
          "Doorgegeven", origin: .partner(agency: "NVWA"), handlers: [noor]),
        organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening("Gezien", origin: .ownObservation, handlers: [noor]),
        organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening(
          "Actie", origin: .programmeAction(intervention: 4), handlers: [noor]),
        organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {}
      """#),
    Golden(
      .retitled(title: "Koelhuis", on: monday),
      "case.retitled",
      #"""
      {}
      """#),
    Golden(
      .subjectNamed(subject: 3, on: monday),
      "case.subjectNamed",
      #"""
      {}
      """#),
    Golden(
      .attached(programme: 1, targetGroup: 2, reason: "Hoort daar", on: monday),
      "case.attached",
      #"""
      {}
      """#),
    Golden(
      .attached(programme: nil, targetGroup: nil, reason: "Regulier", on: monday),
      "case.attached",
      #"""
      {}
      """#),
    Golden(
      .classified(confidentiality: .handlersOnly, reason: "Opsporing", on: monday),
      "case.classified",
      #"""
      {}
      """#),
    Golden(
      .handlerAdded(person: noor, on: monday),
      "case.handlerAdded",
      #"""
      {}
      """#),
    Golden(
      .handlerReleased(person: noor, on: monday),
      "case.handlerReleased",
      #"""
      {}
      """#),
    Golden(
      .related(other: 2, on: monday),
      "case.related",
      #"""
      {}
      """#),
    Golden(
      .unrelated(other: 2, on: monday),
      "case.unrelated",
      #"""
      {}
      """#),
    Golden(
      .planned(plan: Warehouse.plan, on: monday),
      "case.planned",
      #"""
      {}
      """#),
    Golden(
      .planned(plan: CaseFile.Plan("information"), on: monday),
      "case.planned",
      #"""
      {}
      """#),
    Golden(
      .taskAdded(id: 1, task: Warehouse.task, on: monday),
      "case.taskAdded",
      #"""
      {}
      """#),
    Golden(
      .taskMoved(id: 1, dueOn: nextMonday, reason: "Vakantie", on: monday),
      "case.taskMoved",
      #"""
      {}
      """#),
    Golden(
      .taskDone(id: 1, on: monday),
      "case.taskDone",
      #"""
      {}
      """#),
    Golden(
      .taskDropped(id: 1, reason: "Niet nodig", on: monday),
      "case.taskDropped",
      #"""
      {}
      """#),
    Golden(
      Warehouse.logged,
      "case.logged",
      #"""
      {}
      """#),
    Golden(
      .logged(
        id: 1, intervention: CaseFile.Intervention("information", on: monday), findings: [],
        on: monday),
      "case.logged",
      #"""
      {}
      """#),
    Golden(
      .logCorrected(
        id: 1, intervention: Warehouse.visit("Het lekte"), reason: "Verkeerde hal", on: monday),
      "case.logCorrected",
      #"""
      {}
      """#),
    Golden(
      .findingAdded(id: 3, finding: Warehouse.violation, intervention: 1, on: monday),
      "case.findingAdded",
      #"""
      {}
      """#),
    Golden(
      .findingCorrected(id: 3, finding: Warehouse.compliant, reason: "Vergissing", on: monday),
      "case.findingCorrected",
      #"""
      {}
      """#),
    Golden(
      .findingWithdrawn(id: 3, reason: "Vergissing", on: monday),
      "case.findingWithdrawn",
      #"""
      {}
      """#),
    Golden(
      .documentFiled(id: 1, document: Warehouse.document, on: monday),
      "case.documentFiled",
      #"""
      {}
      """#),
    Golden(
      .documentReplaced(id: 1, document: Warehouse.document, on: monday),
      "case.documentReplaced",
      #"""
      {}
      """#),
    Golden(
      .documentRemoved(id: 1, reason: "Verkeerde zaak", on: monday),
      "case.documentRemoved",
      #"""
      {}
      """#),
    Golden(
      .closed(outcome: Warehouse.restored, on: monday),
      "case.closed",
      #"""
      {}
      """#),
    Golden(
      .closed(outcome: CaseFile.Outcome(.inOrder), on: monday),
      "case.closed",
      #"""
      {}
      """#),
    Golden(
      .reopened(reason: "Nieuwe melding", on: monday),
      "case.reopened",
      #"""
      {}
      """#),
  ]
}
