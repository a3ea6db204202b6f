import Foundation
import Testing

@testable import Credentials

/// The site that all passkeys of these tests are for, and the questions it asks.
///
/// Users and challenges count up from nought, as in the payloads.
enum Koers {
  static let now = 1_800_000_000

  static func site() throws -> RelyingParty {
    try #require(
      RelyingParty(id: "koers.example", name: "Koers", origins: ["https://koers.example"]))
  }

  static func noor() throws -> UserHandle { try #require(UserHandle(bytes: Array(0..<32))) }
  static func sam() throws -> UserHandle { try #require(UserHandle(bytes: Array(100..<132))) }

  static func registration() throws -> PasskeyChallenge {
    try challenge(Array(32..<64), for: .registration(noor()))
  }

  static func signIn() throws -> PasskeyChallenge { try challenge(Array(64..<96), for: .signIn) }

  static func confirmation(by user: UserHandle) throws -> PasskeyChallenge {
    try challenge(Array(64..<96), for: .confirmation(user))
  }

  private static func challenge(
    _ bytes: [UInt8], for ceremony: PasskeyChallenge.Ceremony
  ) throws -> PasskeyChallenge {
    try #require(PasskeyChallenge(bytes: bytes, ceremony: ceremony, expiresAt: now + 300))
  }
}

/// What Chromium posted; `Payloads/README.md` says how it was made.
struct Payload: Decodable {
  static let names = ["es256", "eddsa", "rs256"]

  let registration: String
  let assertions: [String]
  let publicKey: String

  init(_ name: String) throws {
    let text = try repositoryFile("Tests/CredentialsTests/Payloads/\(name).json")
    self = try JSONDecoder().decode(Payload.self, from: Data(text.utf8))
  }

  func passkey() throws -> Passkey {
    try Koers.site().passkey(
      from: PasskeyRegistration(json: registration), answering: Koers.registration(),
      at: Koers.now)
  }
}
