import Domain
import EventSourcing
import Testing

/// The analysis behind the programme that was taken over, with every event in it.
extension Happenings {
  func analysed() throws -> [LogEvent] {
    let events = try found() + met() + chosen() + understood() + acted()
    return events.map(LogEvent.analysis)
  }

  private func found() throws -> [Analysis.Event] {
    let day = try day(2)
    let described = Analysis.SubRisk(
      title: try line("te hard rijden"), description: try prose("bij regen"),
      source: try source("telling"))
    let other = Analysis.SubRisk(title: try line("door rood rijden"))
    return [
      .begun(
        title: try line("spoor"), organisation: try line("inspectie"), edition: try edition(1),
        on: day),
      .movedOn(edition: try edition(2), reason: try prose("nieuwe lijst"), on: day),
      .subRiskFound(id: id(1), subRisk: described, on: day),
      .subRiskFound(id: id(2), subRisk: other, on: day),
      .subRiskRevised(
        id: id(1),
        subRisk: .init(
          title: try line("veel te hard rijden"), description: try prose("bij sneeuw"),
          source: try source("meting")),
        on: day),
    ]
  }

  private func chosen() throws -> [Analysis.Event] {
    let day = try day(3)
    let together = Analysis.Weighing(
      chance: try score(4), effect: try score(3), reason: try prose("samen gescoord"),
      round: RoundReference(id(1), id(1)))
    let again = Analysis.Weighing(
      chance: try score(5), effect: try score(3), reason: try prose("nieuw cijfer"))
    return [
      .subRiskWeighed(id: id(1), weighing: together, on: day),
      .subRiskWeighed(id: id(1), weighing: again, on: day),
      .prioritised(subRisks: [id(2), id(1)], reason: try prose("meeste schade"), on: day),
      .prioritised(subRisks: [id(1), id(2)], reason: try prose("toch niet"), on: day),
      .subRiskDropped(id: id(2), reason: try prose("opgelost"), on: day),
      .focusChosen(
        focus: .init(subRisks: [id(1)], targetGroups: [id(1)]), reason: try prose("hier kan het"),
        on: day),
      .stepFinished(
        step: .choose, version: 1, standsOn: [], conclusion: try prose("eerst de snelheid"),
        on: day),
      .understandingSkipped(by: try person("noor"), reason: try prose("spoed"), on: day),
    ]
  }

  private func understood() throws -> [Analysis.Event] {
    try described() + judged() + [
      .influencerNamed(
        id: id(1), group: id(1), influencer: try influencer("club", "weinig"), on: day(4)),
      .influencerRevised(id: id(1), influencer: try influencer("brancheclub", "veel"), on: day(4)),
      .influencerRemoved(id: id(1), reason: try prose("opgeheven"), on: day(4)),
      .stepFinished(
        step: .understand, version: 1, standsOn: [1], conclusion: try prose("het loont"),
        on: day(4)),
    ]
  }

  private func described() throws -> [Analysis.Event] {
    let day = try day(4)
    let few = Analysis.Size(
      try #require(Quantity("80")), try line("machinisten"), source: try source("schatting"),
      confidence: .low)
    let many = Analysis.Size(
      try #require(Quantity("90")), try line("bestuurders"), source: try source("register"),
      confidence: .high)
    return [
      .sectorNamed(group: id(1), sector: try line("rail"), on: day),
      .sectorNamed(group: id(1), sector: try line("goederen"), on: day),
      .sizeEstimated(group: id(1), size: few, on: day),
      .sizeEstimated(group: id(1), size: many, on: day),
      .behaviourGoalSet(group: id(1), goal: try goal("een"), on: day),
      .behaviourGoalSet(group: id(1), goal: try goal("twee"), on: day),
      .segmentsEstimated(group: id(1), shares: [try share(60, .low)], on: day),
      .segmentsEstimated(group: id(1), shares: [try share(70, .medium)], on: day),
    ]
  }

  private func judged() throws -> [Analysis.Event] {
    let day = try day(4)
    return [
      .determinantJudged(
        group: id(1), determinant: try key("T2"), judgement: try judgement(score(1), "een"), on: day
      ),
      .determinantJudged(
        group: id(1), determinant: try key("T2"), judgement: try judgement(score(2), "twee"),
        on: day),
      .determinantJudged(
        group: id(1), determinant: try key("T7"), judgement: try judgement(score(4), "drie"),
        on: day),
      .judgementWithdrawn(
        group: id(1), determinant: try key("T7"), reason: try prose("achterhaald"), on: day),
    ]
  }

  private func acted() throws -> [Analysis.Event] {
    let day = try day(5)
    let input = Suggestion.Input(
      group: id(1), version: 1, edition: try edition(2),
      judged: [.init(try key("T2"), try score(2), .low)], experience: [])
    let suggestion = Suggestion(
      input, [.init(try key("desk"), fit: 1, burden: try burden(2), because: [try key("T2")])],
      by: .fitThenLightest)
    func choice(_ measure: Analysis.Measure, after: SuggestionID?) throws -> Analysis.Choice {
      Analysis.Choice(
        for: id(1), because: [try key("T2")], measure, after: after,
        reason: try prose("past het best"))
    }
    return [
      .suggested(id: id(1), suggestion: suggestion, on: day),
      .chosen(
        id: id(1), choice: try choice(.intervention(type: try key("desk")), after: id(1)), on: day),
      .chosen(
        id: id(2), choice: try choice(.partnerActs(partner: try line("politie")), after: nil),
        on: day),
      .chosen(id: id(3), choice: try choice(.nothing, after: nil), on: day),
      .choiceWithdrawn(id: id(2), reason: try prose("geen tijd"), on: day),
      .choicePlanned(id: id(1), intervention: id(1), on: day),
      .stepFinished(
        step: .act, version: 1, standsOn: [1, 1], conclusion: try prose("deze mix"), on: day),
      .stepReopened(step: .choose, version: 2, reason: try prose("nieuw inzicht"), on: day),
    ]
  }

  private func share(
    _ percent: Int, _ confidence: Confidence
  ) throws -> Analysis.SegmentShare {
    Analysis.SegmentShare(
      try key("honest"), try #require(Percentage(rawValue: percent)), confidence)
  }

  private func influencer(_ name: String, _ influence: String) throws -> Analysis.Influencer {
    Analysis.Influencer(name: try line(name), influence: try prose(influence))
  }

  private func goal(_ version: String) throws -> Analysis.BehaviourGoal {
    Analysis.BehaviourGoal(
      who: try line("wie \(version)"), present: try line("nu \(version)"),
      wanted: try line("straks \(version)"), whereAndWhen: try line("waar \(version)"))
  }

  private func judgement(_ score: Score, _ version: String) throws -> Analysis.Judgement {
    Analysis.Judgement(
      score, explanation: try prose("uitleg \(version)"),
      evidence: [
        .init(try prose("gezien \(version)"), source: try source("bron \(version)")),
        .init(try prose("gehoord \(version)"), source: try source("verslag \(version)")),
      ], confidence: .medium, round: RoundReference(id(1), id(1)))
  }
}
