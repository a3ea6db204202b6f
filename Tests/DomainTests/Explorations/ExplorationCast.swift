import Domain
import TestCast

/// An exploration of taxi transport, from its first word to its decision.
enum Taxi {
  typealias Event = Exploration.Event

  static let opened = Event.opened(
    title: "Taxivervoer", origin: .ibraRisk, organisation: inspectorate, on: monday)
  static let party = Exploration.Party(name: "Politie", role: "Houdt mee toezicht")
  static let finding = Exploration.Finding("De helft rijdt zonder kaart", source: meerjarenplan)
  static let argument = Exploration.Argument(.inFavour, "De schade is groot")

  /// Everything it needs, so that a decision can be proposed.
  static let complete: [Event] = [
    opened,
    .sectionRewritten(section: .problem, text: "Oneerlijke markt", on: monday),
    .sectionRewritten(section: .causes, text: "Snorders", on: monday),
    .sectionRewritten(section: .influence, text: "Wet personenvervoer", on: monday),
    .sectionRewritten(section: .system, text: "Gemeenten en ILT", on: monday),
    .partyAdded(id: 1, party: party, on: monday),
    .argumentPut(id: 1, argument: argument, on: monday),
  ]

  static let proposal = proposal(.programme(id: 1))
  static let proposed = complete + [.decisionProposed(id: 1, proposal: proposal, on: tuesday)]
  static let ruling = Exploration.Ruling(
    by: amina, grounds: "Overtuigend", dissent: [.init(by: joris, "Te duur")])
  static let decided = proposed + [.decisionAdopted(id: 1, ruling: ruling, on: wednesday)]

  static func proposal(_ outcome: Exploration.Outcome) -> Exploration.Proposal {
    Exploration.Proposal(
      outcome, grounds: "Alles wijst erop", alternatives: "Niets doen", by: noor)
  }
}
