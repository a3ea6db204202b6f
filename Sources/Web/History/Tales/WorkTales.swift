import Domain

/// What a programme does, and with whom.
extension Teller {
  func planning(_ plan: Programme.Plan, _ before: Programme.Dossier?) -> Tale {
    let words = PlanWords(plan, before, self)
    return Tale("history.programme.intervention-planned", ["name": line(plan.name)])
      .saying("history.owner", words.owner)
      .saying("history.programme.period", words.period)
      .saying("history.programme.capacity", words.capacity)
      .saying("history.programme.organisation-unit", words.unit)
      .saying("history.programme.target-group", words.targetGroup)
      .saying("history.programme.goal", words.goal)
      .saying("history.programme.indicator", words.indicator)
      .saying("history.programme.expected-effect", plan.expectedEffect)
  }

  func revising(
    _ old: Programme.Plan?, to new: Programme.Plan, _ before: Programme.Dossier?
  ) -> Tale {
    let was = old.map { PlanWords($0, before, self) }
    let words = PlanWords(new, before, self)
    return Tale("history.programme.intervention-revised", ["name": line(old?.name ?? new.name)])
      .changing("history.name", from: old?.name.description, to: new.name.description)
      .changing("history.owner", from: was?.owner, to: words.owner)
      .changing("history.programme.period", from: was?.period, to: words.period)
      .changing("history.programme.capacity", from: was?.capacity, to: words.capacity)
      .changing("history.programme.organisation-unit", from: was?.unit, to: words.unit)
      .changing("history.programme.target-group", from: was?.targetGroup, to: words.targetGroup)
      .changing("history.programme.goal", from: was?.goal, to: words.goal)
      .changing("history.programme.indicator", from: was?.indicator, to: words.indicator)
      .changing(
        "history.programme.expected-effect", from: old?.expectedEffect, to: new.expectedEffect)
  }

  func progress(
    _ sentence: StaticString, _ id: InterventionID, _ before: Programme.Dossier?,
    _ status: Programme.InterventionStatus
  ) -> Tale {
    let intervention = before?.interventions.all[id]
    return Tale(sentence, ["name": line(intervention?.plan.name)])
      .changing(
        "history.programme.status", from: intervention.map { reader.text($0.status.name) },
        to: reader.text(status.name))
  }

  func involving(_ partner: Programme.Partner) -> Tale {
    Tale("history.programme.partner-involved", ["partner": line(partner.name)])
      .saying("history.programme.partner-kind", reader.text(partner.kind.name))
      .saying("history.role", partner.role?.description)
  }

  func revising(_ old: Programme.Partner?, to new: Programme.Partner) -> Tale {
    Tale("history.programme.partner-revised", ["partner": line(old?.name ?? new.name)])
      .changing("history.name", from: old?.name.description, to: new.name.description)
      .changing(
        "history.programme.partner-kind", from: old.map { reader.text($0.kind.name) },
        to: reader.text(new.kind.name)
      )
      .changing("history.role", from: old?.role?.description, to: new.role?.description)
  }

  func joining(_ member: PersonID, as role: Line, _ old: Line?) -> Tale {
    guard let old else {
      return Tale("history.programme.member-joined", ["person": person(member)])
        .saying("history.role", role.description)
    }
    return Tale("history.programme.member-took-role", ["person": person(member)])
      .changing("history.role", from: old.description, to: role.description)
  }
}

/// The parts of a plan in words; nil is not filled in.
private struct PlanWords {
  let owner: String?
  let period: String?
  let capacity: String?
  let unit: String?
  let targetGroup: String?
  let goal: String?
  let indicator: String?

  init(_ plan: Programme.Plan, _ before: Programme.Dossier?, _ teller: Teller) {
    let reader = teller.reader
    let unknown = reader.text("history.unknown")
    owner = plan.owner.map { teller.people.name($0) }
    period = plan.period.map { reader.period($0) }
    capacity = plan.capacity.map {
      reader.text("history.programme.hours", count: $0.rawValue)
    }
    unit = plan.unit?.description
    targetGroup = plan.targetGroup.map {
      before?.targetGroups.all[$0]?.name.description ?? unknown
    }
    goal = plan.goal.map { teller.name(of: $0, before) }
    indicator = plan.indicator.map {
      before?.indicators.all[$0]?.definition.name.description ?? unknown
    }
  }
}
