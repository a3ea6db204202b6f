extension Enforcement {
  /// The time in which a violation lies before the prosecutor (Awb 5:44, second and third paragraph).
  ///
  /// Meanwhile there can be no fine, and the time to decide on one stands still (Awb 5:51, second paragraph).
  public struct Consideration: Hashable, Sendable {
    /// The day on which the violation was laid before the prosecutor.
    public let since: Day
    /// The first day on which a fine is possible again, as far as is known: they let it be, or did not answer for
    /// thirteen weeks.
    public let until: Day
    /// Whether they answered.
    public let isAnswered: Bool

    /// The last day on which the prosecutor can answer.
    static func answerDue(since day: Day) -> Day { LegalTerm.weeks(13).end(after: day) }

    /// The last day without a fine while there is no answer; nil once there is one.
    public var awaitedUntil: Day? { isAnswered ? nil : until.adding(days: -1) }

    func holds(_ day: Day) -> Bool { since <= day && day < until }
  }
}

extension Enforcement.Dossier {
  /// What was noted last of criminal law and was not taken back.
  public var prosecution: Enforcement.Dated<Enforcement.Prosecution>? { prosecutions.last }

  /// Since when there can be no fine for the same conduct (Awb 5:44, first paragraph); nil when there can.
  ///
  /// That it is laid before the prosecutor, once more, changes nothing about what came of it before.
  var finesBarredSince: Day? {
    let outcome = prosecutions.last { $0.value != .laidBefore }
    return outcome.flatMap { $0.value.barsFine ? $0.on : nil }
  }

  /// Each time that it lay before the prosecutor, the first one first.
  public var considerations: [Enforcement.Consideration] {
    prosecutions.indices.filter { prosecutions[$0].value == .laidBefore }.map { index in
      let since = prosecutions[index].on
      let due = Enforcement.Consideration.answerDue(since: since)
      let later = prosecutions[prosecutions.index(after: index)...]
      guard let answer = later.first, answer.on <= due else {
        return .init(since: since, until: due.adding(days: 1), isAnswered: false)
      }
      // Who prosecutes gives the power to fine back only when that is dropped.
      let dropped = later.first { $0.value == .dropped }
      return .init(since: since, until: dropped?.on ?? .last, isAnswered: true)
    }
  }

  /// What a note on criminal law records: nothing when it says what stands there.
  ///
  /// Noted again, it has another day; what was noted in error goes, and what stood before it holds again.
  func note(
    _ prosecution: Enforcement.Prosecution, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    let isRepeated = self.prosecution?.value == prosecution
    let earlier = isRepeated ? prosecutions.dropLast().last : prosecutions.last
    try check(earlier?.on, .prosecution, by: day)
    let changesNothing =
      isRepeated && self.prosecution?.on == day
      || prosecution == .notedInError && prosecutions.isEmpty
    return changesNothing ? [] : [.prosecutionNoted(prosecution: prosecution)]
  }

  mutating func apply(_ prosecution: Enforcement.Prosecution, on day: Day) {
    if prosecution == .notedInError || self.prosecution?.value == prosecution {
      _ = prosecutions.popLast()
    }
    if prosecution != .notedInError { prosecutions.append(.init(prosecution, on: day)) }
  }
}
