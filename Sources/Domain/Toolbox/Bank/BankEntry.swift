public import EventSourcing

/// An entry of the data bank: what is known of a way to change behaviour, from practice or from research.
///
/// Whoever works on programmes proposes one, an editor accepts it. What is accepted has a version and a day on which it is
/// looked at again; somebody may propose to amend it meanwhile, and the accepted version stands until the next is.
public enum BankEntry: Decider {
  /// What may be asked of an entry.
  public enum Command: Equatable, Sendable {
    case propose(Article, organisation: Line, by: PersonID, on: Day)
    /// Proposes other words for an entry.
    case amend(Article, by: PersonID, on: Day)
    case accept(by: PersonID, reviewOn: Day, on: Day)
    case decline(by: PersonID, reason: Prose, on: Day)
    /// Looked at again, and still right.
    case confirm(by: PersonID, reviewOn: Day, on: Day)
    case retire(by: PersonID, reason: Prose, on: Day)
    /// Takes over what another organisation shares; by an editor, so it is accepted with that.
    case takeOver(Article, Provenance, organisation: Line, by: PersonID, reviewOn: Day, on: Day)
  }

  /// What can have happened to an entry.
  public enum Event: Codable, Equatable, Sendable {
    case proposed(article: Article, organisation: Line, by: PersonID, on: Day)
    case amended(article: Article, by: PersonID, on: Day)
    /// Carries what was accepted, so that who reads it needs no other event.
    case accepted(version: Int, article: Article, by: PersonID, reviewOn: Day, on: Day)
    case declined(by: PersonID, reason: Prose, on: Day)
    case confirmed(by: PersonID, reviewOn: Day, on: Day)
    case retired(by: PersonID, reason: Prose, on: Day)
    case takenOver(
      version: Int, article: Article, provenance: Provenance, organisation: Line, by: PersonID,
      reviewOn: Day, on: Day)
  }

  /// Why a command on an entry is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyProposed
    case notProposed
    /// Something is proposed already, which an editor judges first.
    case proposalPending(by: PersonID)
    case nothingPending
    case proposerCannotAccept(PersonID)
    case notAccepted
    case retired(on: Day)
    /// The day to look again must come after this one.
    case reviewNotAfter(Day)
    case beforeLast(on: Day)
    /// It was written here, and is not replaced by what others made of it.
    case ownEntry
    /// It was taken over from another, whose next version may replace it.
    case heldFrom(Provenance)
    case notLaterThan(Provenance)
  }

  /// What an entry is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unproposed
    case standing(Dossier)
    case retired(Dossier, on: Day)
  }

  public static let category = "bankentry"
  public static let initial = State.unproposed

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.propose(let article, let organisation, let by, let day), .unproposed):
      return [.proposed(article: article, organisation: organisation, by: by, on: day)]
    case (
      .takeOver(let article, let provenance, let organisation, let by, let reviewOn, let day),
      .unproposed
    ):
      guard reviewOn > day else { throw .reviewNotAfter(day) }
      return [
        .takenOver(
          version: 1, article: article, provenance: provenance, organisation: organisation,
          by: by, reviewOn: reviewOn, on: day)
      ]
    case (.propose, .standing), (.propose, .retired): throw .alreadyProposed
    case (.amend, .unproposed), (.accept, .unproposed), (.decline, .unproposed),
      (.confirm, .unproposed), (.retire, .unproposed):
      throw .notProposed
    case (_, .retired(_, let day)): throw .retired(on: day)
    case (_, .standing(let dossier)): return try dossier.decide(command)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.proposed(let article, let organisation, let by, let day), .unproposed):
      .standing(
        Dossier(
          organisation: organisation, accepted: nil, pending: .init(article: article, by: by),
          on: day))
    case (
      .takenOver(
        let version, let article, let provenance, let organisation, _, let reviewOn, let day),
      .unproposed
    ):
      .standing(
        Dossier(
          organisation: organisation,
          accepted: .init(
            version: version, article: article, reviewOn: reviewOn, provenance: provenance,
            isAsShared: true),
          pending: nil, on: day))
    case (_, .unproposed): .unproposed
    case (.retired(_, _, let day), .standing(let dossier)),
      (.retired(_, _, let day), .retired(let dossier, _)):
      .retired(dossier.after(event), on: day)
    case (_, .standing(let dossier)), (_, .retired(let dossier, _)):
      .standing(dossier.after(event))
    }
  }
}
