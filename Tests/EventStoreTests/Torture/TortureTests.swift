import Foundation
import Testing

/// Many writers, cut connections, a server and a node that are killed and nodes that compete: the
/// invariants of the store hold after any such history.
///
/// `KOERS_TORTURE_SECONDS` makes it last longer, in rounds; `KOERS_TORTURE_SEED` makes it draw the same
/// commands and mishaps again, though not at the same moments.
@Suite struct TortureTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let roundMax = Duration.seconds(20)

  @Test func `whatever befalls it, the log keeps its promises`() async throws {
    let seconds = Self.environment["KOERS_TORTURE_SECONDS"].flatMap { Int($0) } ?? 5
    let given = Self.environment["KOERS_TORTURE_SEED"].flatMap { UInt64($0) }
    let first = given ?? .random(in: 1...1_000_000_000)
    let start = ContinuousClock.now
    var toll = TortureToll()
    defer {
      print(
        "torture: seed \(first), \(toll.rounds) rounds in \((.now - start).components.seconds) s:",
        toll)
    }
    while .now - start < .seconds(seconds) {
      let seed = first + UInt64(toll.rounds)
      print("torture: seed \(seed)")
      let duration = min(.seconds(seconds), Self.roundMax)
      toll += try await TortureRound(seed: seed, duration: duration).run()
    }
  }
}
