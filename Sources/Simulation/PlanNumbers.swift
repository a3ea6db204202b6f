import Domain

/// The numbers that programmes have in the plans, each given out once.
///
/// The lowest stay free for the programmes of the seed data. When a plan's numbers are out, the
/// plans of later and then of earlier years lend theirs: in all some 260,000.
struct PlanNumbers {
  static let lowest = 100
  static let perYear = Programme.Label.numberMax - lowest + 1

  private let first: Int
  private var left: Int
  private var given: [Int: Int] = [:]

  /// Begins each plan at the number so far above the lowest, and gives out at most `programmesMax`.
  init(from first: Int, atMost programmesMax: Int = .max) {
    self.first = first
    left = programmesMax
  }

  /// A plan year and a number nobody has; of `year` as long as that has any.
  ///
  /// - Returns: nil when every plan is full, or as many were given out as may be.
  mutating func take(in year: Int) -> (planYear: PlanYear, number: Int)? {
    guard left > 0 else { return nil }
    let years = Array(year...Year.range.upperBound) + Year.range.reversed()
    for year in years where hasRoom(in: year) {
      let count = given[year, default: 0]
      given[year] = count + 1
      left -= 1
      guard let planYear = PlanYear(year) else { return nil }
      return (planYear, Self.lowest + (first + count) % Self.perYear)
    }
    return nil
  }

  func hasRoom(in year: Int) -> Bool { given[year, default: 0] < Self.perYear }
}
