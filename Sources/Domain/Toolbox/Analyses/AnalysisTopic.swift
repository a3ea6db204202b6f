extension Analysis {
  /// What an event is about, and what it says of that.
  public enum Topic: Equatable, Sendable {
    case course(CourseEvent)
    case session(SessionID, SessionEvent)
    case subRisk(SubRiskID, SubRiskEvent)
    case focus(FocusEvent)
    case profile(TargetGroupID, ProfileEvent)
    case judgement(TargetGroupID, References.Determinant.Code, JudgementEvent)
    case influencer(InfluencerID, InfluencerEvent)
    case suggestion(SuggestionID, Suggestion)
    case choice(ChoiceID, ChoiceEvent)
  }

  /// What can happen on the way through the steps.
  public enum CourseEvent: Equatable, Sendable {
    case begun(References.EditionNumber)
    case movedOn(References.EditionNumber, reason: Prose)
    case finished(Step, version: Int, standsOn: [Int], conclusion: Prose)
    case skipped(by: PersonID, reason: Prose)
    case reopened(Step, version: Int, reason: Prose)
  }

  /// What can be settled about the sub-risks together.
  public enum FocusEvent: Equatable, Sendable {
    case prioritised([SubRiskID], reason: Prose)
    case chosen(Focus, reason: Prose)
  }

  /// What can happen to the judgement of a determinant.
  public enum JudgementEvent: Equatable, Sendable {
    case judged(Judgement)
    case withdrawn(reason: Prose)
  }

  /// What can happen to a sub-risk.
  public enum SubRiskEvent: Equatable, Sendable {
    case found(SubRisk)
    case revised(SubRisk)
    case dropped(reason: Prose)
    case weighed(Weighing)
  }

  /// What can be found out about a target group, beside its determinants.
  public enum ProfileEvent: Equatable, Sendable {
    case sectorNamed(Line)
    case sizeEstimated(Size)
    case goalSet(BehaviourGoal)
    case segmentsEstimated([SegmentShare])
  }

  /// What can happen to who has influence on a group.
  public enum InfluencerEvent: Equatable, Sendable {
    case named(Influencer, on: TargetGroupID)
    case revised(Influencer)
    case removed(reason: Prose)
  }

  /// What can happen to a choice.
  public enum ChoiceEvent: Equatable, Sendable {
    case made(Choice)
    case withdrawn(reason: Prose)
    case planned(InterventionID)
  }
}

extension Analysis.Event {
  /// The noun it is about, with what happened to it.
  public var topic: Analysis.Topic {
    switch self {
    case .begun(_, _, let edition, _): .course(.begun(edition))
    case .movedOn(let edition, let reason, _): .course(.movedOn(edition, reason: reason))
    case .sessionConvened(let id, let convening, _): .session(id, .convened(convening))
    case .sessionRevised(let id, let convening, _): .session(id, .revised(convening))
    case .participantInvited(let session, let id, let participant, _):
      .session(session, .invited(id, participant))
    case .participantExcused(let session, let id, let reason, _):
      .session(session, .excused(id, reason: reason))
    case .sessionNoted(let id, let notes, _): .session(id, .noted(notes))
    case .sourceAdded(let session, let id, let source, _):
      .session(session, .sourceAdded(id, source))
    case .sourceRemoved(let session, let id, _): .session(session, .sourceRemoved(id))
    case .attachmentAdded(let session, let id, let attachment, _):
      .session(session, .attachmentAdded(id, attachment))
    case .attachmentRemoved(let session, let id, let reason, _):
      .session(session, .attachmentRemoved(id, reason: reason))
    case .roundOpened(let session, let id, let round, _):
      .session(session, .roundOpened(id, round))
    case .scored(let session, let round, let participant, let answers, _):
      .session(session, .scored(round, by: participant, answers))
    case .roundClosed(let session, let id, _): .session(session, .roundClosed(id))
    case .sessionConcluded(let id, _): .session(id, .concluded)
    case .sessionReopened(let id, let reason, _): .session(id, .reopened(reason: reason))
    case .subRiskFound(let id, let subRisk, _): .subRisk(id, .found(subRisk))
    case .subRiskRevised(let id, let subRisk, _): .subRisk(id, .revised(subRisk))
    case .subRiskDropped(let id, let reason, _): .subRisk(id, .dropped(reason: reason))
    case .subRiskWeighed(let id, let weighing, _): .subRisk(id, .weighed(weighing))
    case .prioritised(let order, let reason, _): .focus(.prioritised(order, reason: reason))
    case .focusChosen(let focus, let reason, _): .focus(.chosen(focus, reason: reason))
    case .sectorNamed(let group, let sector, _): .profile(group, .sectorNamed(sector))
    case .sizeEstimated(let group, let size, _): .profile(group, .sizeEstimated(size))
    case .behaviourGoalSet(let group, let goal, _): .profile(group, .goalSet(goal))
    case .segmentsEstimated(let group, let shares, _):
      .profile(group, .segmentsEstimated(shares))
    case .determinantJudged(let group, let code, let judgement, _):
      .judgement(group, code, .judged(judgement))
    case .judgementWithdrawn(let group, let code, let reason, _):
      .judgement(group, code, .withdrawn(reason: reason))
    case .influencerNamed(let id, let group, let influencer, _):
      .influencer(id, .named(influencer, on: group))
    case .influencerRevised(let id, let influencer, _): .influencer(id, .revised(influencer))
    case .influencerRemoved(let id, let reason, _): .influencer(id, .removed(reason: reason))
    case .suggested(let id, let suggestion, _): .suggestion(id, suggestion)
    case .chosen(let id, let choice, _): .choice(id, .made(choice))
    case .choiceWithdrawn(let id, let reason, _): .choice(id, .withdrawn(reason: reason))
    case .choicePlanned(let id, let intervention, _): .choice(id, .planned(intervention))
    case .stepFinished(let step, let version, let standsOn, let conclusion, _):
      .course(.finished(step, version: version, standsOn: standsOn, conclusion: conclusion))
    case .understandingSkipped(let by, let reason, _):
      .course(.skipped(by: by, reason: reason))
    case .stepReopened(let step, let version, let reason, _):
      .course(.reopened(step, version: version, reason: reason))
    }
  }
}
