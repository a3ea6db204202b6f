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

  init(entries: [Entry]) { self.entries = entries }

  init(_ stored: [Recorded<StoredEvent>], decode: Projections<Event>.Decode) {
    entries = stored.map { event in
      Entry(
        stream: event.stream, position: event.position, recorded: Result { try decode(event) })
    }
  }

  var last: Int? { entries.last?.position }

  /// The entries up to and including `position`.
  func through(_ position: Int) -> DecodedPage {
    DecodedPage(entries: entries.filter { $0.position <= position })
  }

  var halves: (DecodedPage, DecodedPage) {
    let middle = entries.count / 2
    return (
      DecodedPage(entries: Array(entries[..<middle])),
      DecodedPage(entries: Array(entries[middle...]))
    )
  }
}
