import Domain
import EventSourcing
import TestCast
import Testing

/// Events of enforcement as a file keeps them: within one of its own.
struct EnforcementEventTests {
  private enum Kept: Codable, Classified, Equatable, Sendable {
    case enforced(event: Enforcement.Event, on: Day)

    var fieldClasses: FieldClasses {
      ["event": .part(Enforcement.Event.self), "on": .impersonal]
    }
  }

  private static let choice = Enforcement.Choice(.fine, reason: "Derde keer", by: joris)
  private static let full = Enforcement.Report(
    offender: "Depot BV", violation: "Opslag", rules: ["Bal 4.1"], place: "Havenweg 1",
    happenedOn: monday, time: .midnight, fineMax: 300)

  static let events: [Enforcement.Event] = [
    .reported(report: full), .reported(report: .init()),
    .prosecutionNoted(prosecution: .laidBefore), .prosecutionNoted(prosecution: .begun),
    .prosecutionNoted(prosecution: .dropped), .prosecutionNoted(prosecution: .acquitted),
    .prosecutionNoted(prosecution: .notedInError),
    .placed(placement: .init(Depot.b2, Depot.gain, under: Depot.matrix)),
    .measureChosen(choice: choice), .measureChosen(choice: .init(.warn, by: joris)),
    .measureProposed(choice: choice), .proposalConfirmed(by: amina),
    .proposalDeclined(by: amina, reason: "Te zwaar"),
    .intentionAnnounced(action: 1, measure: .fine, intention: Depot.intention),
    .viewReceived(action: 1, view: Depot.view), .viewReceived(action: 1, view: .waived),
    .decided(action: 1, measure: .orderUnderPenalty, decision: Depot.decision),
    .decided(
      action: 1, measure: .orderUnderCoercion,
      decision: .init(
        .orderUnderCoercion(order: Depot.order), viewEffect: .unchanged(why: "Al gewogen"))),
    .decided(action: 1, measure: .fine, decision: .init(.fine(amount: 300))),
    .decided(action: 1, measure: .warn, decision: .init(.other(text: "Let op"))),
    .sent(action: 1), .tookEffect(action: 1), .becameIrrevocable(action: 1),
    .reinspected(action: 1, reinspection: .init(isRestored: true, note: "De vloer ligt er")),
    .forfeited(action: 1, forfeiture: Depot.forfeiture(times: 2)),
    .collectionDecided(action: 1, amount: 2000), .collected(action: 1, amount: 2000),
    .objectionReceived(action: 1),
    .objectionSettled(action: 1, outcome: .unfounded, reason: "Terecht"),
    .withdrawn(action: 1, reason: "Fout"), .ended(ending: .restored, reason: "Klaar"),
    .reopened(reason: "Weer mis"),
  ]

  @Test(arguments: events)
  func `an event comes back as it was kept, and is read when its key is gone`(
    event: Enforcement.Event
  ) throws {
    let codec = try EventCodec<Kept>(category: "kept")
    let kept = Kept.enforced(event: event, on: monday)
    let stored = try codec.encode(kept)
    #expect(try codec.decode(stored) == kept)
    _ = try codec.decode(stored.erased)
  }

  @Test func `who and what was said of them is personal, and the rest is not`() throws {
    let codec = try EventCodec<Kept>(category: "kept")
    func personal(_ event: Enforcement.Event) throws -> [String] {
      let stored = try codec.encode(.enforced(event: event, on: monday))
      return stored.personal.map { String(decoding: stored.payload[$0.range], as: UTF8.self) }
    }
    #expect(
      try Set(personal(.reported(report: Self.full)))
        == ["\"Depot BV\"", "\"Opslag\"", "\"Bal 4.1\"", "\"Havenweg 1\""])
    #expect(try personal(.proposalConfirmed(by: amina)).isEmpty)
    #expect(
      try Set(personal(.decided(action: 1, measure: .fine, decision: Depot.decision)))
        == ["\"Leg een vloer aan\"", "\"Een langere termijn\""])
  }
}
