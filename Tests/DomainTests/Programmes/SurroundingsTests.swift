import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Programme>

/// Goals, target groups, partners, team, damage and achievements.
struct SurroundingsTests {
  @Test func `a goal is set, reworded and dropped`() {
    let story = Story.given(Rail.prepared)
    story.when(.goals(.set(2, "Cultuur"), on: tuesday))
      .then(.goalSet(id: 2, text: "Cultuur", on: tuesday))
    story.when(.goals(.set(1, "Cultuur"), on: tuesday)).refuses(.identifierInUse)
    story.when(.goals(.reword(1, "Veiliger"), on: tuesday))
      .then(.goalReworded(id: 1, text: "Veiliger", on: tuesday))
    story.when(.goals(.reword(1, "Veilig spoor"), on: tuesday)).nothingHappens()
    story.when(.goals(.drop(1, reason: "Bereikt"), on: tuesday))
      .then(.goalDropped(id: 1, reason: "Bereikt", on: tuesday))
    let dropped = story.and(.goalDropped(id: 1, reason: "Bereikt", on: tuesday))
    dropped.when(.goals(.reword(1, "Veiliger"), on: tuesday)).refuses(.unknownGoal)
    dropped.when(.goals(.drop(1, reason: "x"), on: tuesday)).refuses(.unknownGoal)
  }

  @Test func `a target group is added, renamed and dropped`() {
    let story = Story.given(Rail.prepared)
    story.when(.targetGroups(.add(2, "ProRail"), on: tuesday))
      .then(.targetGroupAdded(id: 2, name: "ProRail", on: tuesday))
    story.when(.targetGroups(.add(1, "ProRail"), on: tuesday)).refuses(.identifierInUse)
    story.when(.targetGroups(.rename(1, "Vervoerders"), on: tuesday))
      .then(.targetGroupRenamed(id: 1, name: "Vervoerders", on: tuesday))
    story.when(.targetGroups(.rename(1, "Spoorwegondernemingen"), on: tuesday)).nothingHappens()
    story.when(.targetGroups(.drop(1, reason: "x"), on: tuesday))
      .then(.targetGroupDropped(id: 1, reason: "x", on: tuesday))
    let dropped = story.and(.targetGroupDropped(id: 1, reason: "x", on: tuesday))
    dropped.when(.targetGroups(.rename(1, "y"), on: tuesday)).refuses(.unknownTargetGroup)
    dropped.when(.targetGroups(.drop(1, reason: "y"), on: tuesday)).refuses(.unknownTargetGroup)
  }

  @Test func `a partner comes, agrees and goes`() {
    let era = Programme.Partner(name: "ERA", kind: .external)
    let changed = Programme.Partner(name: "ERA", kind: .external, role: "Certificeert")
    let story = Story.given(Rail.established)
      .and(.partnerInvolved(id: 1, partner: era, on: monday))
    story.when(.partners(.involve(2, era), on: tuesday))
      .then(.partnerInvolved(id: 2, partner: era, on: tuesday))
    story.when(.partners(.involve(1, era), on: tuesday)).refuses(.identifierInUse)
    story.when(.partners(.revise(1, changed), on: tuesday))
      .then(.partnerRevised(id: 1, partner: changed, on: tuesday))
    story.when(.partners(.revise(1, era), on: tuesday)).nothingHappens()
    story.when(.partners(.agree(1, 1, "Deelt cijfers"), on: tuesday))
      .then(.agreementMade(partner: 1, id: 1, text: "Deelt cijfers", on: tuesday))
    story.and(.agreementMade(partner: 1, id: 1, text: "Deelt cijfers", on: tuesday))
      .when(.partners(.agree(1, 1, "Deelt meer"), on: tuesday)).refuses(.identifierInUse)
    story.when(.partners(.part(1, reason: "Klaar"), on: tuesday))
      .then(.partnerLeft(id: 1, reason: "Klaar", on: tuesday))
    let parted = story.and(.partnerLeft(id: 1, reason: "Klaar", on: tuesday))
    parted.when(.partners(.revise(1, changed), on: tuesday)).refuses(.unknownPartner)
    parted.when(.partners(.agree(1, 1, "x"), on: tuesday)).refuses(.unknownPartner)
    parted.when(.partners(.part(1, reason: "x"), on: tuesday)).refuses(.unknownPartner)
  }

