import EventSourcing

/// Some events of the log in order, each read once for all read models.
struct DecodedPage<Event: Sendable>: Sendable {
  /// An event that could not be read, or of which a row could not be written, and why.
  struct Unreadable: Sendable {
    let stream: StreamName
    let position: Int
    let reason: any Error
  }

  let events: [Recorded<Event>]
  let unreadable: [Unreadable]
  /// Why the page ends before what was read: a later release wrote the next event.
  let end: LaterRelease?
  /// Where the events of each category stand in `events`.
  private let places: [String: [Int]]

  init(events: [Recorded<Event>], unreadable: [Unreadable] = [], end: LaterRelease? = nil) {
    self.events = events
    self.unreadable = unreadable
    self.end = end
    places = Dictionary(grouping: events.indices) { events[$0].stream.category }
  }

  init(_ stored: [Recorded<StoredEvent>], decode: Projections<Event>.Decode) {
    var events: [Recorded<Event>] = []
    events.reserveCapacity(stored.count)
    var unreadable: [Unreadable] = []
    for event in stored {
      do {
        events.append(try decode(event))
      } catch let error as EventCodecError where error.isOfALaterRelease {
        self.init(events: events, unreadable: unreadable, end: LaterRelease(event))
        return
      } catch {
        unreadable.append(
          Unreadable(stream: event.stream, position: event.position, reason: error))
      }
    }
    self.init(events: events, unreadable: unreadable)
  }

  /// - Throws: `LaterRelease` when the page ends before what was read.
  func whole() throws(LaterRelease) -> DecodedPage {
    if let end { throw end }
    return self
  }

  /// What of it is in streams of `category`, or all of it when that is nil.
  func events(of category: String?) -> EventShare<Event> {
    EventShare(of: events, at: category.map { places[$0] ?? [] } ?? Array(events.indices))
  }

  func unreadable(of category: String?) -> [Unreadable] {
    unreadable.filter { category == nil || $0.stream.category == category }
  }
}

/// How far it goes, and parts of it.
extension DecodedPage {
  var count: Int { events.count + unreadable.count }

  var last: Int? {
    [events.last?.position, unreadable.last?.position].compactMap(\.self).max()
  }

  /// The part up to and including `position`.
  func through(_ position: Int) -> DecodedPage {
    guard let last, last > position else { return self }
    return part { $0 <= position }
  }

  /// The same with the events at the positions of `refused` as ones that cannot be taken.
  func leaving(_ refused: [Int: any Error]) -> DecodedPage {
    guard !refused.isEmpty else { return self }
    let left = events.compactMap { event in
      refused[event.position].map {
        Unreadable(stream: event.stream, position: event.position, reason: $0)
      }
    }
    guard !left.isEmpty else { return self }
    return DecodedPage(
      events: events.filter { refused[$0.position] == nil },
      unreadable: (unreadable + left).sorted { $0.position < $1.position }, end: end)
  }

  var halves: (DecodedPage, DecodedPage) {
    let positions = (events.map(\.position) + unreadable.map(\.position)).sorted()
    let middle = positions[positions.count / 2]
    return (part { $0 < middle }, part { $0 >= middle })
  }

  private func part(_ isIn: (Int) -> Bool) -> DecodedPage {
    DecodedPage(
      events: events.filter { isIn($0.position) },
      unreadable: unreadable.filter { isIn($0.position) })
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
