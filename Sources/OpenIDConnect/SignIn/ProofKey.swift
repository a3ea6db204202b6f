import Crypto

/// The proof that who comes with a code is who asked for it (RFC 7636).
struct ProofKey: Hashable, Sendable {
  /// The only way in which we show it; the other one, `plain`, proves nothing.
  static let method = "S256"

  let verifier: String

  var challenge: String { Base64URL.encoded(SHA256.hash(data: Array(verifier.utf8))) }
}
