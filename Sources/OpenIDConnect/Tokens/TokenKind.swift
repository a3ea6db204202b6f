/// What a token is for: one kind is never taken for another (RFC 8725, section 3.11).
enum TokenKind: Sendable {
  case idToken
  case logoutToken(LogoutTokenForm)

  /// Whether a token that says it is of this type may be of this kind.
  func admits(_ type: String?) -> Bool {
    let isUntyped = type == nil || type == "jwt"
    return switch self {
    case .idToken: isUntyped
    case .logoutToken(.standard): type == "logout+jwt"
    case .logoutToken(.draft): type == "logout+jwt" || isUntyped
    }
  }

  /// Turns a fault of the token into a refusal.
  func refusing<Outcome>(
    _ body: () async throws(TokenFault) -> Outcome
  ) async throws(Refusal) -> Outcome {
    do throws(TokenFault) {
      return try await body()
    } catch {
      switch self {
      case .idToken: throw .idToken(error)
      case .logoutToken: throw .logoutToken(error)
      }
    }
  }
}
