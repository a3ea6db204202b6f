extension Programme {
  /// What can happen to an intervention.
  public enum InterventionEvent: Equatable, Sendable {
    case planned(Plan)
    case revised(Plan)
    case started
    case finished(result: Prose)
    case cancelled(reason: Prose)
  }

  /// What may be asked about interventions.
  public enum InterventionCommand: Equatable, Sendable {
    case plan(InterventionID, Plan)
    /// Allowed until it is finished or cancelled.
    case revise(InterventionID, Plan)
    case start(InterventionID)
    case finish(InterventionID, result: Prose)
    case cancel(InterventionID, reason: Prose)
  }

  /// What the programme does.
  public struct Interventions: Equatable, Sendable {
    public internal(set) var all = Register<InterventionID, Intervention>()
  }
}

extension Programme.Interventions {
  /// Those that started and are not over.
  public var running: [InterventionID] {
    all.entries.filter { $0.value.isRunning }.map(\.key)
  }

  /// The day on which the last of those that are over was; nil when none is.
  var lastOver: Day? { all.entries.compactMap(\.value.overOn).max() }

  var hasStarted: Bool { all.entries.contains { $0.value.startedOn != nil } }

  var hasUncancelled: Bool { all.entries.contains { $0.value.status != .cancelled } }

  func decide(
    _ command: Programme.InterventionCommand, in dossier: Programme.Dossier, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .plan(let id, let plan):
      guard all[id] == nil else { throw .identifierInUse }
      try plan.check(in: dossier)
      return [.interventionPlanned(id: id, plan: plan, on: day)]
    case .revise(let id, let plan): return try revise(id, plan, in: dossier, on: day)
    case .start(let id): return try start(id, in: dossier, on: day)
    case .finish(let id, let result): return try finish(id, result, on: day)
    case .cancel(let id, let reason): return try cancel(id, reason, on: day)
    }
  }

  private func revise(
    _ id: InterventionID, _ plan: Programme.Plan, in dossier: Programme.Dossier, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let intervention = try known(id)
    switch intervention.progress {
    case .planned: break
    case .running:
      guard plan.missing.isEmpty else { throw .startLacks(plan.missing) }
    case .finished, .cancelled: throw .interventionIs(intervention.status)
    }
    guard intervention.plan != plan else { return [] }
    try plan.check(in: dossier, replacing: intervention.plan)
    return [.interventionRevised(id: id, plan: plan, on: day)]
  }

  private func start(
    _ id: InterventionID, in dossier: Programme.Dossier, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let intervention = try known(id)
    let phase = dossier.course.phase
    guard intervention.status == .planned else { throw .interventionIs(intervention.status) }
    guard phase == .execution else { throw .notInExecution(phase) }
    let missing = intervention.plan.missing
    guard missing.isEmpty else { throw .startLacks(missing) }
    guard day >= dossier.term.start else { throw .beforeStart(on: dossier.term.start) }
    return [.interventionStarted(id: id, on: day)]
  }

  private func finish(
    _ id: InterventionID, _ result: Prose, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let intervention = try known(id)
    guard intervention.isRunning, let since = intervention.startedOn else {
      throw .interventionIs(intervention.status)
    }
    guard day >= since else { throw .beforeStarted(on: since) }
    return [.interventionFinished(id: id, result: result, on: day)]
  }

  private func cancel(
    _ id: InterventionID, _ reason: Prose, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    let intervention = try known(id)
    switch intervention.progress {
    case .planned: break
    case .running(let since): guard day >= since else { throw .beforeStarted(on: since) }
    case .finished, .cancelled: throw .interventionIs(intervention.status)
    }
    return [.interventionCancelled(id: id, reason: reason, on: day)]
  }

  private func known(_ id: InterventionID) throws(Programme.Refusal) -> Programme.Intervention {
    guard let intervention = all[id] else { throw .unknownIntervention }
    return intervention
  }

  mutating func start(_ id: InterventionID, on day: Day) {
    all[id]?.progress = .running(since: day)
  }

  mutating func finish(_ id: InterventionID, _ result: Prose, on day: Day) {
    let since = all[id]?.startedOn ?? day
    all[id]?.progress = .finished(since: since, result: result, on: day)
  }

  mutating func cancel(_ id: InterventionID, _ reason: Prose, on day: Day) {
    let since = all[id]?.startedOn
    all[id]?.progress = .cancelled(since: since, reason: reason, on: day)
  }
}

extension Programme.Plan {
  /// What it points at must stand, and its period lie within the term, unless `present` already said so
  /// before that changed.
  fileprivate func check(
    in dossier: Programme.Dossier, replacing present: Programme.Plan? = nil
  ) throws(Programme.Refusal) {
    if let targetGroup, targetGroup != present?.targetGroup {
      try dossier.targetGroups.standing(targetGroup)
    }
    if let goal, goal != present?.goal { try dossier.goals.standing(goal) }
    if let indicator, indicator != present?.indicator {
      try dossier.indicators.standing(indicator)
    }
    if let period, period != present?.period { try dossier.term.check(period) }
  }
}
