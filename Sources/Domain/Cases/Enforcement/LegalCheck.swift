/// What the law says of the enforcement of a finding: warnings with their article, never a decision.
///
/// A rule looks at what was decided, and at what is still in preparation, so that it warns in time. What was
/// withdrawn or revoked no longer counts. Source: Awb as it read in 2017.
public enum LegalCheck {
  /// What the law says of `dossier` on `day`.
  ///
  /// `others` are the dossiers of other findings and `foundAlike` those of findings of one visit that break the same
  /// rule; of either counts what is `ofSameViolation`.
  public static func warnings(
    for dossier: Enforcement.Dossier, others: [Enforcement.Dossier] = [],
    foundAlike: [Enforcement.Dossier] = [], on day: Day
  ) -> [LegalWarning] {
    let same = ofSameViolation(as: dossier, among: others, foundAlike: foundAlike)
    return ofSanctions(dossier, same) + ofOrders(dossier) + ofTerms(dossier, on: day)
      + ofCollection(dossier, on: day) + ofFines(dossier, same, on: day) + ofReport(dossier)
      + ofHearing(dossier, on: day)
  }

  /// Of `others`, what the reports say is of the same violation as `dossier`; of `foundAlike`, which are of one visit and
  /// one rule, whatever no report says is of another.
  public static func ofSameViolation(
    as dossier: Enforcement.Dossier, among others: [Enforcement.Dossier],
    foundAlike: [Enforcement.Dossier]
  ) -> [Enforcement.Dossier] {
    others.filter { $0.isOfSameViolation(as: dossier) }
      + foundAlike.filter { !$0.isOfOtherViolation(than: dossier) }
  }

  /// Articles 5:6 and 5:8; where everything was restored no sanction works any more.
  private static func ofSanctions(
    _ dossier: Enforcement.Dossier, _ same: [Enforcement.Dossier]
  ) -> [LegalWarning] {
    var warnings: [LegalWarning] = []
    let unrestored = same.filter { $0.conclusion?.value.ending != .restored }
    let running = dossier.earlier(unrestored, isMeant: \.isRestoringSanction) {
      $0.isRunningRestoringSanction
    }
    if let running { warnings.append(.restoringSanctionRuns(since: running)) }
    let rules = dossier.report?.value.rules ?? []
    if rules.count > 1, dossier.isMeant({ $0.isRestoringSanction || $0 == .fine }) {
      warnings.append(.rulesTogether(rules))
    }
    return warnings
  }

  /// Articles 5:24, 5:32a and 5:32b.
  private static func ofOrders(_ dossier: Enforcement.Dossier) -> [LegalWarning] {
    dossier.rulings.flatMap { ruling -> [LegalWarning] in
      switch ruling {
      case .orderUnderPenalty(let order, let penalty):
        (order.missing.isEmpty ? [] : [.penaltyOrderLacks(order.missing)])
          + (penalty.maximum == nil ? [.maximumMissing] : [])
      case .orderUnderCoercion(let order):
        order.missing.isEmpty ? [] : [.coercionOrderLacks(order.missing)]
      case .fine, .other: []
      }
    }
  }

  /// Article 3:40: a term that is over when the order is made known leaves no time to obey it (5:24, 5:32a).
  private static func ofTerms(_ dossier: Enforcement.Dossier, on day: Day) -> [LegalWarning] {
    dossier.standingActions.compactMap { action in
      guard let until = action.decision?.value.ruling.order?.until else { return nil }
      return until <= action.sentOn ?? day ? .termOverBeforeSending(until: until) : nil
    }
  }

  /// Article 5:35.
  private static func ofCollection(
    _ dossier: Enforcement.Dossier, on day: Day
  ) -> [LegalWarning] {
    guard dossier.conclusion == nil else { return [] }
    let lapses = dossier.actions.entries.flatMap { $0.value.lapsesOfCollection }
    return lapses.filter { $0 < day }.min().map { [.collectionLapsed(on: $0)] } ?? []
  }

