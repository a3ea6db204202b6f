/// How a provider writes its logout tokens.
public enum LogoutTokenForm: Hashable, Sendable {
  /// With their own type and an end, as the standard has it.
  case standard
  /// As drafts of before 2022 had it, possibly without type and without end: an explicit choice.
  ///
  /// Without the type, only the event and the missing nonce tell such a token from others (ASVS 5.0, 10.5.5).
  /// Without an end it holds for two minutes.
  case draft
}
