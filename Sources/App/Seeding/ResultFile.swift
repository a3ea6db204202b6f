import Domain

/// What became of interventions in data/results.yaml.
struct ResultFile: Decodable {
  let sources: [String: SourceEntry]
  let programmes: [Entry]

  /// One programme's; `programme` is its key in data/programmes.yaml.
  struct Entry: Decodable {
    let programme: String
    let indicators: [IndicatorEntry]
    let interventions: [InterventionEntry]
  }

  struct IndicatorEntry: Decodable {
    let name: String
    let unit: String
    let source: String
    let measurements: [MeasurementEntry]
  }

  struct MeasurementEntry: Decodable {
    let value: Int
    let source: String
    let on: Day
  }

  /// `finished` and `evaluation` are nil while the work runs.
  struct InterventionEntry: Decodable {
    let name: String
    let plan: PlanEntry
    let startedOn: Day
    let finished: FinishEntry?
    let evaluation: EvaluationEntry?
  }

  struct PlanEntry: Decodable {
    let group: String
    let owner: PersonID
    let unit: String
    let hours: Programme.Hours
    let from: Day
    let to: Day
    let indicator: String?
    let expected: String
    let on: Day
  }

  struct FinishEntry: Decodable {
    let result: String
    let on: Day
  }

  struct EvaluationEntry: Decodable {
    let outcome: Programme.InterventionEvaluation.Outcome
    let observed: String
    let comparisons: [ComparisonEntry]?
    let confidence: Confidence
    let confidenceReason: String
    let otherExplanations: String
    let lessons: String
    let by: PersonID
    let on: Day
  }

  /// Measurements by their number in the indicator's list.
  struct ComparisonEntry: Decodable {
    let indicator: String
    let before: Int
    let after: Int
  }
}
