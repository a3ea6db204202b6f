/// Pauses that double up to a bound, each shortened at random so that nobody comes in step.
struct Pauses {
  private let range: ClosedRange<Duration>
  private var current: Duration

  init(within range: ClosedRange<Duration>) {
    self.range = range
    current = range.lowerBound
  }

  mutating func next() -> Duration {
    defer { current = min(current * 2, range.upperBound) }
    return current * Double.random(in: 0.5...1)
  }

  mutating func reset() { current = range.lowerBound }
}
