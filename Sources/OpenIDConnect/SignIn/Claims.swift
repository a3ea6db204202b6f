public import Foundation

/// Who signed in, by the word of the provider.
public struct Claims: Hashable, Sendable {
  public let issuer: Issuer
  /// Together with the issuer it is one person, always the same.
  public let person: String
  /// The provider's own name for the person, by which a logout token calls them.
  public let subject: String
  public let name: String?
  public let email: String?
  public let groups: [String]
  /// The session at the provider, by which a logout token ends it.
  public let sessionID: String?
  public let authenticatedAt: Date?
  /// How the person signed in.
  public let contextClass: String?

  /// Reads the ID token, and what is not in it from `more`.
  init(
    _ idToken: ClaimSet, and more: ClaimSet?, of issuer: Issuer, named names: ClaimNames
  ) throws(TokenFault) {
    func source(of name: String) -> ClaimSet {
      if let more, !idToken.has(name) { more } else { idToken }
    }
    func text(_ name: String?) throws(TokenFault) -> String? {
      guard let name else { return nil }
      return try source(of: name).text(name)
    }
    guard let person = try text(names.person), IDTokenRule.isSubject(person),
      let subject = try idToken.text("sub")
    else { throw .subjectMissing }
    self.issuer = issuer
    self.person = person
    self.subject = subject
    name = try text(names.name)
    email = try text(names.email)
    groups =
      try names.groups.map { name throws(TokenFault) in
        try source(of: name).texts(name) ?? []
      } ?? []
    sessionID = try idToken.text("sid")
    authenticatedAt = try idToken.moment("auth_time")
    contextClass = try idToken.text("acr")
  }

  /// When the person proved who they are: when the provider says, or else when they came back from it.
  ///
  /// To say of everybody that it was in 1970, as Glewlwyd does, is to say nothing.
  public func proven(comingBackAt now: Date) -> Date {
    guard let authenticatedAt, authenticatedAt.timeIntervalSince1970 > 0 else { return now }
    return min(authenticatedAt, now)
  }
}
