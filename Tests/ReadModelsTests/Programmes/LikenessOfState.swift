import Domain
import TestCast

extension Likeness {
  /// What the aggregate says; nil before the programme began.
  init?(_ state: Programme.State) {
    guard let dossier = state.dossier else { return nil }
    origin = dossier.origin
    labels = dossier.labels.values.sorted { $0.planYear < $1.planYear }
    label = dossier.label
    problem = dossier.problem
    manager = dossier.manager
    term = dossier.term
    phase = dossier.course.phase
    phaseSince = dossier.course.since
    gates = dossier.course.gates
    if case .ended(_, let day) = state {
      endedOn = day
    } else {
      nextGateDay = dossier.course.nextGate?.expectedOn
    }
    goals = dossier.goals.all.entries.map {
      Named(id: "\($0.key)", text: "\($0.value.text)", gone: $0.value.droppedBecause)
    }
    targetGroups = dossier.targetGroups.all.entries.map {
      Named(id: "\($0.key)", text: "\($0.value.name)", gone: $0.value.droppedBecause)
    }
    partners = dossier.partners.all.entries.map(\.value.partner)
    partings = dossier.partners.all.entries.map(\.value.endedBecause)
    agreements = dossier.partners.all.entries.flatMap(\.value.agreements.entries).map {
      Named(id: "\($0.key)", text: "\($0.value.on) \($0.value.text)")
    }
    team = dossier.team.members.entries.map { Named(id: "\($0.key)", text: "\($0.value)") }
    indicators = dossier.indicators.all.entries.map { Indicator($0.key, $0.value) }
    measured = [:]
    latest = [:]
    for (id, indicator) in dossier.indicators.all.entries {
      for (key, value) in indicator.measurements.entries {
        measured[key] = Measured(
          id: key, day: value.measuredOn, measurement: value.measurement,
          corrections: value.corrections.map(\.value))
      }
      if indicator.droppedBecause == nil { latest[id] = indicator.latest?.value }
    }
    estimates = dossier.estimates.entries.map(\.value.estimate)
    damage = dossier.damage
    interventions = dossier.interventions.all.entries.map {
      Work(
        id: $0.key, plan: $0.value.plan, progress: $0.value.progress,
        evaluations: $0.value.evaluations.versions)
    }
    achievements = dossier.achievements.entries.map(\.value)
    evaluations = dossier.evaluations.versions
    presentEvaluation = dossier.evaluations.present
  }
}

extension Likeness.Indicator {
  fileprivate init(_ id: IndicatorID, _ indicator: Programme.Indicator) {
    self.init(
      id: id, name: indicator.definition.name, unit: indicator.definition.unit,
      baseline: indicator.definition.baseline, source: indicator.definition.source,
      goal: indicator.definition.goal, targets: indicator.targets.map(\.target),
      reasons: indicator.targets.map(\.reason), gone: indicator.droppedBecause)
  }
}
