import Domain

/// Every programme as the portfolio shows it, in the table and along the timeline, by number.
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

  public let entries: [Entry]
}

extension Library {
  /// The portfolio, in one round trip.
  public func portfolio(as viewer: Viewer, at moment: Moment = .now) async throws -> Portfolio {
    let (programmes, changes, goals, indicators, latest, damage, phases) = try await look(
      ProgrammesQuery(), ProgrammeChangesQuery(), PartsQuery(GoalRow.self),
      PartsQuery(IndicatorRow.self), LatestMeasurementsQuery(), LatestEstimatesQuery(),
      PartsQuery(PhaseRow.self), as: viewer, at: moment)
    let goalsOf = Dictionary(grouping: goals.filter(\.stands), by: \.home.programme)
    let indicatorsOf = Dictionary(grouping: indicators.filter(\.stands), by: \.home.programme)
    let phasesOf = Dictionary(grouping: phases, by: \.home.programme)
    return Portfolio(
      entries: programmes.compactMap { programme in
        changes[programme.id].map { change in
          Portfolio.Entry(
            programme: programme, change: change, goals: goalsOf[programme.id] ?? [],
            indicators: (indicatorsOf[programme.id] ?? []).map {
              IndicatorStanding($0, latest: latest[$0.id])
            },
            damage: damage[programme.id], phases: phasesOf[programme.id] ?? [])
        }
      })
  }
}
