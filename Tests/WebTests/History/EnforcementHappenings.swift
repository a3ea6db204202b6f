import Domain
import Foundation
import Testing

/// The enforcement of a finding, each of its steps at least once.
extension Happenings {
  func enforced(_ finding: CaseFindingID, on day: Day) throws -> [CaseFile.Event] {
    let steps = try placed(on: day) + heard(on: day) + decided() + collected() + over()
    return steps.map { .enforced(id: finding, event: $0, on: day) }
  }

  private func placed(on day: Day) throws -> [Enforcement.Event] {
    let (noor, amina) = (try person("noor"), try person("amina"))
    func report(_ which: String) throws -> Enforcement.Report {
      Enforcement.Report(
        offender: try line("\(which) depot"), violation: try prose("\(which) opslag"),
        rules: [try line("\(which) artikel")], place: try line("\(which) haven"),
        happenedOn: day, time: TimeOfDay(hour: 8, minute: 30), fineMax: Euro(cents: 30_000))
    }
    let aspects = Enforcement.Aspects(
      aggravating: [.init(.financialGain, reason: try prose("spaart een vloer uit"))],
      mitigating: [try prose("meldde zich zelf")])
    func choice(_ measure: Enforcement.Measure) throws -> Enforcement.Choice {
      Enforcement.Choice(measure, reason: try prose("derde keer"), by: noor)
    }
    return [
      .reported(report: try report("eerste")), .reported(report: try report("tweede")),
      .prosecutionNoted(prosecution: .begun),
      .placed(
        placement: .init(.init(.indifferent, .limited), aspects, under: try StagedSite.matrix())),
      .measureChosen(choice: try choice(.talk)), .measureProposed(choice: try choice(.fine)),
      .proposalDeclined(by: amina, reason: try prose("te zwaar")),
      .measureProposed(choice: try choice(.orderUnderPenalty)), .proposalConfirmed(by: amina),
    ]
  }

  private func heard(on day: Day) throws -> [Enforcement.Event] {
    [
      .intentionAnnounced(
        action: id(1), measure: .orderUnderPenalty,
        intention: .init(try prose("wij willen een last"), viewBy: day)),
      .viewReceived(action: id(1), view: .received(text: try prose("de vloer komt eraan"))),
      .intentionAnnounced(action: id(2), measure: .fine, intention: .init(try prose("een boete"))),
      .viewReceived(action: id(2), view: .waived),
    ]
  }

  private func decided() throws -> [Enforcement.Event] {
    let order = Enforcement.Order(remedy: try prose("leg een vloer"), until: try day(9))
    let amount = try #require(Euro(cents: 100_000))
    let penalty = Enforcement.Penalty(amount, .perWeek, maximum: Euro(cents: 250_000))
    return [
      .decided(
        action: id(1), measure: .orderUnderPenalty,
        decision: .init(
          .orderUnderPenalty(order: order, penalty: penalty),
          viewEffect: .changed(how: try prose("een langere termijn")))),
      .decided(
        action: id(3), measure: .orderUnderCoercion,
        decision: .init(
          .orderUnderCoercion(order: order),
          viewEffect: .unchanged(why: try prose("al gewogen")))),
      .decided(action: id(2), measure: .fine, decision: .init(.fine(amount: amount))),
      .decided(
        action: id(4), measure: .warn, decision: .init(.other(text: try prose("let op")))),
      .sent(action: id(1)), .tookEffect(action: id(1)),
    ]
  }

  private func collected() throws -> [Enforcement.Event] {
    let amount = try #require(Euro(cents: 200_000))
    let forfeiture = try JSONDecoder().decode(
      Enforcement.Forfeiture.self, from: Data(#"{"times":2,"amount":200000}"#.utf8))
    return [
      .reinspected(action: id(1), reinspection: .init(isRestored: false, note: try prose("kaal"))),
      .forfeited(action: id(1), forfeiture: forfeiture),
      .collectionDecided(action: id(1), amount: amount), .collected(action: id(1), amount: amount),
      .reinspected(action: id(1), reinspection: .init(isRestored: true, note: try prose("dicht"))),
    ]
  }

  private func over() throws -> [Enforcement.Event] {
    [
      .objectionReceived(action: id(1)),
      .objectionSettled(action: id(1), outcome: .unfounded, reason: try prose("terecht")),
      .becameIrrevocable(action: id(1)), .withdrawn(action: id(2), reason: try prose("fout")),
      .ended(ending: .restored, reason: try prose("klaar")),
      .reopened(reason: try prose("weer mis")),
    ]
  }
}
