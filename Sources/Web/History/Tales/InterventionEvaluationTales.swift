import Domain

/// What came of an intervention.
extension Teller {
  func evaluating(
    _ id: InterventionID, _ evaluation: Programme.InterventionEvaluation,
    _ before: Programme.Dossier?
  ) -> Tale {
    Tale("history.programme.intervention-evaluated", names(id, evaluation, before))
      .saying("history.programme.observed", evaluation.observed)
      .saying("history.programme.outcome", reader.text(evaluation.outcome.name))
      .saying("history.programme.comparisons", comparisons(evaluation, before))
      .saying("history.programme.confidence", reader.text(evaluation.confidence.name))
      .saying("history.programme.confidence-reason", evaluation.confidenceReason)
      .saying("history.programme.other-explanations", evaluation.otherExplanations)
      .saying("history.programme.lessons", evaluation.lessons)
  }

  func revising(
    _ id: InterventionID, to new: Programme.InterventionEvaluation, _ reason: Prose,
    _ before: Programme.Dossier?
  ) -> Tale {
    let old = before?.interventions.all[id]?.evaluations.versions.last
    return Tale("history.programme.intervention-evaluation-revised", names(id, new, before))
      .changing("history.programme.observed", from: old?.observed, to: new.observed)
      .changing(
        "history.programme.outcome", from: old.map { reader.text($0.outcome.name) },
        to: reader.text(new.outcome.name)
      )
      .changing(
        "history.programme.comparisons", from: old.flatMap { comparisons($0, before) },
        to: comparisons(new, before)
      )
      .changing(
        "history.programme.confidence", from: old.map { reader.text($0.confidence.name) },
        to: reader.text(new.confidence.name)
      )
      .changing(
        "history.programme.confidence-reason", from: old?.confidenceReason,
        to: new.confidenceReason
      )
      .changing(
        "history.programme.other-explanations", from: old?.otherExplanations,
        to: new.otherExplanations
      )
      .changing("history.programme.lessons", from: old?.lessons, to: new.lessons)
      .saying("history.reason", reason)
  }

  private func names(
    _ id: InterventionID, _ evaluation: Programme.InterventionEvaluation,
    _ before: Programme.Dossier?
  ) -> [String: Phrase.Value] {
    ["person": person(evaluation.by), "name": line(before?.interventions.all[id]?.plan.name)]
  }

  /// What was laid side by side, as it was said then; nil for nothing.
  private func comparisons(
    _ evaluation: Programme.InterventionEvaluation, _ before: Programme.Dossier?
  ) -> String? {
    guard !evaluation.comparisons.isEmpty else { return nil }
    return evaluation.comparisons.map { comparison in
      let indicator = before?.indicators.all[comparison.indicator]
      return reader.text(
        "history.programme.comparison",
        [
          "indicator": line(indicator?.definition.name),
          "before": value(indicator, comparison.before),
          "after": value(indicator, comparison.after),
        ])
    }.joined(separator: "; ")
  }

  /// What was measured, or the baseline for nil.
  private func value(
    _ indicator: Programme.Indicator?, _ id: MeasurementID?
  ) -> Phrase.Value {
    let value =
      id.map { indicator?.measurements[$0]?.value } ?? indicator?.definition.baseline?.value
    guard let value, let unit = indicator?.definition.unit else {
      return .phrase("history.unknown")
    }
    return .text(reader.reading(value, in: unit))
  }
}
