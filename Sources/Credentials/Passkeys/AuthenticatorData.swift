/// What an authenticator says of itself and of what just happened (WebAuthn Level 3, section 6.1).
struct AuthenticatorData {
  /// The passkey that was just made.
  struct Made {
    let id: PasskeyID
    let publicKey: CBOR
    let cose: [UInt8]
  }

  struct Flags: OptionSet {
    let rawValue: UInt8

    static let userPresent = Flags(rawValue: 1 << 0)
    static let userVerified = Flags(rawValue: 1 << 2)
    static let backupEligible = Flags(rawValue: 1 << 3)
    static let backedUp = Flags(rawValue: 1 << 4)
    static let madePasskey = Flags(rawValue: 1 << 6)
    static let extensions = Flags(rawValue: 1 << 7)
  }

  let relyingPartyHash: [UInt8]
  let flags: Flags
  let signCount: UInt32
  let made: Made?

  /// Nil unless the bytes hold what their flags say, and nothing besides.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard let relyingPartyHash = rest.take(32), let flags = rest.take(1)?.first,
      let signCount = rest.take(4)
    else { return nil }
    self.relyingPartyHash = Array(relyingPartyHash)
    self.flags = Flags(rawValue: flags)
    self.signCount = signCount.reduce(0) { $0 << 8 | UInt32($1) }
    if self.flags.contains(.madePasskey) {
      guard let made = Made(from: &rest) else { return nil }
      self.made = made
    } else {
      made = nil
    }
    if self.flags.contains(.extensions) {
      guard let extensions = rest.takeItem(), case .map = extensions else { return nil }
    }
    guard rest.isEmpty else { return nil }
  }
}

extension AuthenticatorData.Made {
  /// The model of the authenticator comes first; without attestation it is only its word, so it is skipped.
  fileprivate init?(from rest: inout ArraySlice<UInt8>) {
    guard rest.take(16) != nil, let length = rest.take(2),
      let bytes = rest.take(length.reduce(0) { $0 << 8 | Int($1) }),
      let id = PasskeyID(bytes: Array(bytes))
    else { return nil }
    let before = rest
    guard let publicKey = rest.takeItem() else { return nil }
    self.id = id
    self.publicKey = publicKey
    cose = Array(before.prefix(before.count - rest.count))
  }
}

extension ArraySlice<UInt8> {
  /// As many bytes as asked for; nil when there are fewer.
  fileprivate mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count <= self.count else { return nil }
    defer { self = dropFirst(count) }
    return prefix(count)
  }

  fileprivate mutating func takeItem() -> CBOR? {
    var reader = CBORReader(self)
    guard let item = try? reader.item() else { return nil }
    self = reader.rest
    return item
  }
}
