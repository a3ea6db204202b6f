import Foundation

/// What the browser says that it was asked, and by whom (WebAuthn Level 3, section 5.8.1).
///
/// Browsers add keys of their own, so it is read and never compared with a text we would write.
struct ClientData: Decodable {
  enum Kind: String, Decodable {
    case create = "webauthn.create"
    case get = "webauthn.get"
  }

  private let type: Kind
  private let challenge: String
  private let origin: String
  private let crossOrigin: Bool?
  private let topOrigin: String?

  static func read(_ bytes: [UInt8]) throws(PasskeyRefusal) -> ClientData {
    guard let data = try? JSONDecoder().decode(ClientData.self, from: Data(bytes)) else {
      throw .malformed(.clientData)
    }
    return data
  }

  /// Refuses what is not of this kind, does not answer the challenge, or was made elsewhere.
  func check(
    _ kind: Kind, challenge expected: PasskeyChallenge, origins: Set<String>
  ) throws(PasskeyRefusal) {
    guard type == kind else { throw .wrongCeremony }
    guard Alphabet.base64URL.bytes(challenge) == expected.bytes else { throw .wrongChallenge }
    guard origins.contains(where: { $0.utf8.elementsEqual(origin.utf8) }) else {
      throw .wrongOrigin
    }
    guard crossOrigin != true, topOrigin == nil else { throw .framed }
  }
}
