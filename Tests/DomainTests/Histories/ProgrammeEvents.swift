import Domain
import TestCast

/// Every event of a programme as the log keeps it, for ever.
extension Golden<Programme> {
  static let programmes: [Self] = [
    Golden(
      .established(charter: Rail.charter, decision: Rail.decision, on: monday),
      "programme.established",
      #"""
      {"charter":{"label":{"name":"Veiligheid op het spoor","number":8,"planYear":2020},\#
      "manager":"noor","organisation":"Inspectie Leefomgeving en Transport (ILT)",\#
      "problem":"Het spoor is druk","term":{"end":"2028-03-01","review":"2027-03-01",\#
      "start":"2026-03-02"}},"decision":{\#
      "decision":"00000000-0000-7000-8000-000000000001",\#
      "exploration":"00000000-0000-7000-8000-000000000001"},"on":"2026-03-02"}
      """#),
    Golden(
      .adopted(charter: Rail.charter, adoption: Rail.adoption, phase: .execution, on: monday),
      "programme.adopted",
      #"""
      {"adoption":{"certainty":"sourced","plan":"Meerjarenplan 2020-2024","source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"}},"charter":{"label":{\#
      "name":"Veiligheid op het spoor","number":8,"planYear":2020},"manager":"noor",\#
      "organisation":"Inspectie Leefomgeving en Transport (ILT)",\#
      "problem":"Het spoor is druk","term":{"end":"2028-03-01","review":"2027-03-01",\#
      "start":"2026-03-02"}},"on":"2026-03-02","phase":"execution"}
      """#),
    Golden(
      .renamed(label: Rail.label, organisation: "ILT", previousNumber: 9, on: monday),
      "programme.renamed",
      #"""
      {"label":{"name":"Veiligheid op het spoor","number":8,"planYear":2020},\#
      "on":"2026-03-02","organisation":"ILT","previousNumber":9}
      """#),
    Golden(
      .renamed(label: Rail.label, organisation: "ILT", previousNumber: nil, on: monday),
      "programme.renamed",
      #"""
      {"label":{"name":"Veiligheid op het spoor","number":8,"planYear":2020},\#
      "on":"2026-03-02","organisation":"ILT"}
      """#),
    Golden(
      .problemRestated(problem: "Drukker", on: monday),
      "programme.problemRestated",
      #"""
      {"on":"2026-03-02","problem":"Drukker"}
      """#),
    Golden(
      .managerAppointed(person: joris, on: monday),
      "programme.managerAppointed",
      #"""
      {"on":"2026-03-02","person":"joris"}
      """#),
    Golden(
      .extended(
        review: tuesday, end: nextMonday, decidedBy: amina, reason: "Nog niet af", on: monday),
      "programme.extended",
      #"""
      {"decidedBy":"amina","end":"2026-03-09","on":"2026-03-02","reason":"Nog niet af",\#
      "review":"2026-03-03"}
      """#),
    Golden(
      .gatePlanned(to: .evaluation, expectedOn: nextMonday, on: monday),
      "programme.gatePlanned",
      #"""
      {"expectedOn":"2026-03-09","on":"2026-03-02","to":"evaluation"}
      """#),
    Golden(
      .gatePassed(to: .execution, grounds: "Plan is klaar", on: monday),
      "programme.gatePassed",
      #"""
      {"grounds":"Plan is klaar","on":"2026-03-02","to":"execution"}
      """#),
    Golden(
      .loopedBack(to: .exploration, reason: "Nieuw", on: monday),
      "programme.loopedBack",
      #"""
      {"on":"2026-03-02","reason":"Nieuw","to":"exploration"}
      """#),
    Golden(
      .goalSet(id: 1, text: "Veilig spoor", on: monday),
      "programme.goalSet",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "text":"Veilig spoor"}
      """#),
    Golden(
      .goalReworded(id: 1, text: "Veiliger spoor", on: monday),
      "programme.goalReworded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "text":"Veiliger spoor"}
      """#),
    Golden(
      .goalDropped(id: 1, reason: "Bereikt", on: monday),
      "programme.goalDropped",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Bereikt"}
      """#),
    Golden(
      .indicatorDefined(id: 1, definition: Rail.definition, on: monday),
      "programme.indicatorDefined",
      #"""
      {"definition":{"goal":"00000000-0000-7000-8000-000000000001",\#
      "name":"Stoptonendseinen","source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"target":{"aim":"atLeast","by":"2027-12-31",\#
      "value":{"number":{"value":"65"}}},"unit":{"counted":{"in":"procent"}}},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .indicatorDefined(id: 2, definition: Rail.described, on: monday),
      "programme.indicatorDefined",
      #"""
      {"definition":{"name":"Staat van het spoor","unit":{"described":{}}},\#
      "id":"00000000-0000-7000-8000-000000000002","on":"2026-03-02"}
      """#),
    Golden(
      .indicatorDefined(
        id: 3,
        definition: .init(
          name: "Tonnen", unit: .counted(in: "ton"),
          baseline: .init(.number(value: "-0.5"), on: sunday),
          target: .init(.number(value: "0"), .atMost)), on: monday),
      "programme.indicatorDefined",
      #"""
      {"definition":{"baseline":{"on":"2026-03-01","value":{"number":{"value":"-0.5"}}},\#
      "name":"Tonnen","target":{"aim":"atMost","value":{"number":{"value":"0"}}},"unit":{\#
      "counted":{"in":"ton"}}},"id":"00000000-0000-7000-8000-000000000003",\#
      "on":"2026-03-02"}
      """#),
    Golden(
      .targetRevised(
        indicator: 1, target: .init(.number(value: "70")), reason: "Te laag", on: monday),
      "programme.targetRevised",
      #"""
      {"indicator":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Te laag","target":{"aim":"atLeast","value":{"number":{"value":"70"}}}}
      """#),
    Golden(
      .measured(indicator: 1, id: 1, measurement: Rail.measurement, on: monday),
      "programme.measured", schema: 2,
      #"""
      {"id":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001","measurement":{"source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"value":{"number":{"value":"12.5"}}},\#
      "on":"2026-03-02"}
      """#),
    Golden(
      .measured(
        indicator: 2, id: 2,
        measurement: .init(.words(text: "Gaat beter"), source: meerjarenplan, note: "Voorlopig"),
        on: monday),
      "programme.measured", schema: 2,
      #"""
      {"id":"00000000-0000-7000-8000-000000000002",\#
      "indicator":"00000000-0000-7000-8000-000000000002","measurement":{\#
      "note":"Voorlopig","source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"value":{"words":{"text":"Gaat beter"}}},\#
      "on":"2026-03-02"}
      """#),
    Golden(
      .measured(
        indicator: 1, id: 3,
        measurement: .init(
          .number(value: "71.7"), source: .init("Zaken in Koers"),
          count: .init(Rail.counting, met: 43, of: 60, at: 1234)), on: monday),
      "programme.measured", schema: 2,
      #"""
      {"id":"00000000-0000-7000-8000-000000000003",\#
      "indicator":"00000000-0000-7000-8000-000000000001","measurement":{"count":{"at":1234,\#
      "counting":{"intervention":"00000000-0000-7000-8000-000000000001",\#
      "measure":"complianceShare","since":"2026-03-01",\#
      "targetGroup":"00000000-0000-7000-8000-000000000001"},"met":43,"of":60},"source":{\#
      "text":"Zaken in Koers"},"value":{"number":{"value":"71.7"}}},"on":"2026-03-02"}
      """#),
    Golden(
      .countingChosen(indicator: 1, counting: Rail.counting, on: monday),
      "programme.countingChosen",
      #"""
      {"counting":{"intervention":"00000000-0000-7000-8000-000000000001",\#
      "measure":"complianceShare","since":"2026-03-01",\#
      "targetGroup":"00000000-0000-7000-8000-000000000001"},\#
      "indicator":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .countingChosen(indicator: 1, counting: nil, on: monday),
      "programme.countingChosen",
      #"""
      {"indicator":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .measurementCorrected(
        indicator: 1, id: 1, value: .number(value: "13"), reason: "Telfout", on: monday),
      "programme.measurementCorrected", schema: 2,
      #"""
      {"id":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Telfout","value":{"number":{"value":"13"}}}
      """#),
    Golden(
      .measurementCorrected(
        indicator: 1, id: 1, value: .number(value: "13"), measuredOn: sunday, reason: "Telfout",
        on: monday),
      "programme.measurementCorrected", schema: 2,
      #"""
      {"id":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001","measuredOn":"2026-03-01",\#
      "on":"2026-03-02","reason":"Telfout","value":{"number":{"value":"13"}}}
      """#),
    Golden(
      .indicatorDropped(id: 1, reason: "Zegt niets", on: monday),
      "programme.indicatorDropped",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Zegt niets"}
      """#),
    Golden(
      .damageEstimated(id: 1, estimate: Rail.estimate, on: monday),
      "programme.damageEstimated",
      #"""
      {"estimate":{"certainty":"sourced","margin":{"high":6000000000,"low":5500000000},\#
      "note":"IBRA 2019, hoofdspoor","source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"span":"perYear","year":2019},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .estimateWithdrawn(id: 1, reason: "Komma verkeerd", on: monday),
      "programme.estimateWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Komma verkeerd"}
      """#),
    Golden(
      .targetGroupAdded(id: 1, name: "ProRail", on: monday),
      "programme.targetGroupAdded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","name":"ProRail","on":"2026-03-02"}
      """#),
    Golden(
      .targetGroupRenamed(id: 1, name: "Beheerder", on: monday),
      "programme.targetGroupRenamed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","name":"Beheerder","on":"2026-03-02"}
      """#),
    Golden(
      .targetGroupDropped(id: 1, reason: "Weg", on: monday),
      "programme.targetGroupDropped",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Weg"}
      """#),
    Golden(
      .partnerInvolved(id: 1, partner: .init(name: "ERA", kind: .external), on: monday),
      "programme.partnerInvolved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","partner":{\#
      "kind":"external","name":"ERA"}}
      """#),
    Golden(
      .partnerRevised(
        id: 1, partner: .init(name: "Team Juridisch", kind: .internal, role: "Adviseert"),
        on: monday),
      "programme.partnerRevised",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","partner":{\#
      "kind":"internal","name":"Team Juridisch","role":"Adviseert"}}
      """#),
    Golden(
      .agreementMade(partner: 1, id: 1, text: "Deelt cijfers", on: monday),
      "programme.agreementMade",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "partner":"00000000-0000-7000-8000-000000000001","text":"Deelt cijfers"}
      """#),
    Golden(
      .partnerLeft(id: 1, reason: "Klaar", on: monday),
      "programme.partnerLeft",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Klaar"}
      """#),
    Golden(
      .memberJoined(person: joris, role: "Inspecteur", on: monday),
      "programme.memberJoined",
      #"""
      {"on":"2026-03-02","person":"joris","role":"Inspecteur"}
      """#),
    Golden(
      .memberLeft(person: joris, on: monday),
      "programme.memberLeft",
      #"""
      {"on":"2026-03-02","person":"joris"}
      """#),
    Golden(
      .interventionPlanned(id: 1, plan: Rail.full, on: monday),
      "programme.interventionPlanned",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","plan":{\#
      "capacity":400,"expectedEffect":"Meer besef",\#
      "goal":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001","name":"Bedrijfsbezoeken",\#
      "owner":"joris","period":{"from":"2026-03-02","to":"2026-03-09"},\#
      "targetGroup":"00000000-0000-7000-8000-000000000001","unit":"Team Rail"}}
      """#),
    Golden(
      .interventionRevised(id: 1, plan: Rail.bare, on: monday),
      "programme.interventionRevised",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","plan":{\#
      "name":"Bedrijfsbezoeken"}}
      """#),
    Golden(
      .interventionStarted(id: 1, on: monday),
      "programme.interventionStarted",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .interventionFinished(id: 1, result: "40 bezoeken", on: monday),
      "programme.interventionFinished",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "result":"40 bezoeken"}
      """#),
    Golden(
      .interventionCancelled(id: 1, reason: "Geen mensen", on: monday),
      "programme.interventionCancelled",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Geen mensen"}
      """#),
    Golden(
      .interventionEvaluated(id: 1, evaluation: Rail.learning, on: monday),
      "programme.interventionEvaluated",
      #"""
      {"evaluation":{"by":"joris","comparisons":[{\#
      "after":"00000000-0000-7000-8000-000000000002",\#
      "before":"00000000-0000-7000-8000-000000000001",\#
      "indicator":"00000000-0000-7000-8000-000000000001"}],"confidence":"low",\#
      "confidenceReason":"Twee metingen","lessons":"Kondig bezoeken aan",\#
      "observed":"Meer meldingen","otherExplanations":"Een nieuwe meldknop",\#
      "outcome":"improved"},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .interventionEvaluationRevised(
        id: 1,
        evaluation: Rail.learning(
          "Evenveel meldingen", rests: [.init(of: 1, before: nil, after: 2)]),
        reason: "Dubbel geteld", on: monday),
      "programme.interventionEvaluationRevised",
      #"""
      {"evaluation":{"by":"joris","comparisons":[{\#
      "after":"00000000-0000-7000-8000-000000000002",\#
      "indicator":"00000000-0000-7000-8000-000000000001"}],"confidence":"low",\#
      "confidenceReason":"Twee metingen","lessons":"Kondig bezoeken aan",\#
      "observed":"Evenveel meldingen","otherExplanations":"Een nieuwe meldknop",\#
      "outcome":"improved"},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Dubbel geteld"}
      """#),
    Golden(
      .achievementRecorded(
        id: 1, achievement: .init("1.600 kg illegaal R134A onderschept", source: meerjarenplan),
        on: monday),
      "programme.achievementRecorded",
      #"""
      {"achievement":{"source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/",\#
      "text":"Meerjarenplan 2020-2024"},"text":"1.600 kg illegaal R134A onderschept"},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .achievementWithdrawn(id: 1, reason: "Dubbel", on: monday),
      "programme.achievementWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Dubbel"}
      """#),
    Golden(
      .evaluationRecorded(evaluation: Rail.evaluation, on: monday),
      "programme.evaluationRecorded",
      #"""
      {"evaluation":{"by":"noor","confidence":"medium",\#
      "confidenceReason":"Weinig metingen","continuation":"Regulier toezicht",\#
      "contribution":"Het besef groeide","didNotWork":"Brieven","lessons":"Ga langs",\#
      "otherExplanations":"Nieuwe treinen","worked":"Bezoeken"},"on":"2026-03-02"}
      """#),
    Golden(
      .evaluationRevised(evaluation: Rail.evaluation, reason: "Tegenspraak", on: monday),
      "programme.evaluationRevised",
      #"""
      {"evaluation":{"by":"noor","confidence":"medium",\#
      "confidenceReason":"Weinig metingen","continuation":"Regulier toezicht",\#
      "contribution":"Het besef groeide","didNotWork":"Brieven","lessons":"Ga langs",\#
      "otherExplanations":"Nieuwe treinen","worked":"Bezoeken"},"on":"2026-03-02",\#
      "reason":"Tegenspraak"}
      """#),
    Golden(
      .ended(reason: "Doel bereikt", on: monday),
      "programme.ended",
      #"""
      {"on":"2026-03-02","reason":"Doel bereikt"}
      """#),
  ]
}
