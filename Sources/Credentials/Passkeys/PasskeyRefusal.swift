/// Why what a browser sent neither adds a passkey nor signs anybody in.
public enum PasskeyRefusal: Error, Hashable, Sendable {
  /// Part of it cannot be read.
  case malformed(Part)
  /// The challenge was for something else, such as signing in where a passkey is to be added.
  case wrongCeremony
  /// It answers another challenge.
  case wrongChallenge
  /// It came too late.
  case expired
  /// It was made on another site: somebody may be phishing.
  case wrongOrigin
  /// It was made in a frame of another site.
  case framed
  /// The passkey is of another relying party.
  case wrongRelyingParty
  /// Nobody touched the authenticator.
  case userNotPresent
  /// The authenticator did not ask for a PIN, a finger or a face.
  case userNotVerified
  /// It says to be copied to other devices, and that it cannot be.
  case impossibleBackup
  /// It may be copied now and could not before, or the other way round.
  case backupEligibilityChanged
  /// The key is of an algorithm we did not ask for, or is not sound.
  case unusableKey
  /// The authenticator sent an attestation, which we did not ask for and do not check.
  case attested
  /// It was made with another passkey than the one that was looked up.
  case wrongPasskey
  /// The passkey is of another account.
  case wrongUser
  /// The signature is not of this passkey over these bytes.
  case wrongSignature
  /// It counts fewer uses than before: there may be two of it.
  case signCountNotRisen

  /// What could not be read.
  public enum Part: Hashable, Sendable {
    /// The JSON that the page posted.
    case response
    /// What the browser says that it was asked.
    case clientData
    /// The CBOR around a new passkey.
    case attestationObject
    /// What the authenticator says.
    case authenticatorData
  }
}
