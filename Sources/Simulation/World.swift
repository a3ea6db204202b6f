import Domain
import EventSourcing

/// What all work of one inspectorate has in common: the day, chance, and the numbers of its plans.
struct World {
  /// The first day on which anything happens, and the last.
  static let firstDay = Day(year: 2006, month: 1, day: 2) ?? .first
  static let lastDay = Day(year: 2025, month: 12, day: 31) ?? .last

  let organisation: Line
  /// How many acts the execution of every programme takes; nil when it differs.
  let effort: Int?
  var chance: Chance
  var numbers: PlanNumbers
  /// So much of all that happens is the execution of programmes when those are few.
  private static let executionPercent = 90

  private(set) var day = World.firstDay
  private var millisecond: UInt64 = 0

  /// A world with at most so many programmes; nil for as many as come.
  init(seed: UInt64, organisation: Line, events: Int, programmes: Int? = nil) {
    self.organisation = organisation
    effort = programmes.map { max(1, events * Self.executionPercent / 100 / max(1, $0)) }
    chance = Chance(seed: seed, size: events, name: organisation.description)
    numbers = PlanNumbers(
      from: chance.below(PlanNumbers.perYear), atMost: programmes ?? .max)
  }

  /// Lets time go on to where `done` of `total` events have happened.
  mutating func advance(to done: Int, of total: Int) {
    let days = Self.firstDay.days(until: Self.lastDay)
    day = Self.firstDay.adding(days: Int(Double(days) * Double(min(done, total)) / Double(total)))
    millisecond = UInt64(day.ordinal) * 86_400_000 + 28_800_000 + UInt64(done % 36_000_000)
  }

  /// An identity that was never given out before.
  mutating func identity() -> Identity {
    Identity(milliseconds: millisecond, using: &chance)
  }

  mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(identity()) }

  /// The day so many days from now, of which the number lies in `range`.
  mutating func day(in range: ClosedRange<Int>) -> Day { day.adding(days: chance.of(range)) }

  mutating func source() -> Source { Sources.one(of: day.year, &chance) }
}
