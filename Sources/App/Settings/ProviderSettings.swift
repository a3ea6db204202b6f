import OpenIDConnect

/// The provider of OpenID Connect that the operator named, and how we are known there.
struct ProviderSettings: Sendable {
  let issuer: Issuer
  let clientID: String
  let proof: Proof
  /// What is asked for besides `openid`; empty for the usual.
  let scopes: [String]

  /// How we prove to the provider who we are.
  enum Proof: Sendable {
    /// With a private key, in the PEM file at this path.
    case key(path: String)
    /// With a secret that the provider knows too.
    case secret(String)
  }

  /// Nil when no provider was named.
  init?(_ values: SettingValues) throws(SettingsError) {
    guard let address = try values.textIfAny(.providerIssuer) else { return nil }
    guard let issuer = Issuer(address) else { throw .malformed(.providerIssuer) }
    self.issuer = issuer
    guard let clientID = try values.textIfAny(.providerClientID) else {
      throw .malformed(.providerClientID)
    }
    self.clientID = clientID
    let key = try values.textIfAny(.providerClientKey)
    let secret = try values.textIfAny(.providerClientSecret)
    switch (key, secret) {
    case (let path?, nil): proof = .key(path: path)
    case (nil, let secret?): proof = .secret(secret)
    case (nil, nil), (.some, .some): throw .malformed(.providerClientKey)
    }
    scopes = SettingValues.parts(try values.textIfAny(.providerScopes), at: " ")
  }
}
