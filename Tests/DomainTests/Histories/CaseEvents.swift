import Domain
import TestCast

/// Every event of a case as the log keeps it, for ever.
extension Golden<CaseFile> {
  /// In the shapes of today.
  static var everyCase: [Self] { cases + enforcement + reports + outcomes }

  static let cases: [Self] = [
    Golden(
      Warehouse.opened,
      "case.opened",
      #"""
      {"number":"2026-0000007","on":"2026-03-02","opening":{"confidentiality":"normal",\#
      "handlers":["joris"],"origin":{"dataSelection":{"criteria":"Oude installaties"}},\#
      "programme":"00000000-0000-7000-8000-000000000001","subject":\#
      "00000000-0000-7000-8000-000000000003","targetGroup":\#
      "00000000-0000-7000-8000-000000000002","title":"Lekkende koelinstallatie"},\#
      "organisation":"Inspectie Leefomgeving en Transport (ILT)"}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening(
          "Melding", origin: .report(from: "Buurman", on: sunday), handlers: [noor],
          confidentiality: .handlersOnly), organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {"number":"2026-0000007","on":"2026-03-02","opening":{"confidentiality":\#
      "handlersOnly","handlers":["noor"],"origin":{"report":{"from":"Buurman","on":\#
      "2026-03-01"}},"title":"Melding"},"organisation":"ILT"}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening(
          "Doorgegeven", origin: .partner(agency: "NVWA"), handlers: [noor]),
        organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {"number":"2026-0000007","on":"2026-03-02","opening":{"confidentiality":"normal",\#
      "handlers":["noor"],"origin":{"partner":{"agency":"NVWA"}},"title":"Doorgegeven"},\#
      "organisation":"ILT"}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening("Gezien", origin: .ownObservation, handlers: [noor]),
        organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {"number":"2026-0000007","on":"2026-03-02","opening":{"confidentiality":"normal",\#
      "handlers":["noor"],"origin":{"ownObservation":{}},"title":"Gezien"},\#
      "organisation":"ILT"}
      """#),
    Golden(
      .opened(
        number: Warehouse.number,
        opening: CaseFile.Opening(
          "Actie", origin: .programmeAction(intervention: 4), handlers: [noor]),
        organisation: "ILT", on: monday),
      "case.opened",
      #"""
      {"number":"2026-0000007","on":"2026-03-02","opening":{"confidentiality":"normal",\#
      "handlers":["noor"],"origin":{"programmeAction":{"intervention":\#
      "00000000-0000-7000-8000-000000000004"}},"title":"Actie"},"organisation":"ILT"}
      """#),
    Golden(
      .retitled(title: "Koelhuis", on: monday),
      "case.retitled",
      #"""
      {"on":"2026-03-02","title":"Koelhuis"}
      """#),
    Golden(
      .subjectNamed(subject: 3, on: monday),
      "case.subjectNamed",
      #"""
      {"on":"2026-03-02","subject":"00000000-0000-7000-8000-000000000003"}
      """#),
    Golden(
      .attached(programme: 1, targetGroup: 2, reason: "Hoort daar", on: monday),
      "case.attached",
      #"""
      {"on":"2026-03-02","programme":"00000000-0000-7000-8000-000000000001","reason":\#
      "Hoort daar","targetGroup":"00000000-0000-7000-8000-000000000002"}
      """#),
    Golden(
      .attached(programme: nil, targetGroup: nil, reason: "Regulier", on: monday),
      "case.attached",
      #"""
      {"on":"2026-03-02","reason":"Regulier"}
      """#),
    Golden(
      .classified(confidentiality: .handlersOnly, reason: "Opsporing", on: monday),
      "case.classified",
      #"""
      {"confidentiality":"handlersOnly","on":"2026-03-02","reason":"Opsporing"}
      """#),
    Golden(
      .handlerAdded(person: noor, on: monday),
      "case.handlerAdded",
      #"""
      {"on":"2026-03-02","person":"noor"}
      """#),
    Golden(
      .handlerReleased(person: noor, on: monday),
      "case.handlerReleased",
      #"""
      {"on":"2026-03-02","person":"noor"}
      """#),
    Golden(
      .related(other: 2, on: monday),
      "case.related",
      #"""
      {"on":"2026-03-02","other":"00000000-0000-7000-8000-000000000002"}
      """#),
    Golden(
      .unrelated(other: 2, on: monday),
      "case.unrelated",
      #"""
      {"on":"2026-03-02","other":"00000000-0000-7000-8000-000000000002"}
      """#),
    Golden(
      .planned(plan: Warehouse.plan, on: monday),
      "case.planned",
      #"""
      {"on":"2026-03-02","plan":{"checklist":{"checklist":\#
      "00000000-0000-7000-8000-000000000001","edition":2},"day":"2026-03-03","kind":\#
      "unannounced-inspection","participants":["J. de Boer"],"place":"Hal 3","purpose":\#
      "Kijken of het lekt"}}
      """#),
    Golden(
      .planned(plan: CaseFile.Plan("information"), on: monday),
      "case.planned",
      #"""
      {"on":"2026-03-02","plan":{"kind":"information","participants":[]}}
      """#),
    Golden(
      .taskAdded(id: 1, task: Warehouse.task, on: monday),
      "case.taskAdded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","task":{"by":\#
      "joris","dueOn":"2026-03-09","title":"Brief sturen"}}
      """#),
    Golden(
      .taskMoved(id: 1, dueOn: nextMonday, reason: "Vakantie", on: monday),
      "case.taskMoved",
      #"""
      {"dueOn":"2026-03-09","id":"00000000-0000-7000-8000-000000000001","on":\#
      "2026-03-02","reason":"Vakantie"}
      """#),
    Golden(
      .taskDone(id: 1, on: monday),
      "case.taskDone",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .taskDropped(id: 1, reason: "Niet nodig", on: monday),
      "case.taskDropped",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":\#
      "Niet nodig"}
      """#),
    Golden(
      Warehouse.logged,
      "case.logged",
      #"""
      {"findings":[{"finding":{"description":"Olievlek onder de compressor",\#
      "legalBasis":"Verordening 517/2014, artikel 3","outcome":"violation","rule":\#
      "Installaties lekken niet"},"id":"00000000-0000-7000-8000-000000000001"},{\#
      "finding":{"outcome":"compliant","rule":"Het logboek is bijgewerkt"},"id":\#
      "00000000-0000-7000-8000-000000000002"}],"id":\#
      "00000000-0000-7000-8000-000000000001","intervention":{"checked":{"against":{\#
      "checklist":"00000000-0000-7000-8000-000000000001","edition":2},"answers":[{\#
      "item":"q1","verdict":"inOrder"},{"item":"q2","verdict":"notInOrder"}]},"from":\#
      "08:30","kind":"unannounced-inspection","measurements":[{"unit":"ppm","value":\#
      "82","what":"gehalte"}],"on":"2026-03-03","participants":["J. de Boer"],"place":\#
      "Hal 3","statement":"Wij wisten het niet","summary":"De installatie lekt","until":\#
      "10:00"},"on":"2026-03-03"}
      """#),
    Golden(
      .logged(
        id: 1, intervention: CaseFile.Intervention("information", on: monday), findings: [],
        on: monday),
      "case.logged",
      #"""
      {"findings":[],"id":"00000000-0000-7000-8000-000000000001","intervention":{"kind":\#
      "information","measurements":[],"on":"2026-03-02","participants":[]},"on":\#
      "2026-03-02"}
      """#),
    Golden(
      .logCorrected(
        id: 1, intervention: Warehouse.visit("Het lekte"), reason: "Verkeerde hal", on: monday),
      "case.logCorrected",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","intervention":{"checked":{"against":\#
      {"checklist":"00000000-0000-7000-8000-000000000001","edition":2},"answers":[{\#
      "item":"q1","verdict":"inOrder"},{"item":"q2","verdict":"notInOrder"}]},"from":\#
      "08:30","kind":"unannounced-inspection","measurements":[{"unit":"ppm","value":\#
      "82","what":"gehalte"}],"on":"2026-03-03","participants":["J. de Boer"],"place":\#
      "Hal 3","statement":"Wij wisten het niet","summary":"Het lekte","until":"10:00"},\#
      "on":"2026-03-02","reason":"Verkeerde hal"}
      """#),
    Golden(
      .findingAdded(id: 3, finding: Warehouse.violation, intervention: 1, on: monday),
      "case.findingAdded",
      #"""
      {"finding":{"description":"Olievlek onder de compressor","legalBasis":\#
      "Verordening 517/2014, artikel 3","outcome":"violation","rule":\#
      "Installaties lekken niet"},"id":"00000000-0000-7000-8000-000000000003",\#
      "intervention":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .findingCorrected(id: 3, finding: Warehouse.compliant, reason: "Vergissing", on: monday),
      "case.findingCorrected",
      #"""
      {"finding":{"outcome":"compliant","rule":"Het logboek is bijgewerkt"},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02","reason":"Vergissing"}
      """#),
    Golden(
      .findingWithdrawn(id: 3, reason: "Vergissing", on: monday),
      "case.findingWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02","reason":\#
      "Vergissing"}
      """#),
    Golden(
      .documentFiled(id: 1, document: Warehouse.document, on: monday),
      "case.documentFiled",
      #"""
      {"document":{"description":"De vlek","file":{"byteCount":2048,"digest":\#
      "0101010101010101010101010101010101010101010101010101010101010101","kind":"jpeg",\#
      "name":"foto.jpg"},"intervention":"00000000-0000-7000-8000-000000000001"},"id":\#
      "00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .documentFiled(id: 2, document: Warehouse.stripped, on: monday),
      "case.documentFiled",
      #"""
      {"document":{"file":{"byteCount":1024,"digest":\#
      "0303030303030303030303030303030303030303030303030303030303030303","kind":"jpeg",\#
      "name":"gevel.jpg","strippedOf":"metadata"}},"id":\#
      "00000000-0000-7000-8000-000000000002","on":"2026-03-02"}
      """#),
    Golden(
      .documentReplaced(id: 1, document: Warehouse.document, on: monday),
      "case.documentReplaced",
      #"""
      {"document":{"description":"De vlek","file":{"byteCount":2048,"digest":\#
      "0101010101010101010101010101010101010101010101010101010101010101","kind":"jpeg",\#
      "name":"foto.jpg"},"intervention":"00000000-0000-7000-8000-000000000001"},"id":\#
      "00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .documentRemoved(id: 1, reason: "Verkeerde zaak", on: monday),
      "case.documentRemoved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":\#
      "Verkeerde zaak"}
      """#),
    Golden(
      .closed(outcome: Warehouse.restored, on: monday),
      "case.closed",
      #"""
      {"on":"2026-03-02","outcome":{"compliance":"reached","explanation":\#
      "Binnen een week gedicht","harmAvoided":"40 kilo koudemiddel","result":\#
      "restored"}}
      """#),
    Golden(
      .closed(outcome: CaseFile.Outcome(.inOrder), on: monday),
      "case.closed",
      #"""
      {"on":"2026-03-02","outcome":{"result":"inOrder"}}
      """#),
    Golden(
      .reopened(reason: "Nieuwe melding", on: monday),
      "case.reopened",
      #"""
      {"on":"2026-03-02","reason":"Nieuwe melding"}
      """#),
  ]
}
