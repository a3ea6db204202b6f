/// How far scores lie apart: what a mean alone would hide.
public struct Spread: Hashable, Sendable {
  public let count: Int
  public let lowest: Score
  public let highest: Score
  /// Twice the middle score, so that one between two scores is whole.
  public let medianDoubled: Int
  /// The sum of all scores; with `count` it is the mean.
  public let sum: Int
  /// How often each score was given, from 1 to 5.
  public let counts: [Int]

  /// Nil without any score.
  public init?(of scores: some Collection<Score>) {
    let sorted = scores.sorted()
    guard let lowest = sorted.first, let highest = sorted.last else { return nil }
    self.lowest = lowest
    self.highest = highest
    count = sorted.count
    sum = sorted.reduce(0) { $0 + $1.rawValue }
    medianDoubled =
      sorted[(sorted.count - 1) / 2].rawValue + sorted[sorted.count / 2].rawValue
    counts = Score.allCases.map { score in sorted.count { $0 == score } }
  }

  /// Whether people see it so differently that it should be talked about: three steps or more apart.
  public var isWide: Bool { highest.rawValue - lowest.rawValue >= 3 }
}
