import Foundation

/// What `PublicKeyCredential.toJSON()` gives for a new passkey.
public struct PasskeyRegistration: Sendable {
  public let id: PasskeyID
  let clientData: [UInt8]
  let attestationObject: [UInt8]
  let transports: [String]

  /// Reads what the page posted.
  public init(json: String) throws(PasskeyRefusal) {
    let envelope: PasskeyEnvelope<Response> = try PasskeyEnvelope.read(json)
    id = envelope.id
    clientData = envelope.response.clientDataJSON.bytes
    attestationObject = envelope.response.attestationObject.bytes
    // Only a hint to browsers; what is not a word of theirs is left out.
    transports = (envelope.response.transports ?? []).filter(Self.isTransport)
  }

  private struct Response: Decodable {
    let clientDataJSON: Base64URLBytes
    let attestationObject: Base64URLBytes
    let transports: [String]?
  }

  private static func isTransport(_ word: String) -> Bool {
    ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"].contains(word)
  }
}

/// What `PublicKeyCredential.toJSON()` gives for a passkey that was used.
public struct PasskeyAssertion: Sendable {
  /// The passkey to look up.
  public let id: PasskeyID
  /// The account, when the authenticator told it.
  public let user: UserHandle?
  let clientData: [UInt8]
  let authenticatorData: [UInt8]
  let signature: [UInt8]

  /// Reads what the page posted.
  public init(json: String) throws(PasskeyRefusal) {
    let envelope: PasskeyEnvelope<Response> = try PasskeyEnvelope.read(json)
    id = envelope.id
    clientData = envelope.response.clientDataJSON.bytes
    authenticatorData = envelope.response.authenticatorData.bytes
    signature = envelope.response.signature.bytes
    if let handle = envelope.response.userHandle {
      guard let user = UserHandle(bytes: handle.bytes) else { throw .wrongUser }
      self.user = user
    } else {
      user = nil
    }
  }

  private struct Response: Decodable {
    let clientDataJSON: Base64URLBytes
    let authenticatorData: Base64URLBytes
    let signature: Base64URLBytes
    let userHandle: Base64URLBytes?
  }
}

/// What both have around them.
private struct PasskeyEnvelope<Response: Decodable>: Decodable {
  private static var utf8Max: Int { 32 * 1024 }

  let id: PasskeyID
  let response: Response

  static func read(_ json: String) throws(PasskeyRefusal) -> Self {
    guard json.utf8.count <= utf8Max,
      let envelope = try? JSONDecoder().decode(Self.self, from: Data(json.utf8))
    else { throw .malformed(.response) }
    return envelope
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    let raw = try fields.decode(Base64URLBytes.self, forKey: .rawId)
    guard try fields.decode(String.self, forKey: .type) == "public-key",
      try fields.decode(Base64URLBytes.self, forKey: .id).bytes == raw.bytes,
      let id = PasskeyID(bytes: raw.bytes)
    else { throw MalformedBytes() }
    self.id = id
    response = try fields.decode(Response.self, forKey: .response)
  }

  private enum Field: String, CodingKey { case id, rawId, type, response }
}

/// Bytes that JSON holds as base64url.
private struct Base64URLBytes: Decodable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let bytes = Alphabet.base64URL.bytes(text) else { throw MalformedBytes() }
    self.bytes = bytes
  }
}

private struct MalformedBytes: Error {}
