extension PersonID {
  /// An identifier that says nothing about the person, for it stands in the log for ever: the digits of the account's.
  public static func opaque(for account: AccountID) -> PersonID {
    let digits = account.description.utf8.filter { $0 != UInt8(ascii: "-") }
    guard let id = PersonID("p-" + String(decoding: digits, as: UTF8.self)) else {
      preconditionFailure("hexadecimal digits make an identifier")
    }
    return id
  }

  /// The account for which an opaque identifier was made; nil for one of another kind.
  public var account: AccountID? {
    let digits = Array(description.utf8.dropFirst(2))
    guard description.utf8.starts(with: "p-".utf8), digits.count == 32 else { return nil }
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { digits[$0] }
    return AccountID(
      parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-"))
  }

  /// Who acts from a seat in a session without an account: an identifier that no account has, and that says nothing
  /// about the person.
  public static func guest(_ participant: ParticipantID) -> PersonID {
    guard let id = PersonID(guestPrefix + participant.description) else {
      preconditionFailure("hexadecimal digits and hyphens make an identifier")
    }
    return id
  }

  /// Whoever replies to a survey, by the personal link to it.
  public static func guest(_ survey: SurveyID) -> PersonID {
    guest(ParticipantID(survey.identity))
  }

  /// Whether it is that of somebody without an account.
  public var isGuest: Bool {
    description.utf8.starts(with: Self.guestPrefix.utf8)
      && ParticipantID(
        String(decoding: description.utf8.dropFirst(Self.guestPrefix.utf8.count), as: UTF8.self))
        != nil
  }

  private static let guestPrefix = "guest-"
}
