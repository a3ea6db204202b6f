/// Until when, and after what, a fine can be imposed.
extension Enforcement.Dossier {
  /// Whether the fine is heavy (Awb 5:53): by the most that can be imposed, or by what was; nil when that is
  /// not known.
  var isFineHeavy: Bool? {
    let imposed = rulings.compactMap(\.fine).max()
    guard let most = [imposed, report?.value.fineMax].compactMap({ $0 }).max() else { return nil }
    return most.cents > Self.heavyFineAboveCents
  }

  /// The last day of the power to fine: five years after the violation for a heavy fine, three otherwise
  /// (Awb 5:45).
  ///
  /// Nil while the day of the violation is not known; the shorter term while the fine is not.
  var lapseOfPowerToFine: Day? {
    let term = LegalTerm.years(isFineHeavy ?? false ? 5 : 3)
    return (report?.value.happenedOn).map { term.end(after: $0) }
  }

  /// Thirteen weeks after the date of the report, without the days on which it lay before the prosecutor (Awb 5:51);
  /// nil without a report.
  func fineDecisionDue(after considerations: [Enforcement.Consideration]) -> Day? {
    guard let reportedOn = report?.on else { return nil }
    var due = LegalTerm.weeks(13).end(after: reportedOn)
    var counted = reportedOn
    for consideration in considerations.sorted(by: { $0.since < $1.since }) {
      let begun = max(consideration.since, counted)
      guard begun <= due, consideration.until > begun, consideration.until < .last else { continue }
      due = due.adding(days: begun.days(until: consideration.until))
      counted = consideration.until
    }
    return due
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

  private var fines: [Enforcement.Action] { standingActions.filter { $0.measure == .fine } }
}
