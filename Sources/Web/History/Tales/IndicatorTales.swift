import Domain

/// What a programme measures, and what its problem is thought to cost.
extension Teller {
  func defining(_ definition: Programme.Definition, _ before: Programme.Dossier?) -> Tale {
    let unit = definition.unit
    return Tale("history.programme.indicator-defined", ["indicator": line(definition.name)])
      .saying("history.programme.unit", word(for: unit))
      .saying("history.programme.baseline", definition.baseline.map { baseline($0, in: unit) })
      .saying("history.programme.target", definition.target.map { reader.target($0, in: unit) })
      .saying("history.source", html: definition.source.map { reader.source($0) })
      .saying(
        "history.programme.goal", definition.goal.map { name(of: $0, before) })
  }

  func revising(
    _ indicator: Programme.Indicator?, _ target: Programme.Target, _ reason: Prose
  ) -> Tale {
    let unit = indicator?.definition.unit ?? .described
    return Tale(
      "history.programme.target-revised", ["indicator": line(indicator?.definition.name)]
    )
    .changing(
      "history.programme.target", from: indicator?.target.map { reader.target($0, in: unit) },
      to: reader.target(target, in: unit)
    )
    .saying("history.reason", reason)
  }

  func choosing(
    _ indicator: Programme.Indicator?, _ counting: Programme.CaseCounting?,
    _ before: Programme.Dossier?
  ) -> Tale {
    Tale(
      "history.programme.counting-chosen", ["indicator": line(indicator?.definition.name)]
    )
    .changing(
      "history.programme.counting", from: reader.words(for: indicator?.counting),
      to: reader.words(for: counting)
    )
    .saying(
      "case.field.group",
      counting?.targetGroup.map {
        before?.targetGroups.all[$0]?.name.description ?? reader.text("history.unknown")
      }
    )
    .saying(
      "case.field.intervention",
      counting?.intervention.map {
        before?.interventions.all[$0]?.plan.name.description ?? reader.text("history.unknown")
      }
    )
    .saying("programme.field.counted-since", counting?.since.map { reader.day($0) })
  }

  func measuring(
    _ indicator: Programme.Indicator?, _ measurement: Programme.Measurement, on day: Day
  ) -> Tale {
    let unit = indicator?.definition.unit ?? .described
    return Tale(
      "history.programme.measured",
      ["indicator": line(indicator?.definition.name), "day": self.day(day)]
    )
    .saying("history.programme.value", reader.reading(measurement.value, in: unit))
    .saying("history.programme.counted", measurement.count.map { reader.words(for: $0) })
    .saying("history.source", html: reader.source(measurement.source))
    .saying("history.note", measurement.note)
  }

  func correcting(
    _ indicator: Programme.Indicator?, _ id: MeasurementID, to value: Programme.Reading,
    measuredOn day: Day?, _ reason: Prose
  ) -> Tale {
    let unit = indicator?.definition.unit ?? .described
    let old = indicator?.measurements[id]
    let before = (old?.measuredOn).map { reader.day($0) }
    var tale = Tale(
      "history.programme.measurement-corrected",
      ["indicator": line(indicator?.definition.name)])
    if old?.value != value {
      tale = tale.changing(
        "history.programme.value", from: old.map { reader.reading($0.value, in: unit) },
        to: reader.reading(value, in: unit))
    }
    if let day {
      tale = tale.changing("history.programme.measured-on", from: before, to: reader.day(day))
    } else {
      tale = tale.saying("history.programme.measured-on", before)
    }
    return tale.saying("history.reason", reason)
  }

  func estimating(_ estimate: Programme.Estimate, _ old: Programme.Estimate?) -> Tale {
    let amount = reader.damage(estimate)
    let tale = Tale("history.programme.damage-estimated", ["amount": .text(amount)])
    let told = old.map {
      tale.changing("history.programme.damage", from: reader.damage($0), to: amount)
    }
    return (told ?? tale)
      .saying("history.programme.year", estimate.year?.description)
      .saying("history.source", html: reader.source(estimate.source))
      .saying("history.certainty", reader.text(estimate.certainty.name))
      .saying("history.note", estimate.note)
  }

  /// The goal's words; those it had when it was dropped, too.
  func name(of goal: GoalID, _ before: Programme.Dossier?) -> String {
    before?.goals.all[goal]?.text.description ?? reader.text("history.unknown")
  }

  private func baseline(_ baseline: Programme.Baseline, in unit: Programme.Unit) -> String {
    let value = reader.reading(baseline.value, in: unit)
    guard let day = baseline.on else { return value }
    return reader.text(
      "history.programme.value-on-day", ["value": .text(value), "day": self.day(day)])
  }

  private func word(for unit: Programme.Unit) -> String {
    switch unit {
    case .counted(let unit): unit.description
    case .described: reader.text("history.programme.unit-words")
    }
  }
}
