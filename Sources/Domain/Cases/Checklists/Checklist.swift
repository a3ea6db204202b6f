public import EventSourcing

/// A checklist (controlelijst): what is looked at on a kind of visit, with the rule behind each question.
///
/// It has editions, each published whole; an intervention that was logged keeps the edition it was checked against.
public enum Checklist: Decider {
  /// What may be asked of a checklist.
  public enum Command: Equatable, Sendable {
    case publish(Content, organisation: Line, on: Day)
    case retire(reason: Prose, on: Day)
  }

  /// What can have happened to a checklist.
  public enum Event: Codable, Equatable, Sendable {
    case published(edition: Int, content: Content, organisation: Line, on: Day)
    case retired(reason: Prose, on: Day)
  }

  /// Why a command on a checklist is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case empty
    /// Two questions bear the same key.
    case keyTwice(Item.Key)
    case questionTwice(Line)
    /// An earlier edition used the key for a question that is no longer asked.
    case keyUsedBefore(Item.Key)
    case notPublished
    case retired(on: Day)
    case beforeLast(on: Day)
  }

  /// What a checklist is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unpublished
    /// `used` are the keys of every edition there was.
    case published(edition: Int, Content, used: Set<Item.Key>, on: Day)
    case retired(on: Day)
  }

  public static let category = "checklist"
  public static let initial = State.unpublished

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (_, .retired(let day)): throw .retired(on: day)
    case (.publish(let content, let organisation, let day), .unpublished):
      try content.check()
      return [.published(edition: 1, content: content, organisation: organisation, on: day)]
    case (
      .publish(let content, let organisation, let day),
      .published(let edition, let standing, let used, let last)
    ):
      guard content != standing else { return [] }
      try content.check()
      try content.check(after: standing, used: used)
      guard day >= last else { throw .beforeLast(on: last) }
      return [
        .published(edition: edition + 1, content: content, organisation: organisation, on: day)
      ]
    case (.retire, .unpublished): throw .notPublished
    case (.retire(let reason, let day), .published(_, _, _, let last)):
      guard day >= last else { throw .beforeLast(on: last) }
      return [.retired(reason: reason, on: day)]
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch event {
    case .published(let edition, let content, _, let day):
      .published(
        edition: edition, content, used: state.usedKeys.union(content.items.map(\.key)), on: day)
    case .retired(_, let day): .retired(on: day)
    }
  }
}

extension Checklist.State {
  /// What it is called; nil before it was published, and when it is no longer used.
  public var title: Line? {
    switch self {
    case .unpublished, .retired: nil
    case .published(_, let content, _, _): content.title
    }
  }

  fileprivate var usedKeys: Set<Checklist.Item.Key> {
    switch self {
    case .unpublished, .retired: []
    case .published(_, _, let used, _): used
    }
  }
}

extension Checklist.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .published(_, _, _, let day), .retired(_, let day): day
    }
  }
}
