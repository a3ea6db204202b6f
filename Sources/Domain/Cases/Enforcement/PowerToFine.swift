/// Until when, and after what, a fine can be imposed.
extension Enforcement.Dossier {
  /// Whether the fine is heavy (Awb 5:53): by the most that can be imposed, or by what was; nil when that is
  /// not known.
  var isFineHeavy: Bool? {
    let imposed = (fines + revisedFines).compactMap { $0.decision?.value.ruling.fine }.max()
    guard let most = [imposed, report?.value.fineMax].compactMap({ $0 }).max() else { return nil }
    return most.cents > Self.heavyFineAboveCents
  }

  /// The last day of the power to fine: five years after the violation for a heavy fine, three otherwise
  /// (Awb 5:45).
  ///
  /// Nil while the day of the violation is not known; the shorter term while the fine is not. An objection against a
  /// fine suspends the term until that is irrevocably decided (third paragraph): the days until what it came to are
  /// added, for whether a court was asked after that is not known here. That the prosecutor is busy suspends nothing.
  var lapseOfPowerToFine: Day? {
    guard let happenedOn = report?.value.happenedOn else { return nil }
    let objections = actions.entries.map(\.value).filter { $0.measure == .fine }
      .compactMap { action in
        action.objection.flatMap { objection in
          objection.outcome.map { Pause(since: objection.receivedOn, until: $0.on) }
        }
      }
    return LegalTerm.years(isFineHeavy ?? false ? 5 : 3).end(after: happenedOn)
      .later(by: objections, since: happenedOn)
  }

  /// Thirteen weeks after the date of the report, without the days on which it lay before the prosecutor until there was
  /// a power to fine again (Awb 5:51, second paragraph); nil without a report, and on a `day` on which the term stands
  /// still.
  func fineDecisionDue(
    after considerations: [Enforcement.Consideration], on day: Day
  ) -> Day? {
    guard let reportedOn = report?.on else { return nil }
    let pauses = considerations.filter { $0.since <= day }
      .map { Pause(since: $0.since, until: $0.until) }
    let ended = pauses.filter { $0.until <= day }
    let due = LegalTerm.weeks(13).end(after: reportedOn).later(by: ended, since: reportedOn)
    // What was laid before the prosecutor when the term was over suspends nothing.
    let isSuspended = pauses.contains { day < $0.until && $0.since <= due }
    return isSuspended ? nil : due
  }

  /// The day on which the last fine was decided, or `day` while one is in preparation.
  func lastFineDecidedOn(or day: Day) -> Day {
    guard !isInPreparation({ $0 == .fine }) else { return day }
    return fines.compactMap(\.decision?.on).max() ?? day
  }

  /// What a heavy fine asks first and was not there; until it is decided the hearing can still come.
  func missingForHeavyFine(by day: Day) -> [LegalWarning.FineRequisite] {
    guard isFineHeavy ?? true else { return [] }
    let decided = fines.filter { $0.decision != nil }
    let reportedOn = report?.on ?? .last
    let isReportMissing = report == nil || decided.contains { $0.decision?.on ?? day < reportedOn }
    let isHearingMissing = decided.contains { !$0.wasHeard(by: day) }
    return (isReportMissing ? [.report] : []) + (isHearingMissing ? [.hearing] : [])
  }

  /// The day that counts for the time to decide on a fine: that of the first that an objection put another in the place
  /// of, for the law asks no second decision within the same weeks.
  func fineFirstDecidedOn(or day: Day) -> Day {
    revisedFines.compactMap(\.decision?.on).min() ?? lastFineDecidedOn(or: day)
  }

  /// The fines in whose place an objection asks another.
  var revisedFines: [Enforcement.Action] {
    actions.entries.map(\.value).filter { $0.measure == .fine && $0.isRevised }
  }

  private var fines: [Enforcement.Action] { standingActions.filter { $0.measure == .fine } }
}

/// Days on which a term stands still.
private struct Pause {
  let since: Day
  /// The first day on which it runs again.
  let until: Day
}

extension Day {
  /// This end of a term that began on `start`, without the days on which it stood still; no day counts twice.
  fileprivate func later(by pauses: [Pause], since start: Day) -> Day {
    var (end, counted) = (self, start)
    for pause in pauses.sorted(by: { $0.since < $1.since }) {
      let begun = max(pause.since, counted)
      guard begun <= end, pause.until > begun else { continue }
      end = end.adding(days: begun.days(until: pause.until))
      counted = pause.until
    }
    return end
  }
}
