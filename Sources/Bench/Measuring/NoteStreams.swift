import EventSourcing
import Synchronization

/// Streams of small events, one of which each caller writes to.
final class NoteStreams: Sendable {
  private struct Stream {
    var name = StreamName("bench", .fresh())
    var version = 0
  }

  private let streams: Mutex<[Stream]>
  /// As long as a measurement with its source and note.
  private let payload = Array(
    """
    {"id":"0199c0de-0000-7000-8000-000000000000","indicator":"0199c0de-0000-7000-8000-000000000001",\
    "measurement":{"source":{"title":"Jaarverslag 2025"},"value":{"number":{"value":"12.5"}}},\
    "on":"2026-03-02"}
    """.utf8)

  init(count: Int) { streams = Mutex((0..<count).map { _ in Stream() }) }

  /// The next single-event append to stream `index`; starts a new stream after a hundred.
  func next(_ index: Int) -> Appending {
    let (name, version) = streams.withLock { streams in
      if streams[index].version == 100 { streams[index] = Stream() }
      defer { streams[index].version += 1 }
      return (streams[index].name, streams[index].version)
    }
    let event = StoredEvent(type: "bench.noted", schema: 1, payload: payload)
    return Appending(
      Envelope(command: .fresh(), actor: "bench"),
      slices: [Appending.Slice(to: name, expecting: version, [event])])
  }
}
