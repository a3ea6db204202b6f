import Foundation

/// What a logout token must say (OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6).
struct LogoutTokenRule {
  static let event = "http://schemas.openid.net/event/backchannel-logout"

  /// For how long a token holds that does not say so; the standard advises two minutes at most.
  private static let endlessSecondsMax: TimeInterval = 120

  private let validity: Validity

  init(validity: Validity, form: LogoutTokenForm) {
    var validity = validity
    switch form {
    case .standard: break
    case .draft: validity.endlessSecondsMax = Self.endlessSecondsMax
    }
    self.validity = validity
  }

  /// What a token that says it all asks for.
  struct Order {
    let sessions: SignedOut.Sessions
    /// By which it is known when it comes again.
    let identifier: String
    /// When it would not be believed any more.
    let end: Date
  }

  func check(_ claims: ClaimSet, at now: Date) throws(TokenFault) -> Order {
    try validity.check(claims, at: now)
    guard claims.hasObject(Self.event, in: "events") else { throw .eventMissing }
    guard !claims.has("nonce") else { throw .noncePresent }
    guard let identifier = try claims.text("jti"), !identifier.isEmpty else {
      throw .identifierMissing
    }
    return Order(
      sessions: try sessions(claims), identifier: identifier,
      end: try validity.end(of: claims) + validity.leewaySeconds)
  }

  private func sessions(_ claims: ClaimSet) throws(TokenFault) -> SignedOut.Sessions {
    switch (try claims.text("sub"), try claims.text("sid")) {
    case (let subject?, let session?): .sessionOf(subject: subject, session: session)
    case (let subject?, nil): .all(subject: subject)
    case (nil, let session?): .session(session)
    case (nil, nil): throw .nobodyNamed
    }
  }
}
