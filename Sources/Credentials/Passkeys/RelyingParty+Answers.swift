import Crypto
import Foundation

extension RelyingParty {
  /// Takes in a new passkey (WebAuthn Level 3, section 7.1).
  ///
  /// Refuse it besides when a passkey of that identifier is kept already, whosever it is.
  ///
  /// - Parameters:
  ///   - registration: what the page posted.
  ///   - challenge: what was asked; it is spent now.
  ///   - now: seconds since 1970.
  /// - Returns: the passkey to keep.
  /// - Throws: the first `PasskeyRefusal` that holds.
  public func passkey(
    from registration: PasskeyRegistration, answering challenge: PasskeyChallenge, at now: Int
  ) throws(PasskeyRefusal) -> Passkey {
    guard case .registration(let user) = challenge.ceremony else { throw .wrongCeremony }
    try check(registration.clientData, .create, answering: challenge, at: now)
    let data = try Attestation.authenticatorData(in: registration.attestationObject)
    try check(data)
    guard let made = data.made else { throw .malformed(.authenticatorData) }
    guard made.id == registration.id else { throw .wrongPasskey }
    guard let publicKey = PasskeyPublicKey(made.publicKey, cose: made.cose) else {
      throw .unusableKey
    }
    return Passkey(
      id: made.id, user: user, publicKey: publicKey, signCount: data.signCount,
      isBackupEligible: data.flags.contains(.backupEligible),
      isBackedUp: data.flags.contains(.backedUp), transports: registration.transports)
  }

  /// Takes the answer of a passkey, to sign in or to confirm (WebAuthn Level 3, section 7.2).
  ///
  /// - Parameters:
  ///   - passkey: the one that is kept under the assertion's `id`.
  ///   - assertion: what the page posted.
  ///   - challenge: what was asked; it is spent now.
  ///   - now: seconds since 1970.
  /// - Returns: the passkey as it is to be kept from now on; its `user` is who signed in.
  /// - Throws: the first `PasskeyRefusal` that holds.
  public func passkey(
    _ passkey: Passkey, after assertion: PasskeyAssertion, answering challenge: PasskeyChallenge,
    at now: Int
  ) throws(PasskeyRefusal) -> Passkey {
    guard assertion.id == passkey.id else { throw .wrongPasskey }
    try checkUser(of: passkey, saying: assertion.user, in: challenge.ceremony)
    try check(assertion.clientData, .get, answering: challenge, at: now)
    guard let data = AuthenticatorData(assertion.authenticatorData) else {
      throw .malformed(.authenticatorData)
    }
    try check(data)
    guard data.flags.contains(.backupEligible) == passkey.isBackupEligible else {
      throw .backupEligibilityChanged
    }
    let signed = assertion.authenticatorData + Array(SHA256.hash(data: assertion.clientData))
    guard passkey.publicKey.isValid(assertion.signature, for: signed) else { throw .wrongSignature }
    guard hasRisen(from: passkey.signCount, to: data.signCount) else { throw .signCountNotRisen }
    return passkey.used(
      signCount: data.signCount, isBackedUp: data.flags.contains(.backedUp))
  }

  /// Whoever signs in is only known by what the authenticator says; who confirms is known already.
  private func checkUser(
    of passkey: Passkey, saying said: UserHandle?, in ceremony: PasskeyChallenge.Ceremony
  ) throws(PasskeyRefusal) {
    switch ceremony {
    case .registration: throw .wrongCeremony
    case .signIn: guard said == passkey.user else { throw .wrongUser }
    case .confirmation(let user):
      guard user == passkey.user, said == nil || said == user else { throw .wrongUser }
    }
  }

  private func check(
    _ clientData: [UInt8], _ kind: ClientData.Kind, answering challenge: PasskeyChallenge,
    at now: Int
  ) throws(PasskeyRefusal) {
    guard now < challenge.expiresAt else { throw .expired }
    try ClientData.read(clientData).check(kind, challenge: challenge, origins: origins)
  }

  private func check(_ data: AuthenticatorData) throws(PasskeyRefusal) {
    guard data.relyingPartyHash.elementsEqual(SHA256.hash(data: Data(id.utf8))) else {
      throw .wrongRelyingParty
    }
    guard data.flags.contains(.userPresent) else { throw .userNotPresent }
    guard data.flags.contains(.userVerified) else { throw .userNotVerified }
    guard data.flags.contains(.backupEligible) || !data.flags.contains(.backedUp) else {
      throw .impossibleBackup
    }
  }

  /// A passkey that never counts stays at nought (WebAuthn Level 3, section 6.1.1).
  private func hasRisen(from former: UInt32, to count: UInt32) -> Bool {
    count > former || (count == 0 && former == 0)
  }
}
