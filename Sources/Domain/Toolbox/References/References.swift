public import EventSourcing

/// The reference set of the toolbox: by which determinants behaviour is explained, into which segments a target
/// group falls apart, which types of intervention there are, and which of these fits which determinant.
///
/// One person drafts, another publishes; what is published is an edition, which never changes. An analysis keeps
/// the edition it began with until somebody moves it on.
public enum References: Decider {
  /// What may be asked of a reference set.
  public enum Command: Equatable, Sendable {
    /// Takes over what was in use before: the first edition, which nobody needed to publish here.
    case adopt(Edition, organisation: Line, source: Source, on: Day)
    case write(Change, on: Day)
    /// Says that the draft is ready for somebody else to judge.
    case propose(by: PersonID, note: Prose, on: Day)
    case publish(by: PersonID, on: Day)
    case sendBack(by: PersonID, reason: Prose, on: Day)
  }

  /// What can have happened to a reference set.
  public enum Event: Codable, Equatable, Sendable {
    case adopted(edition: Edition, organisation: Line, source: Source, on: Day)
    case determinantWritten(determinant: Determinant, on: Day)
    case determinantRemoved(code: Determinant.Code, on: Day)
    case segmentWritten(segment: Segment, on: Day)
    case segmentRemoved(key: Segment.Key, on: Day)
    case interventionTypeWritten(type: InterventionType, on: Day)
    case interventionTypeRemoved(key: InterventionType.Key, on: Day)
    case fitWritten(fit: Fit, on: Day)
    case fitRemoved(intervention: InterventionType.Key, determinant: Determinant.Code, on: Day)
    case proposed(by: PersonID, note: Prose, on: Day)
    /// Carries the whole edition, so that who reads it needs no other event.
    case published(number: EditionNumber, edition: Edition, note: Prose, by: PersonID, on: Day)
    case sentBack(by: PersonID, reason: Prose, on: Day)
  }

  /// Why a command on a reference set is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyAdopted
    case notAdopted
    /// It waits for a second person; publish it or send it back first.
    case proposalPending(by: PersonID)
    case notProposed
    /// The draft says what the last edition says.
    case nothingChanged
    case proposerCannotJudge(PersonID)
    case incomplete([Gap])
    case unknownDeterminant(Determinant.Code)
    case unknownSegment(Segment.Key)
    case unknownInterventionType(InterventionType.Key)
    /// Nothing of it happened before that day.
    case beforeLast(on: Day)
  }

  /// What a reference set is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unadopted
    /// Being written.
    case drafting(Dossier)
    /// Waiting for somebody else.
    case proposed(Dossier, Proposal)
  }

  public static let category = "references"
  public static let initial = State.unadopted

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.adopt(let edition, let organisation, let source, let day), .unadopted):
      guard edition.gaps.isEmpty else { throw .incomplete(edition.gaps) }
      return [.adopted(edition: edition, organisation: organisation, source: source, on: day)]
    case (.adopt, .drafting), (.adopt, .proposed): throw .alreadyAdopted
    case (.write, .unadopted), (.propose, .unadopted), (.publish, .unadopted),
      (.sendBack, .unadopted):
      throw .notAdopted
    case (.write(let change, let day), .drafting(let dossier)):
      return try dossier.write(change, on: day)
    case (.propose(let by, let note, let day), .drafting(let dossier)):
      return try dossier.propose(by: by, note, on: day)
    case (.write, .proposed(_, let proposal)), (.propose, .proposed(_, let proposal)):
      throw .proposalPending(by: proposal.by)
    case (.publish, .drafting), (.sendBack, .drafting): throw .notProposed
    case (.publish(let by, let day), .proposed(let dossier, let proposal)):
      return try dossier.publish(proposal, by: by, on: day)
    case (.sendBack(let by, let reason, let day), .proposed(let dossier, let proposal)):
      return try dossier.sendBack(proposal, by: by, reason, on: day)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.adopted(let edition, let organisation, _, let day), _):
      .drafting(Dossier(organisation: organisation, edition: edition, on: day))
    case (_, .unadopted): .unadopted
    case (.proposed(let by, let note, let day), .drafting(let dossier)),
      (.proposed(let by, let note, let day), .proposed(let dossier, _)):
      .proposed(dossier.after(event), Proposal(by: by, note: note, on: day))
    case (_, .drafting(let dossier)), (_, .proposed(let dossier, _)):
      .drafting(dossier.after(event))
    }
  }
}

extension References.State {
  /// What it says now; nil before there is any.
  public var dossier: References.Dossier? {
    switch self {
    case .unadopted: nil
    case .drafting(let dossier), .proposed(let dossier, _): dossier
    }
  }
}
