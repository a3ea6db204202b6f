import Crypto
import Foundation
import Testing

@testable import OpenIDConnect

/// How a played provider behaves: truthfully, but for what a test changes.
struct Script: Sendable {
  /// What is said otherwise in the document that describes the provider.
  var metadata: Changes = [:]
  var header: Changes = [:]
  var idToken: Changes = [:]
  var tokens: Changes = [:]
  var userInfo: [String: JSON] = ["sub": .text(Script.subject)]
  /// What the provider signs with.
  var signing: PlayedKey
  /// What it publishes.
  var published: [[String: JSON]]
  var forgery = Forgery.none
  /// Answers that are given as they are, by path.
  var answers: [String: RawAnswer] = [:]

  static let subject = "f6a3e2"

  init(signing key: PlayedKey) {
    signing = key
    published = [key.published]
  }
}

/// How somebody tries to have a token believed that the provider did not sign.
enum Forgery: Sendable {
  case none
  /// `alg` is `none`, and there is no signature.
  case unsigned
  /// The text of the provider's public key serves as a shared secret.
  case publicKeyAsSecret
  /// Another subject under the provider's own signature.
  case changedAfterSigning
  /// Signed with a key that only has the same name.
  case otherKey(PlayedKey)

  func forge(_ token: String, _ script: Script) async throws -> String {
    let parts = token.split(separator: ".").map { String($0) }
    let claims = try JSONDecoder().decode(
      [String: ClaimValue].self, from: Data(try #require(Base64URL.decoded(parts[1].utf8))))
    switch self {
    case .none: return token
    case .unsigned: return "\(Self.header("none", script)).\(parts[1])."
    case .publicKeyAsSecret:
      let text = "\(Self.header("HS256", script)).\(parts[1])"
      let secret = SymmetricKey(data: try JSON.object(script.signing.published).bytes)
      let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret)
      return "\(text).\(Base64URL.encoded(code))"
    case .changedAfterSigning:
      var changed = claims.compactMapValues(\.json)
      changed["sub"] = "somebody-else"
      return "\(parts[0]).\(Base64URL.encoded(try JSON.object(changed).bytes)).\(parts[2])"
    case .otherKey(let key):
      return try await key.token(
        claims.compactMapValues(\.json), header: ["kid": .text(script.signing.id)])
    }
  }

  private static func header(_ algorithm: String, _ script: Script) -> String {
    Base64URL.encoded(
      Data("{\"alg\":\"\(algorithm)\",\"kid\":\"\(script.signing.id)\",\"typ\":\"JWT\"}".utf8))
  }
}

/// An answer without regard for what was asked.
enum RawAnswer: Sendable {
  case status(Int, String)
  case redirect(String)
  /// More than anybody needs to know.
  case endless
  /// A beginning, and then nothing.
  case neverEnding
}

extension ClaimValue {
  /// The same as a test writes it.
  var json: JSON? {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .list(let list): .list(list.compactMap(\.json))
    case .object(let members): .object(members.compactMapValues(\.json))
    case .null: nil
    }
  }
}
