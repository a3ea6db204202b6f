extension Programme {
  /// What an event is about, and what it says of that.
  ///
  /// The log keeps a programme's events under one name each, side by side. Whoever follows one noun
  /// asks for its topic and switches over what can happen to that noun, every case by name; so a new
  /// event is given its noun here, once, and the compiler asks those who follow that noun about it.
  public enum Topic: Equatable, Sendable {
    case charter(CharterEvent)
    case course(CourseEvent)
    case goal(GoalID, GoalEvent)
    case indicator(IndicatorID, IndicatorEvent)
    case measurement(MeasurementID, of: IndicatorID, MeasurementEvent)
    case estimate(EstimateID, EstimateEvent)
    case targetGroup(TargetGroupID, TargetGroupEvent)
    case partner(PartnerID, PartnerEvent)
    case agreement(AgreementID, with: PartnerID, Prose)
    case member(PersonID, MemberEvent)
    case intervention(InterventionID, InterventionEvent)
    case interventionEvaluation(of: InterventionID, InterventionEvaluationEvent)
    case achievement(AchievementID, AchievementEvent)
    case evaluation(EvaluationEvent)
  }
}

extension Programme.Event {
  /// The noun it is about, with what happened to it.
  public var topic: Programme.Topic {
    switch self {
    case .established(let charter, let decision, _):
      .charter(.begun(charter, .decision(reference: decision), in: .development))
    case .adopted(let charter, let adoption, let phase, _):
      .charter(.begun(charter, .plan(adoption: adoption), in: phase))
    case .renamed(let label, _, _, _): .charter(.renamed(label))
    case .problemRestated(let problem, _): .charter(.problemRestated(problem))
    case .managerAppointed(let person, _): .charter(.managerAppointed(person))
    case .extended(let review, let end, let decidedBy, let reason, _):
      .charter(.extended(review: review, end: end, decidedBy: decidedBy, reason: reason))
    case .ended(let reason, _): .charter(.ended(reason: reason))
    case .gatePlanned(let phase, let expectedOn, _):
      .course(.gatePlanned(to: phase, expectedOn: expectedOn))
    case .gatePassed(let phase, let grounds, _):
      .course(.gatePassed(to: phase, grounds: grounds))
    case .loopedBack(let phase, let reason, _): .course(.loopedBack(to: phase, reason: reason))
    case .goalSet(let id, let text, _): .goal(id, .set(text))
    case .goalReworded(let id, let text, _): .goal(id, .reworded(text))
    case .goalDropped(let id, let reason, _): .goal(id, .dropped(reason: reason))
    case .indicatorDefined(let id, let definition, _): .indicator(id, .defined(definition))
    case .targetRevised(let id, let target, let reason, _):
      .indicator(id, .targetRevised(target, reason: reason))
    case .countingChosen(let id, let counting, _): .indicator(id, .countingChosen(counting))
    case .indicatorDropped(let id, let reason, _): .indicator(id, .dropped(reason: reason))
    case .measured(let indicator, let id, let measurement, _):
      .measurement(id, of: indicator, .taken(measurement))
    case .measurementCorrected(let indicator, let id, let value, let measuredOn, let reason, _):
      .measurement(
        id, of: indicator, .corrected(to: value, measuredOn: measuredOn, reason: reason))
    case .damageEstimated(let id, let estimate, _): .estimate(id, .made(estimate))
    case .estimateWithdrawn(let id, let reason, _): .estimate(id, .withdrawn(reason: reason))
    case .targetGroupAdded(let id, let name, _): .targetGroup(id, .added(name))
    case .targetGroupRenamed(let id, let name, _): .targetGroup(id, .renamed(name))
    case .targetGroupDropped(let id, let reason, _): .targetGroup(id, .dropped(reason: reason))
    case .partnerInvolved(let id, let partner, _): .partner(id, .involved(partner))
    case .partnerRevised(let id, let partner, _): .partner(id, .revised(partner))
    case .partnerLeft(let id, let reason, _): .partner(id, .left(reason: reason))
    case .agreementMade(let partner, let id, let text, _): .agreement(id, with: partner, text)
    case .memberJoined(let person, let role, _): .member(person, .joined(role: role))
    case .memberLeft(let person, _): .member(person, .left)
    case .interventionPlanned(let id, let plan, _): .intervention(id, .planned(plan))
    case .interventionRevised(let id, let plan, _): .intervention(id, .revised(plan))
    case .interventionStarted(let id, _): .intervention(id, .started)
    case .interventionFinished(let id, let result, _):
      .intervention(id, .finished(result: result))
    case .interventionCancelled(let id, let reason, _):
      .intervention(id, .cancelled(reason: reason))
    case .interventionEvaluated(let id, let evaluation, _):
      .interventionEvaluation(of: id, .recorded(evaluation))
    case .interventionEvaluationRevised(let id, let evaluation, let reason, _):
      .interventionEvaluation(of: id, .revised(evaluation, reason: reason))
    case .achievementRecorded(let id, let achievement, _): .achievement(id, .recorded(achievement))
    case .achievementWithdrawn(let id, let reason, _):
      .achievement(id, .withdrawn(reason: reason))
    case .evaluationRecorded(let evaluation, _): .evaluation(.recorded(evaluation))
    case .evaluationRevised(let evaluation, let reason, _):
      .evaluation(.revised(evaluation, reason: reason))
    }
  }
}
