/// Whose sessions are over, by the word of the provider (OpenID Connect Back-Channel Logout 1.0).
public struct SignedOut: Hashable, Sendable {
  /// Which of the sessions that somebody has here.
  public enum Sessions: Hashable, Sendable {
    /// Those that began with this session at the provider.
    case session(String)
    /// Those that began with this session, of this subject and no other.
    case sessionOf(subject: String, session: String)
    /// All of this subject.
    case all(subject: String)
  }

  public let issuer: Issuer
  public let sessions: Sessions

  /// Whether it ends the session that began with these claims.
  public func ends(_ claims: Claims) -> Bool {
    guard claims.issuer == issuer else { return false }
    let session = claims.sessionID ?? ""
    return switch sessions {
    case .session(let ended): session.isExactly(ended)
    case .sessionOf(let subject, let ended):
      claims.subject.isExactly(subject) && session.isExactly(ended)
    case .all(let subject): claims.subject.isExactly(subject)
    }
  }
}
