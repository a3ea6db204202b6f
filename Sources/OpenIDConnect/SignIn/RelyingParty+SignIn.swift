import Foundation

/// The steps from an answer to a person, each of which may be the last.
extension RelyingParty {
  /// The code, once it is sure that it answers this departure and has not come before.
  func code(
    in answer: Answer, for remembered: Remembered, at now: Date
  ) async throws(Refusal) -> String {
    let end = remembered.startedAt + limits.departureSecondsMax
    guard remembered.issuer.isExactly(registration.issuer.address.text) else {
      throw .issuerDiffers
    }
    guard now < end, now > remembered.startedAt - limits.leewaySeconds else {
      throw .departureOver
    }
    try answer.checkState(remembered)
    try await useOnce(remembered.state, for: .departure, until: end, at: now, or: .usedBefore)
    let isPromised = try await metadata(at: now).namesItselfInResponses
    try answer.checkIssuer(registration.issuer, isPromised: isPromised)
    return try answer.codeOrReason()
  }

  /// What the provider gives for the code (OpenID Connect Core 1.0, section 3.1.3).
  func tokens(
    for code: String, proving proofKey: ProofKey, at now: Date
  ) async throws(Refusal) -> Tokens {
    let endpoint = try await metadata(at: now).tokenEndpoint
    let proof = try await registration.authentication.proof(
      of: registration.clientID, at: endpoint, of: registration.issuer, now: now)
    let form = Form(
      [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", registration.redirectAddress.text),
        ("code_verifier", proofKey.verifier),
      ] + proof.fields)
    return try Tokens(
      await answer(to: form, at: endpoint, authorization: proof.authorization))
  }

  private func answer(
    to form: Form, at endpoint: Address, authorization: String?
  ) async throws(Refusal) -> Exchange.Answer {
    do throws(ProviderFault) {
      return try await provider.exchange.post(form, to: endpoint, authorization: authorization)
    } catch {
      throw .provider(error)
    }
  }

  /// What the ID token says, once it is sure that it answers this departure.
  func idToken(
    in tokens: Tokens, for remembered: Remembered, at now: Date
  ) async throws(Refusal) -> ClaimSet {
    let token = try await verified(tokens.idToken, as: .idToken, at: now)
    let rule = IDTokenRule(
      validity: validity, remembered: remembered, accessToken: tokens.accessToken)
    try await TokenKind.idToken.refusing { () throws(TokenFault) in try rule.check(token, at: now) }
    return token.claims
  }

  func claims(
    _ idToken: ClaimSet, _ accessToken: String, at now: Date
  ) async throws(Refusal) -> Claims {
    let more = try await userInfo(beside: idToken, accessToken, at: now)
    do throws(TokenFault) {
      return try Claims(
        idToken, and: more, of: registration.issuer, named: registration.claimNames)
    } catch {
      throw more == nil ? .idToken(error) : .userInfoMalformed
    }
  }

  /// What the userinfo endpoint adds; nothing when the ID token has it all or there is no such endpoint.
  private func userInfo(
    beside idToken: ClaimSet, _ accessToken: String, at now: Date
  ) async throws(Refusal) -> ClaimSet? {
    guard !registration.claimNames.all.allSatisfy(idToken.has),
      let endpoint = try await metadata(at: now).userInfoEndpoint
    else { return nil }
    guard let more = ClaimSet(try await document(at: endpoint, bearing: accessToken)) else {
      throw .userInfoMalformed
    }
    guard let subject = try? more.text("sub"), let known = try? idToken.text("sub"),
      subject.isExactly(known)
    else { throw .userInfoDiffers }
    return more
  }

  private func document(
    at endpoint: Address, bearing token: String
  ) async throws(Refusal) -> [UInt8] {
    do throws(ProviderFault) {
      return try await provider.exchange.document(at: endpoint.text, bearing: token)
    } catch {
      throw .provider(error)
    }
  }
}
