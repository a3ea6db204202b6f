import Crypto

/// How a token may be signed.
///
/// All of them have a public and a private key. `none` and those with a shared secret cannot even be named,
/// so that no setting lets them in.
public enum SigningAlgorithm: String, Hashable, Sendable, CaseIterable {
  case es256 = "ES256"
  case es384 = "ES384"
  case es512 = "ES512"
  case ps256 = "PS256"
  case ps384 = "PS384"
  case ps512 = "PS512"
  case rs256 = "RS256"
  case rs384 = "RS384"
  case rs512 = "RS512"
  case edDSA = "EdDSA"

  /// The `kty` of its keys (RFC 7518, section 6; RFC 8037).
  var keyType: String {
    switch self {
    case .es256, .es384, .es512: "EC"
    case .ps256, .ps384, .ps512, .rs256, .rs384, .rs512: "RSA"
    case .edDSA: "OKP"
    }
  }

  /// The `crv` of its keys.
  var curve: String? {
    switch self {
    case .es256: "P-256"
    case .es384: "P-384"
    case .es512: "P-521"
    case .edDSA: "Ed25519"
    case .ps256, .ps384, .ps512, .rs256, .rs384, .rs512: nil
    }
  }

  /// The left half of the text's digest, by which an ID token vouches for an access token
  /// (OpenID Connect Core 1.0, section 3.1.3.6).
  func halfDigest(of text: String) -> String {
    let bytes = Array(text.utf8)
    let digest: [UInt8] =
      switch self {
      case .es256, .ps256, .rs256: Array(SHA256.hash(data: bytes))
      case .es384, .ps384, .rs384: Array(SHA384.hash(data: bytes))
      case .es512, .ps512, .rs512, .edDSA: Array(SHA512.hash(data: bytes))
      }
    return Base64URL.encoded(digest.prefix(digest.count / 2))
  }
}
