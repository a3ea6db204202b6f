/// An article of the law that enforcement, or making a result known, meets.
public enum LegalArticle: String, CaseIterable, Sendable {
  case effectOnNotice = "3:40"
  case hearing = "4:8"
  case oneRestoringSanction = "5:6"
  case sanctionPerRule = "5:8"
  case coercionOrder = "5:24"
  case penaltyOrder = "5:32a"
  case penaltyMaximum = "5:32b"
  case collectionLapse = "5:35"
  case oneFine = "5:43"
  case noFineAfterProsecution = "5:44"
  case lapseOfPowerToFine = "5:45"
  case report = "5:48"
  case decisionOnFine = "5:51"
  case heavyFine = "5:53"
  case objectionTerm = "6:7"
  case standstill = "4.4"
  case publicity = "2015, 532"

  /// Where it stands.
  public enum Source: Sendable {
    /// The Algemene wet bestuursrecht (Awb).
    case administrativeLaw
    /// The Wet open overheid (Woo).
    case openGovernment
    /// The Staatsblad, by year and number.
    case gazette
  }

  public var source: Source {
    switch self {
    case .effectOnNotice, .hearing, .oneRestoringSanction, .sanctionPerRule, .coercionOrder,
      .penaltyOrder, .penaltyMaximum, .collectionLapse, .oneFine, .noFineAfterProsecution,
      .lapseOfPowerToFine, .report, .decisionOnFine, .heavyFine, .objectionTerm:
      .administrativeLaw
    case .standstill: .openGovernment
    case .publicity: .gazette
    }
  }
}

/// What the law asks and the enforcement of a finding lacks; it says so and refuses nothing.
public enum LegalWarning: Hashable, Sendable {
  /// A restoring sanction for the same violation still works, since that day (Awb 5:6).
  case restoringSanctionRuns(since: Day)
  /// One sanction would be for more than one rule; each rule can have its own (Awb 5:8).
  case rulesTogether([Line])
  /// An order under coercion does not say all that it must (Awb 5:24).
  case coercionOrderLacks([OrderPart])
  /// An order under penalty does not say all that it must (Awb 5:32a).
  case penaltyOrderLacks([OrderPart])
  /// The term of an order is over, on that day, before the order was made known (Awb 3:40, 5:32a).
  case termOverBeforeSending(until: Day)
  /// What was forfeited can no longer be collected, unless it was interrupted, since that day (Awb 5:35).
  case collectionLapsed(on: Day)
  /// A penalty has no amount above which nothing is forfeited (Awb 5:32b).
  case maximumMissing
  /// The same violation was fined on that day (Awb 5:43).
  case alreadyFined(on: Day)
  /// The violation went to criminal law on that day: una via (Awb 5:44).
  case prosecuted(on: Day)
  /// The prosecutor was asked and can still answer, until that day (Awb 5:44).
  case prosecutorMayAnswer(until: Day)
  /// The fine was decided on that day, on which the prosecutor had not let it be yet (Awb 5:44).
  case finedBeforeAnswer(on: Day)
  /// After that day no fine can be imposed any more (Awb 5:45).
  case powerToFineLapsed(on: Day)
  /// The report does not say all that it must (Awb 5:48).
  case reportLacks([Enforcement.ReportPart])
  /// The fine was to be decided on by that day, thirteen weeks after the report (Awb 5:51).
  case fineDecidedLate(due: Day)
  /// A fine of more than 340 euros, or of which the most is not known, takes these first (Awb 5:53).
  case heavyFineWithout([FineRequisite])
  /// The offender could not give their view before a decision that burdens them (Awb 4:8).
  case notHeard(Enforcement.Measure)

  /// What an order says.
  public enum OrderPart: String, CaseIterable, Sendable {
    case remedy
    case term
  }

  /// What comes before a heavy fine.
  public enum FineRequisite: String, CaseIterable, Sendable {
    case report
    case hearing
  }
}

extension LegalWarning {
  public var article: LegalArticle {
    switch self {
    case .restoringSanctionRuns: .oneRestoringSanction
    case .rulesTogether: .sanctionPerRule
    case .coercionOrderLacks: .coercionOrder
    case .penaltyOrderLacks: .penaltyOrder
    case .termOverBeforeSending: .effectOnNotice
    case .collectionLapsed: .collectionLapse
    case .maximumMissing: .penaltyMaximum
    case .alreadyFined: .oneFine
    case .prosecuted, .prosecutorMayAnswer, .finedBeforeAnswer: .noFineAfterProsecution
    case .powerToFineLapsed: .lapseOfPowerToFine
    case .reportLacks: .report
    case .fineDecidedLate: .decisionOnFine
    case .heavyFineWithout: .heavyFine
    case .notHeard: .hearing
    }
  }
}
