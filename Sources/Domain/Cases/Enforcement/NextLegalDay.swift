/// A day that the law, or a decision under it, sets to the enforcement of a finding, or to making the result of a case
/// known.
///
/// The Algemene termijnenwet extends the term to object and the time before a publication, and none of the others: it
/// does not hold for terms of more than twelve weeks (its article 4), nor for terms that a letter or a decision sets.
public struct NextLegalDay: Hashable, Sendable {
  /// What it is the last day of.
  public enum Step: String, CaseIterable, Sendable {
    /// The offender can give their view.
    case hearing
    /// The prosecutor can answer.
    case prosecutor
    case decisionOnFine
    /// The order can be obeyed without consequence.
    case orderTerm
    case objection
    /// What was forfeited can be collected.
    case collection
    case powerToFine
    /// Whoever a text for everybody is about can give their view on it.
    case viewOnPublication
    /// A court can be asked to stop a publication.
    case standstill
    /// A text is public.
    case publicity
  }

  public let day: Day
  public let step: Step
  public let article: LegalArticle
  /// Nil when it is of the finding as a whole, or of a publication.
  public let action: Enforcement.ActionID?

  public init(
    _ day: Day, _ step: Step, _ article: LegalArticle, of action: Enforcement.ActionID? = nil
  ) {
    self.day = day
    self.step = step
    self.article = article
    self.action = action
  }

  /// How many days are left on `today`; negative when it has passed.
  public func daysLeft(on today: Day) -> Int { today.days(until: day) }
}

extension NextLegalDay {
  /// The first of `all`; nil when nothing is waited for.
  public static func next(
    for dossier: Enforcement.Dossier, ofSameViolation same: [Enforcement.Dossier] = [],
    on today: Day
  ) -> NextLegalDay? {
    all(for: dossier, ofSameViolation: same, on: today).first
  }

  /// Every day that is waited for, earliest first.
  ///
  /// What has to be done stays when its day has passed: deciding on a fine, and looking again after the term
  /// of an order. What can no longer be done is gone. While the prosecutor has the violation by way of one of `same`, the
  /// term to decide on a fine stands still here too.
  public static func all(
    for dossier: Enforcement.Dossier, ofSameViolation same: [Enforcement.Dossier] = [],
    on today: Day
  ) -> [NextLegalDay] {
    guard dossier.conclusion == nil else { return [] }
    let ofActions = dossier.actions.entries.flatMap { id, action in
      (action.isStanding ? [NextLegalDay](of: action, as: id, on: today) : [])
        + [NextLegalDay](ofCollecting: action, as: id, on: today)
    }
    return (ofFine(dossier, same, on: today) + ofActions).sorted { $0.day < $1.day }
  }

  private static func ofFine(
    _ dossier: Enforcement.Dossier, _ same: [Enforcement.Dossier], on today: Day
  ) -> [NextLegalDay] {
    guard dossier.isInPreparation({ $0 == .fine }) else { return [] }
    let due = dossier.fineToDecideBy(beside: same, on: today)
      .map { NextLegalDay($0, .decisionOnFine, .decisionOnFine) }
    let answer = ([dossier] + same).compactMap { $0.considerations.last?.awaitedUntil }.max()
      .map { NextLegalDay($0, .prosecutor, .noFineAfterProsecution) }
    let lapse = dossier.lapseOfPowerToFine
      .map { NextLegalDay($0, .powerToFine, .lapseOfPowerToFine) }
    let passing = [answer, lapse].compactMap { $0 }.filter { $0.day >= today }
    return [due].compactMap { $0 } + passing
  }
}

extension [NextLegalDay] {
  fileprivate init(
    of action: Enforcement.Action, as id: Enforcement.ActionID, on today: Day
  ) {
    let hearing = action.hearingUntil.map { NextLegalDay($0, .hearing, .hearing, of: id) }
    let objection = action.objectionAwaitedUntil
      .map { NextLegalDay($0, .objection, .objectionTerm, of: id) }
    let passing = [hearing, objection].compactMap { $0 }.filter { $0.day >= today }
    let article: LegalArticle =
      action.measure == .orderUnderCoercion ? .coercionOrder : .penaltyOrder
    let term = action.termToLookAfter.map { NextLegalDay($0, .orderTerm, article, of: id) }
    self = passing + [term].compactMap { $0 }
  }

  /// What was forfeited is to be collected too when its order was withdrawn.
  fileprivate init(
    ofCollecting action: Enforcement.Action, as id: Enforcement.ActionID, on today: Day
  ) {
    let lapse = action.lapsesOfCollection.first { $0 >= today }
    self = lapse.map { [NextLegalDay($0, .collection, .collectionLapse, of: id)] } ?? []
  }
}

extension Enforcement.Dossier {
  /// Nil while the term stands still, while there can be no fine, and once one was decided in its time.
  fileprivate func fineToDecideBy(beside same: [Enforcement.Dossier], on today: Day) -> Day? {
    let all = [self] + same
    guard all.allSatisfy({ $0.finesBarredSince == nil }), revisedFines.isEmpty else { return nil }
    return fineDecisionDue(after: all.flatMap(\.considerations), on: today)
  }
}

extension Enforcement.Action {
  fileprivate var hearingUntil: Day? {
    decision == nil && view == nil ? intention?.value.viewBy : nil
  }

  fileprivate var objectionAwaitedUntil: Day? {
    objection == nil && irrevocableOn == nil ? objectionUntil : nil
  }

  /// The end of the term of an order, until somebody looked again after it.
  fileprivate var termToLookAfter: Day? {
    guard let until = decision?.value.ruling.order?.until, !isRestored else { return nil }
    return reinspections.contains { $0.on > until } ? nil : until
  }
}
