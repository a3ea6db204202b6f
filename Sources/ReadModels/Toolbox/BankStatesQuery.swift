public import Domain
import EventSourcing
public import Postgres

/// How some entries of the data bank stand to the rules now, as their events tell; none for one that is not there.
public struct BankStatesQuery: Query {
  let ids: [BankEntryID]

  public init(of ids: [BankEntryID]) { self.ids = ids }

  public func statement(at point: Point) -> Statement {
    """
    SELECT * FROM history
    WHERE category = \(BankEntry.category) AND subject = ANY (\(ids))
      AND \(splice: point.isPast(of: "key")) ORDER BY key
    """
  }

  public func answer(from rows: Rows) throws -> [BankEntryID: BankEntry.State] {
    try rows.reduce(into: [:]) { states, row in
      let recorded = try HistoryRow(from: row).recorded
      guard let event = BankEntry.event(in: recorded.event) else { return }
      let id = BankEntryID(recorded.stream.identity)
      states[id] = BankEntry.evolve(states[id] ?? BankEntry.initial, event)
    }
  }
}
