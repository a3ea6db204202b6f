/// How we are known to a provider, and what we want to know from it.
public struct Registration: Sendable {
  public let issuer: Issuer
  public let clientID: String
  public let authentication: ClientAuthentication
  /// Where the provider sends people back to; registered there byte for byte.
  public let redirectAddress: Address
  /// Where the provider sends people when they have signed out there; registered there byte for byte.
  public var signedOutAddress: Address?
  /// What is asked for beside `openid`.
  public var scopes = ["profile", "email", "groups"]
  public var claimNames = ClaimNames()
  /// How the provider's tokens may be signed.
  public var algorithms: Set<SigningAlgorithm> = [.es256, .ps256, .rs256, .edDSA]
  /// How logout tokens must be written.
  public var logoutTokens = LogoutTokenForm.standard

  public init(
    at issuer: Issuer, as clientID: String, authenticating authentication: ClientAuthentication,
    redirectAddress: Address
  ) {
    self.issuer = issuer
    self.clientID = clientID
    self.authentication = authentication
    self.redirectAddress = redirectAddress
  }
}

/// Which claims say what about a person.
///
/// A claim that is named here and is not in the ID token is asked for at the provider's userinfo endpoint.
public struct ClaimNames: Hashable, Sendable {
  /// Never given to another person of the same provider (ASVS 5.0, 10.5.2).
  public var person = "sub"
  public var name: String? = "name"
  public var email: String? = "email"
  public var groups: String? = "groups"

  public init() {}

  var all: [String] { [person] + [name, email, groups].compactMap { $0 } }
}
