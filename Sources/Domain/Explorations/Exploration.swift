public import EventSourcing

/// The exploration (verkenning) of a societal problem, up to the decision what to do about it.
///
/// It is written freely, in any order. A decision is proposed on a complete exploration and taken by
/// someone else; meanwhile nothing changes, so what is decided is what was proposed. After an adopted
/// decision only reopening, an act with a reason, allows more; after a rejected one the work goes on.
public enum Exploration: Decider {
  /// What may be asked of an exploration.
  public enum Command: Equatable, Sendable {
    case open(title: Line, origin: Origin, organisation: Line, on: Day)
    case revise(Revision, on: Day)
    case propose(DecisionID, Proposal, on: Day)
    case withdrawProposal(DecisionID, by: PersonID, reason: Prose, on: Day)
    case decide(DecisionID, Verdict, Ruling, on: Day)
    case reopen(by: PersonID, reason: Prose, on: Day)
  }

  /// What can have happened to an exploration.
  public enum Event: Codable, Equatable, Sendable {
    case opened(title: Line, origin: Origin, organisation: Line, on: Day)
    case retitled(title: Line, on: Day)
    case reclassified(origin: Origin, on: Day)
    case sectionRewritten(section: Section, text: Prose, on: Day)
    case partyAdded(id: PartyID, party: Party, on: Day)
    case partyRevised(id: PartyID, party: Party, on: Day)
    case partyRemoved(id: PartyID, reason: Prose, on: Day)
    case findingRecorded(id: FindingID, finding: Finding, on: Day)
    case findingWithdrawn(id: FindingID, reason: Prose, on: Day)
    case argumentPut(id: ArgumentID, argument: Argument, on: Day)
    case argumentWithdrawn(id: ArgumentID, reason: Prose, on: Day)
    case decisionProposed(id: DecisionID, proposal: Proposal, on: Day)
    case proposalWithdrawn(id: DecisionID, by: PersonID, reason: Prose, on: Day)
    case decisionAdopted(id: DecisionID, ruling: Ruling, on: Day)
    case decisionRejected(id: DecisionID, ruling: Ruling, on: Day)
    case reopened(by: PersonID, reason: Prose, on: Day)
  }

  /// Why a command on an exploration is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyOpened
    case notOpened
    /// A decision is proposed; withdraw it or decide on it first.
    case proposalPending(DecisionID)
    /// A decision was adopted; reopen first.
    case decided(DecisionID)
    case notDecided
    case incomplete([Element])
    /// No such decision is proposed now.
    case notProposed
    case proposerCannotDecide(PersonID)
    case decidedBeforeProposed(on: Day)
    /// Nothing was found, written or put before the exploration was opened.
    case beforeOpened(on: Day)
    /// A decision is proposed while the exploration is open, which it is since that day.
    case proposedBeforeOpened(on: Day)
    case withdrawnBeforeProposed(on: Day)
    case reopenedBeforeDecided(on: Day)
    /// The day to look again must come after this one.
    case lookAgainNotAfter(Day)
    case identifierInUse
    case unknownParty
    case unknownFinding
    case unknownArgument
  }

  /// What an exploration is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unopened
    /// Being explored.
    case open(Dossier)
    /// Waiting for someone to decide.
    case proposed(Dossier, DecisionID)
    /// Closed by an adopted decision.
    case decided(Dossier, DecisionID)
  }

  public static let category = "exploration"
  public static let initial = State.unopened

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.open(let title, let origin, let organisation, let day), .unopened):
      return [.opened(title: title, origin: origin, organisation: organisation, on: day)]
    case (.open, .open), (.open, .proposed), (.open, .decided): throw .alreadyOpened
    case (.revise, .unopened), (.propose, .unopened), (.withdrawProposal, .unopened),
      (.decide, .unopened), (.reopen, .unopened):
      throw .notOpened
    case (.revise(let revision, let day), .open(let dossier)):
      return try dossier.decide(revision, on: day)
    case (.propose(let id, let proposal, let day), .open(let dossier)):
      return try dossier.propose(proposal, as: id, on: day)
    case (.revise, .proposed(_, let pending)), (.propose, .proposed(_, let pending)):
      throw .proposalPending(pending)
    case (.revise, .decided(_, let decision)), (.propose, .decided(_, let decision)):
      throw .decided(decision)
    case (
      .withdrawProposal(let id, let by, let reason, let day), .proposed(let dossier, let pending)
    ):
      guard id == pending else { throw .notProposed }
      return try dossier.withdraw(id, by: by, reason, on: day)
    case (.decide(let id, let verdict, let ruling, let day), .proposed(let dossier, let pending)):
      guard id == pending else { throw .notProposed }
      return try dossier.decide(verdict, ruling, on: id, on: day)
    case (.withdrawProposal, .open), (.withdrawProposal, .decided), (.decide, .open),
      (.decide, .decided):
      throw .notProposed
    case (.reopen(let by, let reason, let day), .decided(let dossier, let decision)):
      return try dossier.reopen(decision, by: by, reason, on: day)
    case (.reopen, .open), (.reopen, .proposed): throw .notDecided
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.opened(let title, let origin, let organisation, let day), _):
      .open(Dossier(organisation: organisation, openedOn: day, title: title, origin: origin))
    case (_, .unopened): .unopened
    case (_, .open(let dossier)), (_, .proposed(let dossier, _)), (_, .decided(let dossier, _)):
      dossier.after(event, was: state)
    }
  }
}

extension Exploration.State {
  /// What it says now; nil before it is opened.
  public var dossier: Exploration.Dossier? {
    switch self {
    case .unopened: nil
    case .open(let dossier), .proposed(let dossier, _), .decided(let dossier, _): dossier
    }
  }
}
