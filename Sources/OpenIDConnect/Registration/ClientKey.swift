import Foundation
import JWTKit

/// The private key by which a provider knows us, and the public half to register there.
public struct ClientKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// Why a key cannot be used.
  public enum Fault: Error, Hashable, Sendable {
    /// It is not a private key in PEM of the kind that the algorithm needs, or it is RSA under 2048 bits.
    case unfit
    /// We sign with ES256, PS256 and RS256 only.
    case algorithmNotOffered
    /// A name is 1 to 128 of the characters of base64url, as no other needs escaping.
    case nameUnfit
  }

  public let algorithm: SigningAlgorithm
  /// Its name, by default made of the key itself (RFC 7638).
  public let id: String
  /// The public half as a set of keys, to register with the provider (RFC 7517).
  public let publicKeySet: String
  private let keys: JWTKeyCollection

  /// Reads a key: on the curve P-256 for ES256, RSA of at least 2048 bits for the others.
  public init(
    pem: String, algorithm: SigningAlgorithm = .es256, id: String? = nil
  ) async throws(Fault) {
    let keys = JWTKeyCollection()
    let members: PublicMembers
    switch algorithm {
    case .es256:
      let key = try Self.read { try ES256PrivateKey(pem: pem) }
      members = try Self.members(of: key)
      await keys.add(ecdsa: key)
    case .ps256:
      let key = try Self.read { try Insecure.RSA.PrivateKey(pem: pem) }
      members = try Self.members(of: key)
      await keys.add(pss: key, digestAlgorithm: .sha256)
    case .rs256:
      let key = try Self.read { try Insecure.RSA.PrivateKey(pem: pem) }
      members = try Self.members(of: key)
      await keys.add(rsa: key, digestAlgorithm: .sha256)
    case .es384, .es512, .ps384, .ps512, .rs384, .rs512, .edDSA: throw .algorithmNotOffered
    }
    self.keys = keys
    self.algorithm = algorithm
    self.id = id ?? members.thumbprint
    guard Base64URL.isName(self.id) else { throw .nameUnfit }
    publicKeySet = members.keySet(named: self.id, for: algorithm)
  }

  /// Names the key and nothing of what is in it.
  public var description: String { "\(algorithm.rawValue) key \(id)" }

  public var customMirror: Mirror { Mirror(self, children: []) }

  func sign(_ payload: some JWTPayload) async throws(Refusal) -> String {
    do {
      return try await keys.sign(payload, header: ["kid": .string(id)])
    } catch {
      throw .assertionNotSigned
    }
  }

  private static func read<Key>(_ key: () throws -> Key) throws(Fault) -> Key {
    do { return try key() } catch { throw .unfit }
  }

  private static func members(of key: ES256PrivateKey) throws(Fault) -> PublicMembers {
    guard let (x, y) = key.parameters, let x = Data(base64Encoded: x),
      let y = Data(base64Encoded: y)
    else { throw .unfit }
    return PublicMembers(x: x, y: y)
  }

  private static func members(
    of key: Insecure.RSA.PrivateKey
  ) throws(Fault) -> PublicMembers {
    guard let (modulus, exponent) = try? key.publicKey.getKeyPrimitives() else { throw .unfit }
    return PublicMembers(modulus: modulus, exponent: exponent)
  }
}
