/// How long one waits for the next attempt to sign in, after attempts that failed.
///
/// The wait grows and then stays as it is: nobody is ever locked out, and nobody can lock another out
/// for longer than `secondsMax` (OWASP ASVS 5.0, 6.1.1). Count an attempt as failed before the secret is
/// checked, in one transaction with looking at the wait: else many attempts at once all see the same
/// count. When it was right, forget those of the account, and take back the one of the address.
public struct SignInDelay: Hashable, Sendable {
  /// How many may fail before anybody waits.
  public let freeFailures: Int
  /// The wait after the first failure that is not free; each further one doubles it.
  public let secondsMin: Int
  /// The wait never grows past this.
  public let secondsMax: Int
  /// After so long without a failure all is forgotten.
  public let forgottenAfterSeconds: Int

  /// For a password of one account: 3 are free, then 1, 2, 4, 8, 16 and at most 30 seconds.
  ///
  /// Whoever keeps failing on purpose holds the owner up for half a minute at a time; a guesser has
  /// 2,900 guesses a day, against passwords of which the 10,000 likeliest are refused. A passkey is not
  /// guessed, so it does not wait.
  public static let account = SignInDelay(
    freeFailures: 3, secondsMin: 1, secondsMax: 30, forgottenAfterSeconds: 24 * 60 * 60)

  /// For a code after the password was right: 3 are free, then 5, 10, 20 seconds and at most 15 minutes.
  ///
  /// Three of a million codes are right at a time, so the wait must grow long: 96 guesses a day are
  /// right once in ten years. Only who knows the password can hold the owner up.
  public static let secondFactor = SignInDelay(
    freeFailures: 3, secondsMin: 5, secondsMax: 15 * 60, forgottenAfterSeconds: 7 * 24 * 60 * 60)

  /// For one network address, whatever the account: 20 are free, then 1, 2, 4 seconds and at most
  /// 15 minutes.
  ///
  /// An office may share one address, so many are free. A success there does not forget them: a
  /// guesser may own an account.
  public static let address = SignInDelay(
    freeFailures: 20, secondsMin: 1, secondsMax: 15 * 60, forgottenAfterSeconds: 60 * 60)

  /// The failures with one more at `now`.
  public func failures(after earlier: SignInFailures?, failingAt now: Int) -> SignInFailures {
    let counted = earlier.flatMap { isForgotten($0, at: now) ? nil : $0.count } ?? 0
    return SignInFailures(count: counted + 1, lastAt: now)
  }

  /// How many seconds from `now` until the next attempt; 0 when it may be made.
  public func wait(after failures: SignInFailures?, at now: Int) -> Int {
    guard let failures, !isForgotten(failures, at: now) else { return 0 }
    return min(max(0, failures.lastAt + wait(afterCount: failures.count) - now), secondsMax)
  }

  /// How many seconds stand between a failure and the next attempt.
  private func wait(afterCount count: Int) -> Int {
    guard count > freeFailures else { return 0 }
    let doublings = min(count - freeFailures - 1, Int.bitWidth / 2)
    return min(secondsMin << doublings, secondsMax)
  }

  private func isForgotten(_ failures: SignInFailures, at now: Int) -> Bool {
    now - failures.lastAt >= forgottenAfterSeconds
  }
}

/// The attempts to sign in that failed, one after another.
public struct SignInFailures: Hashable, Sendable {
  public let count: Int
  /// Seconds since 1970 of the last.
  public let lastAt: Int

  public init(count: Int, lastAt: Int) {
    self.count = count
    self.lastAt = lastAt
  }

  /// Without the last, which turned out to be right; nil when none is left.
  public var withoutLast: SignInFailures? {
    count > 1 ? SignInFailures(count: count - 1, lastAt: lastAt) : nil
  }
}
