public import EventSourcing

/// What an inspectorate uses in case after case (sjabloon): a checklist, or a letter to begin from.
///
/// It has editions, each published whole; what was made with one says for good with which.
public enum Template<Said: TemplateContent>: Decider {
  /// What one edition says.
  public typealias Content = Said

  /// What may be asked of a template.
  public enum Command: Equatable, Sendable {
    case publish(Content, organisation: Line, on: Day)
    case retire(reason: Prose, on: Day)
  }

  /// What can have happened to a template.
  public enum Event: Codable, Equatable, Sendable {
    case published(edition: Int, content: Content, organisation: Line, on: Day)
    case retired(reason: Prose, on: Day)
  }

  /// Why a command on a template is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case content(Content.Refusal)
    case notPublished
    case retired(on: Day)
    case beforeLast(on: Day)
  }

  /// What a template is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unpublished
    /// With every edition there was, the first one first; never empty.
    case published([Content], on: Day)
    case retired(on: Day)
  }

  public static var category: String { Content.category }
  public static var initial: State { .unpublished }

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (_, .retired(let day)): throw .retired(on: day)
    case (.publish(let content, let organisation, let day), .unpublished):
      return [try publication(of: content, after: [], by: organisation, on: day)]
    case (.publish(let content, let organisation, let day), .published(let editions, let last)):
      guard content != editions.last else { return [] }
      let publication = try publication(of: content, after: editions, by: organisation, on: day)
      guard day >= last else { throw .beforeLast(on: last) }
      return [publication]
    case (.retire, .unpublished): throw .notPublished
    case (.retire(let reason, let day), .published(_, let last)):
      guard day >= last else { throw .beforeLast(on: last) }
      return [.retired(reason: reason, on: day)]
    }
  }

  private static func publication(
    of content: Content, after editions: [Content], by organisation: Line, on day: Day
  ) throws(Refusal) -> Event {
    do throws(Content.Refusal) {
      try content.check(after: editions)
    } catch {
      throw .content(error)
    }
    return .published(
      edition: editions.count + 1, content: content, organisation: organisation, on: day)
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch event {
    case .published(_, let content, _, let day):
      .published(state.editions + [content], on: day)
    case .retired(_, let day): .retired(on: day)
    }
  }
}

/// What one edition of a template says, and which may be published.
public protocol TemplateContent: ClassifiedPart, Hashable, Codable, Sendable {
  /// Why it is not published.
  associatedtype Refusal: Error, Equatable, Sendable

  /// The kind of the streams of what it is an edition of.
  static var category: String { get }
  /// What it is called.
  var title: Line { get }

  /// Whether it may be published after `editions`, the first one first.
  func check(after editions: [Self]) throws(Refusal)
}

extension Template.State {
  fileprivate var editions: [Template.Content] {
    switch self {
    case .unpublished, .retired: []
    case .published(let editions, _): editions
    }
  }
}

extension Template.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .published(_, _, _, let day), .retired(_, let day): day
    }
  }

  /// What it is called from then on; nil when it is no longer used.
  public var title: Line? {
    switch self {
    case .published(_, let content, _, _): content.title
    case .retired: nil
    }
  }
}

extension Template.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .published:
      [
        "edition": .impersonal, "content": .part(Template.Content.self),
        "organisation": .impersonal, "on": .impersonal,
      ]
    case .retired: ["reason": .text, "on": .impersonal]
    }
  }
}
