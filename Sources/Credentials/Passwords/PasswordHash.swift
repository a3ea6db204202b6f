import Crypto

/// What is kept of a password: scrypt's answer, and all it takes to ask again.
///
/// Its text is `$scrypt$ln=17,r=8,p=1$salt$hash`, the last two in base64 without padding.
public struct PasswordHash: Hashable, Sendable {
  static let keyBytes = 32

  let cost: ScryptCost
  let salt: Salt
  private let key: [UInt8]

  private init(cost: ScryptCost, salt: Salt, key: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.key = key
  }

  /// Hashes; it takes as long as `cost` says, so leave it to a `PasswordHasher`.
  init(of password: Password, salt: Salt, cost: ScryptCost) throws(ScryptFailure) {
    let key = try cost.key(from: password, salt: salt.bytes)
    self.init(cost: cost, salt: salt, key: key.withUnsafeBytes(Array.init))
  }

  /// What no password opens; to try costs as much as with the hash of an account.
  static func decoy(cost: ScryptCost) -> PasswordHash {
    PasswordHash(cost: cost, salt: .decoy, key: Array(repeating: 0, count: keyBytes))
  }

  /// Whether this is the password; it takes the same time wherever the two differ.
  func isOf(_ password: Password) throws(ScryptFailure) -> Bool {
    try cost.key(from: password, salt: salt.bytes) == SymmetricKey(data: key)
  }

  /// Whether it was made at another cost than a hash is made at today.
  ///
  /// Make it anew when its password was next right.
  public var needsRenewal: Bool { cost != .today }
}

extension PasswordHash: LosslessStringConvertible {
  /// Reads what `description` writes; nil for anything else.
  public init?(_ description: String) {
    let parts = description.utf8.split(
      separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1].elementsEqual("scrypt".utf8),
      let cost = ScryptCost(String(Substring(parts[2]))),
      let salt = Alphabet.base64.bytes(parts[3]).flatMap(Salt.init),
      let key = Alphabet.base64.bytes(parts[4]), key.count == Self.keyBytes
    else { return nil }
    self.init(cost: cost, salt: salt, key: key)
  }

  public var description: String {
    "$scrypt$\(cost)$\(Alphabet.base64.text(salt.bytes))$\(Alphabet.base64.text(key))"
  }
}

extension PasswordHash {
  /// What makes equal passwords have other hashes: 128 random bits.
  public struct Salt: Hashable, Sendable {
    static let byteCount = 16
    fileprivate static let decoy = Salt(repeating: 0)

    let bytes: [UInt8]

    public init(using generator: inout some RandomNumberGenerator) {
      bytes = generator.bytes(Self.byteCount)
    }

    init?(_ bytes: [UInt8]) {
      guard bytes.count == Self.byteCount else { return nil }
      self.bytes = bytes
    }

    private init(repeating byte: UInt8) { bytes = Array(repeating: byte, count: Self.byteCount) }
  }
}
