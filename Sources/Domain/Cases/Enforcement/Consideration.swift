extension Enforcement {
  /// The time that the prosecutor has, and takes, to say what is to become of a violation (Awb 5:44).
  ///
  /// Meanwhile there can be no fine, and the time to decide on one stands still (Awb 5:51, second paragraph).
  public struct Consideration: Equatable, Sendable {
    /// The day on which the violation was laid before the prosecutor.
    public let since: Day
    public internal(set) var answeredOn: Day?

    /// The last day on which the prosecutor can answer: thirteen weeks after they were asked (Awb 5:44, third
    /// paragraph, under b).
    public var answerDue: Day { LegalTerm.weeks(13).end(after: since) }

    /// The last day without a fine while there is no answer; nil once there is one.
    public var awaitedUntil: Day? { answeredOn == nil ? answerDue : nil }

    /// How many days of a term that runs from `start` to `end` do not count.
    func daysSuspended(from start: Day, to end: Day) -> Int {
      let begun = max(since, start)
      guard begun <= end else { return 0 }
      let resumed = min(answeredOn ?? .last, answerDue.adding(days: 1))
      return max(begun.days(until: resumed), 0)
    }
  }
}

extension Enforcement.Dossier {
  mutating func note(_ prosecution: Enforcement.Prosecution, on day: Day) {
    self.prosecution = .init(prosecution, on: day)
    switch prosecution {
    case .laidBefore: consideration = Enforcement.Consideration(since: day)
    case .notedInError: consideration = nil
    case .begun, .penalOrder, .dropped, .acquitted:
      if consideration?.answeredOn == nil { consideration?.answeredOn = day }
    }
  }
}
