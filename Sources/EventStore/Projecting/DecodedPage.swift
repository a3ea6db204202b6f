import EventSourcing

/// Some events of the log in order, each read once for all read models.
struct DecodedPage<Event: Sendable>: Sendable {
  /// An event, or why it could not be read.
  struct Entry: Sendable {
    let stream: StreamName
    let position: Int
    let recorded: Result<Recorded<Event>, any Error>
  }

  let entries: [Entry]
  /// Why the page ends before what was read: a later release wrote the next event.
  let end: LaterRelease?
  /// The events, when every one of them could be read, so that each read model need not look again.
  let sound: [Recorded<Event>]?

  init(entries: [Entry], end: LaterRelease? = nil) {
    self.entries = entries
    self.end = end
    sound = try? entries.map { try $0.recorded.get() }
  }

  init(_ stored: [Recorded<StoredEvent>], decode: Projections<Event>.Decode) {
    var entries: [Entry] = []
    entries.reserveCapacity(stored.count)
    for event in stored {
      let recorded = Result { try decode(event) }
      if case .failure(let error as EventCodecError) = recorded, error.isOfALaterRelease {
        self.init(entries: entries, end: LaterRelease(event))
        return
      }
      entries.append(Entry(stream: event.stream, position: event.position, recorded: recorded))
    }
    self.init(entries: entries)
  }

  /// - Throws: `LaterRelease` when the page ends before what was read.
  func whole() throws(LaterRelease) -> DecodedPage {
    if let end { throw end }
    return self
  }

  var last: Int? { entries.last?.position }

  /// The entries up to and including `position`.
  func through(_ position: Int) -> DecodedPage {
    guard let last, last > position else { return self }
    return DecodedPage(entries: entries.filter { $0.position <= position })
  }

  var halves: (DecodedPage, DecodedPage) {
    let middle = entries.count / 2
    return (
      DecodedPage(entries: Array(entries[..<middle])),
      DecodedPage(entries: Array(entries[middle...]))
    )
  }
}

/// The log holds an event that only a later release of the program knows.
///
/// No fault of the event: this program leaves it to one that can read it.
public struct LaterRelease: Error, Equatable, CustomStringConvertible {
  public let position: Int
  public let type: String
  public let schema: Int

  init(_ event: Recorded<StoredEvent>) {
    position = event.position
    type = event.event.type
    schema = event.event.schema
  }

  public var description: String {
    "Event \(position) (\(type), schema \(schema)) was written by a later release; run that one."
  }
}