  @Test func `someone joins the team, takes another role and leaves`() {
    let story = Story.given(Rail.established)
      .and(.memberJoined(person: joris, role: "Inspecteur", on: monday))
    story.when(.team(.join(amina, role: "Jurist"), on: tuesday))
      .then(.memberJoined(person: amina, role: "Jurist", on: tuesday))
    story.when(.team(.join(joris, role: "Jurist"), on: tuesday))
      .then(.memberJoined(person: joris, role: "Jurist", on: tuesday))
    story.when(.team(.join(joris, role: "Inspecteur"), on: tuesday)).nothingHappens()
    story.when(.team(.leave(joris), on: tuesday)).then(.memberLeft(person: joris, on: tuesday))
    story.when(.team(.leave(amina), on: tuesday)).refuses(.notInTeam(amina))
  }

  @Test func `a new estimate of the damage counts and the old one stays`() throws {
    let first = Programme.Estimate(
      try #require(Margin(low: 55_000_000, high: 55_000_000)), source: meerjarenplan,
      certainty: .sourced)
    let second = Programme.Estimate(
      try #require(Margin(low: 40_000_000, high: 60_000_000)), year: 2021, source: meerjarenplan,
      certainty: .derived)
    let history =
      Rail.established + [Programme.Event.damageEstimated(id: 1, estimate: first, on: monday)]
    Story.given(history).when(.estimateDamage(2, second, on: tuesday))
      .then(.damageEstimated(id: 2, estimate: second, on: tuesday))
    Story.given(history).when(.estimateDamage(1, second, on: tuesday)).refuses(.identifierInUse)
    Story.given(Rail.ended).when(.estimateDamage(3, second, on: nextMonday))
      .refuses(.ended(on: nextMonday))
    Story.given().when(.estimateDamage(3, second, on: monday)).refuses(.notBegun)
    let both = history + [.damageEstimated(id: 2, estimate: second, on: tuesday)]
    #expect(Programme.state(after: both).dossier?.damage == second)
    #expect(Programme.state(after: both).dossier?.estimates[1]?.estimate == first)
  }

  @Test func `the estimate of the latest day and year counts, whenever it was recorded`() {
    func estimated(_ id: EstimateID, _ year: Year?, on day: Day) -> Programme.Event {
      .damageEstimated(id: id, estimate: Rail.estimate(about: year), on: day)
    }
    func counts(_ events: Programme.Event...) -> Year? {
      Programme.state(after: Rail.established + events).dossier?.damage?.year
    }
    #expect(counts(estimated(1, 2021, on: tuesday), estimated(2, 2019, on: monday)) == 2021)
    #expect(counts(estimated(1, 2021, on: monday), estimated(2, 2019, on: monday)) == 2021)
    #expect(counts(estimated(1, 2021, on: monday), estimated(2, nil, on: monday)) == 2021)
    #expect(counts(estimated(1, 2021, on: monday), estimated(2, nil, on: tuesday)) == nil)
  }

  @Test func `a wrong estimate is withdrawn for a reason and never counts`() {
    let withdraw = Programme.Command.withdrawEstimate(2, reason: "Komma verkeerd", on: wednesday)
    let history =
      Rail.established + [
        .damageEstimated(id: 1, estimate: Rail.estimate(about: 2019), on: monday),
        .damageEstimated(id: 2, estimate: Rail.estimate(about: 2021), on: tuesday),
      ]
    let withdrawn = Programme.Event.estimateWithdrawn(
      id: 2, reason: "Komma verkeerd", on: wednesday)
    Story.given(history).when(withdraw).then(withdrawn)
    Story.given(history).and(withdrawn).when(withdraw).refuses(.unknownEstimate)
    Story.given(Rail.established).when(withdraw).refuses(.unknownEstimate)
    Story.given(history).when(.withdrawEstimate(2, reason: "x", on: monday))
      .refuses(.beforePart(on: tuesday))
    let dossier = Programme.state(after: history + [withdrawn]).dossier
    #expect(dossier?.damage?.year == 2019)
    #expect(dossier?.estimates[2]?.withdrawnBecause == "Komma verkeerd")
  }

  @Test func `an achievement is recorded and withdrawn`() {
    let catch1600 = Programme.Achievement(
      "1.600 kg illegaal R134A onderschept", source: meerjarenplan)
    let story = Story.given(Rail.established)
    story.when(.achievements(.record(1, catch1600), on: tuesday))
      .then(.achievementRecorded(id: 1, achievement: catch1600, on: tuesday))
    let recorded = story.and(.achievementRecorded(id: 1, achievement: catch1600, on: tuesday))
    recorded.when(.achievements(.record(1, catch1600), on: tuesday)).refuses(.identifierInUse)
    recorded.when(.achievements(.withdraw(1, reason: "Dubbel"), on: tuesday))
      .then(.achievementWithdrawn(id: 1, reason: "Dubbel", on: tuesday))
    story.when(.achievements(.withdraw(1, reason: "Dubbel"), on: tuesday))
      .refuses(.unknownAchievement)
  }
}
