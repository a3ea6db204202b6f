public import Domain
public import EventSourcing

/// Twenty years of an inspectorate's work as the appends that record it, made up from a seed.
///
/// Explorations lead to decisions, those to programmes and signals, which measure, intervene, are
/// answered and end; some are still open on the last day. Every event comes from the decider of
/// its stream, so all of it is legal. The same seed, organisation and size give the same bytes.
/// Days never go back. Held in memory is only what is open at a time: at most 2,000 streams.
public struct History: Sequence, Sendable {
  private let seed: UInt64
  private let organisation: Line
  private let events: Int
  private let programmes: Int?

  /// A history that ends with the append that reaches `events` events.
  ///
  /// With `programmes`, there are at most so many, which share most of the events; without, as many
  /// as so many events come to.
  public init(seed: UInt64, organisation: Line, events: Int, programmes: Int? = nil) {
    self.seed = seed
    self.organisation = organisation
    self.events = events
    self.programmes = programmes
  }

  public func makeIterator() -> Iterator {
    Iterator(
      World(seed: seed, organisation: organisation, events: events, programmes: programmes),
      events: events, desks: programmes ?? events / Iterator.perDesk)
  }

  /// The work as it goes on, append by append.
  public struct Iterator: IteratorProtocol {
    /// So many events a desk has in twenty years, unless there would be too few or too many desks.
    fileprivate static let perDesk = 500
    private static let desksRange = 8...2000

    private var world: World
    private let events: Int
    private var done = 0
    private var desks: [Desk]
    private var turn = 0

    init(_ world: World, events: Int, desks count: Int) {
      self.world = world
      self.events = events
      desks = (0..<Self.desksRange.nearest(to: count)).map { Desk(number: $0) }
    }

    public mutating func next() -> Appending? {
      guard done < events else { return nil }
      world.advance(to: done, of: events)
      while true {
        let desk = turn
        turn = (turn + 1) % desks.count
        guard let act = desks[desk].act(in: &world) else { continue }
        done += act.turn.slices.reduce(0) { $0 + $1.events.count }
        let envelope = Envelope(command: world.identity(), actor: act.by.description)
        return Appending(envelope, slices: act.turn.slices, claims: act.turn.claims)
      }
    }
  }
}

extension ClosedRange<Int> {
  /// `number`, or the end of the range that it lies beyond.
  func nearest(to number: Int) -> Int {
    Swift.min(Swift.max(number, lowerBound), upperBound)
  }
}
