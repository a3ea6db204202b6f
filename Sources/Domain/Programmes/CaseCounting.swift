public import EventSourcing

extension Programme {
  /// How an indicator is counted out of the cases of its programme that were closed.
  public struct CaseCounting: Hashable, Codable, Sendable {
    public let measure: CaseMeasure
    /// The target group whose cases count; nil for all.
    public let targetGroup: TargetGroupID?
    /// The intervention that the cases came of; nil for whatever they came of.
    public let intervention: InterventionID?
    /// The first day on which they were closed; nil from the beginning.
    public let since: Day?

    public init(
      _ measure: CaseMeasure, targetGroup: TargetGroupID? = nil,
      intervention: InterventionID? = nil, since: Day? = nil
    ) {
      self.measure = measure
      self.targetGroup = targetGroup
      self.intervention = intervention
      self.since = since
    }
  }

  /// What is counted about cases.
  public enum CaseMeasure: String, CaseIterable, Codable, Sendable {
    /// How many were closed.
    case closed
    /// In how many what was wrong was put right without a sanction.
    case restored
    /// In what percentage nothing was wrong.
    case inOrderShare
    /// In what percentage the rules are kept now, of those of which somebody said whether they are.
    case complianceShare
  }

  /// What came of counting: never a figure without what it was counted from.
  public struct CaseCount: Hashable, Codable, Sendable {
    public let counting: CaseCounting
    /// The cases that have what is measured.
    public let met: Int
    /// The cases that were looked at.
    public let of: Int
    /// The position of the log up to which they were counted, so that anybody finds the same cases again.
    public let at: Int

    public init(_ counting: CaseCounting, met: Int, of: Int, at position: Int) {
      self.counting = counting
      self.met = met
      self.of = of
      at = position
    }

    /// The figure: a number of cases, or a percentage with one decimal, rounded half up; nil for a share of nothing.
    public var reading: Reading? {
      guard counting.measure.isShare else {
        return Quantity(mantissa: Int64(met)).map { .number(value: $0) }
      }
      guard of > 0 else { return nil }
      let tenths = (2000 * met + of) / (2 * of)
      return Quantity(mantissa: Int64(tenths), scale: 1).map { .number(value: $0) }
    }
  }
}

extension Programme.CaseMeasure {
  /// Whether it is a percentage.
  public var isShare: Bool {
    switch self {
    case .closed, .restored: false
    case .inOrderShare, .complianceShare: true
    }
  }

  /// What a closed case says to it: that it has what is measured, that it has not, or nothing (nil).
  public func judges(_ result: CaseFile.Result, _ compliance: CaseFile.Compliance?) -> Bool? {
    switch self {
    case .closed: true
    case .restored: result == .restored
    case .inOrderShare: result == .inOrder
    case .complianceShare: compliance?.isKept
    }
  }
}

extension CaseFile.Compliance {
  /// Whether the rules are kept; nil when nobody knows.
  fileprivate var isKept: Bool? {
    switch self {
    case .reached: true
    case .partly, .notReached: false
    case .unknown: nil
    }
  }
}

extension Programme.CaseCounting {
  /// Whether it looks at a case of that target group that came of that intervention and was closed on that day.
  public func looks(
    atCaseOf targetGroup: TargetGroupID?, from intervention: InterventionID?, closedOn day: Day
  ) -> Bool {
    (self.targetGroup == nil || self.targetGroup == targetGroup)
      && (self.intervention == nil || self.intervention == intervention)
      && (since.map { $0 <= day } ?? true)
  }

  /// It names nothing that the programme has not.
  func check(in dossier: Programme.Dossier) throws(Programme.Refusal) {
    if let targetGroup { _ = try dossier.targetGroups.standing(targetGroup) }
    if let intervention, dossier.interventions.all[intervention] == nil {
      throw .unknownIntervention
    }
  }
}

extension Programme.CaseCounting: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "measure": .impersonal, "targetGroup": .impersonal, "intervention": .impersonal,
    "since": .impersonal,
  ]
}

extension Programme.CaseCount: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "counting": .part(Programme.CaseCounting.self), "met": .impersonal, "of": .impersonal,
    "at": .impersonal,
  ]
}
