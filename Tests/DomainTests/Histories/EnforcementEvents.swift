import Domain
import TestCast

/// Every step of enforcement as the log keeps it within the events of a case, for ever.
extension Golden<CaseFile> {
  private static let full = Enforcement.Report(
    offender: "Depot BV", violation: "Opslag zonder vloeistofdichte vloer", rules: ["Bal 4.1"],
    place: "Havenweg 1", happenedOn: "2026-02-20", time: "08:30", fineMax: 300)

  static let enforcement: [Self] = [
    enforced(
      .reported(report: full),
      #"""
      {"event":{"reported":{"report":{"fineMax":30000,"happenedOn":"2026-02-20",\#
      "offender":"Depot BV","place":"Havenweg 1","rules":["Bal 4.1"],"time":"08:30",\#
      "violation":"Opslag zonder vloeistofdichte vloer"}}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .reported(report: Enforcement.Report()),
      #"""
      {"event":{"reported":{"report":{"rules":[]}}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .prosecutionNoted(prosecution: .penalOrder),
      #"""
      {"event":{"prosecutionNoted":{"prosecution":"penalOrder"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .prosecutionNoted(prosecution: .laidBefore),
      #"""
      {"event":{"prosecutionNoted":{"prosecution":"laidBefore"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .prosecutionNoted(prosecution: .dropped),
      #"""
      {"event":{"prosecutionNoted":{"prosecution":"dropped"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .placed(placement: .init(Depot.b2, Depot.gain, under: Depot.matrix)),
      #"""
      {"event":{"placed":{"placement":{"allowed":["warn","orderUnderPenalty"],"aspects":\#
      {"aggravating":[{"aspect":"financialGain","reason":"Spaart een vloer uit"}],\#
      "mitigating":["Meldde zich zelf"]},"edition":1,"position":{"consequence":2,\#
      "offender":"B"}}}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .measureChosen(choice: .init(.warn, by: joris)),
      #"""
      {"event":{"measureChosen":{"choice":{"by":"joris","measure":"warn"}}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .measureProposed(choice: .init(.fine, reason: "Derde keer", by: joris)),
      #"""
      {"event":{"measureProposed":{"choice":{"by":"joris","measure":"fine","reason":\#
      "Derde keer"}}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .proposalConfirmed(by: amina),
      #"""
      {"event":{"proposalConfirmed":{"by":"amina"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .proposalDeclined(by: amina, reason: "Te zwaar"),
      #"""
      {"event":{"proposalDeclined":{"by":"amina","reason":"Te zwaar"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .intentionAnnounced(action: 1, measure: .orderUnderPenalty, intention: Depot.intention),
      #"""
      {"event":{"intentionAnnounced":{"action":"00000000-0000-7000-8000-000000000001",\#
      "intention":{"text":"Wij willen een last opleggen","viewBy":"2026-03-16"},"measure":\#
      "orderUnderPenalty"}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .viewReceived(action: 1, view: Depot.view),
      #"""
      {"event":{"viewReceived":{"action":"00000000-0000-7000-8000-000000000001","view":\#
      {"received":{"text":"De vloer komt eraan"}}}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .viewReceived(action: 1, view: .waived),
      #"""
      {"event":{"viewReceived":{"action":"00000000-0000-7000-8000-000000000001","view":\#
      {"waived":{}}}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .decided(action: 1, measure: .orderUnderPenalty, decision: Depot.decision),
      #"""
      {"event":{"decided":{"action":"00000000-0000-7000-8000-000000000001","decision":\#
      {"ruling":{"orderUnderPenalty":{"order":{"remedy":"Leg een vloer aan","until":\#
      "2026-05-01"},"penalty":{"amount":100000,"maximum":250000,"unit":"perWeek"}}},\#
      "viewEffect":{"changed":{"how":"Een langere termijn"}}},"measure":\#
      "orderUnderPenalty"}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .decided(
        action: 1, measure: .orderUnderCoercion,
        decision: .init(
          .orderUnderCoercion(order: Depot.order), viewEffect: .unchanged(why: "Al gewogen"))),
      #"""
      {"event":{"decided":{"action":"00000000-0000-7000-8000-000000000001","decision":\#
      {"ruling":{"orderUnderCoercion":{"order":{"remedy":"Leg een vloer aan","until":\#
      "2026-05-01"}}},"viewEffect":{"unchanged":{"why":"Al gewogen"}}},"measure":\#
      "orderUnderCoercion"}},"id":"00000000-0000-7000-8000-000000000003","on":\#
      "2026-03-02"}
      """#),
    enforced(
      .decided(action: 1, measure: .fine, decision: .init(.fine(amount: 300))),
      #"""
      {"event":{"decided":{"action":"00000000-0000-7000-8000-000000000001","decision":\#
      {"ruling":{"fine":{"amount":30000}}},"measure":"fine"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .decided(action: 1, measure: .warn, decision: .init(.other(text: "Let op"))),
      #"""
      {"event":{"decided":{"action":"00000000-0000-7000-8000-000000000001","decision":\#
      {"ruling":{"other":{"text":"Let op"}}},"measure":"warn"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .sent(action: 1),
      #"""
      {"event":{"sent":{"action":"00000000-0000-7000-8000-000000000001"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .tookEffect(action: 1),
      #"""
      {"event":{"tookEffect":{"action":"00000000-0000-7000-8000-000000000001"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .becameIrrevocable(action: 1),
      #"""
      {"event":{"becameIrrevocable":{"action":"00000000-0000-7000-8000-000000000001"}},\#
      "id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .reinspected(action: 1, reinspection: .init(isRestored: true, note: "De vloer ligt er")),
      #"""
      {"event":{"reinspected":{"action":"00000000-0000-7000-8000-000000000001",\#
      "reinspection":{"isRestored":true,"note":"De vloer ligt er"}}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .forfeited(action: 1, forfeiture: Depot.forfeiture(times: 2)),
      #"""
      {"event":{"forfeited":{"action":"00000000-0000-7000-8000-000000000001","forfeiture":\#
      {"amount":200000,"times":2}}},"id":"00000000-0000-7000-8000-000000000003","on":\#
      "2026-03-02"}
      """#),
    enforced(
      .collectionDecided(action: 1, amount: 2000),
      #"""
      {"event":{"collectionDecided":{"action":"00000000-0000-7000-8000-000000000001",\#
      "amount":200000}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .collected(action: 1, amount: 2000),
      #"""
      {"event":{"collected":{"action":"00000000-0000-7000-8000-000000000001","amount":\#
      200000}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .objectionReceived(action: 1),
      #"""
      {"event":{"objectionReceived":{"action":"00000000-0000-7000-8000-000000000001"}},\#
      "id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .objectionSettled(action: 1, outcome: .unfounded, reason: "Terecht"),
      #"""
      {"event":{"objectionSettled":{"action":"00000000-0000-7000-8000-000000000001",\#
      "outcome":"unfounded","reason":"Terecht"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .withdrawn(action: 1, reason: "Fout"),
      #"""
      {"event":{"withdrawn":{"action":"00000000-0000-7000-8000-000000000001","reason":\#
      "Fout"}},"id":"00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .ended(ending: .restored, reason: "Klaar"),
      #"""
      {"event":{"ended":{"ending":"restored","reason":"Klaar"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
    enforced(
      .reopened(reason: "Weer mis"),
      #"""
      {"event":{"reopened":{"reason":"Weer mis"}},"id":\#
      "00000000-0000-7000-8000-000000000003","on":"2026-03-02"}
      """#),
  ]

  private static func enforced(_ event: Enforcement.Event, _ payload: String) -> Self {
    Golden(.enforced(id: 3, event: event, on: monday), "case.enforced", payload)
  }
}
