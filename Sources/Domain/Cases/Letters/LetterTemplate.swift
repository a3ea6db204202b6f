public import EventSourcing

/// A letter to begin from (sjabloon): what an inspectorate usually writes, with places for what differs from case to case.
///
/// It has editions, each published whole; a letter that was begun from one says from which.
public enum LetterTemplate: Decider {
  /// What may be asked of a letter.
  public enum Command: Equatable, Sendable {
    case publish(Content, organisation: Line, on: Day)
    case retire(reason: Prose, on: Day)
  }

  /// What can have happened to a letter.
  public enum Event: Codable, Equatable, Sendable {
    case published(edition: Int, content: Content, organisation: Line, on: Day)
    case retired(reason: Prose, on: Day)
  }

  /// Why a command on a letter is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    /// What stands between braces is none of the places.
    case unknownPlace(String)
    case braceLeftOpen
    case notPublished
    case retired(on: Day)
    case beforeLast(on: Day)
  }

  /// What a letter is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unpublished
    case published(edition: Int, Content, on: Day)
    case retired(on: Day)
  }

  public static let category = "letter"
  public static let initial = State.unpublished

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (_, .retired(let day)): throw .retired(on: day)
    case (.publish(let content, let organisation, let day), .unpublished):
      _ = try content.pieces()
      return [.published(edition: 1, content: content, organisation: organisation, on: day)]
    case (
      .publish(let content, let organisation, let day),
      .published(let edition, let standing, let last)
    ):
      guard content != standing else { return [] }
      _ = try content.pieces()
      guard day >= last else { throw .beforeLast(on: last) }
      return [
        .published(edition: edition + 1, content: content, organisation: organisation, on: day)
      ]
    case (.retire, .unpublished): throw .notPublished
    case (.retire(let reason, let day), .published(_, _, let last)):
      guard day >= last else { throw .beforeLast(on: last) }
      return [.retired(reason: reason, on: day)]
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch event {
    case .published(let edition, let content, _, let day):
      .published(edition: edition, content, on: day)
    case .retired(_, let day): .retired(on: day)
    }
  }
}

extension LetterTemplate.State {
  /// What it is called; nil before it was published, and when it is no longer used.
  public var title: Line? {
    switch self {
    case .unpublished, .retired: nil
    case .published(_, let content, _): content.title
    }
  }
}

extension LetterTemplate.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .published(_, _, _, let day), .retired(_, let day): day
    }
  }
}
