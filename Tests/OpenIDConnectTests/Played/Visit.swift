import AsyncHTTPClient
import Foundation
import JWTKit
import Logging
import Synchronization
import Testing

@testable import OpenIDConnect

/// A relying party and the provider it asks, for one test.
struct Visit: Sendable {
  let provider: PlayedProvider
  let party: RelyingParty
  let log: WrittenLog

  static let noon = PlayedProvider.noon

  /// Runs `body` with a provider, and a relying party that is registered there.
  static func run(
    signing algorithm: SigningAlgorithm = .es256, secretly: Bool = false,
    limits: Limits = .patient,
    registered change: @Sendable (inout Registration) -> Void = { _ in },
    _ body: @Sendable (Visit) async throws -> Void
  ) async throws {
    let key = ES256PrivateKey()
    let authentication: ClientAuthentication =
      secretly
      ? .sharedSecret(ClientSecret(PlayedProvider.secret))
      : .privateKey(try await ClientKey(pem: key.pemRepresentation))
    try await PlayedProvider.run(algorithm, trusting: key.publicKey) { provider in
      var registration = Registration(
        at: try #require(Issuer(provider.issuer)), as: PlayedProvider.clientID,
        authenticating: authentication,
        redirectAddress: try #require(Address("https://koers.example/callback")))
      change(&registration)
      let client = HTTPClient(configuration: .relyingParty)
      let log = WrittenLog()
      let party = RelyingParty(
        registration, asking: client, remembering: UsesInMemory(), limits: limits,
        logger: log.logger)
      let outcome: Result<Void, any Error>
      do {
        outcome = .success(try await body(Visit(provider: provider, party: party, log: log)))
      } catch { outcome = .failure(error) }
      try await client.shutdown()
      try outcome.get()
    }
  }

  func leave(_ demand: Demand = .none, at now: Date = noon) async throws -> Departure {
    try await party.begin(returnTo: "/programmes", demanding: demand, at: now)
  }

  /// Leaves for the provider, signs in there and comes back, with what comes back changed.
  func signIn(
    _ demand: Demand = .none, at now: Date = noon,
    bringing change: (Form) -> String = { $0.encoded }
  ) async throws -> Arrival {
    provider.setClock(to: now)
    let departure = try await leave(demand, at: now)
    return try await party.finish(
      change(try provider.authorize(departure)), remembered: departure.remembered, at: now)
  }
}

extension Limits {
  /// Those of the program, but for a machine that is too busy to answer within seconds.
  static var patient: Limits {
    var limits = Limits()
    limits.answerDurationMax = .seconds(300)
    return limits
  }
}

/// What was logged.
final class WrittenLog: Sendable {
  private let lines = Lines()

  var logger: Logger {
    Logger(label: "openid") { [lines] _ in Handler(lines: lines) }
  }

  var text: String { lines.text }

  private final class Lines: Sendable {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func write(_ line: String) { written.withLock { $0 += line + "\n" } }
  }

  private struct Handler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let fields = (event.metadata ?? [:]).sorted { $0.key < $1.key }
      lines.write(
        "\(event.message) \(fields.map { "\($0.key)=\($0.value)" }.joined(separator: " "))")
    }
  }
}
