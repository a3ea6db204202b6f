import Foundation

/// What a code was exchanged for.
struct Tokens {
  let idToken: String
  /// For the provider's userinfo endpoint alone; it does not leave this module.
  let accessToken: String

  init(_ answer: Exchange.Answer) throws(Refusal) {
    guard answer.status == 200 else { throw Self.refusal(answer) }
    guard let said = ClaimSet(answer.body), let type = try? said.text("token_type"),
      type.lowercased() == "bearer", let idToken = try? said.text("id_token"),
      let accessToken = try? said.text("access_token"), Self.isToken(accessToken)
    else { throw .tokensMalformed }
    self.idToken = idToken
    self.accessToken = accessToken
  }

  private static func refusal(_ answer: Exchange.Answer) -> Refusal {
    guard (400...499).contains(answer.status) else { return .provider(.failed) }
    let said = ClaimSet(answer.body).flatMap { try? $0.text("error") }
    return .exchangeRefused(said.flatMap { ExchangeRefusal(rawValue: $0) } ?? .other)
  }

  /// RFC 6750, section 2.1: only what may stand in a header.
  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// Why a provider gives nothing for a code (RFC 6749, section 5.2).
public enum ExchangeRefusal: String, Hashable, Sendable {
  /// The code was used before, is too old, is not ours, or does not go with the proof key.
  case invalidGrant = "invalid_grant"
  /// The provider does not take us for who we say we are.
  case invalidClient = "invalid_client"
  case invalidRequest = "invalid_request"
  case unauthorizedClient = "unauthorized_client"
  case unsupportedGrantType = "unsupported_grant_type"
  case invalidScope = "invalid_scope"
  /// A reason that no standard we follow names.
  case other
}
