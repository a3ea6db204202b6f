import Domain
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

/// What the enforcement of its findings keeps a case from.
struct CaseEnforcementTests {
  private let visited = Story.given(Warehouse.opened, Warehouse.logged)

  /// The warehouse with what happened in the enforcement of its violation.
  private func enforced(_ history: [Happening]) -> Story {
    history.reduce(visited) { $0.and(.enforced(id: 1, event: $1.event, on: $1.day)) }
  }

  private func close(
    _ result: CaseFile.Result, on day: Day = "2027-01-04"
  ) -> CaseFile.Command {
    .close(CaseFile.Outcome(result, compliance: .reached), on: day)
  }

  private let inOrder = CaseFile.Command.logging(
    .correctFinding(1, Warehouse.compliant, reason: "Toch in orde"), on: "2027-01-04")
  private let withdrawal = CaseFile.Command.logging(
    .withdrawFinding(1, reason: "Verkeerd pand"), on: "2027-01-04")

  private func unsettled(_ what: Enforcement.Unsettled) -> CaseFile.Refusal {
    .enforcementUnsettled(rule: "Installaties lekken niet", what)
  }

  @Test func `a finding stays a violation while enforcement rests on it`() {
    for command in [inOrder, withdrawal] {
      enforced(Depot.placed).when(command).refuses(unsettled(.ending))
      enforced(Depot.announced).when(command).refuses(unsettled(.action))
      enforced(Depot.sent).when(command).refuses(unsettled(.action))
      let ended = enforced(Depot.sent)
        .and(.enforced(id: 1, event: .ended(ending: .restored, reason: "x"), on: "2026-05-04"))
      ended.when(command).refuses(unsettled(.decision))
    }
    let described = CaseFile.Finding(
      .violation, rule: "Installaties lekken niet", legalBasis: "Artikel 3")
    enforced(Depot.sent)
      .when(.logging(.correctFinding(1, described, reason: "Artikel"), on: "2027-01-04"))
      .then(.findingCorrected(id: 1, finding: described, reason: "Artikel", on: "2027-01-04"))
  }

  @Test func `once enforcement ended and nothing stands, a finding can be taken back`() {
    let dismissed = enforced(Depot.announced)
      .and(.enforced(id: 1, event: .withdrawn(action: 1, reason: "x"), on: "2026-05-04"))
      .and(.enforced(id: 1, event: .ended(ending: .dismissed, reason: "x"), on: "2026-05-04"))
    dismissed.when(withdrawal)
      .then(.findingWithdrawn(id: 1, reason: "Verkeerd pand", on: "2027-01-04"))
    visited.when(withdrawal)
      .then(.findingWithdrawn(id: 1, reason: "Verkeerd pand", on: "2027-01-04"))
  }

  @Test(arguments: [CaseFile.Result.restored, .dropped, .passedOn, .sanctioned])
  func `a case stays open while its enforcement runs`(result: CaseFile.Result) {
    let proposed =
      Depot.placed + [
        Happening(
          .measureProposed(choice: .init(.fine, reason: "Derde keer", by: joris)), on: tuesday)
      ]
    enforced(proposed).when(close(result)).refuses(unsettled(.proposal))
    enforced(Depot.announced).when(close(result)).refuses(unsettled(.action))
    enforced(Depot.sent).when(close(result)).refuses(unsettled(.action))
    let owed = Depot.forfeited + [Happening(.withdrawn(action: 1, reason: "x"), on: "2026-05-20")]
    enforced(owed).when(close(result)).refuses(unsettled(.collection))
  }

  @Test func `a word that was said keeps no case open, and is no sanction`() {
    let warned =
      Depot.placed + [
        Depot.choosing(.warn, on: tuesday),
        Happening(
          .decided(action: 1, measure: .warn, decision: .init(.other(text: "Let op"))), on: tuesday),
      ]
    let outcome = CaseFile.Outcome(.restored, compliance: .reached)
    enforced(warned).when(close(.restored)).then(.closed(outcome: outcome, on: "2027-01-04"))
    enforced(warned).when(close(.sanctioned)).refuses(.sanctionMissing)
    visited.when(close(.sanctioned)).refuses(.sanctionMissing)
  }

  @Test func `a case ends in a sanction that was decided and stands`() {
    let ended = enforced(Depot.sent)
      .and(.enforced(id: 1, event: .ended(ending: .restored, reason: "x"), on: "2026-05-04"))
    let outcome = CaseFile.Outcome(.sanctioned, compliance: .reached)
    ended.when(close(.sanctioned)).then(.closed(outcome: outcome, on: "2027-01-04"))
  }

  @Test func `what came in while a case was closed bears its own day`() {
    let reopened = enforced(Depot.sent)
      .and(.enforced(id: 1, event: .ended(ending: .restored, reason: "x"), on: "2026-03-22"))
      .and(.closed(outcome: Warehouse.restored, on: "2026-03-23"))
      .and(.reopened(reason: "Bezwaar", on: "2026-04-20"))
      .and(.enforced(id: 1, event: .reopened(reason: "Bezwaar"), on: "2026-04-20"))
    reopened.when(.enforcing(1, .receiveObjection(1), on: "2026-04-10"))
      .then(.enforced(id: 1, event: .objectionReceived(action: 1), on: "2026-04-10"))
  }
}
