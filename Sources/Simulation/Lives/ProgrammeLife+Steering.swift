import Domain

/// What a programme is and whom it works with, set up and changed as it goes.
extension ProgrammeLife {
  mutating func setGoal(_ world: inout World) -> Programme.Command {
    let id: GoalID = world.identifier()
    means.goals.append(id)
    return .goals(.set(id, Phrases.goal(subject, &world.chance)), on: world.day)
  }

  mutating func changeGoals(_ world: inout World) -> Programme.Command {
    switch world.chance.below(100) {
    case ..<45:
      .goals(
        .reword(world.chance.one(of: means.goals), Phrases.goal(subject, &world.chance)),
        on: world.day)
    case ..<75 where means.goals.count > 1:
      .goals(
        .drop(means.goals.removeFirst(), reason: Phrases.reason(subject, &world.chance)),
        on: world.day)
    case _: setGoal(&world)
    }
  }

  mutating func define(_ world: inout World) -> Programme.Command {
    let isCounted = world.chance.happens(88)
    let level = world.chance.of(20...6000)
    let meter = Meter(
      id: world.identifier(), isCounted: isCounted, level: level,
      pace: max(4, level / world.chance.of(12...40)), source: world.source())
    means.meters.append(meter)
    let definition = Programme.Definition(
      name: Phrases.indicator(subject, &world.chance),
      unit: isCounted ? .counted(in: world.chance.one(of: Phrases.measures)) : .described,
      baseline: isCounted
        ? Programme.Baseline(meter.number(level), on: world.day.adding(days: -90)) : nil,
      target: isCounted ? target(meter, &world) : nil, source: meter.source,
      goal: means.goals.isEmpty ? nil : world.chance.one(of: means.goals))
    return .indicators(.define(meter.id, definition), on: world.day)
  }

  private func target(_ meter: Meter, _ world: inout World) -> Programme.Target {
    let aim: Programme.Target.Aim = world.chance.happens(60) ? .atLeast : .atMost
    let percent = aim == .atLeast ? world.chance.of(110...180) : world.chance.of(30...90)
    return Programme.Target(
      meter.number(meter.level * percent / 100), aim, by: world.day(in: 300...1400))
  }

  mutating func reviseTarget(_ world: inout World) -> Programme.Command {
    let counted = means.meters.filter(\.isCounted)
    guard !counted.isEmpty else { return measure(&world) }
    let meter = world.chance.one(of: counted)
    return .indicators(
      .reviseTarget(
        meter.id, target(meter, &world), reason: Phrases.reason(subject, &world.chance)),
      on: world.day)
  }

  mutating func changeIndicators(_ world: inout World) -> Programme.Command {
    guard means.meters.count > 2, world.chance.happens(50) else { return define(&world) }
    let dropped = means.meters.remove(at: world.chance.below(means.meters.count))
    return .indicators(
      .drop(dropped.id, reason: Phrases.reason(subject, &world.chance)), on: world.day)
  }

  mutating func addGroup(_ world: inout World) -> Programme.Command {
    let id: TargetGroupID = world.identifier()
    means.groups.append(id)
    return .targetGroups(.add(id, Phrases.group(subject, &world.chance)), on: world.day)
  }

  mutating func changeGroups(_ world: inout World) -> Programme.Command {
    switch world.chance.below(100) {
    case ..<40:
      .targetGroups(
        .rename(world.chance.one(of: means.groups), Phrases.group(subject, &world.chance)),
        on: world.day)
    case ..<65 where means.groups.count > 1:
      .targetGroups(
        .drop(means.groups.removeLast(), reason: Phrases.reason(subject, &world.chance)),
        on: world.day)
    case _: addGroup(&world)
    }
  }

  mutating func involve(_ world: inout World) -> Programme.Command {
    let partner = Phrases.partner(&world.chance)
    let id: PartnerID = world.identifier()
    means.partners.append((id, partner))
    return .partners(.involve(id, partner), on: world.day)
  }

  mutating func agree(_ world: inout World) -> Programme.Command {
    let partner = world.chance.one(of: means.partners).id
    return .partners(
      .agree(partner, world.identifier(), Phrases.agreement(subject, &world)), on: world.day)
  }

  mutating func changePartner(_ world: inout World) -> Programme.Command {
    let at = world.chance.below(means.partners.count)
    switch world.chance.below(100) {
    case ..<40:
      let present = means.partners[at].partner
      means.partners[at].partner = Programme.Partner(
        name: present.name, kind: present.kind, role: Phrases.partner(&world.chance).role)
      return .partners(
        .revise(means.partners[at].id, means.partners[at].partner), on: world.day)
    case ..<70 where means.partners.count > 1:
      return .partners(
        .part(means.partners.remove(at: at).id, reason: Phrases.reason(subject, &world.chance)),
        on: world.day)
    case _: return involve(&world)
    }
  }

  mutating func join(_ world: inout World) -> Programme.Command {
    let person = world.chance.one(of: Persons.staff)
    if !means.members.contains(person) { means.members.append(person) }
    return .team(.join(person, role: world.chance.one(of: Phrases.roles)), on: world.day)
  }

  mutating func changeTeam(_ world: inout World) -> Programme.Command {
    guard means.members.count > 1, world.chance.happens(45) else { return join(&world) }
    return .team(.leave(means.members.removeFirst()), on: world.day)
  }

  mutating func estimate(_ world: inout World) -> Programme.Command {
    if means.estimates.count > 1, world.chance.happens(15) {
      return .withdrawEstimate(
        means.estimates.removeFirst(), reason: Phrases.reason(subject, &world.chance),
        on: world.day)
    }
    let low = world.chance.of(5...2000) * 100_000_000
    let high = low + world.chance.of(0...500) * 100_000_000
    let year = Year(world.day.year - 1)
    guard let low = Euro(cents: low), let high = Euro(cents: high),
      let margin = Margin(low: low, high: high)
    else { return .restateProblem(Phrases.section(.problem, of: subject, &world), on: world.day) }
    let estimate = Programme.Estimate(
      margin, world.chance.happens(80) ? .perYear : .once, year: year, source: world.source(),
      certainty: world.chance.one(of: Certainty.self),
      note: world.chance.happens(40) ? Phrases.note(subject, &world) : nil)
    let id: EstimateID = world.identifier()
    means.estimates.append(id)
    return .estimateDamage(id, estimate, on: world.day)
  }

  mutating func appoint(_ world: inout World) -> Programme.Command {
    manager = world.chance.one(of: Persons.managers)
    return .appointManager(manager, on: world.day)
  }

  /// Its number and name in the plan of this year, when it has none in it yet.
  mutating func rename(_ world: inout World) -> Programme.Command? {
    let year = world.day.year
    guard year > means.plannedIn, world.numbers.hasRoom(in: year),
      let label = world.numbers.take(in: year)
    else { return nil }
    means.plannedIn = year
    return .rename(
      Programme.Label(
        planYear: label.planYear, number: label.number,
        name: Phrases.name(subject, &world.chance)), on: world.day)
  }

  func extend(_ world: inout World) -> Programme.Command {
    let end = max(stream.state.dossier?.term.end ?? world.day, world.day)
      .adding(days: world.chance.of(180...900))
    return .extend(
      review: end.adding(days: -world.chance.of(30...170)), end: end,
      decidedBy: world.chance.one(of: Persons.deciders),
      reason: Phrases.reason(subject, &world.chance), on: world.day)
  }
}
