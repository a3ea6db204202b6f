extension Programme {
  /// What an event is about, without what it says of that: a topic by name.
  ///
  /// A read model asks for it before it takes an event apart, since most events are not about its noun.
  public enum Noun: Hashable, Sendable, CaseIterable {
    case charter
    case course
    case goal
    case indicator
    case measurement
    case estimate
    case targetGroup
    case partner
    case agreement
    case member
    case intervention
    case interventionEvaluation
    case achievement
    case evaluation
  }
}

extension Programme.Event {
  /// The noun of its topic, found without taking the event apart.
  public var noun: Programme.Noun {
    switch self {
    case .established, .adopted, .renamed, .problemRestated, .managerAppointed, .extended, .ended:
      .charter
    case .gatePlanned, .gatePassed, .loopedBack: .course
    case .goalSet, .goalReworded, .goalDropped: .goal
    case .indicatorDefined, .targetRevised, .countingChosen, .indicatorDropped: .indicator
    case .measured, .measurementCorrected: .measurement
    case .damageEstimated, .estimateWithdrawn: .estimate
    case .targetGroupAdded, .targetGroupRenamed, .targetGroupDropped: .targetGroup
    case .partnerInvolved, .partnerRevised, .partnerLeft: .partner
    case .agreementMade: .agreement
    case .memberJoined, .memberLeft: .member
    case .interventionPlanned, .interventionRevised, .interventionStarted, .interventionFinished,
      .interventionCancelled:
      .intervention
    case .interventionEvaluated, .interventionEvaluationRevised: .interventionEvaluation
    case .achievementRecorded, .achievementWithdrawn: .achievement
    case .evaluationRecorded, .evaluationRevised: .evaluation
    }
  }
}
