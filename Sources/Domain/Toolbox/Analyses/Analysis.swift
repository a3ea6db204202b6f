public import EventSourcing

/// The analysis behind a programme's interventions: the three steps of the toolbox, and the way through them.
///
/// It bears the identity of its programme. People do it together, in sessions in which they score. A step is worked on until it is finished, and reopened with new insight
/// as its next version; what stood on the earlier version stays, and says so. Acting is not finished before the
/// groups are understood, unless somebody takes it upon them to skip that, with a name and a reason that stay.
public enum Analysis: Decider {
  /// What may be asked of an analysis.
  public enum Command: Equatable, Sendable {
    /// `title` is what the programme is called then.
    case begin(title: Line, organisation: Line, edition: References.EditionNumber, on: Day)
    /// Takes a later edition of the reference set into use.
    case moveOn(to: References.EditionNumber, reason: Prose, on: Day)
    case sessions(SessionID, SessionCommand, on: Day)
    case choosing(ChoosingCommand, on: Day)
    case understanding(UnderstandingCommand, on: Day)
    case acting(ActingCommand, on: Day)
    case finish(Step, conclusion: Prose, on: Day)
    case skipUnderstanding(by: PersonID, reason: Prose, on: Day)
    case reopen(Step, reason: Prose, on: Day)
  }

  /// What can have happened to an analysis.
  public enum Event: Codable, Equatable, Sendable {
    case begun(title: Line, organisation: Line, edition: References.EditionNumber, on: Day)
    case movedOn(edition: References.EditionNumber, reason: Prose, on: Day)
    case sessionConvened(id: SessionID, convening: Convening, on: Day)
    case sessionRevised(id: SessionID, convening: Convening, on: Day)
    case participantInvited(
      session: SessionID, id: ParticipantID, participant: Participant, on: Day)
    case participantExcused(session: SessionID, id: ParticipantID, reason: Prose, on: Day)
    case sessionNoted(id: SessionID, notes: Prose, on: Day)
    case sourceAdded(session: SessionID, id: SourceID, source: Source, on: Day)
    case sourceRemoved(session: SessionID, id: SourceID, on: Day)
    case attachmentAdded(
      session: SessionID, id: AttachmentID, attachment: Attachment, on: Day)
    case attachmentRemoved(session: SessionID, id: AttachmentID, reason: Prose, on: Day)
    case roundOpened(session: SessionID, id: RoundID, round: Round, on: Day)
    case scored(
      session: SessionID, round: RoundID, participant: ParticipantID, answers: [Answer], on: Day)
    case roundClosed(session: SessionID, id: RoundID, on: Day)
    case sessionConcluded(id: SessionID, on: Day)
    case sessionReopened(id: SessionID, reason: Prose, on: Day)
    case subRiskFound(id: SubRiskID, subRisk: SubRisk, on: Day)
    case subRiskRevised(id: SubRiskID, subRisk: SubRisk, on: Day)
    case subRiskDropped(id: SubRiskID, reason: Prose, on: Day)
    case subRiskWeighed(id: SubRiskID, weighing: Weighing, on: Day)
    case prioritised(subRisks: [SubRiskID], reason: Prose, on: Day)
    case focusChosen(focus: Focus, reason: Prose, on: Day)
    /// The trade that the group works in, so that results can be told apart by it.
    case sectorNamed(group: TargetGroupID, sector: Line, on: Day)
    case sizeEstimated(group: TargetGroupID, size: Size, on: Day)
    case behaviourGoalSet(group: TargetGroupID, goal: BehaviourGoal, on: Day)
    case segmentsEstimated(group: TargetGroupID, shares: [SegmentShare], on: Day)
    case determinantJudged(
      group: TargetGroupID, determinant: References.Determinant.Code, judgement: Judgement, on: Day)
    case judgementWithdrawn(
      group: TargetGroupID, determinant: References.Determinant.Code, reason: Prose, on: Day)
    case influencerNamed(id: InfluencerID, group: TargetGroupID, influencer: Influencer, on: Day)
    case influencerRevised(id: InfluencerID, influencer: Influencer, on: Day)
    case influencerRemoved(id: InfluencerID, reason: Prose, on: Day)
    case suggested(id: SuggestionID, suggestion: Suggestion, on: Day)
    case chosen(id: ChoiceID, choice: Choice, on: Day)
    case choiceWithdrawn(id: ChoiceID, reason: Prose, on: Day)
    case choicePlanned(id: ChoiceID, intervention: InterventionID, on: Day)
    /// `standsOn` holds the versions of the steps before it.
    case stepFinished(step: Step, version: Int, standsOn: [Int], conclusion: Prose, on: Day)
    case understandingSkipped(by: PersonID, reason: Prose, on: Day)
    case stepReopened(step: Step, version: Int, reason: Prose, on: Day)
  }

