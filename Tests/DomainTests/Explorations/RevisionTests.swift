import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Exploration>

struct RevisionTests {
  @Test func `an exploration opens with a title and an origin`() {
    Story.given().when(
      .open(title: "Taxivervoer", origin: .ibraRisk, organisation: inspectorate, on: monday)
    ).then(Taxi.opened)
  }

  @Test(arguments: [[Taxi.opened], Taxi.proposed, Taxi.decided])
  func `an exploration opens once`(history: [Exploration.Event]) {
    Story.given(history).when(
      .open(title: "Taxi", origin: .obligation, organisation: inspectorate, on: monday)
    ).refuses(.alreadyOpened)
  }

  @Test func `what is not open takes no words`() {
    Story.given().when(.revise(.retitle("Taxi"), on: monday)).refuses(.notOpened)
  }

  @Test func `each part is revised freely`() {
    let story = Story.given(Taxi.opened)
    story.when(.revise(.retitle("Taxi"), on: tuesday)).then(.retitled(title: "Taxi", on: tuesday))
    story.when(.revise(.reclassify(.obligation), on: tuesday))
      .then(.reclassified(origin: .obligation, on: tuesday))
    story.when(.revise(.rewrite(.causes, "Snorders"), on: tuesday))
      .then(.sectionRewritten(section: .causes, text: "Snorders", on: tuesday))
    story.when(.revise(.addParty(1, Taxi.party), on: tuesday))
      .then(.partyAdded(id: 1, party: Taxi.party, on: tuesday))
    story.when(.revise(.recordFinding(1, Taxi.finding), on: tuesday))
      .then(.findingRecorded(id: 1, finding: Taxi.finding, on: tuesday))
    story.when(.revise(.argue(1, Taxi.argument), on: tuesday))
      .then(.argumentPut(id: 1, argument: Taxi.argument, on: tuesday))
  }

  @Test(
    arguments: [
      .retitle("Taxi"), .reclassify(.obligation), .rewrite(.causes, "x"), .addParty(2, Taxi.party),
      .removeParty(1, reason: "x"), .recordFinding(2, Taxi.finding), .argue(2, Taxi.argument),
      .withdrawArgument(1, reason: "x"),
    ] as [Exploration.Revision])
  func `nothing was written or found before it was opened`(revision: Exploration.Revision) {
    Story.given(Taxi.complete).when(.revise(revision, on: sunday))
      .refuses(.beforeOpened(on: monday))
  }

  @Test func `saying the same again changes nothing`() {
    let story = Story.given(Taxi.complete)
    story.when(.revise(.retitle("Taxivervoer"), on: tuesday)).nothingHappens()
    story.when(.revise(.reclassify(.ibraRisk), on: tuesday)).nothingHappens()
    story.when(.revise(.rewrite(.causes, "Snorders"), on: tuesday)).nothingHappens()
    story.when(.revise(.reviseParty(1, Taxi.party), on: tuesday)).nothingHappens()
  }

  @Test func `a party changes and goes with a reason`() {
    let changed = Exploration.Party(name: "Politie", role: "Spoort op")
    let story = Story.given(Taxi.complete)
    story.when(.revise(.reviseParty(1, changed), on: tuesday))
      .then(.partyRevised(id: 1, party: changed, on: tuesday))
    story.when(.revise(.removeParty(1, reason: "Doet niet mee"), on: tuesday))
      .then(.partyRemoved(id: 1, reason: "Doet niet mee", on: tuesday))
  }

  @Test func `a party, finding or argument is there before it changes`() {
    let story = Story.given(Taxi.opened)
    story.when(.revise(.reviseParty(9, Taxi.party), on: tuesday)).refuses(.unknownParty)
    story.when(.revise(.removeParty(9, reason: "Weg"), on: tuesday)).refuses(.unknownParty)
    story.when(.revise(.withdrawFinding(9, reason: "Fout"), on: tuesday))
      .refuses(.unknownFinding)
    story.when(.revise(.withdrawArgument(9, reason: "Fout"), on: tuesday))
      .refuses(.unknownArgument)
  }

  @Test func `an identifier is used once`() {
    let story = Story.given(Taxi.complete)
      .and(.findingRecorded(id: 1, finding: Taxi.finding, on: monday))
    story.when(.revise(.addParty(1, Taxi.party), on: tuesday)).refuses(.identifierInUse)
    story.when(.revise(.recordFinding(1, Taxi.finding), on: tuesday)).refuses(.identifierInUse)
    story.when(.revise(.argue(1, Taxi.argument), on: tuesday)).refuses(.identifierInUse)
  }

  @Test func `a finding and an argument are withdrawn with a reason, once`() {
    let story = Story.given(Taxi.complete)
      .and(.findingRecorded(id: 1, finding: Taxi.finding, on: monday))
    story.when(.revise(.withdrawFinding(1, reason: "Verouderd"), on: tuesday))
      .then(.findingWithdrawn(id: 1, reason: "Verouderd", on: tuesday))
    story.and(.findingWithdrawn(id: 1, reason: "Verouderd", on: tuesday))
      .when(.revise(.withdrawFinding(1, reason: "Verouderd"), on: tuesday))
      .refuses(.unknownFinding)
    story.when(.revise(.withdrawArgument(1, reason: "Weerlegd"), on: tuesday))
      .then(.argumentWithdrawn(id: 1, reason: "Weerlegd", on: tuesday))
  }

  @Test func `nothing changes while a decision is proposed`() {
    Story.given(Taxi.proposed).when(.revise(.retitle("Taxi"), on: tuesday))
      .refuses(.proposalPending(1))
  }

  @Test func `nothing changes after a decision until it is reopened`() {
    Story.given(Taxi.decided).when(.revise(.retitle("Taxi"), on: nextMonday))
      .refuses(.decided(1))
    Story.given(Taxi.decided).and(.reopened(by: noor, reason: "Nieuw inzicht", on: nextMonday))
      .when(.revise(.retitle("Taxi"), on: nextMonday))
      .then(.retitled(title: "Taxi", on: nextMonday))
  }

  @Test func `what is missing is told in the order of the form`() {
    let opened = Exploration.state(after: [Taxi.opened]).dossier
    #expect(opened?.missing == Exploration.Element.allCases)
    #expect(Exploration.state(after: Taxi.complete).dossier?.missing == [])
    let without = Taxi.complete + [.partyRemoved(id: 1, reason: "Weg", on: monday)]
    #expect(Exploration.state(after: without).dossier?.missing == [.parties])
  }
}
