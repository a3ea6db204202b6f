/// The CBOR around a new passkey, without any proof of what made it (WebAuthn Level 3, section 6.5).
enum Attestation {
  /// What the authenticator says.
  ///
  /// - Throws: `PasskeyRefusal.attested` when a proof came along: nobody would have checked it.
  static func authenticatorData(in object: [UInt8]) throws(PasskeyRefusal) -> AuthenticatorData {
    guard let item = try? CBOR(object), item.keys == [.format, .statement, .data],
      case .text(let format)? = item[.format], let bytes = item[.data]?.bytes
    else { throw .malformed(.attestationObject) }
    guard format.utf8.elementsEqual("none".utf8), item[.statement] == .map([:]) else {
      throw .attested
    }
    guard let data = AuthenticatorData(bytes) else { throw .malformed(.authenticatorData) }
    return data
  }
}

extension CBOR.Key {
  fileprivate static let format = CBOR.Key.text("fmt")
  fileprivate static let statement = CBOR.Key.text("attStmt")
  fileprivate static let data = CBOR.Key.text("authData")
}
