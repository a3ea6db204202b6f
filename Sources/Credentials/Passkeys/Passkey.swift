/// A passkey that somebody can sign in with: what Koers keeps of it.
public struct Passkey: Hashable, Sendable {
  public let id: PasskeyID
  /// Whose it is.
  public let user: UserHandle
  public let publicKey: PasskeyPublicKey
  /// How often it was used, as it says itself; 0 when it does not count.
  public let signCount: UInt32
  /// Whether it may be copied to other devices of its owner; never changes.
  public let isBackupEligible: Bool
  /// Whether it is copied to others now.
  public let isBackedUp: Bool
  /// How a browser reaches it, such as `internal`, `hybrid` or `usb`.
  public let transports: [String]

  /// Takes a passkey as it was kept.
  public init(
    id: PasskeyID, user: UserHandle, publicKey: PasskeyPublicKey, signCount: UInt32,
    isBackupEligible: Bool, isBackedUp: Bool, transports: [String]
  ) {
    self.id = id
    self.user = user
    self.publicKey = publicKey
    self.signCount = signCount
    self.isBackupEligible = isBackupEligible
    self.isBackedUp = isBackedUp
    self.transports = transports
  }

  /// The same after it signed in.
  func used(signCount: UInt32, isBackedUp: Bool) -> Passkey {
    Passkey(
      id: id, user: user, publicKey: publicKey, signCount: signCount,
      isBackupEligible: isBackupEligible, isBackedUp: isBackedUp, transports: transports)
  }
}

/// What an authenticator calls a passkey: 16 to 1023 bytes.
public struct PasskeyID: Hashable, Sendable, LosslessStringConvertible {
  /// WebAuthn Level 3, section 4, Credential ID.
  private static let byteCounts = 16...1023

  public let bytes: [UInt8]

  /// Nil when there are too few or too many.
  public init?(bytes: [UInt8]) {
    guard Self.byteCounts.contains(bytes.count) else { return nil }
    self.bytes = bytes
  }

  /// Reads base64url; nil for anything else.
  public init?(_ description: String) {
    guard let bytes = Alphabet.base64URL.bytes(description) else { return nil }
    self.init(bytes: bytes)
  }

  public var description: String { Alphabet.base64URL.text(bytes) }
}

/// Who somebody is to an authenticator: 256 random bits that say nothing of the person.
public struct UserHandle: Hashable, Sendable, LosslessStringConvertible {
  static let byteCount = 32

  public let bytes: [UInt8]

  public init(using generator: inout some RandomNumberGenerator) {
    bytes = generator.bytes(Self.byteCount)
  }

  /// Nil unless there are 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Reads base64url; nil for anything else.
  public init?(_ description: String) {
    guard let bytes = Alphabet.base64URL.bytes(description) else { return nil }
    self.init(bytes: bytes)
  }

  public var description: String { Alphabet.base64URL.text(bytes) }
}
