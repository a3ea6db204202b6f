import EventSourcing
import Foundation
import Postgres

/// A fold of the log in memory, on its way to a read model's tables or to a comparison with them.
protocol RebuiltTable<Event>: Sendable {
  associatedtype Event: Sendable

  mutating func apply(_ recorded: Recorded<Event>)
  mutating func apply(_ events: EventShare<Event>)

  /// How many rows are gathered that no event will change any more.
  var settledCount: Int { get }
  /// Hands over the rows gathered so far that no event will change, and forgets them.
  mutating func takeSettled(into generation: Generation) -> RowLoad
  /// Hands over the rows that are true at the end, and forgets them.
  mutating func takeLive(into generation: Generation) -> RowLoad

  /// How the rows in the database differ from these, if they do.
  func difference(from generation: Generation, on session: Session) async throws -> Finding?
}

/// The fold of one read model.
struct RebuiltModel<Model: ReadModel>: RebuiltTable
where Model.Key: TableKey, Model.Row: TableRow {
  private typealias Adapter = ModelTable<Model>

  private var history = RowHistory<Model>()

  mutating func apply(_ recorded: Recorded<Model.Event>) { history.apply(recorded) }

  mutating func apply(_ events: EventShare<Model.Event>) {
    Model.fold(events, into: &history)
  }

  var settledCount: Int {
    Model.rowsAreFinal ? history.live.count : history.superseded.count
  }

  mutating func takeSettled(into generation: Generation) -> RowLoad {
    if Model.rowsAreFinal { return takeLive(into: generation) }
    let superseded = history.takeSuperseded()
    return RowLoad(count: superseded.count) { session in
      try await session.copyIn(
        fitting: superseded.lazy.map(Adapter.line),
        by: Adapter.lines(of: generation).copySuperseded()
      ) { ("\($0.line.key)", $0.line.since) }
    }
  }

  mutating func takeLive(into generation: Generation) -> RowLoad {
    let live = history.takeLive()
    return RowLoad(count: live.count) { session in
      try await session.copyIn(
        fitting: live.lazy.map(Adapter.line), by: Adapter.lines(of: generation).copy()
      ) { ("\($0.key)", $0.since) }
    }
  }

  func difference(from generation: Generation, on session: Session) async throws -> Finding? {
    let table = Adapter.lines(of: generation)
    let lines = try table.lines(from: try await session.run(table.select))
    let expected = Dictionary(
      uniqueKeysWithValues: history.live.map { ($0.key, Adapter.line($0.key, $0.value)) })
    let wrong = Set(lines.keys).union(expected.keys).filter { lines[$0] != expected[$0] }
    if let example = wrong.first {
      return .wrongRows(readModel: Model.name, count: wrong.count, example: "\(example)")
    }
    return try await supersededDifference(from: generation, on: session)
  }

  private func supersededDifference(
    from generation: Generation, on session: Session
  ) async throws -> Finding? {
    let rows = try await session.run(
      "SELECT * FROM \(generation.schema).\(generation.history)")
    let lines = try rows.map { try Adapter.Lines.SupersededLine(from: $0) }
    let found = Dictionary(grouping: lines) { Moment(key: $0.line.key, since: $0.line.since) }
    let expected = Dictionary(grouping: history.superseded.map(Adapter.line)) {
      Moment(key: $0.line.key, since: $0.line.since)
    }
    let wrong = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
    return wrong.first.map { example in
      .wrongRows(
        readModel: generation.history.name, count: wrong.count,
        example: "\(example.key) since \(example.since)")
    }
  }

  /// A key from a position on, which one superseded row has.
  private struct Moment: Hashable {
    let key: Model.Key
    let since: Int
  }
}
