import Domain
import EventSourcing

/// What all work of one inspectorate has in common: the day, chance, and the numbers of its plans.
struct World {
  /// The first day on which anything happens, and the last.
  static let firstDay = Day(year: 2006, month: 1, day: 2) ?? .first
  static let lastDay = Day(year: 2025, month: 12, day: 31) ?? .last
  /// The first day of a world of five years.
  private static let firstDayOfCases = Day(year: 2021, month: 1, day: 4) ?? .first

  let organisation: Line
  /// How many acts the execution of every programme takes; nil when it differs.
  let effort: Int?
  var chance: Chance
  var numbers: PlanNumbers
  var caseNumbers = CaseNumbers()
  /// So much of all that happens is the execution of programmes when those are few.
  private static let executionPercent = 90

  private let beginning: Day
  private(set) var day: Day
  private var millisecond: UInt64 = 0

  /// A world with at most so many programmes; nil for as many as come.
  init(seed: UInt64, organisation: Line, events: Int, programmes: Int? = nil) {
    self.organisation = organisation
    effort = programmes.map { max(1, events * Self.executionPercent / 100 / max(1, $0)) }
    chance = Chance(seed: seed, size: events, name: organisation.description)
    numbers = PlanNumbers(
      from: chance.below(PlanNumbers.perYear), atMost: programmes ?? .max)
    (beginning, day) = (Self.firstDay, Self.firstDay)
  }

  /// The last five years of it, in which so many cases are opened and programmes go on to the end.
  init(seed: UInt64, organisation: Line, cases: Int) {
    self.organisation = organisation
    effort = .max
    chance = Chance(seed: seed, size: cases, name: "cases of \(organisation)")
    numbers = PlanNumbers(from: chance.below(PlanNumbers.perYear))
    (beginning, day) = (Self.firstDayOfCases, Self.firstDayOfCases)
  }

  /// How many days have gone since its first.
  var daysGone: Int { beginning.days(until: day) }

  /// Lets time go on to where `done` of `total` events have happened.
  mutating func advance(to done: Int, of total: Int) {
    let days = beginning.days(until: Self.lastDay)
    day = beginning.adding(days: Int(Double(days) * Double(min(done, total)) / Double(total)))
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
