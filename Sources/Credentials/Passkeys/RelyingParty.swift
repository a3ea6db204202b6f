import Foundation

/// The site that passkeys are made for and sign in to (WebAuthn Level 3, section 7).
public struct RelyingParty: Hashable, Sendable {
  /// The domain that passkeys are bound to, such as `koers.example`.
  public let id: String
  /// What an authenticator calls it to its owner.
  public let name: String
  let origins: Set<String>

  /// - Parameters:
  ///   - id: a domain, in lower case and ASCII.
  ///   - name: for people to read.
  ///   - origins: where its pages are, such as `https://koers.example`: scheme, host, and port if it
  ///     is not the usual one.
  ///
  /// Nil without an origin, or when one is not `https` under that domain; `http` only does on
  /// `localhost`.
  public init?(id: String, name: String, origins: Set<String>) {
    guard !id.isEmpty, !origins.isEmpty,
      origins.allSatisfy({ Self.isOrigin($0, under: id) })
    else { return nil }
    self.id = id
    self.name = name
    self.origins = origins
  }

  private static func isOrigin(_ origin: String, under id: String) -> Bool {
    guard let parts = URLComponents(string: origin), let host = parts.host,
      let scheme = parts.scheme,
      origin.utf8.elementsEqual("\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")".utf8),
      host.utf8.elementsEqual(host.lowercased().utf8)
    else { return false }
    let isSecure = scheme == "https" || (scheme == "http" && host == "localhost")
    let suffix = ".\(id)".utf8
    return isSecure
      && (host.utf8.elementsEqual(id.utf8) || host.utf8.suffix(suffix.count).elementsEqual(suffix))
  }
}

extension RelyingParty {
  /// Writes the options for `navigator.credentials.create`.
  ///
  /// - Parameters:
  ///   - challenge: for a registration; it says whose account it is.
  ///   - account: the name to sign in with.
  ///   - displayName: the name that people call its owner by.
  ///   - passkeys: those the account has, so that a device does not make a second.
  /// - Returns: JSON for `PublicKeyCredential.parseCreationOptionsFromJSON`.
  /// - Throws: `PasskeyRefusal.wrongCeremony` when the challenge is not for a registration.
  public func creationOptions(
    _ challenge: PasskeyChallenge, account: String, displayName: String, besides passkeys: [Passkey]
  ) throws(PasskeyRefusal) -> String {
    guard case .registration(let user) = challenge.ceremony else { throw .wrongCeremony }
    return PasskeyCreationOptions(
      rp: .init(id: id, name: name),
      user: .init(id: user.description, name: account, displayName: displayName),
      challenge: Alphabet.base64URL.text(challenge.bytes),
      excludeCredentials: passkeys.map(PasskeyDescriptor.init)
    ).optionsJSON()
  }

  /// Writes the options for `navigator.credentials.get`.
  ///
  /// - Parameters:
  ///   - challenge: to sign in, or to confirm who is there.
  ///   - passkeys: those of the account, to confirm; none to sign in, when nobody has said yet who
  ///     they are and nobody may learn who has an account.
  /// - Returns: JSON for `PublicKeyCredential.parseRequestOptionsFromJSON`.
  /// - Throws: `PasskeyRefusal.wrongCeremony` when the challenge is for a registration.
  public func requestOptions(
    _ challenge: PasskeyChallenge, among passkeys: [Passkey] = []
  ) throws(PasskeyRefusal) -> String {
    if case .registration = challenge.ceremony { throw .wrongCeremony }
    return PasskeyRequestOptions(
      challenge: Alphabet.base64URL.text(challenge.bytes), rpId: id,
      allowCredentials: passkeys.map(PasskeyDescriptor.init)
    ).optionsJSON()
  }
}
