import Domain
import ReadModels

/// What was expected of an intervention beside what was observed; nothing until the work is over.
enum InterventionEvaluationPart {
  static func html(_ intervention: InterventionRow, _ view: ProgrammeView) -> HTML {
    guard intervention.startedOn != nil, !intervention.isOpen else { return .nothing }
    let id = intervention.id.description
    let versions = view.about.evaluations(of: intervention.id)
    guard let last = versions.last else {
      return Part.html(
        "evaluation", "programme.evaluation",
        view.nothing(
          "programme.intervention-evaluation.empty", "programme.act.evaluate", "interventions", id,
          "evaluation"), for: view.reader)
    }
    let before = versions.dropLast().reversed().map { row -> HTML in
      "<div class=\"version\">\(words(row, intervention, view.about))</div>\n"
    }
    return Part.html(
      "evaluation", "programme.evaluation",
      """
      \(words(last, intervention, view.about))
      \(view.earlier(
        view.reader.text("programme.evaluation.earlier", count: before.count), before.joined()))
      """,
      actions: view.act(
        "programme.evaluation.revise", "interventions", id, "evaluation", "revision"),
      for: view.reader)
  }

  /// One version; the outcome never without its confidence and other explanations.
  private static func words(
    _ row: InterventionEvaluationRow, _ intervention: InterventionRow, _ about: ProgrammeSubject
  ) -> HTML {
    let (reader, evaluation) = (about.reader, row.evaluation)
    var list = SummaryList()
    list.add(
      reader.text("programme.field.expected"), ExpectedEffect.html(intervention.plan, reader))
    list.add(reader.text("programme.field.observed"), evaluation.observed.html)
    list.add(reader.text("programme.field.outcome"), outcome(evaluation, reader))
    list.add(reader.text("programme.field.confidence-reason"), evaluation.confidenceReason.html)
    list.add(reader.text("programme.field.explanations"), evaluation.otherExplanations.html)
    list.add(reader.text("programme.field.lessons"), evaluation.lessons.html)
    return """
      <p class="muted">\(reader.text(
        "programme.evaluation.written",
        ["person": .text(about.people.name(evaluation.by)), "day": .text(reader.day(row.writtenOn))]))\
      \(row.revisedBecause.map {
        " \(reader.text("programme.evaluation.because")) \($0)" as HTML
      })</p>
      \(list.html(for: reader))
      \(ComparisonTable.html(row, about))
      """
  }

  private static func outcome(
    _ evaluation: Programme.InterventionEvaluation, _ reader: Reader
  ) -> HTML {
    """
    <p class="row">\(StatusBadge.html(
      reader.text(evaluation.outcome.name), evaluation.outcome.tone))\
    \(ConfidenceBadge.html(evaluation.confidence, reader))</p>

    """
  }
}

/// What the plan expected, which nothing that was planned later can change.
enum ExpectedEffect {
  static func html(_ plan: Programme.Plan, _ reader: Reader) -> HTML {
    plan.expectedEffect.map { $0.html } ?? reader.notKnown
  }
}

/// What was measured before and after, on which an evaluation rests; that it rests on none is said.
enum ComparisonTable {
  static func html(_ row: InterventionEvaluationRow, _ about: ProgrammeSubject) -> HTML {
    let reader = about.reader
    let comparisons = row.evaluation.comparisons
    guard !comparisons.isEmpty else {
      return "<p>\(reader.text("programme.comparison.none"))</p>\n"
    }
    var table = DataTable(
      "comparison-\(row.position)", caption: reader.text("programme.comparisons"))
    table.column(reader.text("programme.column.indicator"))
    table.column(reader.text("programme.column.before"), .number)
    table.column(reader.text("programme.column.after"), .number)
    table.column(reader.text("programme.column.difference"), .number)
    for comparison in comparisons {
      if let cells = cells(comparison, about) { table.row(cells) }
    }
    return table.html(for: reader)
  }

  /// Nil for an indicator that is not there, which no evaluation points at.
  private static func cells(
    _ comparison: Programme.InterventionEvaluation.Comparison, _ about: ProgrammeSubject
  ) -> [HTML]? {
    guard let indicator = about.indicators.first(where: { $0.id == comparison.indicator }) else {
      return nil
    }
    let reader = about.reader
    let page = Site.programme(about.id, "indicators", indicator.id.description)
    let before = about.value(before: comparison, of: indicator)
    let after = about.value(of: comparison.after)
    return [
      "<a href=\"\(reader.to(page))\">\(indicator.title)</a>",
      point(before, indicator.unit, reader), point(after, indicator.unit, reader),
      difference(from: before?.value, to: after?.value, reader),
    ]
  }

  private static func point(
    _ measured: MeasuredValue?, _ unit: Programme.Unit, _ reader: Reader
  ) -> HTML {
    guard let measured else { return reader.notKnown }
    return """
      \(reader.reading(measured.value, in: unit))\
      \(measured.day.map { "<br><span class=\"muted\">\(reader.shortDay($0))</span>" as HTML })
      """
  }

  /// By how much it changed; words cannot be subtracted.
  private static func difference(
    from before: Programme.Reading?, to after: Programme.Reading?, _ reader: Reader
  ) -> HTML {
    guard let before = before?.number, let after = after?.number else {
      return HTML(reader.text("programme.comparison.in-words"))
    }
    guard after != before else { return HTML(reader.text("programme.comparison.same")) }
    let difference = reader.number(abs(after - before), decimals: Quantity.scaleMax)
    return HTML(
      reader.text(
        Phrase(
          after > before ? "programme.comparison.higher" : "programme.comparison.lower",
          ["difference": .text(difference)])))
  }
}

/// What an indicator said, and of which day when that is known.
private typealias MeasuredValue = (value: Programme.Reading, day: Day?)

extension ProgrammeSubject {
  fileprivate func value(of measurement: MeasurementID) -> MeasuredValue? {
    measurements.first { $0.id == measurement }.map { ($0.value, $0.measuredOn) }
  }

  /// The measurement that it is compared with, or the baseline.
  fileprivate func value(
    before comparison: Programme.InterventionEvaluation.Comparison, of indicator: IndicatorRow
  ) -> MeasuredValue? {
    guard let before = comparison.before else {
      return indicator.baseline.map { ($0.value, $0.on) }
    }
    return value(of: before)
  }
}
