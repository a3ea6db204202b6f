/// The one ordered log of everything that happened.
///
/// Every implementation passes the same contract suite: positions are dense and in the order of
/// commit, an append takes effect whole or not at all, of several appends that expect the same version
/// exactly one wins, and a command id has one outcome for ever.
public protocol Log: Sendable {
  /// Appends everything in `appending` at once, durably before it returns.
  ///
  /// A command id that was answered before gets its first answer again, marked as repeated; or `reused`
  /// when it came with something else, or from somebody else.
  func append(_ appending: Appending) async throws(AppendFailure) -> Receipt

  /// The events of one stream in order, from the one after `version`.
  func events(
    in stream: StreamName, after version: Int
  ) async throws -> [Recorded<StoredEvent>]

  /// At most `limit` events of the whole log in order, from the one after `position`.
  func events(after position: Int, limit: Int) async throws -> [Recorded<StoredEvent>]

  /// The position of the last event; 0 in an empty log.
  func head() async throws -> Int

  /// The answer that `command` got, or nil when it has not been carried out.
  func receipt(for command: Identity) async throws -> Receipt?

  /// The answer that the command in `envelope` got, or nil when it has not been carried out; `reused`
  /// when its identity was used for something else, or by somebody else.
  func receipt(for envelope: Envelope) async throws(AppendFailure) -> Receipt?

  /// Has `forget` called whenever the personal data of a stream are gone for good, on whichever node, so that nobody goes
  /// on remembering what they said; with nil when it may be any stream.
  func whenErased(_ forget: @escaping @Sendable (StreamName?) -> Void)
}

extension Log {
  /// A log that erases nothing calls nobody.
  public func whenErased(_ forget: @escaping @Sendable (StreamName?) -> Void) {}
}

/// What one command asks the log to write: all of it or nothing.
public struct Appending: Sendable {
  /// New events for one stream.
  public struct Slice: Sendable {
    public let stream: StreamName
    /// The version the stream must have now; 0 for a stream that must not exist yet.
    public let expectedVersion: Int
    public let events: [StoredEvent]

    public init(to stream: StreamName, expecting expectedVersion: Int, _ events: [StoredEvent]) {
      self.stream = stream
      self.expectedVersion = expectedVersion
      self.events = events
    }
  }

  public let envelope: Envelope
  /// At most one slice per stream, none of them empty.
  public let slices: [Slice]
  public let claims: [(claim: Claim, stream: StreamName)]

  public init(
    _ envelope: Envelope, slices: [Slice], claims: [(claim: Claim, stream: StreamName)] = []
  ) {
    self.envelope = envelope
    self.slices = slices
    self.claims = claims
  }
}

/// What comes with a command whoever handles it: its own identity and who gave it.
public struct Envelope: Hashable, Sendable {
  /// Made when the form was drawn; the same form sent twice is the same command.
  public let command: Identity
  public let actor: String
  /// What this command belongs to, when it follows from another.
  public let correlation: Identity?
  /// What was asked, in bytes that are the same whenever the same is asked: the form as filled in.
  ///
  /// The log remembers a digest, so that one identity never stands for two commands.
  public let content: [UInt8]

  public init(
    command: Identity, actor: String, correlation: Identity? = nil, content: [UInt8] = []
  ) {
    self.command = command
    self.actor = actor
    self.correlation = correlation
    self.content = content
  }
}

/// The log's answer to a command that took effect.
public struct Receipt: Hashable, Sendable {
  /// The position of its last event; a page that must show the command waits for this.
  public let position: Int
  public let eventCount: Int
  /// Whether the command had taken effect before and this is its first answer again.
  public let isRepeated: Bool

  public init(position: Int, eventCount: Int, isRepeated: Bool = false) {
    self.position = position
    self.eventCount = eventCount
    self.isRepeated = isRepeated
  }
}

/// Why the log did not write.
public enum AppendFailure: Error {
  /// The stream is not at the expected version.
  case conflict(StreamName, expected: Int, actual: Int)
  /// The command's identity took effect before, with another content or from another actor; nothing was
  /// written.
  case reused
  /// Another stream holds the claimed name.
  case taken(Claim, by: Identity)
  /// Too much is waiting; nothing was written, and trying again later is safe.
  case busy
  /// The connection went while the answer was under way and the log could not be asked; the append may
  /// have taken effect. Sending the same command again is safe.
  case outcomeUnknown
  /// The log could not be reached or refused; nothing was written.
  case unavailable(any Error)
}
