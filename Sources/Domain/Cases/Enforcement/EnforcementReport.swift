public import EventSourcing

extension Enforcement {
  /// The report of a violation (rapport, Awb 5:48).
  ///
  /// What it lacks can be added by reporting anew.
  public struct Report: Hashable, Codable, Sendable {
    /// Who is the offender, by name.
    public let offender: Line?
    public let violation: Prose?
    /// The rules that were broken, as the law calls them.
    public let rules: [Line]
    public let place: Line?
    public let happenedOn: Day?
    public let time: TimeOfDay?
    /// The highest fine that can be imposed for it; nil when that was not looked up.
    public let fineMax: Euro?

    public init(
      offender: Line? = nil, violation: Prose? = nil, rules: [Line] = [], place: Line? = nil,
      happenedOn: Day? = nil, time: TimeOfDay? = nil, fineMax: Euro? = nil
    ) {
      self.offender = offender
      self.violation = violation
      self.rules = rules
      self.place = place
      self.happenedOn = happenedOn
      self.time = time
      self.fineMax = fineMax
    }
  }

  /// What a report says (Awb 5:48, second paragraph).
  public enum ReportPart: String, CaseIterable, Sendable {
    case offender
    case violation
    case rule
    /// Where needed.
    case place
    /// Where needed; the day is asked for.
    case time
  }

  /// Whether and how the violation went to criminal law.
  public enum Prosecution: String, CaseIterable, Codable, Sendable {
    /// The prosecutor was asked what is to become of it (Awb 5:44, second paragraph).
    case laidBefore
    case begun
    /// Strafbeschikking.
    case penalOrder
    /// The prosecutor lets it be (sepot), or took the penal order back.
    case dropped
    /// Vrijspraak.
    case acquitted
    /// What was noted last was wrong.
    case notedInError
  }
}

extension Enforcement.Prosecution {
  /// Whether there can be no fine for the same conduct (Awb 5:44, first paragraph).
  ///
  /// Who was acquitted stood before a court, after which there is none; a prosecutor who lets it be says that there
  /// can be (third paragraph, under a).
  public var barsFine: Bool {
    switch self {
    case .begun, .penalOrder, .acquitted: true
    case .laidBefore, .dropped, .notedInError: false
    }
  }
}

extension Enforcement.Report {
  public var missing: [Enforcement.ReportPart] {
    Enforcement.ReportPart.allCases.filter { part in
      switch part {
      case .offender: offender == nil
      case .violation: violation == nil
      case .rule: rules.isEmpty
      case .place: place == nil
      case .time: happenedOn == nil
      }
    }
  }

  /// Whether both are of the same offender breaking the same rule; false while that is not known.
  public func isOfSameViolation(as other: Enforcement.Report) -> Bool {
    guard let offender, offender == other.offender else { return false }
    return !Set(rules).isDisjoint(with: other.rules)
  }

  /// Whether they name another offender, or other rules; false while one of them does not say.
  func isOfOtherViolation(than other: Enforcement.Report) -> Bool {
    if let offender, let others = other.offender, offender != others { return true }
    return !rules.isEmpty && !other.rules.isEmpty && Set(rules).isDisjoint(with: other.rules)
  }
}

extension CaseFile.Finding {
  /// Whether both say that one rule of one article is broken; found at one visit that is one violation (Awb 5:6).
  ///
  /// False where no article is named: words alone can be those of more than one rule.
  public func breaksSameRule(as other: CaseFile.Finding) -> Bool {
    guard outcome == .violation, other.outcome == .violation, let legalBasis else { return false }
    return rule == other.rule && legalBasis == other.legalBasis
  }
}

extension Enforcement.Report: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "offender": .personal(.name), "violation": .personal(.observation),
    "rules": .each(.text), "place": .text, "happenedOn": .impersonal, "time": .impersonal,
    "fineMax": .impersonal,
  ]
}
