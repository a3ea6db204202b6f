/// Why a token that the provider is said to have signed is not believed.
public enum TokenFault: String, Error, Hashable, Sendable {
  /// It is not a signed token in compact form, or a claim is not of its kind.
  case malformed
  /// It is a token for another purpose.
  case typeDiffers
  /// It demands an extension that we do not know.
  case extensionUnknown
  /// It is signed in a way that is not on our list: `none`, a shared secret, or another.
  case algorithmNotAllowed
  case keyUnknown
  case signatureWrong
  case issuerDiffers
  /// It is not meant for us.
  case audienceDiffers
  /// It was given out to another party than us.
  case authorizedPartyDiffers
  case expiryMissing
  case expired
  case issueTimeMissing
  case issuedInFuture
  case notYetValid
  /// It has no subject, or an empty or an overlong one.
  case subjectMissing
  /// It does not belong to this departure.
  case nonceDiffers
  case accessTokenDiffers
  case authenticationTimeMissing
  case authenticatedTooLongAgo
  /// The person did not sign in in a way that was asked for.
  case contextClassDiffers
  /// It does not say that somebody signed out.
  case eventMissing
  /// It has what only an ID token has.
  case noncePresent
  /// It has no identity of its own by which it could be known again.
  case identifierMissing
  /// It names neither a person nor a session.
  case nobodyNamed
  case usedBefore
}
