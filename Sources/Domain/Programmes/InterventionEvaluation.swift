public import EventSourcing

extension Programme {
  /// What came of an intervention against what its plan expected; never a bare claim of cause.
  ///
  /// The plan stays as it was once the work is over, so what was expected stands there.
  public struct InterventionEvaluation: Hashable, Codable, Sendable {
    /// What became of the behaviour that the intervention was to change.
    public enum Outcome: String, CaseIterable, Codable, Sendable {
      case improved
      case unchanged
      case worsened
      /// It cannot be told.
      case unclear
    }

    /// What an indicator said before the work and after it.
    public struct Comparison: Hashable, Codable, Sendable {
      public let indicator: IndicatorID
      /// Nil for the indicator's baseline.
      public let before: MeasurementID?
      public let after: MeasurementID

      public init(of indicator: IndicatorID, before: MeasurementID?, after: MeasurementID) {
        self.indicator = indicator
        self.before = before
        self.after = after
      }
    }

    public let observed: Prose
    public let outcome: Outcome
    /// What was measured that it rests on, each indicator once; empty when nothing was measured.
    public let comparisons: [Comparison]
    public let confidence: Confidence
    /// Why the confidence is what it is.
    public let confidenceReason: Prose
    /// What else may explain what was seen.
    public let otherExplanations: Prose
    public let lessons: Prose
    public let by: PersonID

    public init(
      observed: Prose, outcome: Outcome, comparisons: [Comparison] = [], confidence: Confidence,
      confidenceReason: Prose, otherExplanations: Prose, lessons: Prose, by: PersonID
    ) {
      self.observed = observed
      self.outcome = outcome
      self.comparisons = comparisons
      self.confidence = confidence
      self.confidenceReason = confidenceReason
      self.otherExplanations = otherExplanations
      self.lessons = lessons
      self.by = by
    }
  }

  /// What can happen to the evaluation of an intervention.
  public enum InterventionEvaluationEvent: Equatable, Sendable {
    case recorded(InterventionEvaluation)
    case revised(InterventionEvaluation, reason: Prose)
  }

  /// What may be asked about the evaluation of an intervention, as soon as its work is over and ever after.
  public enum InterventionEvaluationCommand: Equatable, Sendable {
    case record(InterventionEvaluation)
    case revise(InterventionEvaluation, reason: Prose)
  }

  /// Every evaluation of an intervention.
  public struct InterventionEvaluations: Equatable, Sendable {
    /// Oldest first; the last one counts.
    public internal(set) var versions: [InterventionEvaluation] = []
    /// The day of the last one; nil while there is none.
    public internal(set) var lastOn: Day?
  }
}

extension Programme.Dossier {
  func decide(
    _ command: Programme.InterventionEvaluationCommand, of id: InterventionID, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard let intervention = interventions.all[id] else { throw .unknownIntervention }
    try intervention.checkOver(by: day)
    let evaluations = intervention.evaluations
    switch command {
    case .record(let evaluation):
      guard evaluations.versions.isEmpty else { throw .alreadyEvaluated }
      try indicators.check(evaluation.comparisons)
      return [.interventionEvaluated(id: id, evaluation: evaluation, on: day)]
    case .revise(let evaluation, let reason):
      guard let present = evaluations.versions.last else { throw .interventionNotEvaluated }
      guard present != evaluation else { return [] }
      if let last = evaluations.lastOn, day < last { throw .beforeInterventionEvaluated(on: last) }
      try indicators.check(evaluation.comparisons)
      return [
        .interventionEvaluationRevised(id: id, evaluation: evaluation, reason: reason, on: day)
      ]
    }
  }
}

extension Programme.Intervention {
  /// What never started or still runs has nothing to evaluate.
  fileprivate func checkOver(by day: Day) throws(Programme.Refusal) {
    switch progress {
    case .planned, .running: throw .interventionIs(status)
    case .cancelled(nil, _, _): throw .interventionNeverStarted
    case .finished(_, _, let over), .cancelled(_, _, let over):
      guard day >= over else { throw .beforeInterventionOver(on: over) }
    }
  }
}

extension Programme.Indicators {
  /// Each points at what was measured, the second later than the first; dropped indicators too.
  fileprivate func check(
    _ comparisons: [Programme.InterventionEvaluation.Comparison]
  ) throws(Programme.Refusal) {
    var seen: Set<IndicatorID> = []
    for comparison in comparisons {
      guard seen.insert(comparison.indicator).inserted else {
        throw .comparedTwice(comparison.indicator)
      }
      try check(comparison)
    }
  }

  private func check(
    _ comparison: Programme.InterventionEvaluation.Comparison
  ) throws(Programme.Refusal) {
    guard let indicator = all[comparison.indicator] else { throw .unknownIndicator }
    guard let after = indicator.measurements[comparison.after] else { throw .unknownMeasurement }
    guard let before = try indicator.day(before: comparison) else { return }
    guard before < after.measuredOn else { throw .comparedBackwards(comparison.indicator) }
  }
}

extension Programme.Indicator {
  /// The day of what is compared with; nil for a baseline without a day.
  fileprivate func day(
    before comparison: Programme.InterventionEvaluation.Comparison
  ) throws(Programme.Refusal) -> Day? {
    guard let id = comparison.before else {
      guard let baseline = definition.baseline else { throw .noBaseline(comparison.indicator) }
      return baseline.on
    }
    guard let before = measurements[id] else { throw .unknownMeasurement }
    return before.measuredOn
  }
}

extension Programme.InterventionEvaluations {
  mutating func take(_ evaluation: Programme.InterventionEvaluation, on day: Day) {
    versions.append(evaluation)
    lastOn = day
  }
}

extension Programme.InterventionEvaluation: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "observed": .text,
    "outcome": .impersonal,
    "comparisons": .each(.part(Comparison.self)),
    "confidence": .impersonal,
    "confidenceReason": .text,
    "otherExplanations": .text,
    "lessons": .text,
    "by": .pseudonym,
  ]
}

extension Programme.InterventionEvaluation.Comparison: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "indicator": .impersonal, "before": .impersonal, "after": .impersonal,
  ]
}
