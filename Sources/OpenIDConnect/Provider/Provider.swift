import Foundation

/// A provider as far as it has told about itself: its metadata and its keys, kept and read again in time.
struct Provider: Sendable {
  let issuer: Issuer
  let exchange: Exchange
  private let limits: Limits
  private let metadata: Kept<Metadata>
  private let keys: Kept<KeySet>

  init(_ issuer: Issuer, exchange: Exchange, limits: Limits) {
    self.issuer = issuer
    self.exchange = exchange
    self.limits = limits
    let metadata = Kept { _ throws(ProviderFault) in
      try Metadata(await exchange.document(at: issuer.discoveryAddress), of: issuer)
    }
    self.metadata = metadata
    keys = Kept { now throws(ProviderFault) in
      let address = try await metadata.value(at: now, within: limits.keptSecondsMax).keysAddress
      return try KeySet(await exchange.document(at: address.text))
    }
  }

  func metadata(at now: Date) async throws(ProviderFault) -> Metadata {
    try await metadata.value(at: now, within: limits.keptSecondsMax)
  }

  /// The keys that may have signed; reads them again when none may, which is how keys are renewed.
  func keys(
    for header: SignedToken.Header, signing algorithm: SigningAlgorithm, at now: Date
  ) async throws(ProviderFault) -> [VerificationKey] {
    let known = try await keys.value(at: now, within: limits.keptSecondsMax)
      .keys(named: header.kid, for: algorithm)
    guard known.isEmpty else { return known }
    return try await keys.value(at: now, within: limits.keysReadAgainSecondsMin)
      .keys(named: header.kid, for: algorithm)
  }
}
