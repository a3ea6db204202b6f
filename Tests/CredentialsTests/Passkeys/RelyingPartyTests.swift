import Testing

@testable import Credentials

/// One lie at a time, properly signed: what is refused, and why.
struct RelyingPartyTests {
  /// What an authenticator or browser does otherwise than it should.
  struct Lie: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let refusal: PasskeyRefusal
    let tell: @Sendable (inout ScriptedAuthenticator) -> Void

    init(
      _ what: String, _ refusal: PasskeyRefusal,
      _ tell: @escaping @Sendable (inout ScriptedAuthenticator) -> Void
    ) {
      testDescription = what
      self.refusal = refusal
      self.tell = tell
    }
  }

  static let lies = [
    Lie("another site", .wrongOrigin) { $0.origin = "https://koers.example.evil.example" },
    Lie("the site without encryption", .wrongOrigin) { $0.origin = "http://koers.example" },
    Lie("another port", .wrongOrigin) { $0.origin = "https://koers.example:8443" },
    Lie("a page under the site", .wrongOrigin) { $0.origin = "https://koers.example/" },
    Lie("another challenge", .wrongChallenge) { $0.challenge = Array(1...32) },
    Lie("no challenge", .wrongChallenge) { $0.challenge = [] },
    Lie("half the challenge", .wrongChallenge) { $0.challenge = Array(64..<80) },
    Lie("a frame of another site", .framed) { $0.more = #","crossOrigin":true"# },
    Lie("a site around it", .framed) { $0.more = #","topOrigin":"https://evil.example""# },
    Lie("client data that is not JSON", .malformed(.clientData)) {
      $0.more = #","more":"#
    },
    Lie("another relying party", .wrongRelyingParty) { $0.domain = "evil.example" },
    Lie("nobody there", .userNotPresent) { $0.flags = 0x04 },
    Lie("nobody verified", .userNotVerified) { $0.flags = 0x01 },
    Lie("copied though it cannot be", .impossibleBackup) { $0.flags = 0x15 },
    Lie("bytes behind the end", .malformed(.authenticatorData)) { $0.trailing = [0] },
    Lie("extensions that are not there", .malformed(.authenticatorData)) { $0.flags = 0x85 },
    Lie("extensions that are no map", .malformed(.authenticatorData)) {
      $0.flags = 0x85
      $0.extensions = [0x80]
    },
    Lie("a credential of another type", .malformed(.response)) { $0.type = "password" },
    Lie("another passkey", .wrongPasskey) { $0.announcedID = Array(2...33) },
    Lie("a passkey without a name", .malformed(.response)) { $0.announcedID = [] },
  ]

  @Test(arguments: lies)
  func `a lie makes no passkey`(lie: Lie) throws {
    var authenticator = ScriptedAuthenticator()
    lie.tell(&authenticator)
    #expect(throws: lie.refusal) { try made(by: authenticator) }
  }

  @Test(arguments: lies)
  func `a lie signs nobody in`(lie: Lie) throws {
    var authenticator = ScriptedAuthenticator()
    let passkey = try made(by: authenticator)
    lie.tell(&authenticator)
    #expect(throws: lie.refusal) { try use(of: passkey, by: authenticator) }
  }

  @Test(arguments: ["webauthn.get", "payment.get", ""])
  func `the answer to another kind of question makes no passkey`(kind: String) throws {
    var authenticator = ScriptedAuthenticator()
    authenticator.kind = kind
    let refusal: PasskeyRefusal =
      kind == "webauthn.get" ? .wrongCeremony : .malformed(.clientData)
    #expect(throws: refusal) { try made(by: authenticator) }
  }

  @Test func `what made a passkey does not sign in`() throws {
    var authenticator = ScriptedAuthenticator()
    let passkey = try made(by: authenticator)
    authenticator.kind = "webauthn.create"
    #expect(throws: PasskeyRefusal.wrongCeremony) { try use(of: passkey, by: authenticator) }
  }

  @Test func `an honest authenticator signs in, with whatever a browser adds`() throws {
    var authenticator = ScriptedAuthenticator()
    authenticator.more = #","crossOrigin":false,"something_new":{"a":[1,2]}"#
    authenticator.flags = 0x85
    authenticator.extensions = CBOR.map([.text("credProtect"): .unsigned(2)]).written
    let passkey = try made(by: authenticator)
    #expect(try use(of: passkey, by: authenticator) == passkey)
  }

  // Time

  @Test func `an answer that comes too late is none`() throws {
    let authenticator = ScriptedAuthenticator()
    let passkey = try made(by: authenticator, at: Koers.now + 299)
    #expect(throws: PasskeyRefusal.expired) { try made(by: authenticator, at: Koers.now + 300) }
    #expect(throws: PasskeyRefusal.expired) {
      try use(of: passkey, by: authenticator, at: Koers.now + 300)
    }
  }

  // Attestation and keys

  @Test func `a proof that nobody checks is refused`() {
    var authenticator = ScriptedAuthenticator()
    authenticator.format = "packed"
    #expect(throws: PasskeyRefusal.attested) { try made(by: authenticator) }
    authenticator.format = "none"
    authenticator.statement = .map([.text("alg"): .negative(6)])
    #expect(throws: PasskeyRefusal.attested) { try made(by: authenticator) }
  }

  @Test(arguments: [
    ("another algorithm", [3: CBOR.negative(34)]), ("ES256 said to be RS256", [3: .negative(256)]),
    ("ES256 said to be EdDSA", [3: .negative(7)]), ("no algorithm", [3: nil]),
    ("another type of key", [1: .unsigned(1)]), ("another curve", [-1: .unsigned(2)]),
    ("a point off the curve", [-3: .bytes(Array(repeating: 1, count: 32))]),
    ("half a point", [-2: .bytes(Array(repeating: 1, count: 16))]), ("no y", [-3: nil]),
    ("y as a sign", [-3: .boolean(true)]), ("more than a key", [4: .unsigned(1)]),
  ])
  func `a key that is not sound is refused`(what: String, changes: [Int: CBOR?]) {
    var authenticator = ScriptedAuthenticator()
    guard case .map(var key) = authenticator.cose else { return }
    for (label, value) in changes { key[.number(label)] = value }
    authenticator.publicKey = .map(key)
    #expect(throws: PasskeyRefusal.unusableKey) { try made(by: authenticator) }
  }

  @Test(
    arguments: [
      ("1024 bits", 128, [1, 0, 1]), ("8192 bits", 1024, [1, 0, 1]), ("another exponent", 256, [3]),
    ] as [(String, Int, [UInt8])])
  func `an RSA key of another kind is refused`(what: String, count: Int, exponent: [UInt8]) {
    var authenticator = ScriptedAuthenticator()
    authenticator.publicKey = .map([
      .number(1): .unsigned(3), .number(3): .negative(256),
      .number(-1): .bytes([UInt8](repeating: 0xC3, count: count)), .number(-2): .bytes(exponent),
    ])
    #expect(throws: PasskeyRefusal.unusableKey) { try made(by: authenticator) }
  }

  @Test func `the name outside is the name inside`() {
    var authenticator = ScriptedAuthenticator()
    authenticator.id = Array(repeating: 9, count: 32)
    #expect(throws: PasskeyRefusal.wrongPasskey) { try made(by: authenticator) }
  }

  // Signatures and counts

  @Test func `another key signs in for nobody`() throws {
    let passkey = try made(by: ScriptedAuthenticator())
    #expect(throws: PasskeyRefusal.wrongSignature) {
      try use(of: passkey, by: ScriptedAuthenticator())
    }
  }

  @Test(arguments: [(5, 5), (5, 4), (5, 0), (.max, 0), (1, 1)] as [(UInt32, UInt32)])
  func `a count that has not risen may be of a copy`(former: UInt32, count: UInt32) throws {
    var authenticator = ScriptedAuthenticator()
    authenticator.signCount = former
    let passkey = try made(by: authenticator)
    authenticator.signCount = count
    #expect(throws: PasskeyRefusal.signCountNotRisen) { try use(of: passkey, by: authenticator) }
  }

  @Test(arguments: [(0, 0), (0, 1), (5, 6), (5, .max)] as [(UInt32, UInt32)])
  func `a count that rises is kept, and one that never counts stays`(
    former: UInt32, count: UInt32
  ) throws {
    var authenticator = ScriptedAuthenticator()
    authenticator.signCount = former
    let passkey = try made(by: authenticator)
    authenticator.signCount = count
    #expect(try use(of: passkey, by: authenticator).signCount == count)
  }

  @Test func `whether it may be copied never changes, whether it is does`() throws {
    var authenticator = ScriptedAuthenticator()
    let bound = try made(by: authenticator)
    authenticator.flags = 0x0D
    let eligible = try made(by: authenticator)
    #expect(!eligible.isBackedUp)
    authenticator.flags = 0x1D
    #expect(try use(of: eligible, by: authenticator).isBackedUp)
    #expect(throws: PasskeyRefusal.backupEligibilityChanged) {
      try use(of: bound, by: authenticator)
    }
    authenticator.flags = 0x05
    #expect(throws: PasskeyRefusal.backupEligibilityChanged) {
      try use(of: eligible, by: authenticator)
    }
  }

  // Whose it is

  @Test func `who signs in is who the authenticator says, and must be the owner`() throws {
    var authenticator = ScriptedAuthenticator()
    let passkey = try made(by: authenticator)
    for user in [nil, [], Array(100..<132), Array(0..<31)] as [[UInt8]?] {
      authenticator.user = user
      #expect(throws: PasskeyRefusal.wrongUser) { try use(of: passkey, by: authenticator) }
    }
  }

  @Test func `who confirms is known already, so the authenticator need not say`() throws {
    var authenticator = ScriptedAuthenticator()
    let passkey = try made(by: authenticator)
    authenticator.user = nil
    let noor = try Koers.confirmation(by: Koers.noor())
    #expect(throws: Never.self) { try use(of: passkey, by: authenticator, answering: noor) }
    authenticator.user = try Koers.noor().bytes
    #expect(throws: Never.self) { try use(of: passkey, by: authenticator, answering: noor) }
    authenticator.user = try Koers.sam().bytes
    #expect(throws: PasskeyRefusal.wrongUser) {
      try use(of: passkey, by: authenticator, answering: noor)
    }
    authenticator.user = nil
    let sam = try Koers.confirmation(by: Koers.sam())
    #expect(throws: PasskeyRefusal.wrongUser) {
      try use(of: passkey, by: authenticator, answering: sam)
    }
  }

  @Test func `a challenge is for one thing`() throws {
    let authenticator = ScriptedAuthenticator()
    let passkey = try made(by: authenticator)
    #expect(throws: PasskeyRefusal.wrongCeremony) {
      try use(of: passkey, by: authenticator, answering: Koers.registration())
    }
    #expect(throws: PasskeyRefusal.wrongCeremony) {
      try Koers.site().passkey(
        from: PasskeyRegistration(json: authenticator.registration(answering: Koers.signIn())),
        answering: Koers.signIn(), at: Koers.now)
    }
  }

  private func made(
    by authenticator: ScriptedAuthenticator, at now: Int = Koers.now
  ) throws -> Passkey {
    let challenge = try Koers.registration()
    return try Koers.site().passkey(
      from: PasskeyRegistration(json: authenticator.registration(answering: challenge)),
      answering: challenge, at: now)
  }

  private func use(
    of passkey: Passkey, by authenticator: ScriptedAuthenticator,
    answering challenge: PasskeyChallenge? = nil, at now: Int = Koers.now
  ) throws -> Passkey {
    let challenge = try challenge ?? Koers.signIn()
    return try Koers.site().passkey(
      passkey, after: PasskeyAssertion(json: authenticator.assertion(answering: challenge)),
      answering: challenge, at: now)
  }
}
