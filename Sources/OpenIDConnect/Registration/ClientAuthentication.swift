import Foundation

/// How we show a provider that it is us who come with a code.
public enum ClientAuthentication: Sendable, CustomStringConvertible {
  /// With a signature that holds once, `private_key_jwt`: the provider has nothing that could be stolen.
  case privateKey(ClientKey, for: AssertionAudience = .tokenEndpoint)
  /// With a secret that both know, `client_secret_basic`: only where a provider can do no better.
  case sharedSecret(ClientSecret)

  public var description: String {
    switch self {
    case .privateKey: "private_key_jwt"
    case .sharedSecret: "client_secret_basic"
    }
  }
}

/// To whom an assertion of ours is addressed.
public enum AssertionAudience: Hashable, Sendable {
  /// As OpenID Connect Core 1.0, section 9, has it.
  case tokenEndpoint
  /// As newer profiles have it, so that an assertion is worth nothing at another provider.
  case issuer
}

/// A secret shared with a provider, which does not show itself.
public struct ClientSecret: Sendable, CustomStringConvertible, CustomReflectable {
  let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { "secret" }

  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ClientAuthentication {
  /// What goes along with a request to the token endpoint.
  struct Proof {
    var fields: [(name: String, value: String)] = []
    var authorization: String?
  }

  func proof(
    of clientID: String, at tokenEndpoint: Address, of issuer: Issuer, now: Date
  ) async throws(Refusal) -> Proof {
    switch self {
    case .privateKey(let key, let audience):
      let assertion = try await ClientAssertion(
        clientID: clientID, audience: audience.text(tokenEndpoint, issuer), at: now
      ).signed(with: key)
      return Proof(fields: [
        ("client_id", clientID),
        ("client_assertion_type", ClientAssertion.type),
        ("client_assertion", assertion),
      ])
    case .sharedSecret(let secret):
      // RFC 6749, section 2.3.1: both are encoded as in a form before they are joined.
      let pair = "\(Form.encoded(clientID)):\(Form.encoded(secret.text))"
      return Proof(authorization: "Basic \(Data(pair.utf8).base64EncodedString())")
    }
  }
}

extension AssertionAudience {
  fileprivate func text(_ tokenEndpoint: Address, _ issuer: Issuer) -> String {
    switch self {
    case .tokenEndpoint: tokenEndpoint.text
    case .issuer: issuer.address.text
    }
  }
}
