import Domain
import TestCast

/// Every event of an exploration as the log keeps it, for ever.
extension Golden<Exploration> {
  static let explorations: [Self] = [
    Golden(
      Taxi.opened,
      "exploration.opened",
      #"""
      {"on":"2026-03-02","organisation":"Inspectie Leefomgeving en Transport (ILT)",\#
      "origin":"ibraRisk","title":"Taxivervoer"}
      """#),
    Golden(
      .retitled(title: "Taxi", on: monday),
      "exploration.retitled",
      #"""
      {"on":"2026-03-02","title":"Taxi"}
      """#),
    Golden(
      .reclassified(origin: .obligation, on: monday),
      "exploration.reclassified",
      #"""
      {"on":"2026-03-02","origin":"obligation"}
      """#),
    Golden(
      .sectionRewritten(section: .causes, text: "Snorders\nen \"kaarten\"", on: monday),
      "exploration.sectionRewritten",
      #"""
      {"on":"2026-03-02","section":"causes","text":"Snorders\nen \"kaarten\""}
      """#),
    Golden(
      .partyAdded(id: 1, party: Taxi.party, on: monday),
      "exploration.partyAdded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","party":{\#
      "name":"Politie","role":"Houdt mee toezicht"}}
      """#),
    Golden(
      .partyRevised(id: 1, party: Taxi.party, on: monday),
      "exploration.partyRevised",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","party":{\#
      "name":"Politie","role":"Houdt mee toezicht"}}
      """#),
    Golden(
      .partyRemoved(id: 1, reason: "Weg", on: monday),
      "exploration.partyRemoved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Weg"}
      """#),
    Golden(
      .findingRecorded(id: 1, finding: Taxi.finding, on: monday),
      "exploration.findingRecorded",
      #"""
      {"finding":{"source":{"address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"text":"De helft rijdt zonder kaart"},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .findingRecorded(
        id: 1, finding: .init("Gezien", source: Source("Eigen waarneming")), on: monday),
      "exploration.findingRecorded",
      #"""
      {"finding":{"source":{"text":"Eigen waarneming"},"text":"Gezien"},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .findingWithdrawn(id: 1, reason: "Fout", on: monday),
      "exploration.findingWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Fout"}
      """#),
    Golden(
      .argumentPut(id: 1, argument: Taxi.argument, on: monday),
      "exploration.argumentPut",
      #"""
      {"argument":{"side":"inFavour","text":"De schade is groot"},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .argumentWithdrawn(id: 1, reason: "Weerlegd", on: monday),
      "exploration.argumentWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Weerlegd"}
      """#),
    Golden(
      .decisionProposed(id: 1, proposal: Taxi.proposal, on: tuesday),
      "exploration.decisionProposed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","proposal":{\#
      "alternatives":"Niets doen","by":"noor","grounds":"Alles wijst erop","outcome":{\#
      "programme":{"id":"00000000-0000-7000-8000-000000000001"}}}}
      """#),
    Golden(
      .decisionProposed(
        id: 1, proposal: Taxi.proposal(.project(description: "Pilot", owner: joris)), on: tuesday),
      "exploration.decisionProposed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","proposal":{\#
      "alternatives":"Niets doen","by":"noor","grounds":"Alles wijst erop","outcome":{\#
      "project":{"description":"Pilot","owner":"joris"}}}}
      """#),
    Golden(
      .decisionProposed(
        id: 1, proposal: Taxi.proposal(.lineActivity(description: "Vergunningen", owner: joris)),
        on: tuesday),
      "exploration.decisionProposed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","proposal":{\#
      "alternatives":"Niets doen","by":"noor","grounds":"Alles wijst erop","outcome":{\#
      "lineActivity":{"description":"Vergunningen","owner":"joris"}}}}
      """#),
    Golden(
      .decisionProposed(id: 1, proposal: Taxi.proposal(.signal(id: 1)), on: tuesday),
      "exploration.decisionProposed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","proposal":{\#
      "alternatives":"Niets doen","by":"noor","grounds":"Alles wijst erop","outcome":{\#
      "signal":{"id":"00000000-0000-7000-8000-000000000001"}}}}
      """#),
    Golden(
      .decisionProposed(
        id: 1, proposal: Taxi.proposal(.noAction(lookAgainOn: nextMonday)), on: tuesday),
      "exploration.decisionProposed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","proposal":{\#
      "alternatives":"Niets doen","by":"noor","grounds":"Alles wijst erop","outcome":{\#
      "noAction":{"lookAgainOn":"2026-03-09"}}}}
      """#),
    Golden(
      .proposalWithdrawn(id: 1, by: noor, reason: "Nog niet", on: tuesday),
      "exploration.proposalWithdrawn",
      #"""
      {"by":"noor","id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03",\#
      "reason":"Nog niet"}
      """#),
    Golden(
      .decisionAdopted(id: 1, ruling: Taxi.ruling, on: wednesday),
      "exploration.decisionAdopted",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","ruling":{\#
      "by":"amina","dissent":[{"by":"joris","text":"Te duur"}],"grounds":"Overtuigend"}}
      """#),
    Golden(
      .decisionRejected(id: 1, ruling: .init(by: amina, grounds: "Te dun"), on: wednesday),
      "exploration.decisionRejected",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","ruling":{\#
      "by":"amina","dissent":[],"grounds":"Te dun"}}
      """#),
    Golden(
      .reopened(by: noor, reason: "Nieuw inzicht", on: nextMonday),
      "exploration.reopened",
      #"""
      {"by":"noor","on":"2026-03-09","reason":"Nieuw inzicht"}
      """#),
  ]
}
