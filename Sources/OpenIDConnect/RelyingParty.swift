public import AsyncHTTPClient
public import Foundation
public import Logging

/// Lets people sign in and out at a provider by OpenID Connect: the code flow with proof key, state, nonce and
/// the provider's name in the answer.
///
/// It follows OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0 and Back-Channel Logout 1.0,
/// RFC 7636, RFC 7523 and RFC 9207, and chapters 9 and 10 of ASVS 5.0 as far as they are a client's.
/// The moment is always the caller's.
public struct RelyingParty: Sendable {
  public let registration: Registration
  let provider: Provider
  let uses: any Uses
  let limits: Limits
  let logger: Logger

  /// - Parameters:
  ///   - registration: How we are known to the provider.
  ///   - client: Made with `HTTPClient.Configuration.relyingParty`; it stays the caller's to shut down.
  ///   - uses: What was used once, shared by all nodes.
  ///   - limits: How much of our memory, time and trust the provider is given.
  ///   - logger: Gets a line for every refusal, without tokens, secrets or persons.
  public init(
    _ registration: Registration, asking client: HTTPClient, remembering uses: any Uses,
    limits: Limits = Limits(), logger: Logger
  ) {
    self.registration = registration
    self.uses = uses
    self.limits = limits
    self.logger = logger
    provider = Provider(
      registration.issuer, exchange: Exchange(client: client, limits: limits), limits: limits)
  }

  /// Sends somebody to the provider to sign in, as `demand` has it.
  ///
  /// That `returnTo`, where they were going, is in the site, is the caller's to see.
  public func begin(
    returnTo: String, demanding demand: Demand = .none, at now: Date
  ) async throws(Refusal) -> Departure {
    try await logged("sign-in not begun") { () throws(Refusal) in
      let remembered = Remembered(
        issuer: registration.issuer, demand: demand, returnTo: returnTo, startedAt: now)
      let endpoint = try await metadata(at: now).authorizationEndpoint
      return Departure(remembered, for: registration, to: endpoint)
    }
  }

  /// Takes in somebody who is back from the provider, with the query of the address they came to, as it was
  /// sent, and what was kept with their browser, if there was anything.
  ///
  /// Once the answer is found to belong to the departure, the departure is over, whatever comes of it: what
  /// was remembered of it does not work a second time.
  public func finish(
    _ query: String, remembered: Remembered?, at now: Date
  ) async throws(Refusal) -> Arrival {
    try await logged("sign-in refused") { () throws(Refusal) in
      guard let remembered else { throw .nothingRemembered }
      let code = try await code(in: Answer(query: query), for: remembered, at: now)
      let tokens = try await tokens(for: code, proving: remembered.proofKey, at: now)
      let idToken = try await idToken(in: tokens, for: remembered, at: now)
      let claims = try await claims(idToken, tokens.accessToken, at: now)
      return Arrival(
        claims: claims, returnTo: remembered.returnTo, receipt: Receipt(idToken: tokens.idToken))
    }
  }

  /// Sends somebody to the provider to end their session there; nil when the provider has no such place.
  ///
  /// End the session here first: the person may never come back.
  public func signOut(_ receipt: Receipt?, at now: Date) async throws(Refusal) -> SignOut? {
    try await logged("sign-out not begun") { () throws(Refusal) in
      try await metadata(at: now).endSessionEndpoint.map {
        SignOut(receipt, for: registration, at: $0)
      }
    }
  }

  /// Reads the form in which a provider tells that somebody signed out there.
  ///
  /// Answer 200 when the sessions are ended, 400 to a refusal, both with `Cache-Control: no-store`
  /// (Back-Channel Logout 1.0, section 2.8).
  public func signedOut(_ form: String, at now: Date) async throws(Refusal) -> SignedOut {
    try await logged("logout token refused") { () throws(Refusal) in
      guard let tokens = Form(encoded: form)?["logout_token"], tokens.count == 1 else {
        throw .malformed
      }
      return SignedOut(
        issuer: registration.issuer, sessions: try await sessions(endedBy: tokens[0], at: now))
    }
  }

  private func logged<Outcome>(
    _ message: Logger.Message, _ body: () async throws(Refusal) -> Outcome
  ) async throws(Refusal) -> Outcome {
    do throws(Refusal) {
      return try await body()
    } catch {
      logger.notice(
        message,
        metadata: ["issuer": "\(registration.issuer)", "refusal": "\(error)"])
      throw error
    }
  }

  func metadata(at now: Date) async throws(Refusal) -> Metadata {
    do throws(ProviderFault) {
      return try await provider.metadata(at: now)
    } catch {
      throw .provider(error)
    }
  }

  var validity: Validity {
    Validity(
      issuer: registration.issuer, clientID: registration.clientID,
      leewaySeconds: limits.leewaySeconds)
  }

  /// Writes down that something was used, and refuses when it was before.
  func useOnce(
    _ identifier: String, for purpose: UseMark.Purpose, until end: Date, at now: Date,
    or refusal: Refusal
  ) async throws(Refusal) {
    let mark = UseMark(identifier, for: purpose, at: registration.issuer)
    let isFirst: Bool
    do {
      isFirst = try await uses.begin(mark, until: end, at: now)
    } catch {
      throw .usesUnknown
    }
    guard isFirst else { throw refusal }
  }
}
