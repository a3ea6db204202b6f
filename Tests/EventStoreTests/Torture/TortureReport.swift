import EventSourcing

/// What a node in a process of its own tells while it lives, line by line.
enum TortureReport: Codable, Sendable {
  case began(process: Int32)
  /// A command goes out now.
  case opened(Identity, [TortureLine])
  case answered(Identity, TortureBook.Outcome)
  case faulted(String)
}

/// An event with what its command said about it.
struct TortureLine: Codable, Equatable, Sendable {
  let category: String
  let identity: Identity
  let version: Int
  let type: String
  let schema: Int
  let payload: String
  let actor: String
  let correlation: Identity?

  var stream: StreamName { StreamName(category, identity) }

  init(
    _ event: StoredEvent, in stream: StreamName, version: Int, actor: String,
    correlation: Identity?
  ) {
    category = stream.category
    identity = stream.identity
    self.version = version
    type = event.type
    schema = event.schema
    payload = String(decoding: event.payload, as: UTF8.self)
    self.actor = actor
    self.correlation = correlation
  }

  init(_ recorded: Recorded<StoredEvent>) {
    self.init(
      recorded.event, in: recorded.stream, version: recorded.version, actor: recorded.actor,
      correlation: recorded.correlation)
  }
}

extension Appending {
  /// The events as they should stand in the log.
  var lines: [TortureLine] {
    slices.flatMap { slice in
      slice.events.enumerated().map { offset, event in
        TortureLine(
          event, in: slice.stream, version: slice.expectedVersion + offset + 1,
          actor: envelope.actor, correlation: envelope.correlation)
      }
    }
  }
}
