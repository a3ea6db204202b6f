import Foundation

/// A token that the provider has signed; what it says is still to be held to what it is for.
struct VerifiedToken {
  let claims: ClaimSet
  let algorithm: SigningAlgorithm
}

extension RelyingParty {
  /// Takes a token apart and holds it to the provider's keys.
  ///
  /// Nothing is asked of the provider for a token of another kind or signed in a way that is not allowed.
  func verified(
    _ text: String, as kind: TokenKind, at now: Date
  ) async throws(Refusal) -> VerifiedToken {
    let (token, algorithm) = try await kind.refusing { () throws(TokenFault) in
      let token = try SignedToken(text)
      guard kind.admits(token.type) else { throw .typeDiffers }
      return (token, try token.algorithm(among: registration.algorithms))
    }
    let keys = try await keys(for: token, signedBy: algorithm, at: now)
    try await kind.refusing { () throws(TokenFault) in try await token.verify(keys, algorithm) }
    return VerifiedToken(claims: token.claims, algorithm: algorithm)
  }

  private func keys(
    for token: SignedToken, signedBy algorithm: SigningAlgorithm, at now: Date
  ) async throws(Refusal) -> [VerificationKey] {
    do throws(ProviderFault) {
      return try await provider.keys(for: token.header, signing: algorithm, at: now)
    } catch {
      throw .provider(error)
    }
  }
}
