import AsyncHTTPClient
import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import Logging
import OpenIDConnect
import Postgres

extension ProviderAccounts {
  /// The provider that the operator named; nil without one.
  ///
  /// - Throws: `SettingsError` for what does not go together, or when the key's file cannot be read.
  init?(
    _ settings: Settings, at entrance: Database, commands: any CommandGateway,
    box: SecretBox, asking client: HTTPClient
  ) async throws {
    guard let provider = settings.provider else { return nil }
    let origin = settings.origin ?? "http://localhost:\(settings.port)"
    guard let back = Address("\(origin)/sign-in/return"),
      let out = Address("\(origin)/sign-in")
    else { throw SettingsError.malformed(.origin) }
    var registration = Registration(
      at: provider.issuer, as: provider.clientID,
      authenticating: try await Self.authentication(provider), redirectAddress: back)
    registration.signedOutAddress = out
    if !provider.scopes.isEmpty { registration.scopes = provider.scopes }
    self.init(
      entrance, commands: commands,
      party: RelyingParty(
        registration, asking: client, remembering: SpentTokens(entrance),
        logger: Logger(label: "koers.provider")),
      box: box, groups: settings.groups, knownBy: settings.directory?.subject)
  }

  private static func authentication(
    _ provider: ProviderSettings
  ) async throws -> ClientAuthentication {
    switch provider.proof {
    case .secret(let secret): return .sharedSecret(ClientSecret(secret))
    case .key(let path):
      guard let pem = try? String(contentsOfFile: path, encoding: .utf8),
        let key = try? await ClientKey(pem: pem, algorithm: .es256)
      else { throw SettingsError.malformed(.providerClientKey) }
      return .privateKey(key)
    }
  }
}

/// Runs `body` with the client that asks providers, and ends it whatever comes.
func withProviderClient(_ body: (HTTPClient) async throws -> Void) async throws {
  let client = HTTPClient(configuration: .relyingParty)
  do {
    try await body(client)
  } catch {
    try? await client.shutdown()
    throw error
  }
  try await client.shutdown()
}
