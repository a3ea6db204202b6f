extension Programme.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: Programme.Event) -> Programme.Dossier {
    var dossier = self
    dossier.apply(event)
    dossier.keepDay(of: event)
    return dossier
  }

  private mutating func apply(_ event: Programme.Event) {
    switch event {
    case .established, .adopted, .ended: break
    case .renamed(let label, _, _, _): labels[label.planYear] = label
    case .problemRestated(let problem, _): self.problem = problem
    case .managerAppointed(let person, _): manager = person
    case .extended(let review, let end, _, _, _): revise(review: review, end: end)
    case .gatePlanned(let phase, let expectedOn, _): course.gates[phase] = expectedOn
    case .gatePassed(let phase, _, let day): course.enter(phase, on: day)
    case .loopedBack(let phase, _, let day): loopBack(to: phase, on: day)
    case .goalSet(let id, let text, _): goals.all[id] = Programme.Goal(text: text)
    case .goalReworded(let id, let text, _): goals.all[id]?.text = text
    case .goalDropped(let id, let reason, _): goals.all[id]?.droppedBecause = reason
    case .indicatorDefined(let id, let definition, let day):
      indicators.all[id] = Programme.Indicator(definition, on: day)
    case .targetRevised(let id, let target, let reason, let day):
      indicators.all[id]?.targets.append(.init(target: target, since: day, reason: reason))
    case .countingChosen(let id, let counting, _): indicators.all[id]?.counting = counting
    case .measured(let indicator, let id, let measurement, let day):
      indicators.all[indicator]?.measurements[id] = .init(measurement: measurement, on: day)
    case .measurementCorrected(
      let indicator, let id, let value, let measuredOn, let reason, let day):
      indicators.all[indicator]?.measurements[id]?.corrections
        .append(.init(value: value, measuredOn: measuredOn, reason: reason, on: day))
    case .indicatorDropped(let id, let reason, _): indicators.all[id]?.droppedBecause = reason
    case .damageEstimated(let id, let estimate, let day):
      estimates[id] = Programme.Estimated(estimate: estimate, on: day)
    case .estimateWithdrawn(let id, let reason, _): estimates[id]?.withdrawnBecause = reason
    case .targetGroupAdded(let id, let name, _): targetGroups.all[id] = .init(name: name)
    case .targetGroupRenamed(let id, let name, _): targetGroups.all[id]?.name = name
    case .targetGroupDropped(let id, let reason, _):
      targetGroups.all[id]?.droppedBecause = reason
    case .partnerInvolved(let id, let partner, _): partners.all[id] = .init(partner: partner)
    case .partnerRevised(let id, let partner, _): partners.all[id]?.partner = partner
    case .agreementMade(let partner, let id, let text, let day):
      partners.all[partner]?.agreements[id] = Programme.Agreement(text: text, on: day)
    case .partnerLeft(let id, let reason, _): partners.all[id]?.endedBecause = reason
    case .memberJoined(let person, let role, _): team.members[person] = role
    case .memberLeft(let person, _): team.members[person] = nil
    case .interventionPlanned(let id, let plan, _): interventions.all[id] = .init(plan: plan)
    case .interventionRevised(let id, let plan, _): interventions.all[id]?.plan = plan
    case .interventionStarted(let id, let day): interventions.start(id, on: day)
    case .interventionFinished(let id, let result, let day):
      interventions.finish(id, result, on: day)
    case .interventionCancelled(let id, let reason, let day):
      interventions.cancel(id, reason, on: day)
    case .interventionEvaluated(let id, let evaluation, let day),
      .interventionEvaluationRevised(let id, let evaluation, _, let day):
      interventions.all[id]?.evaluations.take(evaluation, on: day)
    case .achievementRecorded(let id, let achievement, _): achievements[id] = achievement
    case .achievementWithdrawn(let id, _, _): achievements[id] = nil
    case .evaluationRecorded(let evaluation, let day),
      .evaluationRevised(let evaluation, _, let day):
      evaluations.take(evaluation, on: day)
    }
  }
}

extension Programme.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .established(_, _, let day), .adopted(_, _, _, let day), .renamed(_, _, _, let day),
      .problemRestated(_, let day), .managerAppointed(_, let day), .extended(_, _, _, _, let day),
      .gatePlanned(_, _, let day), .gatePassed(_, _, let day), .loopedBack(_, _, let day),
      .goalSet(_, _, let day), .goalReworded(_, _, let day), .goalDropped(_, _, let day),
      .indicatorDefined(_, _, let day), .targetRevised(_, _, _, let day),
      .countingChosen(_, _, let day), .measured(_, _, _, let day),
      .measurementCorrected(_, _, _, _, _, let day),
      .indicatorDropped(_, _, let day), .damageEstimated(_, _, let day),
      .estimateWithdrawn(_, _, let day),
      .targetGroupAdded(_, _, let day), .targetGroupRenamed(_, _, let day),
      .targetGroupDropped(_, _, let day), .partnerInvolved(_, _, let day),
      .partnerRevised(_, _, let day), .agreementMade(_, _, _, let day),
      .partnerLeft(_, _, let day), .memberJoined(_, _, let day), .memberLeft(_, let day),
      .interventionPlanned(_, _, let day), .interventionRevised(_, _, let day),
      .interventionStarted(_, let day), .interventionFinished(_, _, let day),
      .interventionCancelled(_, _, let day), .interventionEvaluated(_, _, let day),
      .interventionEvaluationRevised(_, _, _, let day), .achievementRecorded(_, _, let day),
      .achievementWithdrawn(_, _, let day), .evaluationRecorded(_, let day),
      .evaluationRevised(_, _, let day), .ended(_, let day):
      day
    }
  }
}
