import Foundation

extension RelyingParty {
  /// Whose sessions a logout token ends, the first time it comes.
  func sessions(
    endedBy text: String, at now: Date
  ) async throws(Refusal) -> SignedOut.Sessions {
    let kind = TokenKind.logoutToken(registration.logoutTokens)
    let token = try await verified(text, as: kind, at: now)
    let rule = LogoutTokenRule(validity: validity, form: registration.logoutTokens)
    let order = try await kind.refusing { () throws(TokenFault) in
      try rule.check(token.claims, at: now)
    }
    try await useOnce(
      order.identifier, for: .logoutToken, until: order.end, at: now,
      or: .logoutToken(.usedBefore))
    return order.sessions
  }
}
