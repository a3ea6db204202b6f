/// Chance that can be had again: the same seed throws the same numbers on every machine (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  /// Chance for one history; another seed, size or organisation is another history altogether.
  init(seed: UInt64, size: Int, name: String) {
    state = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { mix(UInt64(byte)) }
    mix(UInt64(bitPattern: Int64(size)))
    mix(seed)
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x0000_0100_0000_01B3
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of `range`.
  mutating func of(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of `values`, which may not be empty.
  mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  mutating func one<Value: CaseIterable>(of _: Value.Type) -> Value {
    one(of: Array(Value.allCases))
  }

  /// The one of `choices` that its weight brings up.
  mutating func weighed<Value>(_ choices: [(weight: Int, value: Value)]) -> Value {
    var left = below(choices.reduce(0) { $0 + $1.weight })
    for choice in choices {
      left -= choice.weight
      if left < 0 { return choice.value }
    }
    return choices[choices.count - 1].value
  }

  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for last in values.indices.reversed() where last > 0 {
      values.swapAt(last, below(last + 1))
    }
    return values
  }

  /// A size that is small mostly and large sometimes, in proportion to one over its rank (Zipf).
  mutating func size(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound * range.upperBound / of(range)
  }
}
