import Foundation
import Testing

/// Many writers, cut connections, a server that is killed and nodes that compete: the invariants of the
/// store hold after any such history.
///
/// `KOERS_TORTURE_SECONDS` makes it last longer, in rounds; `KOERS_TORTURE_SEED` makes it draw the same
/// commands and mishaps again, though not at the same moments.
@Suite struct TortureTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let roundMax = Duration.seconds(20)

  @Test func `whatever befalls it, the log keeps its promises`() async throws {
    let seconds = Self.environment["KOERS_TORTURE_SECONDS"].flatMap { Int($0) } ?? 5
    let seed = Self.environment["KOERS_TORTURE_SEED"].flatMap { UInt64($0) }
    let end = ContinuousClock.now + .seconds(seconds)
    var round = seed ?? .random(in: 1...1_000_000_000)
    while case let left = end - .now, left > .zero {
      print("torture: seed \(round)")
      try await TortureRound(seed: round, duration: min(left, Self.roundMax)).run()
      round += 1
    }
  }
}
