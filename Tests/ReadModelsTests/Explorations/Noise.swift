import Domain
import TestCast

/// The exploration of noise around an airport, from its opening to a decision, a reopening and another.
enum Noise {
  static let id: ExplorationID = 71

  private static let schiphol = Exploration.Party(name: "Schiphol", role: "veroorzaker")
  private static let neighbours = Exploration.Party(name: "Omwonenden", role: "gedupeerden")

  static let story: [Exploration.Command] = [
    .open(title: "Geluid", origin: .development, organisation: inspectorate, on: monday),
    .revise(.retitle("Geluid rond luchthavens"), on: monday),
    .revise(.reclassify(.ibraRisk), on: monday),
    .revise(.rewrite(.problem, "Mensen slapen slecht."), on: monday),
    .revise(.rewrite(.causes, "Nachtvluchten."), on: monday),
    .revise(.rewrite(.influence, "Handhaven op baangebruik."), on: monday),
    .revise(.rewrite(.system, "Luchtvaartwet en omgevingsraad."), on: monday),
    .revise(.rewrite(.problem, "Mensen slapen slecht\n\nen worden ziek."), on: tuesday),
    .revise(.addParty(1, schiphol), on: tuesday),
    .revise(.addParty(2, neighbours), on: tuesday),
    .revise(.reviseParty(1, Exploration.Party(name: "Schiphol", role: "exploitant")), on: tuesday),
    .revise(.removeParty(2, reason: "Dubbel genoemd"), on: tuesday),
    .revise(.recordFinding(3, Exploration.Finding("Meer klachten", source: plan)), on: tuesday),
    .revise(.recordFinding(4, Exploration.Finding("Minder slaap", source: plan)), on: tuesday),
    .revise(.withdrawFinding(3, reason: "Verouderd"), on: tuesday),
    .revise(.argue(5, Exploration.Argument(.inFavour, "Groot aantal gedupeerden")), on: tuesday),
    .revise(.argue(6, Exploration.Argument(.against, "Er is al een project")), on: tuesday),
    .revise(.withdrawArgument(6, reason: "Dat project is gestopt"), on: tuesday),
    .propose(7, proposal(.noAction(lookAgainOn: "2027-01-01")), on: tuesday),
    .withdrawProposal(7, by: noor, reason: "Toch liever een project", on: tuesday),
    .propose(8, proposal(.project(description: "Meten", owner: joris)), on: tuesday),
    .decide(8, .reject, Exploration.Ruling(by: amina, grounds: "Te klein"), on: wednesday),
    .propose(9, proposal(.lineActivity(description: "Toezicht", owner: joris)), on: wednesday),
    .decide(
      9, .adopt,
      Exploration.Ruling(
        by: amina, grounds: "Past in het toezicht",
        dissent: [Exploration.Dissent(by: joris, "Te weinig mensen")]), on: wednesday),
    .reopen(by: noor, reason: "Nieuwe cijfers", on: nextMonday),
    .propose(10, proposal(.programme(id: 11)), on: nextMonday),
    .decide(10, .adopt, Exploration.Ruling(by: amina, grounds: "Nu wel"), on: nextMonday),
  ]

  private static let plan = meerjarenplan

  private static func proposal(_ outcome: Exploration.Outcome) -> Exploration.Proposal {
    Exploration.Proposal(
      outcome, grounds: "Het is nodig", alternatives: "Niets doen: te duur", by: noor)
  }
}
