import Foundation

/// What every token must say, whatever it is for: from whom, to whom, since when and until when.
struct Validity: Sendable {
  let issuer: Issuer
  let clientID: String
  let leewaySeconds: TimeInterval
  /// For how long a token holds that has no end; nil is that it must have one.
  var endlessSecondsMax: TimeInterval?

  func check(_ claims: ClaimSet, at now: Date) throws(TokenFault) {
    guard let said = try claims.text("iss"), said.isExactly(issuer.address.text) else {
      throw .issuerDiffers
    }
    try checkAudience(claims)
    try checkTimes(claims, now)
  }

  /// From when on a token is not believed any more, but for the leeway.
  func end(of claims: ClaimSet) throws(TokenFault) -> Date {
    if let end = try claims.moment("exp") { return end }
    guard let endlessSecondsMax else { throw .expiryMissing }
    guard let issued = try claims.moment("iat") else { throw .issueTimeMissing }
    return issued + endlessSecondsMax
  }

  /// OpenID Connect Core 1.0, section 3.1.3.7, points 3 to 5.
  private func checkAudience(_ claims: ClaimSet) throws(TokenFault) {
    let audiences = try claims.texts("aud") ?? []
    guard audiences.contains(where: { $0.isExactly(clientID) }) else { throw .audienceDiffers }
    let party = try claims.text("azp")
    guard party != nil || audiences.count == 1 else { throw .authorizedPartyDiffers }
    guard party?.isExactly(clientID) ?? true else { throw .authorizedPartyDiffers }
  }

  private func checkTimes(_ claims: ClaimSet, _ now: Date) throws(TokenFault) {
    guard try end(of: claims) + leewaySeconds > now else { throw .expired }
    guard let issued = try claims.moment("iat") else { throw .issueTimeMissing }
    guard issued <= now + leewaySeconds else { throw .issuedInFuture }
    if let beginning = try claims.moment("nbf") {
      guard beginning <= now + leewaySeconds else { throw .notYetValid }
    }
  }
}
