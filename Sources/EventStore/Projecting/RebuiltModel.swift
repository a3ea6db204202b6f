import EventSourcing
import Foundation
import Postgres

/// A fold of the log in memory, on its way to a read model's tables or to a comparison with them.
protocol RebuiltTable<Event>: Sendable {
  associatedtype Event: Sendable

  mutating func apply(_ recorded: Recorded<Event>)

  /// How many rows are gathered that no event will change any more.
  var settledCount: Int { get }
  /// Writes the rows gathered so far that no event will change, and forgets them.
  mutating func copySettled(into generation: Generation, on session: Session) async throws
  /// Writes the rows that are true at the end.
  func copyLive(into generation: Generation, on session: Session) async throws

  /// How the rows in the database differ from these, if they do.
  func difference(from generation: Generation, on session: Session) async throws -> Finding?
}

/// The fold of one read model.
struct RebuiltModel<Model: ReadModel>: RebuiltTable
where Model.Key: TableKey, Model.Row: TableRow {
  private typealias Adapter = ModelTable<Model>

  private var history = RowHistory<Model>()

  mutating func apply(_ recorded: Recorded<Model.Event>) { history.apply(recorded) }

  var settledCount: Int { history.superseded.count + (Model.rowsAreFinal ? history.live.count : 0) }

  mutating func copySettled(into generation: Generation, on session: Session) async throws {
    let table = Adapter.lines(of: generation)
    let superseded = history.takeSuperseded()
    if !superseded.isEmpty {
      try await session.copyIn(table.copySuperseded(), superseded.lazy.map(Adapter.line))
    }
    if Model.rowsAreFinal {
      try await session.copyIn(table.copy(), history.takeLive().lazy.map(Adapter.line))
    }
  }

  func copyLive(into generation: Generation, on session: Session) async throws {
    let lines = history.live.lazy.map(Adapter.line)
    try await session.copyIn(Adapter.lines(of: generation).copy(), lines)
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
