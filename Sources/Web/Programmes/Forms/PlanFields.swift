import Domain
import ReadModels

/// What a plan can point at.
struct PlanOffer {
  let targetGroups: [TargetGroupRow]
  let goals: [GoalRow]
  let indicators: [IndicatorRow]
  let people: People
  let reader: Reader
}

extension ProgrammeSubject {
  var offer: PlanOffer {
    PlanOffer(
      targetGroups: targetGroups, goals: goals, indicators: indicators, people: people,
      reader: reader)
  }
}

extension FormSheet {
  /// What is meant to be done; what the plan points at already may stay, even when it was dropped.
  mutating func plan(of present: Programme.Plan?, offering about: PlanOffer) {
    line("name", label: "programme.field.intervention")
    select(
      "owner", label: "programme.field.owner", hint: "programme.field.before-start",
      optional: true, about.people.choices(with: present?.owner))
    group("programme.field.period") { sheet in
      sheet.day("from", label: "programme.field.from", optional: true)
      sheet.day("to", label: "programme.field.until", optional: true)
    }
    prose(
      "effect", label: "programme.field.effect", hint: "programme.field.before-start",
      optional: true, rows: 4)
    number(
      "hours", label: "programme.field.hours", optional: true,
      unit: about.reader.text("programme.hours-unit"))
    line("unit", label: "programme.field.performer", optional: true)
    select(
      "group", label: "programme.field.group", optional: true,
      about.targetGroups.filter { $0.stands || $0.id == present?.targetGroup }
        .map { Choice($0.id.description, $0.title.description) })
    select(
      "goal", label: "programme.field.plan-goal", optional: true,
      about.goals.filter { $0.stands || $0.id == present?.goal }
        .map { Choice($0.id.description, $0.text.description) })
    select(
      "indicator", label: "programme.field.plan-indicator", optional: true,
      about.indicators.filter { $0.stands || $0.id == present?.indicator }
        .map { Choice($0.id.description, $0.title.description) })
  }
}

extension Reader {
  /// A plan as it stands in its form.
  func filled(_ plan: Programme.Plan) -> [String: String?] {
    [
      "name": plan.name.description,
      "owner": plan.owner?.description,
      "from": plan.period.map { typed($0.from) },
      "to": plan.period.map { typed($0.to) },
      "effect": plan.expectedEffect?.description,
      "hours": plan.capacity.map { number($0.rawValue) },
      "unit": plan.unit?.description,
      "group": plan.targetGroup?.description,
      "goal": plan.goal?.description,
      "indicator": plan.indicator?.description,
    ]
  }
}

extension Form {
  /// The plan that was filled in; nil when something is wrong with a field.
  mutating func plan(of present: Programme.Plan?, among people: People) -> Programme.Plan? {
    let name = line("name")
    let owner = optionalPerson("owner", among: people, or: present?.owner)
    let period = optionalPeriod()
    let hours = optionalWhole("hours", in: Programme.Hours.range)
    let (unit, effect) = (optionalLine("unit"), optionalProse("effect"))
    let group = optionalOffered("group", as: TargetGroupID.self)
    let goal = optionalOffered("goal", as: GoalID.self)
    let indicator = optionalOffered("indicator", as: IndicatorID.self)
    guard let name, isSound else { return nil }
    return Programme.Plan(
      name: name, owner: owner, period: period, capacity: hours.flatMap { Programme.Hours($0) },
      unit: unit, targetGroup: group, expectedEffect: effect, goal: goal, indicator: indicator)
  }

  /// A period that is filled in whole or not at all.
  private mutating func optionalPeriod() -> Period? {
    guard isFilled("from") || isFilled("to") else { return nil }
    let (from, to) = (day("from"), day("to"))
    guard let from, let to else { return nil }
    guard let period = Period(from: from, to: to) else {
      note(FormProblem("programme.refusal.period-reversed", at: "to"))
      return nil
    }
    return period
  }
}
