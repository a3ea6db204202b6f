public import Foundation

/// An event as the log gives it back: what happened, and where, when and through whom it was recorded.
public struct Recorded<Event: Sendable>: Sendable {
  public let event: Event
  public let stream: StreamName
  /// The organisation whose log it stands in.
  public let organisation: String
  /// The place in its stream: 1, 2, 3, … without a gap.
  public let version: Int
  /// The place in the whole log: 1, 2, 3, … without a gap, in the order of commit.
  public let position: Int
  /// Who did it, as the identifier of a person or of a process.
  public let actor: String
  /// The command that made it happen; all events of one command share it.
  public let command: Identity
  /// What the command belonged to, when it followed from another.
  public let correlation: Identity?
  /// When the log wrote it down, which says nothing about when it happened.
  public let recordedAt: Date
  /// The event as the log keeps it, for whoever passes it on as it is; nil when it was not read there.
  public let kept: StoredEvent?

  public init(
    _ event: Event, in stream: StreamName, of organisation: String = "", version: Int,
    position: Int, actor: String, command: Identity, correlation: Identity? = nil,
    recordedAt: Date, kept: StoredEvent? = nil
  ) {
    self.event = event
    self.stream = stream
    self.organisation = organisation
    self.version = version
    self.position = position
    self.actor = actor
    self.command = command
    self.correlation = correlation
    self.recordedAt = recordedAt
    self.kept = kept
  }

  /// The same record around another form of its event.
  public func map<Other: Sendable, Failure: Error>(
    _ transform: (Event) throws(Failure) -> Other
  ) throws(Failure) -> Recorded<Other> {
    Recorded<Other>(
      try transform(event), in: stream, of: organisation, version: version, position: position,
      actor: actor, command: command, correlation: correlation, recordedAt: recordedAt, kept: kept)
  }
}

extension Recorded where Event == StoredEvent {
  /// The same record around what `read` makes of its event, which it keeps as it was.
  public func decoded<Other: Sendable, Failure: Error>(
    _ read: (StoredEvent) throws(Failure) -> Other
  ) throws(Failure) -> Recorded<Other> {
    Recorded<Other>(
      try read(event), in: stream, of: organisation, version: version, position: position,
      actor: actor, command: command, correlation: correlation, recordedAt: recordedAt, kept: event)
  }
}

/// The same event is the same record, in whatever form the log keeps it.
extension Recorded: Equatable where Event: Equatable {
  public static func == (one: Recorded, other: Recorded) -> Bool {
    one.event == other.event && one.stream == other.stream
      && one.organisation == other.organisation && one.version == other.version
      && one.position == other.position && one.actor == other.actor
      && one.command == other.command && one.correlation == other.correlation
      && one.recordedAt == other.recordedAt
  }
}
