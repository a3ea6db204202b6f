/// What is wrong with a provider, or with the way to it.
public enum ProviderFault: String, Error, Hashable, Sendable {
  case unreachable
  /// It did not finish its answer in time.
  case tooSlow
  /// Its answer is larger than anything it has to say.
  case tooLarge
  /// It sent us elsewhere, where we do not go with secrets.
  case redirected
  /// It answered with a status that is not 200.
  case failed
  /// Its answer cannot be read, or lacks something that must be there.
  case malformed
  /// It describes itself as another issuer than the one asked for (Discovery 1.0, section 4.3).
  case issuerDiffers
  /// It has an address without TLS on another machine.
  case insecureAddress
  /// It says which proof keys it takes, and SHA-256 is not among them.
  case proofKeyNotTaken
}
