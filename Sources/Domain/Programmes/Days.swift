extension Programme {
  /// What is added to a programme and may change or go, each under an identity of its own.
  enum Part: Hashable, Sendable {
    case goal(GoalID)
    case indicator(IndicatorID)
    case measurement(MeasurementID)
    case estimate(EstimateID)
    case targetGroup(TargetGroupID)
    case partner(PartnerID)
    case member(PersonID)
    case plan(InterventionID)
    case achievement(AchievementID)
  }
}

/// On which days things can have happened, beside what the rules of each noun say of them.
extension Programme.Dossier {
  /// The day before which nothing of it happened: the start of one that was taken over, the decision of
  /// one that starts later.
  public var beginning: Day { min(begunOn, term.start) }

  /// Nothing happens before the programme began, nor to a part before what last happened to it.
  func checkDay(of event: Programme.Event) throws(Programme.Refusal) {
    let (topic, day) = (event.topic, event.on)
    if topic.isOfProgramme, day < beginning { throw .beforeBeginning(on: beginning) }
    if let last = topic.part.flatMap({ lastDays[$0] }), day < last { throw .beforePart(on: last) }
  }

  /// Keeps when something last happened to the part that `event` is about.
  mutating func keepDay(of event: Programme.Event) {
    if let part = event.topic.part { lastDays[part] = event.on }
  }
}

extension Programme.Topic {
  /// Whether it can only have happened while the programme was there.
  ///
  /// What was measured, estimated or agreed may be older: a first measurement, a risk analysis, a
  /// covenant on which the programme builds.
  fileprivate var isOfProgramme: Bool {
    switch self {
    case .measurement, .estimate, .agreement: false
    case .charter, .course, .goal, .indicator, .targetGroup, .partner, .member, .intervention,
      .interventionEvaluation, .achievement, .evaluation:
      true
    }
  }

  /// The part that it is about; nil when what happens to that has an order of its own.
  fileprivate var part: Programme.Part? {
    switch self {
    case .goal(let id, _): .goal(id)
    case .indicator(let id, _): .indicator(id)
    case .measurement(let id, _, _): .measurement(id)
    case .estimate(let id, _): .estimate(id)
    case .targetGroup(let id, _): .targetGroup(id)
    case .partner(let id, _): .partner(id)
    case .member(let person, _): .member(person)
    case .intervention(let id, let event): event.isOfPlan ? .plan(id) : nil
    case .achievement(let id, _): .achievement(id)
    case .charter, .course, .agreement, .interventionEvaluation, .evaluation: nil
    }
  }
}

extension Programme.InterventionEvent {
  /// Whether it says what is meant to be done, and not what is done: work may have begun before its plan
  /// was written down here, and is compared with the programme's start and its own.
  fileprivate var isOfPlan: Bool {
    switch self {
    case .planned, .revised: true
    case .started, .finished, .cancelled: false
    }
  }
}
