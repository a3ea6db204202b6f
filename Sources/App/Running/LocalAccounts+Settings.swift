import Authentication
import Credentials
import Crypto
import Domain
import Foundation
import Postgres

extension LocalAccounts {
  /// The accounts whose passwords the program keeps, as the operator set them up.
  ///
  /// - Throws: when the lists of passwords cannot be read or the key of secrets cannot be kept.
  init(_ settings: Settings, at entrance: Database) throws {
    let lists = try ["common.txt", "long.txt"].map { name in
      try String(
        contentsOf: settings.home.appending(path: "data/passwords/\(name)"), encoding: .utf8)
    }
    let key =
      try settings.secretKey
      ?? SymmetricKey(data: KeyFile.secrets(in: settings.dataDirectory).key())
    self.init(
      entrance, hasher: PasswordHasher(),
      rule: PasswordRule(
        common: CommonPasswords(lists: lists),
        contextWords: ["koers", settings.organisation.description]),
      box: SecretBox(current: try Self.boxKey(key)), relyingParty: Self.relyingParty(settings))
  }

  private static func boxKey(_ key: SymmetricKey) throws -> SecretBox.Key {
    guard let id = SecretBox.Key.ID("1"),
      let boxKey = SecretBox.Key(id: id, bytes: key.withUnsafeBytes(Array.init))
    else { throw SettingsError.malformed(.secretKey) }
    return boxKey
  }

  /// Passkeys belong to the host of the site's address; on this machine alone that is `localhost`.
  private static func relyingParty(_ settings: Settings) -> RelyingParty? {
    let origin = settings.origin ?? "http://localhost:\(settings.port)"
    guard let host = URL(string: origin)?.host() else { return nil }
    return RelyingParty(id: host, name: settings.organisation.description, origins: [origin])
  }
}
