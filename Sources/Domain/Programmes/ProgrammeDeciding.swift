extension Programme {
  /// What a command makes happen to a programme that is not there yet.
  static func begin(_ command: Command) throws(Refusal) -> [Event] {
    switch command {
    case .establish(let charter, let decision, let day):
      try charter.check()
      return [.established(charter: charter, decision: decision, on: day)]
    case .adopt(let charter, let adoption, let phase, let adopter, let day):
      try charter.check()
      guard charter.term.start < day else { throw .adoptedBeforeStart(on: charter.term.start) }
      guard charter.manager != adopter else { throw .adopterCannotManage(adopter) }
      guard Phase.adoptable.contains(phase) else { throw .cannotBeAdoptedIn(phase) }
      return [.adopted(charter: charter, adoption: adoption, phase: phase, on: day)]
    case .rename, .restateProblem, .appointManager, .extend, .course, .goals, .indicators,
      .estimateDamage, .withdrawEstimate, .targetGroups, .partners, .team, .interventions,
      .interventionEvaluation, .achievements, .evaluation, .end:
      throw .notBegun
    }
  }
}

extension Programme.Dossier {
  /// What a command makes happen to a programme that runs.
  func decide(_ command: Programme.Command) throws(Programme.Refusal) -> [Programme.Event] {
    let events = try judge(command)
    for event in events { try checkDay(of: event) }
    return events
  }

  private func judge(_ command: Programme.Command) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .establish, .adopt: throw .alreadyBegun
    case .rename(let label, let day): try rename(label, on: day)
    case .restateProblem(let problem, let day):
      problem == self.problem ? [] : [.problemRestated(problem: problem, on: day)]
    case .appointManager(let person, let day):
      person == manager ? [] : [.managerAppointed(person: person, on: day)]
    case .extend(let review, let end, let decidedBy, let reason, let day):
      try extend(review: review, end: end, decidedBy: decidedBy, reason, on: day)
    case .course(let command, let day): try course.decide(command, in: self, on: day)
    case .goals(let command, let day): try goals.decide(command, on: day)
    case .indicators(let command, let day):
      try indicators.decide(command, in: self, on: day)
    case .estimateDamage(let id, let estimate, let day):
      try decideEstimate(estimate, as: id, on: day)
    case .withdrawEstimate(let id, let reason, let day):
      try withdrawEstimate(id, reason, on: day)
    case .targetGroups(let command, let day): try targetGroups.decide(command, on: day)
    case .partners(let command, let day): try partners.decide(command, on: day)
    case .team(let command, let day): try team.decide(command, on: day)
    case .interventions(let command, let day):
      try interventions.decide(command, in: self, on: day)
    case .interventionEvaluation(let id, let command, let day):
      try decide(command, of: id, on: day)
    case .achievements(let command, let day): try decideAchievement(command, on: day)
    case .evaluation(let command, let day):
      try evaluations.decide(command, in: course, on: day)
    case .end(let reason, let day): try end(reason, on: day)
    }
  }

  /// What a command makes happen to a programme that ended: only its measurements can be put right, and
  /// its interventions evaluated, since what they yield often shows late.
  func correct(
    _ command: Programme.Command, endedOn: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .indicators(.correctMeasurement, _), .interventionEvaluation: return try decide(command)
    case .establish, .adopt: throw .alreadyBegun
    case .rename, .restateProblem, .appointManager, .extend, .course, .goals, .indicators,
      .estimateDamage, .withdrawEstimate, .targetGroups, .partners, .team, .interventions,
      .achievements, .evaluation, .end:
      throw .ended(on: endedOn)
    }
  }

  private func rename(
    _ label: Programme.Label, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    try label.check()
    let present = labels[label.planYear]
    guard present != label else { return [] }
    return [
      .renamed(
        label: label, organisation: organisation, previousNumber: present?.number, on: day)
    ]
  }

  private func extend(
    review: Day, end: Day, decidedBy: PersonID, _ reason: Prose, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard decidedBy != manager else { throw .managerCannotExtend(manager) }
    let last = max(term.end, day)
    guard end > last else { throw .endNotLater(than: last) }
    let first = max(term.start, day.adding(days: 1))
    guard review >= first, review <= end else {
      throw .reviewOutsideTerm(from: first, to: end)
    }
    return [
      .extended(review: review, end: end, decidedBy: decidedBy, reason: reason, on: day)
    ]
  }

  private func end(_ reason: Prose, on day: Day) throws(Programme.Refusal) -> [Programme.Event] {
    guard course.phase == .evaluation else { throw .notInEvaluation(course.phase) }
    guard evaluations.present != nil else { throw .notEvaluated }
    guard interventions.running.isEmpty else {
      throw .interventionsRunning(interventions.running)
    }
    guard day >= course.since else { throw .beforePhaseBegan(on: course.since) }
    guard day >= term.start else { throw .beforeStart(on: term.start) }
    if let over = interventions.lastOver, day < over { throw .beforeWorkWasOver(on: over) }
    if let evaluated = evaluations.lastOn, day < evaluated {
      throw .beforeEvaluated(on: evaluated)
    }
    return [.ended(reason: reason, on: day)]
  }
}
