import Crypto
import Foundation
import Testing

@testable import Credentials

/// What a real browser posts, for each way to sign; two other verifiers took the same payloads.
struct BrowserPayloadTests {
  @Test(arguments: Payload.names)
  func `a passkey is made, signs in and signs in again`(name: String) throws {
    let payload = try Payload(name)
    var passkey = try payload.passkey()
    #expect(try passkey.user == Koers.noor())
    #expect(passkey.signCount == 1)
    #expect(passkey.transports == ["internal"])
    for (times, json) in payload.assertions.enumerated() {
      passkey = try Koers.site().passkey(
        passkey, after: PasskeyAssertion(json: json), answering: Koers.signIn(), at: Koers.now)
      #expect(passkey.signCount == UInt32(times) + 2)
    }
  }

  @Test(arguments: [
    ("es256", PasskeyPublicKey.Algorithm.es256, true), ("eddsa", .edDSA, true),
    ("rs256", .rs256, false),
  ])
  func `what it says of itself is kept`(
    name: String, algorithm: PasskeyPublicKey.Algorithm, isCopied: Bool
  ) throws {
    let passkey = try Payload(name).passkey()
    #expect(passkey.publicKey.algorithm == algorithm)
    #expect(passkey.isBackupEligible == isCopied)
    #expect(passkey.isBackedUp == isCopied)
  }

  @Test(arguments: Payload.names)
  func `the key is the one that the browser gives`(name: String) throws {
    let payload = try Payload(name)
    let key = try payload.passkey().publicKey
    #expect(Alphabet.base64URL.text(key.subjectPublicKeyInfo) == payload.publicKey)
    #expect(PasskeyPublicKey(cose: key.cose) == key)
  }

  @Test(arguments: Payload.names)
  func `a passkey that was kept and read again signs in`(name: String) throws {
    let payload = try Payload(name)
    let made = try payload.passkey()
    let read = try Passkey(
      id: #require(PasskeyID(made.id.description)),
      user: #require(UserHandle(made.user.description)),
      publicKey: #require(PasskeyPublicKey(cose: made.publicKey.cose)),
      signCount: made.signCount, isBackupEligible: made.isBackupEligible,
      isBackedUp: made.isBackedUp, transports: made.transports)
    #expect(read == made)
    #expect(throws: Never.self) {
      try Koers.site().passkey(
        read, after: PasskeyAssertion(json: payload.assertions[0]), answering: Koers.signIn(),
        at: Koers.now)
    }
  }

  @Test func `the same answer does not sign in twice`() throws {
    let payload = try Payload("es256")
    let assertion = try PasskeyAssertion(json: payload.assertions[0])
    let used = try Koers.site().passkey(
      payload.passkey(), after: assertion, answering: Koers.signIn(), at: Koers.now)
    #expect(throws: PasskeyRefusal.signCountNotRisen) {
      try Koers.site().passkey(used, after: assertion, answering: Koers.signIn(), at: Koers.now)
    }
  }

  /// Each seed changes one to four bytes of what was signed, or of the signature.
  @Test(arguments: Payload.names)
  func `no answer that was changed in any byte signs in`(name: String) throws {
    let payload = try Payload(name)
    let passkey = try payload.passkey()
    for seed in 0..<1000 as Range<UInt64> {
      let json = try spoiled(payload.assertions[0], seed: seed)
      #expect(throws: PasskeyRefusal.self, "seed \(seed)") {
        try Koers.site().passkey(
          passkey, after: PasskeyAssertion(json: json), answering: Koers.signIn(), at: Koers.now)
      }
    }
  }

  @Test(arguments: Payload.names)
  func `no bytes at all stop the program`(name: String) throws {
    let payload = try Payload(name)
    for seed in 0..<2000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var json = Array(payload.registration.utf8)
      for _ in 0..<3 { json.spoil(using: &generator) }
      let text = String(decoding: json, as: UTF8.self)
      _ = try? PasskeyAssertion(json: text)
      guard let registration = try? PasskeyRegistration(json: text) else { continue }
      guard
        let made = try? Koers.site().passkey(
          from: registration, answering: Koers.registration(), at: Koers.now)
      else { continue }
      #expect(made.id == registration.id, "seed \(seed)")
      #expect(PasskeyPublicKey(cose: made.publicKey.cose) == made.publicKey, "seed \(seed)")
    }
  }
}

/// What a page posts, with one to four bytes changed in what was signed or in the signature.
private func spoiled(_ json: String, seed: UInt64) throws -> String {
  var generator = SeededGenerator(seed: seed)
  let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
  var posted = try #require(read)
  var response = try #require(posted["response"] as? [String: String])
  for _ in 0..<Int.random(in: 1...4, using: &generator) {
    let names = ["clientDataJSON", "authenticatorData", "signature"]
    let name = names[Int.random(in: 0...2, using: &generator)]
    var bytes = try #require(response[name].flatMap(Alphabet.base64URL.bytes))
    bytes.spoil(using: &generator)
    response[name] = Alphabet.base64URL.text(bytes)
  }
  let isChanged = response != posted["response"] as? [String: String]
  posted["response"] = response
  let text = try JSONSerialization.data(withJSONObject: posted)
  return isChanged
    ? String(decoding: text, as: UTF8.self) : try spoiled(json, seed: seed &+ 1_000_000)
}

extension PasskeyPublicKey {
  /// The key as browsers and certificates write it (RFC 5280, section 4.1.2.7).
  fileprivate var subjectPublicKeyInfo: [UInt8] {
    guard let item = try? CBOR(cose) else { return [] }
    let x = item[.number(-2)]?.bytes ?? []
    switch algorithm {
    case .es256:
      return bytes("3059301306072a8648ce3d020106082a8648ce3d03010703420004") + x
        + (item[.number(-3)]?.bytes ?? [])
    case .edDSA: return bytes("302a300506032b6570032100") + x
    case .rs256:
      let modulus = item[.number(-1)]?.bytes ?? []
      return bytes("30820122300d06092a864886f70d01010105000382010f003082010a0282010100") + modulus
        + bytes("0203010001")
    }
  }
}
