import Foundation

/// What a page hands to `PublicKeyCredential.parseCreationOptionsFromJSON`.
struct PasskeyCreationOptions: Encodable {
  struct Party: Encodable {
    let id: String
    let name: String
  }

  struct User: Encodable {
    let id: String
    let name: String
    let displayName: String
  }

  struct Parameters: Encodable {
    let type = "public-key"
    let alg: Int
  }

  /// Without a passkey that is found by itself there is no signing in without a name, and without
  /// verification a stolen key would be enough.
  struct Selection: Encodable {
    let residentKey = "required"
    let requireResidentKey = true
    let userVerification = "required"
  }

  let rp: Party
  let user: User
  let challenge: String
  let pubKeyCredParams = PasskeyPublicKey.Algorithm.allCases.map { Parameters(alg: $0.rawValue) }
  let timeout = PasskeyChallenge.secondsMax * 1000
  let excludeCredentials: [PasskeyDescriptor]
  let authenticatorSelection = Selection()
  let attestation = "none"
}

/// What a page hands to `PublicKeyCredential.parseRequestOptionsFromJSON`.
struct PasskeyRequestOptions: Encodable {
  let challenge: String
  let timeout = PasskeyChallenge.secondsMax * 1000
  let rpId: String
  /// Empty for whichever passkey the browser finds.
  let allowCredentials: [PasskeyDescriptor]
  let userVerification = "required"
}

/// A passkey as options name it.
struct PasskeyDescriptor: Encodable {
  let type = "public-key"
  let id: String
  let transports: [String]

  init(_ passkey: Passkey) {
    id = passkey.id.description
    transports = passkey.transports
  }
}

extension Encodable {
  /// Its JSON with the keys in order, so that the same options are the same text.
  func optionsJSON() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(self) else {
      preconditionFailure("options are texts and numbers, which JSON can always hold")
    }
    return String(decoding: json, as: UTF8.self)
  }
}