  /// Articles 5:43, 5:44, 5:45, 5:51 and 5:53.
  private static func ofFines(
    _ dossier: Enforcement.Dossier, _ same: [Enforcement.Dossier], on day: Day
  ) -> [LegalWarning] {
    guard dossier.isMeant({ $0 == .fine }) else { return [] }
    var warnings: [LegalWarning] = []
    let fined = dossier.earlier(same, isMeant: { $0 == .fine }) { $0.measure == .fine }
    if let fined { warnings.append(.alreadyFined(on: fined)) }
    let all = [dossier] + same
    let prosecuted = all.compactMap(\.finesBarredSince).min()
    if let prosecuted { warnings.append(.prosecuted(on: prosecuted)) }
    let decided = dossier.lastFineDecidedOn(or: day)
    let considerations = all.flatMap(\.considerations)
    warnings += warning(of: considerations.filter { $0.holds(decided) }, decided)
    if let lapse = dossier.lapseOfPowerToFine, decided > lapse {
      warnings.append(.powerToFineLapsed(on: lapse))
    }
    let first = dossier.fineFirstDecidedOn(or: day)
    // No fine is late that there can be none of.
    let isBarred = prosecuted.map { $0 <= first } ?? false
    if !isBarred, let due = dossier.fineDecisionDue(after: considerations, on: first),
      first > due
    {
      warnings.append(.fineDecidedLate(due: due))
    }
    let missing = dossier.missingForHeavyFine(by: day)
    if !missing.isEmpty { warnings.append(.heavyFineWithout(missing)) }
    return warnings
  }

  /// Article 5:44, second and third paragraph, of what held on the day of the fine.
  private static func warning(
    of considerations: [Enforcement.Consideration], _ decided: Day
  ) -> [LegalWarning] {
    if let awaited = considerations.compactMap(\.awaitedUntil).max() {
      return [.prosecutorMayAnswer(until: awaited)]
    }
    // While they prosecute, the bar says it.
    return considerations.contains { $0.until < .last } ? [.finedBeforeAnswer(on: decided)] : []
  }

  /// Article 5:48.
  private static func ofReport(_ dossier: Enforcement.Dossier) -> [LegalWarning] {
    let missing = dossier.report?.value.missing ?? []
    return missing.isEmpty ? [] : [.reportLacks(missing)]
  }

  /// Article 4:8; article 4:11 lets the hearing be skipped when there is no time for it.
  private static func ofHearing(_ dossier: Enforcement.Dossier, on day: Day) -> [LegalWarning] {
    let unheard = dossier.standingActions.filter {
      $0.measure.isBurdensomeDecision && $0.decision != nil && !$0.wasHeard(by: day)
    }
    return unheard.map { .notHeard($0.measure) }
  }
}

extension Enforcement.Dossier {
  /// Above this a fine is heavy (Awb 5:53).
  static let heavyFineAboveCents = 340_00

  func isOfSameViolation(as other: Enforcement.Dossier) -> Bool {
    guard let report = report?.value, let others = other.report?.value else { return false }
    return report.isOfSameViolation(as: others)
  }

  /// Whether the reports name another offender or other rules; false while one does not say.
  func isOfOtherViolation(than other: Enforcement.Dossier) -> Bool {
    guard let report = report?.value, let others = other.report?.value else { return false }
    return report.isOfOtherViolation(than: others)
  }

  var standingActions: [Enforcement.Action] {
    actions.entries.map(\.value).filter(\.isStanding)
  }

  /// What was decided and stands.
  var rulings: [Enforcement.Ruling] { standingActions.compactMap(\.decision?.value.ruling) }

  /// Whether something that `fits` is in preparation: announced, or chosen and not begun, or to be decided anew because
  /// an objection was founded.
  func isInPreparation(_ fits: (Enforcement.Measure) -> Bool) -> Bool {
    guard conclusion == nil else { return false }
    let isAnnounced = standingActions.contains { $0.decision == nil && fits($0.measure) }
    guard !isAnnounced, let chosen = choice, fits(chosen.value.measure) else { return isAnnounced }
    guard let begun = begun.flatMap({ actions[$0] }) else { return true }
    return begun.isRevised
  }

  /// Whether something that `fits` is in preparation, or decided and standing.
  func isMeant(_ fits: (Enforcement.Measure) -> Bool) -> Bool {
    isInPreparation(fits) || standingActions.contains { fits($0.measure) }
  }

  /// The day of an earlier decision, here or in `same`, that `counts` beside what is meant here.
  func earlier(
    _ same: [Enforcement.Dossier], isMeant fits: (Enforcement.Measure) -> Bool,
    _ counts: (Enforcement.Action) -> Bool
  ) -> Day? {
    func decided(_ dossier: Enforcement.Dossier) -> [Day] {
      dossier.standingActions.filter(counts).compactMap(\.decision?.on).sorted()
    }
    let own = decided(self)
    let others = same.flatMap(decided)
    if isInPreparation(fits) { return (own + others).min() }
    guard let last = own.last else { return nil }
    return (own.dropLast() + others.filter { $0 <= last }).min()
  }
}

extension Enforcement.Order {
  var missing: [LegalWarning.OrderPart] {
    LegalWarning.OrderPart.allCases.filter { part in
      switch part {
      case .remedy: remedy == nil
      case .term: until == nil
      }
    }
  }
}
