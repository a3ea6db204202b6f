public import Domain
public import EventSourcing

/// Five years of nine programmes with their cases as the appends that record them, made up from a seed.
///
/// The programmes are set up on the first day and go on to the last. Cases are opened day after day, nine in ten of
/// them in a programme; most are looked at once and closed, some are enforced, a few are reopened, and those of the
/// last weeks are still open. Every event comes from the decider of its stream, and numbers of cases have no gap. The
/// same seed, organisation and number of cases give the same bytes. Held in memory is only what is open at a time: at
/// most 20,000 cases.
public struct CaseHistory: Sequence, Sendable {
  /// So many cases have a number and a party of their own.
  public static let casesMax = CaseNumber.serialMax

  static let programmeCount = 9

  private let seed: UInt64
  private let organisation: Line
  private let cases: Int

  /// A history that ends when `cases` cases have been opened.
  public init(seed: UInt64, organisation: Line, cases: Int) {
    self.seed = seed
    self.organisation = organisation
    self.cases = cases
  }

  public func makeIterator() -> Iterator {
    Iterator(
      World(seed: seed, organisation: organisation, cases: cases), Parties(seed: seed),
      cases: cases)
  }

  /// The work as it goes on, append by append.
  public struct Iterator: IteratorProtocol {
    /// So many cases a desk has in five years, unless there would be too few or too many desks.
    private static let perDesk = 50
    private static let desksRange = 200...20_000
    /// So many days after one act of a programme comes the next.
    private static let programmePace = 14

    private var world: World
    private var parties: Parties
    private let cases: Int
    private var opened = 0
    private var programmes: [ProgrammeLife]
    /// How many of them have been set up.
    private var ready = 0
    private var programmeActs = 0
    private var desks: [CaseDesk]
    private var turn = 0

    init(_ world: World, _ parties: Parties, cases: Int) {
      var world = world
      let subjects = world.chance.shuffled(Subjects.all).prefix(CaseHistory.programmeCount)
      programmes = subjects.compactMap { ProgrammeLife(known: $0, &world) }
      self.world = world
      self.parties = parties
      self.cases = cases
      let inspectors = Inspectors(cases: cases, programmes: programmes.count)
      let count = Self.desksRange.nearest(to: cases / Self.perDesk)
      desks = (0..<count).map { CaseDesk(number: $0, of: inspectors) }
    }

    public mutating func next() -> Appending? {
      if let act = prepareProgramme() { return appending(act) }
      guard opened < cases else { return nil }
      world.advance(to: opened, of: cases)
      if let act = steerProgramme() { return appending(act) }
      while true {
        let desk = turn
        turn = (turn + 1) % desks.count
        let step = desks[desk].act(in: &world, among: programmes, &parties)
        guard let act = step else { continue }
        if desks[desk].hasOpened { opened += 1 }
        return appending(act)
      }
    }

    /// The next act of a programme that is not at work yet; nil when all are.
    private mutating func prepareProgramme() -> Act? {
      while ready < programmes.count {
        if !programmes[ready].isAtWork, let act = programmes[ready].next(in: &world) { return act }
        ready += 1
      }
      return nil
    }

    private mutating func steerProgramme() -> Act? {
      let due = (world.daysGone / Self.programmePace + 1) * programmes.count
      while programmeActs < due {
        programmeActs += 1
        let place = programmeActs % programmes.count
        if let act = programmes[place].next(in: &world) { return act }
      }
      return nil
    }

    private mutating func appending(_ act: Act) -> Appending {
      let envelope = Envelope(command: world.identity(), actor: act.by.description)
      return Appending(envelope, slices: act.turn.slices, claims: act.turn.claims)
    }
  }
}
