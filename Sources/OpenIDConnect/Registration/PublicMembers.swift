import Crypto
import Foundation

/// The members of a key that everyone may see and that make it the key it is.
struct PublicMembers {
  private let members: [String: String]

  /// A key on the curve P-256.
  init(x: Data, y: Data) {
    members = ["crv": "P-256", "kty": "EC", "x": Base64URL.encoded(x), "y": Base64URL.encoded(y)]
  }

  /// An RSA key.
  init(modulus: Data, exponent: Data) {
    members = ["e": Base64URL.encoded(exponent), "kty": "RSA", "n": Base64URL.encoded(modulus)]
  }

  /// The key's name by RFC 7638.
  var thumbprint: String { Base64URL.encoded(SHA256.hash(data: Array(Self.json(members).utf8))) }

  /// A set of this one key (RFC 7517), to register with a provider.
  func keySet(named id: String, for algorithm: SigningAlgorithm) -> String {
    let about = ["alg": algorithm.rawValue, "kid": id, "use": "sig"]
    return "{\"keys\":[\(Self.json(members.merging(about, uniquingKeysWith: { $1 })))]}"
  }

  /// In the order of the members' names and without spaces, as RFC 7638 has it; no value needs escaping.
  private static func json(_ members: [String: String]) -> String {
    let pairs = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
    return "{\(pairs.joined(separator: ","))}"
  }
}
