/// Enforcement of one finding (handhaving): from its place in the matrix to how it ended.
///
/// It is a part of a case file, as a session is of an analysis: the file keeps a dossier for each finding, says
/// on which day something happened, and keeps the events. The law warns (`LegalCheck`) and refuses nothing.
/// Source: Landelijke handhavingsstrategie (2014, 2022); Algemene wet bestuursrecht (Awb), title 5.
public enum Enforcement {
  /// What may be asked of the enforcement of a finding.
  public enum Command: Equatable, Sendable {
    /// The day of the command is the date of the report.
    case report(Report)
    case noteProsecution(Prosecution)
    case place(Position, Aspects, under: MatrixEdition)
    /// What departs from the cell needs a reason; what is harsher is proposed.
    case choose(Measure, reason: Prose? = nil, by: PersonID)
    case confirm(by: PersonID)
    case decline(reason: Prose, by: PersonID)
    case announce(ActionID, Intention)
    case receiveView(ActionID, View)
    /// Without an intention before it, it begins the action.
    case settle(ActionID, Decision)
    case send(ActionID)
    case takeEffect(ActionID)
    case makeIrrevocable(ActionID)
    case reinspect(ActionID, Reinspection)
    /// So many times since the last; what is forfeited follows from the order.
    case forfeit(ActionID, times: Int)
    case decideCollection(ActionID, Euro)
    case collect(ActionID, Euro)
    case receiveObjection(ActionID)
    case settleObjection(ActionID, ObjectionOutcome, reason: Prose)
    case withdraw(ActionID, reason: Prose)
    case end(Ending, reason: Prose)
    case reopen(reason: Prose)
  }

  /// What can have happened to the enforcement of a finding.
  public enum Event: Codable, Equatable, Sendable {
    case reported(report: Report)
    case prosecutionNoted(prosecution: Prosecution)
    case placed(placement: Placement)
    case measureChosen(choice: Choice)
    case measureProposed(choice: Choice)
    case proposalConfirmed(by: PersonID)
    case proposalDeclined(by: PersonID, reason: Prose)
    case intentionAnnounced(action: ActionID, measure: Measure, intention: Intention)
    case viewReceived(action: ActionID, view: View)
    case decided(action: ActionID, measure: Measure, decision: Decision)
    case sent(action: ActionID)
    case tookEffect(action: ActionID)
    case becameIrrevocable(action: ActionID)
    case reinspected(action: ActionID, reinspection: Reinspection)
    case forfeited(action: ActionID, forfeiture: Forfeiture)
    case collectionDecided(action: ActionID, amount: Euro)
    case collected(action: ActionID, amount: Euro)
    case objectionReceived(action: ActionID)
    case objectionSettled(action: ActionID, outcome: ObjectionOutcome, reason: Prose)
    case withdrawn(action: ActionID, reason: Prose)
    case ended(ending: Ending, reason: Prose)
    case reopened(reason: Prose)
  }

  /// Why a command is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case ended(on: Day)
    case notEnded
    case notPlaced
    /// The edition of the matrix holds from that day on.
    case editionNotValid(until: Day)
    /// The same aspect is weighed once, with one reason.
    case aspectTwice(Aspect)
    case nothingChosen
    /// It is not one of those that the cell allows.
    case deviationUnexplained(allowed: [Measure])
    /// Something was begun with what was chosen, and stands.
    case choiceBegun
    case nothingProposed
    /// What one proposed takes another to confirm or to decline.
    case proposedBySamePerson
    case identifierInUse
    case unknownAction
    /// It was withdrawn, or revoked after an objection.
    case actionOver(on: Day)
    case alreadyDecided(on: Day)
    case notDecided
    case alreadySent(on: Day)
    case notSent
    case alreadyTookEffect(on: Day)
    case alreadyIrrevocable(on: Day)
    case viewInUse
    /// What the other side said was heard, and what it did to the decision is not said.
    case effectOfViewMissing
    case noViewReceived
    /// The decision is not one for this measure.
    case decisionOfOtherMeasure(Measure)
    case amountNotPositive
    case maximumBelowAmount
    case termBeforeDecision
    /// The other side could respond until a day before they were asked to.
    case hearingBeforeIntention
    case noPenalty
    case timesNotPositive
    /// The penalty is forfeited in one sum, and was.
    case forfeitedAtOnce
    case maximumForfeited
    /// So many days, weeks or months have passed that no more times can have been forfeited.
    case moreTimesThanPassed(left: Int)
    /// Since then everything was found restored, and nothing is forfeited.
    case foundRestored(on: Day)
    /// Until that day the order can be obeyed and nothing is forfeited (Awb 5:32a).
    case termRuns(until: Day)
    case moreThanForfeited(left: Euro)
    /// Before what was forfeited is collected, that is decided (Awb 5:37).
    case collectionNotDecided
    case moreThanDecided(left: Euro)
    case objectionInUse
    case noObjection
    /// Up to that day something can be brought against it (Awb 6:7).
    case contestable(until: Day)
    /// Until it is settled the decision can still change.
    case objectionPending(since: Day)
    case objectionSettled(on: Day)
    /// A violation is reported once it happened.
    case reportedBeforeViolation(on: Day)
    /// It would come before what it follows.
    case before(Milestone, on: Day)
  }

  /// What something else can follow.
  public enum Milestone: String, CaseIterable, Sendable {
    case prosecution
    case placement
    case choice
    case proposal
    case intention
    case view
    case decision
    case sending
    case effect
    case reinspection
    case forfeiture
    case collectionDecision
    case collection
    case objection
    case lastStep
    case ending
  }

  public typealias ActionID = Identifier<Action>
}

extension Enforcement.Command {
  /// Whether it can bear a day before the case that it became part of: of what a report says, and of what the prosecutor
  /// was asked.
  var mayPrecedeCase: Bool {
    switch self {
    case .report, .noteProsecution: true
    case .place, .choose, .confirm, .decline, .announce, .receiveView, .settle, .send, .takeEffect,
      .makeIrrevocable, .reinspect, .forfeit, .decideCollection, .collect, .receiveObjection,
      .settleObjection, .withdraw, .end, .reopen:
      false
    }
  }
}
