import Crypto

/// The Merkle tree of RFC 9162, section 2.1: leaves and nodes are hashed apart, so that neither can
/// pass for the other.
enum MerkleTree {
  /// The hash of one leaf.
  static func leaf(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: [0x00])
    hash.update(data: bytes)
    return Array(hash.finalize())
  }

  /// The root over leaf hashes, in their order; of none at all, the hash of nothing.
  static func root(of leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard let first = leaves.first else { return Array(SHA256.hash(data: [])) }
    guard leaves.count > 1 else { return first }
    let split = leaves.startIndex + largestPowerOfTwo(below: leaves.count)
    var hash = SHA256()
    hash.update(data: [0x01])
    hash.update(data: root(of: leaves[..<split]))
    hash.update(data: root(of: leaves[split...]))
    return Array(hash.finalize())
  }

  static func root(of leaves: [[UInt8]]) -> [UInt8] { root(of: leaves[...]) }

  private static func largestPowerOfTwo(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
