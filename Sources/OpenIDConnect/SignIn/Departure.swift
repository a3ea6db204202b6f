public import Foundation

/// Somebody about to leave for the provider.
public struct Departure: Sendable {
  /// Where to send them.
  public let address: String
  /// What the answer will be held to, to be kept with their browser until they are back.
  public let remembered: Remembered

  init(_ remembered: Remembered, for registration: Registration, to endpoint: Address) {
    self.remembered = remembered
    let form = Form(
      [
        ("response_type", "code"),
        ("client_id", registration.clientID),
        ("redirect_uri", registration.redirectAddress.text),
        ("scope", (["openid"] + registration.scopes).joined(separator: " ")),
        ("state", remembered.state),
        ("nonce", remembered.nonce),
        ("code_challenge", remembered.proofKey.challenge),
        ("code_challenge_method", ProofKey.method),
      ] + remembered.demand.fields)
    address = endpoint.adding(form)
  }
}

/// What is remembered of a departure while somebody is at the provider.
///
/// Keep it with the browser that left and with no other: sealed, so that nobody reads or changes it, in a
/// `__Host-` cookie that is `Secure`, `HttpOnly` and `SameSite=Lax` and lives for ten minutes. Take the
/// cookie back as soon as the answer comes, whatever the answer is.
public struct Remembered: Hashable, Sendable, Codable, CustomStringConvertible, CustomReflectable {
  let issuer: String
  let state: String
  let nonce: String
  let verifier: String
  let demand: Demand
  /// Where in the site the person was going.
  public let returnTo: String
  public let startedAt: Date

  init(issuer: Issuer, demand: Demand, returnTo: String, startedAt: Date) {
    self.issuer = issuer.address.text
    state = Secret.fresh()
    nonce = Secret.fresh()
    verifier = Secret.fresh()
    self.demand = demand
    self.returnTo = returnTo
    self.startedAt = startedAt
  }

  var proofKey: ProofKey { ProofKey(verifier: verifier) }

  /// Says nothing of what must stay secret.
  public var description: String { "departure" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