  /// Why a command on an analysis is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyBegun
    case notBegun
    case identifierInUse
    /// The analysis began on that day.
    case beforeBeginning(on: Day)
    /// Something of the step happened on that day.
    case beforeLast(on: Day)
    case unknownSession
    /// The session was concluded on that day; reopen it first.
    case sessionConcluded(on: Day)
    case sessionNotConcluded
    /// The step of a session stays what it was.
    case sessionOfOtherStep
    case alreadyInvited(ParticipantID)
    case unknownParticipant
    /// Scores of the participant are kept; they can no longer be excused.
    case hasScored(ParticipantID)
    case unknownSource
    case unknownAttachment
    /// The session has a document with the same content.
    case alreadyAttached(AttachmentID)
    case nothingAsked
    case questionTwice(QuestionID)
    case unknownRound
    case roundClosed(on: Day)
    /// Every question of a round is answered at once.
    case unanswered([QuestionID])
    case unknownQuestion(QuestionID)
    case nobodyScored
    case roundsOpen([RoundID])
    /// A judgement rests on a round that is there, and closed.
    case roundNotClosed
    case editionNotLater(than: References.EditionNumber)
    /// Reopen it first.
    case stepFinished(Step)
    case stepNotFinished(Step)
    /// The step before it comes first.
    case stepBeforeOpen(Step)
    /// It was finished before the step before it was done anew.
    case stepBeforeOutdated(Step)
    case choosingLacks([ChoosingGap])
    case understandingLacks([UnderstandingGap])
    case actingLacks([TargetGroupID])
    case alreadySkipped(by: PersonID)
    case unknownSubRisk
    /// A priority names each sub-risk that stands, once.
    case prioritiesIncomplete([SubRiskID])
    case focusEmpty
    /// The focus is on other groups.
    case groupNotInFocus
    case segmentTwice(References.Segment.Key)
    /// Together they are more than the whole group.
    case sharesAboveWhole(percent: Int)
    case evidenceMissing
    case unknownJudgement
    case unknownInfluencer
    /// Nothing is known of what hinders the group.
    case nothingToGoBy
    case unknownSuggestion
    case reasonsMissing
    /// A choice that departs from what is suggested says why.
    case departureUnexplained([Departure])
    case unknownChoice
    /// Nothing is planned for a choice to do nothing, or to leave it to a partner.
    case nothingToPlan
    case alreadyPlanned(InterventionID)
  }

  /// What an analysis is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unbegun
    case begun(Dossier)
  }

  public static let category = "analysis"
  public static let initial = State.unbegun

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.begin(let title, let organisation, let edition, let day), .unbegun):
      return [.begun(title: title, organisation: organisation, edition: edition, on: day)]
    case (.begin, .begun): throw .alreadyBegun
    case (.moveOn, .unbegun), (.sessions, .unbegun), (.choosing, .unbegun),
      (.understanding, .unbegun),
      (.acting, .unbegun), (.finish, .unbegun), (.skipUnderstanding, .unbegun),
      (.reopen, .unbegun):
      throw .notBegun
    case (_, .begun(let dossier)): return try dossier.decide(command)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.begun(let title, let organisation, let edition, let day), _):
      .begun(Dossier(title: title, organisation: organisation, edition: edition, on: day))
    case (_, .unbegun): .unbegun
    case (_, .begun(let dossier)): .begun(dossier.after(event))
    }
  }
}

extension Analysis.State {
  /// All that it is now; nil before it was begun.
  public var dossier: Analysis.Dossier? {
    switch self {
    case .unbegun: nil
    case .begun(let dossier): dossier
    }
  }
}
