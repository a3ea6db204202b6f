import Crypto
import CryptoExtras

/// What one guess at a password costs whoever guesses: the parameters of scrypt (RFC 7914).
public struct ScryptCost: Hashable, Sendable {
  /// What a new hash costs: 128 MiB, and about a third of a second of one processor.
  ///
  /// One of the settings of OWASP's Password Storage Cheat Sheet.
  public static let today = ScryptCost(logRounds: 17, blockSize: 8, parallelism: 1)

  /// The most that is spent on a hash that was kept, so that no row takes all memory.
  static let memoryBytesMax = 512 << 20

  /// N is two to this power.
  let logRounds: Int
  /// Called r.
  let blockSize: Int
  /// Called p.
  let parallelism: Int

  init(logRounds: Int, blockSize: Int, parallelism: Int) {
    self.logRounds = logRounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  private var memoryBytes: Int { 128 * blockSize << logRounds }

  /// Thirty-two bytes that take this cost to compute, and are compared in constant time.
  ///
  /// - Throws: `ScryptFailure` when there is no memory for it.
  func key(from password: Password, salt: [UInt8]) throws(ScryptFailure) -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(password.text.utf8), salt: salt, outputByteCount: PasswordHash.keyBytes,
        rounds: 1 << logRounds, blockSize: blockSize, parallelism: parallelism)
    } catch {
      throw ScryptFailure()
    }
  }
}

/// There was no memory to compute a hash with.
public struct ScryptFailure: Error, Hashable, Sendable {}

extension ScryptCost: LosslessStringConvertible {
  /// Reads `ln=17,r=8,p=1`; nil for anything else, and for what takes over 512 MiB.
  public init?(_ description: String) {
    let fields = description.utf8.split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard fields.count == 3,
      let logRounds = Self.number(fields[0], named: "ln", max: 24),
      let blockSize = Self.number(fields[1], named: "r", max: 64),
      let parallelism = Self.number(fields[2], named: "p", max: 16)
    else { return nil }
    self.init(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism)
    guard memoryBytes <= Self.memoryBytesMax else { return nil }
  }

  public var description: String { "ln=\(logRounds),r=\(blockSize),p=\(parallelism)" }

  /// A number from 1 without sign or leading nought.
  private static func number(_ field: Substring.UTF8View, named name: String, max: Int) -> Int? {
    guard let number = Int(Substring(field.dropFirst(name.utf8.count + 1))),
      (1...max).contains(number), field.elementsEqual("\(name)=\(number)".utf8)
    else { return nil }
    return number
  }
}
