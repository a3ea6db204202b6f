import Foundation
import Testing

@testable import Credentials

struct PasskeyOptionsTests {
  private func kept(_ name: String) throws -> String {
    try repositoryFile("Tests/CredentialsTests/Payloads/\(name)-options.json")
  }

  @Test func `the question for a new passkey is the one that browsers answered`() throws {
    let options = try Koers.site().creationOptions(
      Koers.registration(), account: "noor@koers.example", displayName: "Noor", besides: [])
    #expect(options + "\n" == (try kept("creation")))
  }

  @Test func `the question to sign in is the one that browsers answered`() throws {
    #expect(try Koers.site().requestOptions(Koers.signIn()) + "\n" == (try kept("request")))
  }

  @Test func `a device that has one makes no second`() throws {
    let passkey = try Payload("es256").passkey()
    let options = try Koers.site().creationOptions(
      Koers.registration(), account: "noor", displayName: "Noor", besides: [passkey])
    #expect(
      options.contains(
        #""excludeCredentials":[{"id":"\#(passkey.id)","transports":["internal"],"type":"public-key"}]"#
      ))
  }

  @Test func `who confirms may use any passkey of the account`() throws {
    let passkey = try Payload("es256").passkey()
    let options = try Koers.site().requestOptions(
      Koers.confirmation(by: Koers.noor()), among: [passkey])
    #expect(options.contains(#""allowCredentials":[{"id":"\#(passkey.id)""#))
  }

  @Test func `names with quotes and accents stay what they are`() throws {
    let name = "Zoë \"\u{301}</script>&\\"
    let options = try Koers.site().creationOptions(
      Koers.registration(), account: "zoë", displayName: name, besides: [])
    let read = try JSONSerialization.jsonObject(with: Data(options.utf8)) as? [String: Any]
    let user = try #require(read?["user"] as? [String: Any])
    #expect(user["displayName"] as? String == name)
  }

  @Test func `a challenge is for one kind of question`() throws {
    #expect(throws: PasskeyRefusal.wrongCeremony) {
      try Koers.site().requestOptions(Koers.registration())
    }
    #expect(throws: PasskeyRefusal.wrongCeremony) {
      try Koers.site().creationOptions(
        Koers.signIn(), account: "noor", displayName: "Noor", besides: [])
    }
  }

  @Test func `no two challenges or users are alike`() {
    var generator = SeededGenerator(seed: 1)
    let challenges = (1...5).map { _ in
      PasskeyChallenge(for: .signIn, at: Koers.now, using: &generator)
    }
    #expect(Set(challenges.map(\.bytes)).count == 5)
    #expect(challenges.allSatisfy { $0.expiresAt == Koers.now + 300 && $0.bytes.count == 32 })
    #expect(UserHandle(using: &generator) != UserHandle(using: &generator))
  }

  @Test(arguments: [
    ("koers.example", "https://koers.example"), ("koers.example", "https://www.koers.example"),
    ("koers.example", "https://koers.example:8443"), ("localhost", "http://localhost:8080"),
  ])
  func `a site is where its passkeys work`(id: String, origin: String) {
    #expect(RelyingParty(id: id, name: "Koers", origins: [origin]) != nil)
  }

  @Test(arguments: [
    ("koers.example", "http://koers.example"), ("koers.example", "https://koers.example/"),
    ("koers.example", "https://other.example"), ("koers.example", "https://notkoers.example"),
    ("koers.example", "https://koers.example.evil.example"), ("koers.example", "koers.example"),
    ("koers.example", "https://KOERS.example"), ("koers.example", "https://a@koers.example"),
    ("koers.example", "https://koers.example?"), ("koers.example", ""),
    ("", "https://koers.example"),
    ("koers.example", "https://koers.example:"), ("koers.example", "https://koers.example:0443"),
  ])
  func `elsewhere no passkey is taken`(id: String, origin: String) {
    #expect(RelyingParty(id: id, name: "Koers", origins: [origin]) == nil)
  }

  @Test func `a site without pages takes nothing`() {
    #expect(RelyingParty(id: "koers.example", name: "Koers", origins: []) == nil)
  }
}
