import Crypto
import Foundation

@testable import Credentials

/// An authenticator, and the browser around it, that lie as they are told but sign what they say.
struct ScriptedAuthenticator {
  let key = P256.Signing.PrivateKey()
  var id: [UInt8] = Array(1...32)
  var announcedID: [UInt8] = Array(1...32)
  var user: [UInt8]? = Array(0..<32)
  var domain = "koers.example"
  var origin = "https://koers.example"
  var kind: String?
  var challenge: [UInt8]?
  /// More keys of the client data, as JSON.
  var more = ""
  /// Somebody was there and was verified.
  var flags: UInt8 = 0x05
  var signCount: UInt32 = 0
  var format = "none"
  var statement = CBOR.map([:])
  /// Other than the key that signs.
  var publicKey: CBOR?
  var extensions: [UInt8] = []
  var trailing: [UInt8] = []
  var type = "public-key"

  func registration(answering question: PasskeyChallenge) -> String {
    let data = data(flags: flags | 0x40) + made + extensions + trailing
    let object = CBOR.map([
      .text("fmt"): .text(format), .text("attStmt"): statement, .text("authData"): .bytes(data),
    ])
    return json([
      "clientDataJSON": text(clientData("webauthn.create", question)),
      "attestationObject": text(object.written),
    ])
  }

  func assertion(answering question: PasskeyChallenge) throws -> String {
    let clientData = clientData("webauthn.get", question)
    let data = data(flags: flags) + extensions + trailing
    let signature = try key.signature(for: data + Array(SHA256.hash(data: clientData)))
    var response = [
      "clientDataJSON": text(clientData), "authenticatorData": text(data),
      "signature": text(Array(signature.derRepresentation)),
    ]
    response["userHandle"] = user.map(text)
    return json(response)
  }

  /// The public half, in COSE.
  var cose: CBOR {
    let raw = Array(key.publicKey.rawRepresentation)
    return .map([
      .number(1): .unsigned(2), .number(3): .negative(6), .number(-1): .unsigned(1),
      .number(-2): .bytes(Array(raw.prefix(32))), .number(-3): .bytes(Array(raw.suffix(32))),
    ])
  }

  private func data(flags: UInt8) -> [UInt8] {
    Array(SHA256.hash(data: Data(domain.utf8))) + [flags]
      + withUnsafeBytes(of: signCount.bigEndian, Array.init)
  }

  private var made: [UInt8] {
    Array(repeating: 0, count: 16) + withUnsafeBytes(of: UInt16(id.count).bigEndian, Array.init)
      + id + (publicKey ?? cose).written
  }

  private func clientData(_ kind: String, _ question: PasskeyChallenge) -> [UInt8] {
    let challenge = text(challenge ?? question.bytes)
    return Array(
      #"{"type":"\#(self.kind ?? kind)","challenge":"\#(challenge)","origin":"\#(origin)"\#(more)}"#
        .utf8)
  }

  private func text(_ bytes: [UInt8]) -> String { Alphabet.base64URL.text(bytes) }

  private func json(_ response: [String: String]) -> String {
    let fields = response.map { #""\#($0)":"\#($1)""# }.joined(separator: ",")
    let id = text(announcedID)
    return #"{"id":"\#(id)","rawId":"\#(id)","type":"\#(type)","response":{\#(fields)}}"#
  }
}
