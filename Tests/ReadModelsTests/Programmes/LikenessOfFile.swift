import Domain
import ReadModels
import TestCast

extension Likeness {
  /// What the read models say.
  init(_ file: ProgrammeFile) {
    origin = file.programme.origin
    labels = file.labels.map(\.label)
    label = file.programme.label
    problem = file.problem
    manager = file.programme.manager
    term = file.programme.term
    phase = file.programme.phase
    phaseSince = file.programme.phaseSince
    gates = file.programme.gates
    nextGateDay = file.programme.nextGate?.expectedOn
    endedOn = file.programme.ending?.day
    goals = file.goals.map {
      Named(id: "\($0.id)", text: "\($0.text)", gone: $0.drop?.because)
    }
    targetGroups = file.targetGroups.map {
      Named(id: "\($0.id)", text: "\($0.title)", gone: $0.drop?.because)
    }
    partners = file.partners.map(\.partner)
    partings = file.partners.map(\.drop?.because)
    agreements = file.partners.flatMap { file.agreements(with: $0.id) }.map {
      Named(id: "\($0.id)", text: "\($0.agreedOn) \($0.text)")
    }
    team = file.team.map { Named(id: "\($0.person)", text: "\($0.role)") }
    indicators = file.indicators.map { Indicator($0) }
    measured = [:]
    for row in file.measurements {
      measured[row.id] = Measured(
        id: row.id, day: row.measuredOn, measurement: row.measurement,
        corrections: row.corrections.map(\.value))
    }
    latest = [:]
    for standing in file.standings { latest[standing.indicator.id] = standing.latest?.value }
    estimates = file.estimates.sorted { $0.positionFirst < $1.positionFirst }.map(\.estimate)
    damage = file.damage?.estimate
    interventions = file.interventions.map {
      Work(
        id: $0.id, plan: $0.plan, progress: $0.progress,
        evaluations: file.evaluations(of: $0.id).map(\.evaluation))
    }
    achievements = file.achievements.map(\.achievement)
    evaluations = file.evaluations.map(\.evaluation)
    presentEvaluation = file.presentEvaluation?.evaluation
  }
}

extension Likeness.Indicator {
  fileprivate init(_ row: IndicatorRow) {
    self.init(
      id: row.id, name: row.title, unit: row.unit, baseline: row.baseline, source: row.source,
      goal: row.goal, targets: row.aims.map(\.target), reasons: row.aims.map(\.reason),
      gone: row.drop?.because)
  }
}
