import Domain

/// The days of the execution: mostly measuring and intervening.
extension ProgrammeLife {
  mutating func work(_ world: inout World) -> Programme.Command {
    switch world.chance.below(1000) {
    case ..<530: measure(&world)
    case ..<810: intervene(&world)
    case ..<838: correct(&world) ?? measure(&world)
    case ..<853: reviseTarget(&world)
    case ..<872: agree(&world)
    case ..<890: changePartner(&world)
    case ..<912: changeTeam(&world)
    case ..<938: achieve(&world)
    case ..<954: changeGoals(&world)
    case ..<963: changeIndicators(&world)
    case ..<971: changeGroups(&world)
    case ..<978: estimate(&world)
    case ..<983: .restateProblem(Phrases.section(.problem, of: subject, &world), on: world.day)
    case ..<987: appoint(&world)
    case ..<991: rename(&world) ?? measure(&world)
    case ..<996: extend(&world)
    case _: planGate(to: .evaluation, &world) ?? extend(&world)
    }
  }

  mutating func measure(_ world: inout World) -> Programme.Command {
    let at = means.turn % means.meters.count
    means.turn = at + 1
    let id: MeasurementID = world.identifier()
    let value = means.meters[at].read(subject, &world)
    means.meters[at].last = id
    let note = world.chance.happens(18) ? Phrases.note(subject, &world) : nil
    return .indicators(
      .measure(
        means.meters[at].id, id,
        Programme.Measurement(value, source: means.meters[at].source, note: note)),
      on: world.day)
  }

  /// Puts the last measurement of some indicator right; nil when nothing was measured yet.
  mutating func correct(_ world: inout World) -> Programme.Command? {
    let meter = world.chance.one(of: means.meters)
    guard let last = meter.last else { return nil }
    let value =
      meter.isCounted
      ? meter.number(meter.level + world.chance.of(1...9))
      : .words(text: Phrases.reason(subject, &world.chance))
    return .indicators(
      .correctMeasurement(
        meter.id, last, value,
        measuredOn: world.chance.happens(15)
          ? world.day.adding(days: -world.chance.of(1...9)) : nil,
        reason: Phrases.reason(subject, &world.chance)),
      on: world.day)
  }

  mutating func intervene(_ world: inout World) -> Programme.Command {
    switch world.chance.below(100) {
    case ..<30: finish(&world) ?? begin(&world) ?? plan(&world)
    case ..<62: begin(&world) ?? plan(&world)
    case ..<70: cancel(&world) ?? plan(&world)
    case ..<78: replan(&world) ?? plan(&world)
    case _: plan(&world)
    }
  }

  /// A programme that plans its work is extended first when its term is nearly over.
  mutating func plan(_ world: inout World) -> Programme.Command {
    guard let plan = intervention(&world) else { return extend(&world) }
    let id: InterventionID = world.identifier()
    means.planned.append((id, plan))
    return .interventions(.plan(id, plan), on: world.day)
  }

  /// Nil when it would begin after the programme's end.
  private func intervention(_ world: inout World) -> Programme.Plan? {
    let from = world.day(in: 5...90)
    let end = stream.state.dossier?.term.end ?? from
    guard from <= end else { return nil }
    return Programme.Plan(
      name: Phrases.intervention(subject, &world.chance),
      owner: means.members.isEmpty ? manager : world.chance.one(of: means.members),
      period: Period(from: from, to: min(end, from.adding(days: world.chance.of(10...300)))),
      capacity: Programme.Hours(world.chance.of(2...120) * 10),
      unit: world.chance.one(of: Phrases.units),
      targetGroup: means.groups.isEmpty ? nil : world.chance.one(of: means.groups),
      expectedEffect: Phrases.effect(subject, &world.chance),
      goal: means.goals.isEmpty ? nil : world.chance.one(of: means.goals),
      indicator: world.chance.one(of: means.meters).id)
  }

  mutating func begin(_ world: inout World) -> Programme.Command? {
    guard !means.planned.isEmpty else { return nil }
    let started = means.planned.remove(at: world.chance.below(means.planned.count))
    means.running.append(started)
    means.hasStarted = true
    return .interventions(.start(started.id), on: world.day)
  }

  mutating func finish(_ world: inout World) -> Programme.Command? {
    guard !means.running.isEmpty else { return nil }
    let finished = means.running.remove(at: world.chance.below(means.running.count))
    return .interventions(
      .finish(finished.id, result: Phrases.result(subject, &world)), on: world.day)
  }

  private mutating func cancel(_ world: inout World) -> Programme.Command? {
    guard means.planned.count > 1 else { return nil }
    let cancelled = means.planned.remove(at: world.chance.below(means.planned.count))
    return .interventions(
      .cancel(cancelled.id, reason: Phrases.reason(subject, &world.chance)), on: world.day)
  }

  private mutating func replan(_ world: inout World) -> Programme.Command? {
    guard !means.planned.isEmpty else { return nil }
    let at = world.chance.below(means.planned.count)
    guard let plan = intervention(&world) else { return extend(&world) }
    means.planned[at].plan = plan
    return .interventions(.revise(means.planned[at].id, means.planned[at].plan), on: world.day)
  }

  private mutating func achieve(_ world: inout World) -> Programme.Command {
    if means.achievements.count > 1, world.chance.happens(15) {
      return .achievements(
        .withdraw(
          means.achievements.removeFirst(), reason: Phrases.reason(subject, &world.chance)),
        on: world.day)
    }
    let id: AchievementID = world.identifier()
    means.achievements.append(id)
    let achievement = Programme.Achievement(
      Phrases.result(subject, &world), source: world.source())
    return .achievements(.record(id, achievement), on: world.day)
  }
}
