import Domain
import TestCast

/// Every event of an analysis as the log keeps it, for ever.
extension Golden<Analysis> {
  static let analyses: [Self] = [
    Golden(
      TaxiAnalysis.begun[0],
      "analysis.begun",
      #"""
      {"edition":1,"on":"2026-03-02","organisation":\#
      "Inspectie Leefomgeving en Transport (ILT)","title":"Marktwerking taxi"}
      """#),
    Golden(
      .movedOn(edition: 2, reason: "Nieuwe lijst", on: tuesday),
      "analysis.movedOn",
      #"""
      {"edition":2,"on":"2026-03-03","reason":"Nieuwe lijst"}
      """#),
    Golden(
      .sessionConvened(id: 1, convening: Table.convening, on: monday),
      "analysis.sessionConvened",
      #"""
      {"convening":{"form":"focusGroup","heldOn":"2026-03-04","step":"choose","title":\#
      "Focusgroep taxi"},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .sessionRevised(id: 1, convening: Table.convening, on: monday),
      "analysis.sessionRevised",
      #"""
      {"convening":{"form":"focusGroup","heldOn":"2026-03-04","step":"choose","title":\#
      "Focusgroep taxi"},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .participantInvited(session: 1, id: 1, participant: Table.colleague, on: monday),
      "analysis.participantInvited",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","participant":{\#
      "colleague":{"person":"joris"}},"session":"00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .participantInvited(session: 1, id: 2, participant: Table.guest, on: monday),
      "analysis.participantInvited",
      #"""
      {"id":"00000000-0000-7000-8000-000000000002","on":"2026-03-02","participant":{\#
      "guest":{"name":"R. de Wit","organisation":"Taxibranche"}},"session":\#
      "00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .participantExcused(session: 1, id: 2, reason: "Ziek", on: monday),
      "analysis.participantExcused",
      #"""
      {"id":"00000000-0000-7000-8000-000000000002","on":"2026-03-02","reason":"Ziek",\#
      "session":"00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .sessionNoted(id: 1, notes: "Druk bezocht", on: wednesday),
      "analysis.sessionNoted",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","notes":"Druk bezocht","on":\#
      "2026-03-04"}
      """#),
    Golden(
      .sourceAdded(session: 1, id: 1, source: meerjarenplan, on: wednesday),
      "analysis.sourceAdded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","session":\#
      "00000000-0000-7000-8000-000000000001","source":{"address":\#
      "https://magazines.ilent.nl/meerjarenplan/2019/01/","text":"Meerjarenplan 2020-2024"}}
      """#),
    Golden(
      .sourceRemoved(session: 1, id: 1, on: wednesday),
      "analysis.sourceRemoved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","session":\#
      "00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .attachmentAdded(session: 1, id: 1, attachment: Table.report, on: wednesday),
      "analysis.attachmentAdded",
      #"""
      {"attachment":{"description":"Wat er gezegd is","document":{"byteCount":12345,"digest":\#
      "0101010101010101010101010101010101010101010101010101010101010101","kind":"pdf","name":\#
      "verslag.pdf"}},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04",\#
      "session":"00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .attachmentAdded(session: 1, id: 2, attachment: Table.photo, on: wednesday),
      "analysis.attachmentAdded",
      #"""
      {"attachment":{"document":{"byteCount":1,"digest":\#
      "0202020202020202020202020202020202020202020202020202020202020202","kind":"jpeg","name":\#
      "bord.jpg"}},"id":"00000000-0000-7000-8000-000000000002","on":"2026-03-04",\#
      "session":"00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .attachmentRemoved(session: 1, id: 1, reason: "Verkeerde versie", on: thursday),
      "analysis.attachmentRemoved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-05","reason":\#
      "Verkeerde versie","session":"00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .roundOpened(session: 1, id: 1, round: Table.everyQuestion, on: wednesday),
      "analysis.roundOpened",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","round":{"questions":\#
      [{"id":"00000000-0000-7000-8000-000000000001","subject":{"chance":{"subRisk":\#
      "00000000-0000-7000-8000-000000000001"}}},{"id":\#
      "00000000-0000-7000-8000-000000000002","subject":{"effect":{"subRisk":\#
      "00000000-0000-7000-8000-000000000001"}}},{"id":\#
      "00000000-0000-7000-8000-000000000003","subject":{"determinant":{"code":"T7","group":\#
      "00000000-0000-7000-8000-000000000001"}}}],"title":"Alles"},"session":\#
      "00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .scored(session: 1, round: 1, participant: 1, answers: Table.answers, on: wednesday),
      "analysis.scored",
      #"""
      {"answers":[{"question":"00000000-0000-7000-8000-000000000001","score":4},{\#
      "question":"00000000-0000-7000-8000-000000000002","remark":"Valt mee","score":2}],\#
      "on":"2026-03-04","participant":"00000000-0000-7000-8000-000000000001","round":\#
      "00000000-0000-7000-8000-000000000001","session":\#
      "00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .roundClosed(session: 1, id: 1, on: wednesday),
      "analysis.roundClosed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","session":\#
      "00000000-0000-7000-8000-000000000001"}
      """#),
    Golden(
      .sessionConcluded(id: 1, on: wednesday),
      "analysis.sessionConcluded",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04"}
      """#),
    Golden(
      .sessionReopened(id: 1, reason: "Vergeten", on: thursday),
      "analysis.sessionReopened",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-05","reason":"Vergeten"}
      """#),
    Golden(
      .subRiskFound(id: 1, subRisk: TaxiAnalysis.subRisk, on: monday),
      "analysis.subRiskFound",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","subRisk":{"source":{\#
      "address":"https://magazines.ilent.nl/meerjarenplan/2019/01/","text":\#
      "Meerjarenplan 2020-2024"},"title":"Ritten buiten de boordcomputer om"}}
      """#),
    Golden(
      .subRiskRevised(id: 1, subRisk: TaxiAnalysis.described, on: monday),
      "analysis.subRiskRevised",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","subRisk":{\#
      "description":"Vooral in het weekend","source":{"address":\#
      "https://magazines.ilent.nl/meerjarenplan/2019/01/","text":"Meerjarenplan 2020-2024"},\#
      "title":"Rijtijden te lang"}}
      """#),
    Golden(
      .subRiskDropped(id: 1, reason: "Opgelost", on: tuesday),
      "analysis.subRiskDropped",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","reason":"Opgelost"}
      """#),
    Golden(
      .subRiskWeighed(id: 1, weighing: TaxiAnalysis.weighing, on: monday),
      "analysis.subRiskWeighed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","weighing":{"chance":\#
      4,"effect":3,"reason":"Komt vaak voor"}}
      """#),
    Golden(
      .subRiskWeighed(id: 1, weighing: TaxiAnalysis.weighedTogether, on: monday),
      "analysis.subRiskWeighed",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","weighing":{"chance":\#
      4,"effect":3,"reason":"Samen gescoord","round":{"round":\#
      "00000000-0000-7000-8000-000000000001","session":\#
      "00000000-0000-7000-8000-000000000001"}}}
      """#),
    Golden(
      .prioritised(subRisks: [1, 2], reason: "Meeste schade", on: tuesday),
      "analysis.prioritised",
      #"""
      {"on":"2026-03-03","reason":"Meeste schade","subRisks":[\#
      "00000000-0000-7000-8000-000000000001","00000000-0000-7000-8000-000000000002"]}
      """#),
    Golden(
      .focusChosen(focus: TaxiAnalysis.focus, reason: "Hier kunnen wij iets", on: tuesday),
      "analysis.focusChosen",
      #"""
      {"focus":{"subRisks":["00000000-0000-7000-8000-000000000001"],"targetGroups":[\#
      "00000000-0000-7000-8000-000000000001"]},"on":"2026-03-03","reason":\#
      "Hier kunnen wij iets"}
      """#),
    Golden(
      .sectorNamed(group: 1, sector: "Taxi", on: tuesday),
      "analysis.sectorNamed",
      #"""
      {"group":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","sector":"Taxi"}
      """#),
    Golden(
      .sizeEstimated(group: 1, size: TaxiAnalysis.size, on: tuesday),
      "analysis.sizeEstimated",
      #"""
      {"group":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","size":{\#
      "confidence":"medium","number":"8000","source":{"address":\#
      "https://magazines.ilent.nl/meerjarenplan/2019/01/","text":"Meerjarenplan 2020-2024"},\#
      "unit":"ondernemers"}}
      """#),
    Golden(
      .behaviourGoalSet(group: 1, goal: TaxiAnalysis.goal, on: tuesday),
      "analysis.behaviourGoalSet",
      #"""
      {"goal":{"present":"zonder boordcomputer rijden","wanted":"elke rit vastleggen",\#
      "whereAndWhen":"in de vier grote steden, binnen een jaar","who":"De zzp-chauffeur"},\#
      "group":"00000000-0000-7000-8000-000000000001","on":"2026-03-03"}
      """#),
    Golden(
      .segmentsEstimated(group: 1, shares: TaxiAnalysis.shares, on: tuesday),
      "analysis.segmentsEstimated",
      #"""
      {"group":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","shares":[{\#
      "confidence":"low","segment":"honest","share":60},{"confidence":"low","segment":\#
      "careless","share":30}]}
      """#),
    Golden(
      .determinantJudged(group: 1, determinant: "T2", judgement: TaxiAnalysis.costs, on: tuesday),
      "analysis.determinantJudged",
      #"""
      {"determinant":"T2","group":"00000000-0000-7000-8000-000000000001","judgement":{\#
      "confidence":"medium","evidence":[{"source":{"address":\#
      "https://magazines.ilent.nl/meerjarenplan/2019/01/","text":"Meerjarenplan 2020-2024"},\#
      "text":"In 4 van de 10 wagens stond hij uit"}],"explanation":"Zo zien wij het",\#
      "score":1},"on":"2026-03-03"}
      """#),
    Golden(
      .determinantJudged(
        group: 1, determinant: "T2", judgement: TaxiAnalysis.judgedTogether, on: tuesday),
      "analysis.determinantJudged",
      #"""
      {"determinant":"T2","group":"00000000-0000-7000-8000-000000000001","judgement":{\#
      "confidence":"low","evidence":[{"source":{"address":\#
      "https://magazines.ilent.nl/meerjarenplan/2019/01/","text":"Meerjarenplan 2020-2024"},\#
      "text":"In 4 van de 10 wagens stond hij uit"}],"explanation":"Zo zien wij het",\#
      "round":{"round":"00000000-0000-7000-8000-000000000001","session":\#
      "00000000-0000-7000-8000-000000000001"},"score":1},"on":"2026-03-03"}
      """#),
    Golden(
      .judgementWithdrawn(group: 1, determinant: "T2", reason: "Achterhaald", on: tuesday),
      "analysis.judgementWithdrawn",
      #"""
      {"determinant":"T2","group":"00000000-0000-7000-8000-000000000001","on":"2026-03-03",\#
      "reason":"Achterhaald"}
      """#),
    Golden(
      .influencerNamed(id: 1, group: 1, influencer: TaxiAnalysis.influencer, on: tuesday),
      "analysis.influencerNamed",
      #"""
      {"group":"00000000-0000-7000-8000-000000000001","id":\#
      "00000000-0000-7000-8000-000000000001","influencer":{"influence":\#
      "Leden luisteren ernaar","name":"Brancheclub"},"on":"2026-03-03"}
      """#),
    Golden(
      .influencerRevised(id: 1, influencer: TaxiAnalysis.influencer, on: tuesday),
      "analysis.influencerRevised",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","influencer":{"influence":\#
      "Leden luisteren ernaar","name":"Brancheclub"},"on":"2026-03-03"}
      """#),
    Golden(
      .influencerRemoved(id: 1, reason: "Opgeheven", on: tuesday),
      "analysis.influencerRemoved",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-03","reason":"Opgeheven"}
      """#),
    Golden(
      .suggested(id: 1, suggestion: TaxiAnalysis.suggestion, on: wednesday),
      "analysis.suggested",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","suggestion":{\#
      "advice":[{"because":["T2","T7"],"burden":2,"cautions":[],"fit":7,"intervention":\#
      "desk"},{"because":["T2","T7"],"burden":3,"cautions":[],"fit":7,"intervention":\#
      "visit"}],"input":{"edition":1,"experience":[],"group":\#
      "00000000-0000-7000-8000-000000000001","judged":[{"confidence":"medium",\#
      "determinant":"T2","score":1},{"confidence":"high","determinant":"T7","score":2}],\#
      "version":1},"rule":"fitThenLightest"}}
      """#),
    Golden(
      .suggested(id: 1, suggestion: TaxiAnalysis.experienced, on: wednesday),
      "analysis.suggested",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","suggestion":{\#
      "advice":[{"because":["T7"],"burden":2,"cautions":["worsenedHere"],"fit":2,\#
      "intervention":"desk"}],"input":{"edition":3,"experience":[{"determinant":"T7",\#
      "elsewhere":{"improved":4,"unchanged":5,"worsened":6},"here":{"improved":1,\#
      "unchanged":2,"worsened":3},"intervention":"desk"}],"group":\#
      "00000000-0000-7000-8000-000000000001","judged":[{"confidence":"low","determinant":\#
      "T7","score":1}],"version":2},"rule":"fitThenLightest"}}
      """#),
    Golden(
      .chosen(id: 1, choice: TaxiAnalysis.desk, on: wednesday),
      "analysis.chosen",
      #"""
      {"choice":{"determinants":["T2","T7"],"group":"00000000-0000-7000-8000-000000000001",\#
      "measure":{"intervention":{"type":"desk"}},"suggestion":\#
      "00000000-0000-7000-8000-000000000001"},"id":"00000000-0000-7000-8000-000000000001",\#
      "on":"2026-03-04"}
      """#),
    Golden(
      .chosen(id: 1, choice: TaxiAnalysis.partnerActs, on: wednesday),
      "analysis.chosen",
      #"""
      {"choice":{"determinants":["T2"],"group":"00000000-0000-7000-8000-000000000001",\#
      "measure":{"partnerActs":{"partner":"Politie"}},"reason":"Zij staan er al"},"id":\#
      "00000000-0000-7000-8000-000000000001","on":"2026-03-04"}
      """#),
    Golden(
      .chosen(id: 1, choice: TaxiAnalysis.nothing, on: wednesday),
      "analysis.chosen",
      #"""
      {"choice":{"determinants":["T2"],"group":"00000000-0000-7000-8000-000000000001",\#
      "measure":{"nothing":{}}},"id":"00000000-0000-7000-8000-000000000001","on":\#
      "2026-03-04"}
      """#),
    Golden(
      .choiceWithdrawn(id: 1, reason: "Te duur", on: wednesday),
      "analysis.choiceWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-04","reason":"Te duur"}
      """#),
    Golden(
      .choicePlanned(id: 1, intervention: 5, on: thursday),
      "analysis.choicePlanned",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","intervention":\#
      "00000000-0000-7000-8000-000000000005","on":"2026-03-05"}
      """#),
    Golden(
      .stepFinished(
        step: .act, version: 1, standsOn: [1, 1], conclusion: "Deze mix", on: thursday),
      "analysis.stepFinished",
      #"""
      {"conclusion":"Deze mix","on":"2026-03-05","standsOn":[1,1],"step":"act","version":1}
      """#),
    Golden(
      .understandingSkipped(by: noor, reason: "Spoed", on: wednesday),
      "analysis.understandingSkipped",
      #"""
      {"by":"noor","on":"2026-03-04","reason":"Spoed"}
      """#),
    Golden(
      .stepReopened(step: .choose, version: 2, reason: "Nieuw inzicht", on: wednesday),
      "analysis.stepReopened",
      #"""
      {"on":"2026-03-04","reason":"Nieuw inzicht","step":"choose","version":2}
      """#),
  ]
}
