import AsyncHTTPClient
import Authentication
import Domain
import EventSourcing
import Foundation
import Logging
import OpenIDConnect
import Postgres
import TestStaging
import Testing

@testable import Credentials

extension LocalAccounts {
  /// Accounts whose passwords cost next to nothing to hash: what a hash costs is tested where it is made.
  init(trying entrance: Database) throws {
    let keyID = try #require(SecretBox.Key.ID("test"))
    let key = try #require(
      SecretBox.Key(id: keyID, bytes: [UInt8](repeating: 7, count: 32)))
    let lists = try ["common.txt", "long.txt"].map { name in
      try String(
        contentsOf: TestSite.folder.appending(path: "../data/passwords/\(name)").standardized,
        encoding: .utf8)
    }
    self.init(
      entrance,
      hasher: PasswordHasher(
        cost: try #require(ScryptCost("ln=4,r=8,p=1")),
        threads: BoundedThreads(atOnce: 2, waitingMax: 32)),
      rule: PasswordRule(
        common: CommonPasswords(lists: lists), contextWords: ["Inspectie Leefomgeving"]),
      box: SecretBox(current: key), relyingParty: nil)
  }
}

extension ProviderAccounts {
  /// Accounts at a provider that cannot be reached.
  init(nowhere stage: TestStage) throws {
    let registration = Registration(
      at: try #require(Issuer("https://provider.invalid")), as: "koers",
      authenticating: .sharedSecret(ClientSecret("none")),
      redirectAddress: try #require(Address("https://koers.invalid/sign-in/return")))
    self.init(
      stage.entrance, commands: stage.gateway,
      party: RelyingParty(
        registration, asking: .shared, remembering: SpentTokens(stage.entrance),
        logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })),
      box: try LocalAccounts(trying: stage.entrance).box, groups: [])
  }
}
