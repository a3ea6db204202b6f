import Domain
import EventSourcing

/// What became of the interventions of one programme as the commands that bring it about.
struct ResultSeed {
  let id: ProgrammeID
  private(set) var steps: [SeedStep<Programme>] = []

  private let parts: ProgrammeParts
  private let sources: [String: SourceEntry]

  /// - Throws: `SeedError` for a group, indicator or source that is not described.
  init(_ entry: ResultFile.Entry, in file: ResultFile, of parts: ProgrammeParts) throws {
    id = parts.id
    self.parts = parts
    sources = file.sources
    for (index, indicator) in entry.indicators.enumerated() {
      try add(indicator, as: "indicator/\(index + 1)")
    }
    for (index, intervention) in entry.interventions.enumerated() {
      try add(intervention, as: "intervention/\(index + 1)")
    }
  }

  private mutating func add(_ entry: ResultFile.IndicatorEntry, as name: String) throws {
    let id = try parts.indicator(entry.name)
    let definition = Programme.Definition(
      name: try Line(entry.name), unit: .counted(in: try Line(entry.unit)),
      source: try sources.source(entry.source))
    guard let first = entry.measurements.first else {
      throw SeedError.malformed(entry: entry.name, reason: "nothing was measured")
    }
    add(name, .indicators(.define(id, definition), on: first.on))
    for (index, measured) in entry.measurements.enumerated() {
      let measurement = try parts.measurement(index + 1, of: entry.name)
      add(
        "\(name)/measurement/\(index + 1)",
        .indicators(.measure(id, measurement, try self.measurement(measured)), on: measured.on))
    }
  }

  private func measurement(_ entry: ResultFile.MeasurementEntry) throws -> Programme.Measurement {
    guard let value = Quantity(mantissa: Int64(entry.value)) else {
      throw SeedError.malformed(entry: parts.programme.key, reason: "\(entry.value) is no value")
    }
    return Programme.Measurement(.number(value: value), source: try sources.source(entry.source))
  }

  private mutating func add(_ entry: ResultFile.InterventionEntry, as name: String) throws {
    let id = try parts.intervention(entry.name)
    let plan = try plan(of: entry)
    let planning: Programme.InterventionCommand =
      parts.isPublished(entry.name) ? .revise(id, plan) : .plan(id, plan)
    add("\(name)/planned", .interventions(planning, on: entry.plan.on))
    add("\(name)/started", .interventions(.start(id), on: entry.startedOn))
    if let finished = entry.finished {
      add(
        "\(name)/finished",
        .interventions(.finish(id, result: try Prose(finished.result)), on: finished.on))
    }
    if let evaluation = entry.evaluation {
      add(
        "\(name)/evaluated",
        .interventionEvaluation(id, .record(try self.evaluation(evaluation)), on: evaluation.on))
    }
  }

  private func plan(of entry: ResultFile.InterventionEntry) throws -> Programme.Plan {
    let plan = entry.plan
    return Programme.Plan(
      name: try Line(entry.name), owner: plan.owner, period: Period(from: plan.from, to: plan.to),
      capacity: plan.hours, unit: try Line(plan.unit), targetGroup: try parts.group(plan.group),
      expectedEffect: try Prose(plan.expected),
      indicator: try plan.indicator.map { try parts.indicator($0) })
  }

  private func evaluation(
    _ entry: ResultFile.EvaluationEntry
  ) throws -> Programme.InterventionEvaluation {
    Programme.InterventionEvaluation(
      observed: try Prose(entry.observed), outcome: entry.outcome,
      comparisons: try (entry.comparisons ?? []).map(comparison), confidence: entry.confidence,
      confidenceReason: try Prose(entry.confidenceReason),
      otherExplanations: try Prose(entry.otherExplanations), lessons: try Prose(entry.lessons),
      by: entry.by)
  }

  private func comparison(
    _ entry: ResultFile.ComparisonEntry
  ) throws -> Programme.InterventionEvaluation.Comparison {
    Programme.InterventionEvaluation.Comparison(
      of: try parts.indicator(entry.indicator),
      before: try parts.measurement(entry.before, of: entry.indicator),
      after: try parts.measurement(entry.after, of: entry.indicator))
  }

  private mutating func add(_ name: String, _ command: Programme.Command) {
    steps.append(SeedStep(name: "results/\(parts.programme.key)/\(name)", command: command))
  }
}
