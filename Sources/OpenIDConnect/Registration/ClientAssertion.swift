import Foundation
import JWTKit

/// What we sign to show a provider that it is us (RFC 7523, section 3; OpenID Connect Core 1.0, section 9).
struct ClientAssertion: JWTPayload {
  static let type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
  private static let secondsMax: TimeInterval = 60

  let iss: String
  let sub: String
  let aud: String
  /// Never the same twice.
  let jti: String
  let iat: Int
  let exp: Int

  init(clientID: String, audience: String, at now: Date) {
    iss = clientID
    sub = clientID
    aud = audience
    jti = Secret.fresh()
    iat = Int(now.timeIntervalSince1970)
    exp = Int((now + Self.secondsMax).timeIntervalSince1970)
  }

  func signed(with key: ClientKey) async throws(Refusal) -> String { try await key.sign(self) }

  /// Nobody sends us assertions, so there is nothing to hold one to.
  func verify(using algorithm: some JWTAlgorithm) {}
}
