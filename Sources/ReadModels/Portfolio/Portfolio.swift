public import Domain
import Postgres

/// Every programme as it stands, and those that are shown with what belongs to them.
public struct Portfolio: Sendable {
  /// One programme in the portfolio.
  public struct Entry: Sendable {
    public let programme: ProgrammeRow
    public let change: Change
    /// The goals that stand, in the order in which they were set.
    public let goals: [GoalRow]
    /// The indicators that stand, each with what it said last.
    public let indicators: [IndicatorStanding]
    /// The estimate that counts; nil when there is none.
    public let damage: EstimateRow?
    /// The phases it came into, oldest first; the last one is the present.
    public let phases: [PhaseRow]
  }

  /// Every programme, by number.
  public let programmes: [ProgrammeRow]
  /// How far the programmes that run have come.
  public let targets: TargetsReached
  /// The programmes that are shown, in the order that was asked for.
  public let entries: [Entry]
}

extension Library {
  /// The portfolio, of which `choose` says what is shown of all that there is, and in which order.
  ///
  /// Takes two round trips that see one snapshot, so that its figures agree with its list. Of programmes
  /// that are not shown it reads their row and, only `byChange`, their last change: `choose` is given
  /// none otherwise.
  public func portfolio(
    as viewer: Viewer, at moment: Moment = .now, byChange: Bool = false,
    showing choose: @Sendable ([ProgrammeRow], [ProgrammeID: Change]) -> [ProgrammeRow] =
      { programmes, _ in programmes }
  ) async throws -> Portfolio {
    let point = try await point(for: moment)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true) { session in
      let (programmes, targets, changes) = try await ask(
        ProgrammesQuery(), TargetsReachedQuery(),
        ProgrammeChangesQuery(of: byChange ? .all : .none), as: viewer, at: point
      ) { try await session.batch($0) }
      let shown = choose(programmes, changes)
      let these = ProgrammeScope.these(shown.map(\.id))
      let parts = try await ask(
        ProgrammeChangesQuery(of: these), PartsQuery(GoalRow.self, of: these),
        PartsQuery(IndicatorRow.self, of: these),
        LatestMeasurementsQuery(of: these), LatestEstimatesQuery(programmes: these),
        PartsQuery(PhaseRow.self, of: these), as: viewer, at: point
      ) { try await session.batch($0) }
      return Portfolio(
        programmes: programmes, targets: targets, entries: entries(shown, parts))
    }
  }

  private func standings(
    _ indicators: [IndicatorRow], _ latest: [IndicatorID: MeasurementRow]
  ) -> [IndicatorStanding] {
    indicators.filter(\.stands).map { IndicatorStanding($0, latest: latest[$0.id]) }
  }

  private typealias Parts = (
    changes: [ProgrammeID: Change], goals: [GoalRow], indicators: [IndicatorRow],
    latest: [IndicatorID: MeasurementRow], damage: [ProgrammeID: EstimateRow], phases: [PhaseRow]
  )

  private func entries(
    _ programmes: [ProgrammeRow], _ parts: Parts
  ) -> [Portfolio.Entry] {
    let goals = Dictionary(grouping: parts.goals.filter(\.stands), by: \.home.programme)
    let phases = Dictionary(grouping: parts.phases, by: \.home.programme)
    let indicators = Dictionary(
      grouping: standings(parts.indicators, parts.latest), by: \.indicator.home.programme)
    return programmes.compactMap { programme in
      parts.changes[programme.id].map { change in
        Portfolio.Entry(
          programme: programme, change: change, goals: goals[programme.id] ?? [],
          indicators: indicators[programme.id] ?? [], damage: parts.damage[programme.id],
          phases: phases[programme.id] ?? [])
      }
    }
  }
}
