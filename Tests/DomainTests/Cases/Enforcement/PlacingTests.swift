import Domain
import TestCast
import Testing

private typealias Story = EnforcementStory

struct PlacingTests {
  @Test func `a finding is placed with its aspects under an edition`() {
    let placement = Enforcement.Placement(Depot.b2, Depot.gain, under: Depot.matrix)
    #expect(placement.edition == 1)
    #expect(placement.allowed == [.warn, .orderUnderPenalty])
    Story.given().when(.place(Depot.b2, Depot.gain, under: Depot.matrix), on: monday)
      .then(.placed(placement: placement))
    Story.given(Depot.placed).when(.place(Depot.b2, Depot.gain, under: Depot.matrix), on: tuesday)
      .nothingHappens()
    Story.given(Depot.placed).when(.place(Depot.b2, .none, under: Depot.matrix), on: sunday)
      .refuses(.before(.placement, on: monday))
  }

  @Test func `an edition holds from its day on`() {
    let later = Depot.edition(validFrom: wednesday) { _ in [.warn] }
    Story.given().when(.place(Depot.b2, .none, under: later), on: tuesday)
      .refuses(.editionNotValid(until: wednesday))
  }

  @Test func `an aspect is weighed once`() {
    let twice = Enforcement.Aspects(aggravating: [
      .init(.repeated, reason: "Tweede keer"), .init(.repeated, reason: "Derde keer"),
    ])
    Story.given().when(.place(Depot.b2, twice, under: Depot.matrix), on: monday)
      .refuses(.aspectTwice(.repeated))
  }

  @Test func `what the cell allows needs no reason`() {
    Story.given().when(.choose(.warn, by: joris), on: monday).refuses(.notPlaced)
    Story.given(Depot.placed).when(.choose(.warn, by: joris), on: monday)
      .then(.measureChosen(choice: .init(.warn, by: joris)))
    Story.given(Depot.chosen).when(.choose(.orderUnderPenalty, by: joris), on: tuesday)
      .nothingHappens()
    Story.given(Depot.chosen).when(.choose(.warn, by: joris), on: monday)
      .refuses(.before(.choice, on: tuesday))
    Story.given(Depot.placed).when(.choose(.warn, by: joris), on: sunday)
      .refuses(.before(.placement, on: monday))
  }

  @Test func `what departs from the cell needs a reason`() {
    let story = Story.given(Depot.placed)
    for measure: Enforcement.Measure in [.inform, .heightenSupervision, .fine] {
      story.when(.choose(measure, by: joris), on: monday)
        .refuses(.deviationUnexplained(allowed: [.warn, .orderUnderPenalty]))
    }
    for measure: Enforcement.Measure in [.inform, .heightenSupervision] {
      story.when(.choose(measure, reason: "Eerste keer", by: joris), on: monday)
        .then(.measureChosen(choice: .init(measure, reason: "Eerste keer", by: joris)))
    }
  }

  @Test func `what is harsher than the cell waits for a second person`() {
    let choice = Enforcement.Choice(.fine, reason: "Derde keer", by: joris)
    Story.given(Depot.placed).when(.choose(.fine, reason: "Derde keer", by: joris), on: tuesday)
      .then(.measureProposed(choice: choice))
    let proposed = Story.given(Depot.placed).and(.measureProposed(choice: choice), on: tuesday)
    #expect(proposed.dossier.choice == nil)
    proposed.when(.choose(.fine, reason: "Derde keer", by: joris), on: tuesday).nothingHappens()
    proposed.when(.confirm(by: joris), on: wednesday).refuses(.proposedBySamePerson)
    proposed.when(.decline(reason: "Te zwaar", by: joris), on: wednesday)
      .refuses(.proposedBySamePerson)
    proposed.when(.confirm(by: amina), on: monday).refuses(.before(.proposal, on: tuesday))
    proposed.when(.announce(1, Depot.intention), on: wednesday).refuses(.nothingChosen)
    proposed.when(.confirm(by: amina), on: wednesday).then(.proposalConfirmed(by: amina))
    proposed.when(.decline(reason: "Te zwaar", by: amina), on: wednesday)
      .then(.proposalDeclined(by: amina, reason: "Te zwaar"))
    Story.given(Depot.placed).when(.confirm(by: amina), on: wednesday).refuses(.nothingProposed)
  }

  @Test func `what was confirmed is chosen, what was declined is not`() {
    let choice = Enforcement.Choice(.fine, reason: "Derde keer", by: joris)
    let proposed = Story.given(Depot.placed).and(.measureProposed(choice: choice), on: tuesday)
    let confirmed = proposed.and(.proposalConfirmed(by: amina), on: wednesday)
    #expect(confirmed.dossier.choice == .init(choice, on: wednesday))
    #expect(confirmed.dossier.confirmedBy == amina)
    #expect(confirmed.dossier.proposal == nil)
    confirmed.when(.choose(.fine, reason: "Derde keer", by: joris), on: wednesday)
      .nothingHappens()
    let declined = proposed.and(.proposalDeclined(by: amina, reason: "Te zwaar"), on: wednesday)
    #expect(declined.dossier.choice == nil && declined.dossier.proposal == nil)
    declined.when(.confirm(by: amina), on: wednesday).refuses(.nothingProposed)
    let milder = proposed.and(.measureChosen(choice: .init(.warn, by: joris)), on: wednesday)
    milder.when(.confirm(by: amina), on: wednesday).refuses(.nothingProposed)
  }

  @Test func `a finding that is placed anew asks for a new choice`() {
    let placement = Enforcement.Placement(
      .init(.notorious, .limited), .none, under: Depot.matrix)
    let again = Story.given(Depot.announced).and(.placed(placement: placement), on: wednesday)
    #expect(again.dossier.choice == nil)
    #expect(again.dossier.actions[1]?.measure == .orderUnderPenalty)
    again.when(.announce(2, Depot.intention), on: wednesday).refuses(.nothingChosen)
  }
}
