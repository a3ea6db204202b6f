import Crypto

/// The Merkle tree of RFC 9162, section 2.1: leaves and nodes are hashed apart, so that neither can
/// pass for the other.
enum MerkleTree {
  typealias Hash = SHA256.Digest

  /// What stands before the bytes of a leaf when they are hashed.
  static let leafMark: UInt8 = 0x00
  private static let nodeMark: UInt8 = 0x01

  /// The hash of one leaf.
  static func leaf(_ bytes: [UInt8]) -> Hash { leaf(marked: [leafMark] + bytes) }

  /// The hash of one leaf whose bytes have the mark before them already.
  static func leaf(marked bytes: [UInt8]) -> Hash { SHA256.hash(data: bytes) }

  /// The root over leaf hashes, in their order; of none at all, the hash of nothing.
  static func root(of leaves: ArraySlice<Hash>) -> Hash {
    guard let first = leaves.first else { return SHA256.hash(data: [UInt8]()) }
    guard leaves.count > 1 else { return first }
    let split = leaves.startIndex + largestPowerOfTwo(below: leaves.count)
    return node(root(of: leaves[..<split]), root(of: leaves[split...]))
  }

  static func root(of leaves: [Hash]) -> Hash { root(of: leaves[...]) }

  private static func node(_ left: Hash, _ right: Hash) -> Hash {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + 2 * Hash.byteCount)
    bytes.append(nodeMark)
    left.withUnsafeBytes { bytes.append(contentsOf: $0) }
    right.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return SHA256.hash(data: bytes)
  }

  private static func largestPowerOfTwo(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

extension SHA256.Digest {
  /// Its thirty-two bytes.
  var bytes: [UInt8] { withUnsafeBytes(Array.init) }
}
