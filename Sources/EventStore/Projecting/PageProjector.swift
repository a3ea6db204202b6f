import EventSourcing
import Foundation
import Logging
import Postgres

/// Folds a page of events into every read model that stands right before it.
///
/// The rows, the rows they replace and the checkpoints go in one transaction. It is not waited for on
/// disk (`synchronous_commit` off): should the server fall over, rows and checkpoints are lost
/// together, and the events, which were waited for, are folded again.
struct PageProjector<Event: Sendable>: Sendable {
  let log: PostgresLog
  let database: Database
  let fence: Int
  let logger: Logger

  typealias Member = (table: any ProjectedTable<Event>, state: ProjectionState)

  /// The members after `page`, from position `start` on.
  ///
  /// - Throws: `Overtaken`, or `PostgresError` with the state `.checkpointMoved`, when another node
  ///   projects.
  func project(
    _ page: DecodedPage<Event>, after start: Int, into members: [Member]
  ) async throws -> [Member] {
    guard let end = page.last else { return members }
    do {
      return try await write(page, from: start, to: end, into: members)
    } catch let error where error.isAboutTheData {
      return try await divide(page, after: start, into: members, error)
    }
  }

  /// Something on the page cannot be written: narrows it down to one event of one read model.
  private func divide(
    _ page: DecodedPage<Event>, after start: Int, into members: [Member], _ error: any Error
  ) async throws -> [Member] {
    if members.count > 1 {
      var projected: [Member] = []
      for member in members {
        projected += try await project(page, after: start, into: [member])
      }
      return projected
    }
    if page.count > 1 {
      let (first, second) = page.halves
      let between = try await project(first, after: start, into: members)
      return try await project(second, after: first.last ?? start, into: between)
    }
    let end = page.last ?? start
    return try await write(page.leaving([end: error]), from: start, to: end, into: members)
  }

  private func write(
    _ page: DecodedPage<Event>, from start: Int, to end: Int, into members: [Member]
  ) async throws -> [Member] {
    // No key paths here: within what is generic each is made anew every time.
    let sorted = members.map { $0.state.sorted(page, for: $0.table.category) }
    let rows = try await touchedRows(zip(members, sorted.map { $0.events }))
    var statements: [Statement] = ["SELECT set_config('synchronous_commit', 'off', true)"]
    for (index, member) in members.enumerated() {
      let generation = member.state.generation
      statements += try member.table.changes(
        by: sorted[index].events, to: rows[index], in: generation)
      for poison in sorted[index].poison {
        statements.append(parkingStatement(poison, of: generation, in: log.id))
      }
    }
    let generations = members.map { $0.state.generation }
    statements.append(
      """
      SELECT advance_checkpoints(\(log.id), \(generations.map(\.name)),
        \(generations.map(\.number)), \(start), \(end), \(fence))
      """)
    _ = try await database.batch(statements)
    return zip(members, sorted).map { member, sorted in
      for poison in sorted.poison { poison.alarm(in: member.table.name, to: logger) }
      var state = member.state
      state.position = end
      state.parked.formUnion(sorted.poison.map(\.stream))
      return (member.table, state)
    }
  }

  /// The rows that each member's events touch, all in one round trip.
  private func touchedRows(
    _ members: Zip2Sequence<[Member], [EventShare<Event>]>
  ) async throws -> [Rows?] {
    let questions = members.map { member, events in
      member.table.question(about: events, in: member.state.generation)
    }
    var answers = try await database.batch(questions.compactMap(\.self)).makeIterator()
    return questions.map { $0 == nil ? nil : answers.next() }
  }
}
