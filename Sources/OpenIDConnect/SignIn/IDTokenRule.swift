import Foundation

/// What an ID token must say to be the answer to one departure (OpenID Connect Core 1.0, 3.1.3.7).
struct IDTokenRule {
  private static let subjectBytesMax = 255

  let validity: Validity
  let remembered: Remembered
  let accessToken: String

  func check(_ token: VerifiedToken, at now: Date) throws(TokenFault) {
    let claims = token.claims
    try validity.check(claims, at: now)
    guard let nonce = try claims.text("nonce"), nonce.isExactly(remembered.nonce) else {
      throw .nonceDiffers
    }
    try checkAccessToken(claims, token.algorithm)
    guard let subject = try claims.text("sub"), Self.isSubject(subject) else {
      throw .subjectMissing
    }
    try checkDemand(claims)
  }

  private func checkAccessToken(
    _ claims: ClaimSet, _ algorithm: SigningAlgorithm
  ) throws(TokenFault) {
    guard let digest = try claims.text("at_hash") else { return }
    guard digest.isExactly(algorithm.halfDigest(of: accessToken)) else {
      throw .accessTokenDiffers
    }
  }

  static func isSubject(_ subject: String) -> Bool {
    (1...subjectBytesMax).contains(subject.utf8.count)
  }

  private func checkDemand(_ claims: ClaimSet) throws(TokenFault) {
    if let seconds = remembered.demand.authenticatedWithinSeconds {
      guard let moment = try claims.moment("auth_time") else { throw .authenticationTimeMissing }
      let earliest = remembered.startedAt - TimeInterval(seconds) - validity.leewaySeconds
      guard moment >= earliest else { throw .authenticatedTooLongAgo }
    }
    let classes = remembered.demand.contextClasses
    guard !classes.isEmpty else { return }
    guard let used = try claims.text("acr"), classes.contains(where: { $0.isExactly(used) }) else {
      throw .contextClassDiffers
    }
  }
}
