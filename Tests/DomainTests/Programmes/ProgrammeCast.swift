import Domain
import TestCast

/// The programme for safety on the rails, from its start to its end.
enum Rail {
  typealias Event = Programme.Event

  static let decision = DecisionReference(1, 1)
  static let label = Programme.Label(planYear: 2020, number: 8, name: "Veiligheid op het spoor")
  static let term = Programme.Term(start: monday, review: "2027-03-01", end: "2028-03-01")
  static let charter = charter(label: label, term: term)
  /// Of one that runs since yesterday, for who takes it over on monday.
  static let known = charter(
    label: label, term: .init(start: sunday, review: "2027-03-01", end: "2028-03-01"))
  static let adoption = Programme.Adoption(
    plan: "Meerjarenplan 2020-2024", source: meerjarenplan, certainty: .sourced)
  static let definition = Programme.Definition(
    name: "Stoptonendseinen", unit: .counted(in: "procent"),
    target: Programme.Target(.number(value: "65"), by: "2027-12-31"), source: meerjarenplan, goal: 1
  )
  static let described = Programme.Definition(name: "Staat van het spoor", unit: .described)
  static let measurement = Programme.Measurement(.number(value: "12.5"), source: meerjarenplan)
  static let counting = Programme.CaseCounting(
    .complianceShare, targetGroup: 1, intervention: 1, since: sunday)
  static let bare = Programme.Plan(name: "Bedrijfsbezoeken")
  /// All that it takes to start, and nothing that points elsewhere.
  static let whole = Programme.Plan(
    name: "Bedrijfsbezoeken", owner: joris, period: Period(from: monday, to: nextMonday),
    expectedEffect: "Meer besef")
  static let full = Programme.Plan(
    name: "Bedrijfsbezoeken", owner: joris, period: Period(from: monday, to: nextMonday),
    capacity: 400, unit: "Team Rail", targetGroup: 1, expectedEffect: "Meer besef", goal: 1,
    indicator: 1)
  static let estimate = Programme.Estimate(
    margin, year: 2019, source: meerjarenplan, certainty: .sourced, note: "IBRA 2019, hoofdspoor")
  static let evaluation = evaluation("Het besef groeide")

  static let established = [Event.established(charter: charter, decision: decision, on: monday)]
  static let adopted = [
    Event.adopted(charter: charter, adoption: adoption, phase: .execution, on: monday)
  ]
  /// With one goal, indicator, target group and intervention, all under 1.
  static let prepared =
    established + [
      .goalSet(id: 1, text: "Veilig spoor", on: monday),
      .targetGroupAdded(id: 1, name: "Spoorwegondernemingen", on: monday),
      .indicatorDefined(id: 1, definition: definition, on: monday),
      .interventionPlanned(id: 1, plan: full, on: monday),
    ]
  static let executing =
    prepared + [.gatePassed(to: .execution, grounds: "Plan is klaar", on: tuesday)]
  static let measuredOnce =
    executing + [.measured(indicator: 1, id: 1, measurement: measurement, on: tuesday)]
  static let running = measuredOnce + [.interventionStarted(id: 1, on: wednesday)]
  static let finished =
    running + [.interventionFinished(id: 1, result: "40 bezoeken", on: nextMonday)]
  static let evaluating =
    finished + [.gatePassed(to: .evaluation, grounds: "Gedaan", on: nextMonday)]
  static let evaluated =
    evaluating + [.evaluationRecorded(evaluation: evaluation, on: nextMonday)]
  static let ended = evaluated + [.ended(reason: "Doel bereikt", on: nextMonday)]

  private static let margin: Margin = {
    guard let margin = Margin(low: 55_000_000, high: 60_000_000) else {
      preconditionFailure("55 lies below 60")
    }
    return margin
  }()

  /// Evaluated once, on the measurement under 1 against the second under 2.
  static let learnt =
    finished + [
      .measured(indicator: 1, id: 2, measurement: measurement, on: nextMonday),
      .interventionEvaluated(id: 1, evaluation: learning, on: nextMonday),
    ]
  static let learning = learning("Meer meldingen", rests: [comparison])
  static let comparison = Programme.InterventionEvaluation.Comparison(of: 1, before: 1, after: 2)

  static func learning(
    _ observed: Prose, rests comparisons: [Programme.InterventionEvaluation.Comparison] = []
  ) -> Programme.InterventionEvaluation {
    Programme.InterventionEvaluation(
      observed: observed, outcome: .improved, comparisons: comparisons, confidence: .low,
      confidenceReason: "Twee metingen", otherExplanations: "Een nieuwe meldknop",
      lessons: "Kondig bezoeken aan", by: joris)
  }

  static func charter(label: Programme.Label, term: Programme.Term) -> Programme.Charter {
    Programme.Charter(
      organisation: inspectorate, label: label, problem: "Het spoor is druk", manager: noor,
      term: term)
  }

  static func estimate(about year: Year?) -> Programme.Estimate {
    Programme.Estimate(margin, year: year, source: meerjarenplan, certainty: .sourced)
  }

  static func evaluation(_ contribution: Prose) -> Programme.Evaluation {
    Programme.Evaluation(
      contribution: contribution, confidence: .medium, confidenceReason: "Weinig metingen",
      otherExplanations: "Nieuwe treinen", worked: "Bezoeken", didNotWork: "Brieven",
      lessons: "Ga langs", continuation: "Regulier toezicht", by: noor)
  }
}
