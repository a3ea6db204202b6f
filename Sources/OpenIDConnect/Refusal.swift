/// Why nobody is signed in, or signed out.
///
/// A refusal says nothing about the person, and holds no secret and no token: it may be logged as it is.
/// The sentence for a person is the caller's.
public enum Refusal: Error, Hashable, Sendable {
  /// What came back cannot be read, or says something twice.
  case malformed
  /// The browser that came back did not leave from here, or has forgotten.
  case nothingRemembered
  /// The departure was too long ago.
  case departureOver
  /// The answer is to another departure.
  case stateDiffers
  /// The answer came before.
  case usedBefore
  /// The provider promised to name itself and did not (RFC 9207).
  case issuerMissing
  /// The answer comes from another provider.
  case issuerDiffers
  case codeMissing
  case declined(Decline)
  case provider(ProviderFault)
  case exchangeRefused(ExchangeRefusal)
  /// The token endpoint's answer cannot be read, or lacks a token.
  case tokensMalformed
  case idToken(TokenFault)
  /// The userinfo endpoint's answer cannot be read.
  case userInfoMalformed
  /// The userinfo endpoint told about somebody else (OpenID Connect Core 1.0, 5.3.2).
  case userInfoDiffers
  case logoutToken(TokenFault)
  /// Our own key did not sign.
  case assertionNotSigned
  /// It is not known whether something was used before.
  case usesUnknown
}

extension Refusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformed: "malformed"
    case .nothingRemembered: "nothingRemembered"
    case .departureOver: "departureOver"
    case .stateDiffers: "stateDiffers"
    case .usedBefore: "usedBefore"
    case .issuerMissing: "issuerMissing"
    case .issuerDiffers: "issuerDiffers"
    case .codeMissing: "codeMissing"
    case .declined(let decline): "declined: \(decline.rawValue)"
    case .provider(let fault): "provider: \(fault.rawValue)"
    case .exchangeRefused(let refusal): "exchangeRefused: \(refusal.rawValue)"
    case .tokensMalformed: "tokensMalformed"
    case .idToken(let fault): "idToken: \(fault.rawValue)"
    case .userInfoMalformed: "userInfoMalformed"
    case .userInfoDiffers: "userInfoDiffers"
    case .logoutToken(let fault): "logoutToken: \(fault.rawValue)"
    case .assertionNotSigned: "assertionNotSigned"
    case .usesUnknown: "usesUnknown"
    }
  }
}
