extension RandomNumberGenerator {
  /// As many bytes as asked for.
  ///
  /// Nobody can guess them when the generator is the one of the system.
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}
