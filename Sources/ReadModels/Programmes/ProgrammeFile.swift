public import Domain

/// A programme with everything that belongs to it, as its page shows it.
///
/// Each list is in its order, with what was dropped or left still in it.
public struct ProgrammeFile: Sendable {
  public let programme: ProgrammeRow
  /// Oldest first; the last one counts.
  public let problems: [ProblemRow]
  /// Its number and name in each plan year, oldest first.
  public let labels: [LabelRow]
  /// The phases it came into, oldest first; the last one is the present.
  public let phases: [PhaseRow]
  public let extensions: [ExtensionRow]
  public let goals: [GoalRow]
  public let indicators: [IndicatorRow]
  /// Of all indicators, by the day that was measured.
  public let measurements: [MeasurementRow]
  /// Oldest first; the last one that stands counts.
  public let estimates: [EstimateRow]
  public let targetGroups: [TargetGroupRow]
  public let partners: [PartnerRow]
  /// With all partners, by day.
  public let agreements: [AgreementRow]
  public let team: [MemberRow]
  public let interventions: [InterventionRow]
  /// Of all interventions, oldest first.
  public let interventionEvaluations: [InterventionEvaluationRow]
  public let achievements: [AchievementRow]
  /// Every version, oldest first.
  public let evaluations: [EvaluationRow]

  /// What its problem is said to be now.
  public var problem: Prose? { problems.last?.text }

  /// The estimate that counts; nil when there is none.
  public var damage: EstimateRow? { estimates.last(where: \.stands) }

  /// The indicators that stand, each with what it said last.
  public var standings: [IndicatorStanding] {
    indicators.filter(\.stands).map { indicator in
      IndicatorStanding(indicator, latest: measurements(of: indicator.id).last)
    }
  }

  /// What `indicator` measured, by day; the last one counts.
  public func measurements(of indicator: IndicatorID) -> [MeasurementRow] {
    measurements.filter { $0.indicator == indicator }
  }

  /// What was agreed with `partner`, by day.
  public func agreements(with partner: PartnerID) -> [AgreementRow] {
    agreements.filter { $0.partner == partner }
  }

  /// Every evaluation of `intervention`, oldest first; the last one counts.
  public func evaluations(of intervention: InterventionID) -> [InterventionEvaluationRow] {
    interventionEvaluations.filter { $0.intervention == intervention }
  }

  /// The evaluation of the present round, with which it may end; looping back begins a new round.
  public var presentEvaluation: EvaluationRow? {
    guard let last = evaluations.last, let entered = phases.last,
      last.position > entered.position
    else { return nil }
    return last
  }
}

extension Library {
  /// A programme with everything that belongs to it, in one round trip; nil when there is none.
  public func programmeFile(
    _ programme: ProgrammeID, as viewer: Viewer, at moment: Moment = .now
  ) async throws -> ProgrammeFile? {
    let parts = try await look(
      ProgrammeQuery(programme), PartsQuery(ProblemRow.self, of: programme),
      PartsQuery(LabelRow.self, of: programme), PartsQuery(PhaseRow.self, of: programme),
      PartsQuery(ExtensionRow.self, of: programme), PartsQuery(GoalRow.self, of: programme),
      PartsQuery(IndicatorRow.self, of: programme),
      PartsQuery(MeasurementRow.self, of: programme),
      PartsQuery(EstimateRow.self, of: programme),
      PartsQuery(TargetGroupRow.self, of: programme),
      PartsQuery(PartnerRow.self, of: programme), PartsQuery(AgreementRow.self, of: programme),
      PartsQuery(MemberRow.self, of: programme),
      PartsQuery(InterventionRow.self, of: programme),
      PartsQuery(InterventionEvaluationRow.self, of: programme),
      PartsQuery(AchievementRow.self, of: programme),
      PartsQuery(EvaluationRow.self, of: programme), as: viewer, at: moment)
    guard let found = parts.0 else { return nil }
    return ProgrammeFile(
      programme: found, problems: parts.1, labels: parts.2, phases: parts.3,
      extensions: parts.4, goals: parts.5, indicators: parts.6, measurements: parts.7,
      estimates: parts.8, targetGroups: parts.9, partners: parts.10, agreements: parts.11,
      team: parts.12, interventions: parts.13, interventionEvaluations: parts.14,
      achievements: parts.15, evaluations: parts.16)
  }
}
