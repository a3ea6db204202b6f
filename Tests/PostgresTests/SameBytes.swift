import Glibc

extension [UInt8] {
  /// Compares memory, which is quick also without optimisation.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { one in
      other.withUnsafeBytes { two in
        guard let left = one.baseAddress, let right = two.baseAddress else { return true }
        return memcmp(left, right, one.count) == 0
      }
    }
  }
}

extension String {
  /// Whether it is the same byte for byte, not only to the reader.
  func isSame(as other: String) -> Bool { Array(utf8).isSame(as: Array(other.utf8)) }
}
