/// A consistency boundary written as two pure functions and a starting point.
///
/// `decide` answers what a command would make happen, given what has happened so far; `evolve` folds
/// one happening into the state. Neither reads a clock, makes an identity or waits for anything, so
/// the same events give the same state for ever.
public protocol Decider: SendableMetatype {
  associatedtype Command: Sendable
  associatedtype Event: Codable, Classified, Equatable, Sendable
  associatedtype Refusal: Error, Equatable, Sendable
  associatedtype State: Equatable, Sendable

  /// The kind of its streams, such as `programme`; also the first half of its events' stored names.
  static var category: String { get }
  static var initial: State { get }
  static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event]
  static func evolve(_ state: State, _ event: Event) -> State

  /// The names that `event` takes or gives back for the whole log, such as a programme's number.
  static func claims(of event: Event, in stream: StreamName) -> [Claim]

  /// How events written under an older schema become today's, oldest first per event.
  static var upcasters: [Upcaster] { get }
}

extension Decider {
  public static func claims(of event: Event, in stream: StreamName) -> [Claim] { [] }
  public static var upcasters: [Upcaster] { [] }

  /// The state that `events` lead to.
  public static func state(after events: some Sequence<Event>) -> State {
    events.reduce(initial, evolve)
  }
}

/// A name that at most one stream may hold at a time, taken or given back with the event that says so.
public struct Claim: Hashable, Sendable {
  public enum Act: Hashable, Sendable {
    case take
    case release
  }

  public let act: Act
  /// What kind of name, such as `programme-number`.
  public let scope: String
  /// The name itself, such as `2020/9`.
  public let key: String

  public init(_ act: Act, scope: String, key: String) {
    self.act = act
    self.scope = scope
    self.key = key
  }
}
