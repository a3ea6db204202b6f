import Domain
import EventSourcing
import TestCast

/// The programme for safety on the rails.
enum Rail {
  static let id: ProgrammeID = 80
  static let stream = StreamName(Programme.category, id.identity)

  static let charter = charter(number: 8)
  static let decision = DecisionReference(10, 11)
  static let definition = Programme.Definition(
    name: "Stoptonendseinen", unit: .counted(in: "procent"),
    baseline: Programme.Baseline(.number(value: "5"), on: monday),
    target: Programme.Target(.number(value: "65"), by: "2027-12-31"), source: meerjarenplan,
    goal: 1)
  static let plan = Programme.Plan(
    name: "Bedrijfsbezoeken", owner: joris, period: Period(from: monday, to: nextMonday),
    capacity: 400, unit: "Team Rail", targetGroup: 1, expectedEffect: "Meer besef", goal: 1,
    indicator: 1)

  static func charter(number: Int) -> Programme.Charter {
    Programme.Charter(
      organisation: inspectorate,
      label: Programme.Label(planYear: 2020, number: number, name: "Veiligheid op het spoor"),
      problem: "Het spoor is druk", manager: noor,
      term: Programme.Term(start: monday, review: "2027-03-01", end: "2028-03-01"))
  }

  static func measurement(_ value: Quantity, note: Prose? = nil) -> Programme.Measurement {
    Programme.Measurement(.number(value: value), source: meerjarenplan, note: note)
  }

  static func estimate(_ low: Int, _ high: Int) -> Programme.Estimate {
    guard let low = Euro(cents: low), let high = Euro(cents: high),
      let margin = Margin(low: low, high: high)
    else { preconditionFailure("\(low) to \(high) is no margin") }
    return Programme.Estimate(
      margin, year: 2019, source: meerjarenplan, certainty: .sourced, note: "Hoofdspoor")
  }

  static func learning(
    _ observed: Prose, rests comparisons: [Programme.InterventionEvaluation.Comparison] = []
  ) -> Programme.InterventionEvaluation {
    Programme.InterventionEvaluation(
      observed: observed, outcome: .improved, comparisons: comparisons, confidence: .low,
      confidenceReason: "Twee metingen", otherExplanations: "Een nieuwe meldknop",
      lessons: "Kondig bezoeken aan", by: joris)
  }

  static func evaluation(_ contribution: Prose) -> Programme.Evaluation {
    Programme.Evaluation(
      contribution: contribution, confidence: .medium, confidenceReason: "Weinig metingen",
      otherExplanations: "Nieuwe treinen", worked: "Bezoeken", didNotWork: "Brieven",
      lessons: "Ga langs", continuation: "Regulier toezicht", by: noor)
  }
}
