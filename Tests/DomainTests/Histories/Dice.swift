import Foundation
import TestCast

/// Chance that can be had again: the same seed throws the same numbers (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func one<Value>(of values: Value...) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  mutating func one<Value: CaseIterable>(of _: Value.Type) -> Value {
    let all = Array(Value.allCases)
    return all[Int.random(in: 0..<all.count, using: &self)]
  }

  /// New at each run and printed; `KOERS_TEST_SEED` brings a printed one back.
  static let seeds: [UInt64] = {
    let given = ProcessInfo.processInfo.environment["KOERS_TEST_SEED"].flatMap(UInt64.init)
    let base = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
    print("Random histories start from KOERS_TEST_SEED=\(base)")
    return (0..<60).map { base &+ $0 }
  }()
}
