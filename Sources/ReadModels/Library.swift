import Domain
public import Postgres

/// The read models, asked by someone, at some moment.
///
/// All questions of a page go in one round trip and see one snapshot; row-level security leaves out
/// what the viewer may not see.
public struct Library: Sendable {
  let database: Database

  /// - Parameter database: connects as the web role, with transactions that are read-only and
  ///   repeatable, so that the figures on one page agree.
  public init(_ database: Database) { self.database = database }

  /// The answers to `questions`, in their order.
  public func look<each Asked: Query>(
    _ questions: repeat each Asked, as viewer: Viewer, at moment: Moment = .now
  ) async throws -> (repeat (each Asked).Answer) {
    let point = try await point(for: moment)
    return try await ask(repeat each questions, as: viewer, at: point) {
      try await database.batch($0)
    }
  }

  /// The answers to `questions` that `send` brings back from the server.
  func ask<each Asked: Query>(
    _ questions: repeat each Asked, as viewer: Viewer, at point: Point,
    _ send: nonisolated(nonsending) ([Statement]) async throws -> [Rows]
  ) async throws -> (repeat (each Asked).Answer) {
    var statements = [viewer.statement]
    for question in repeat each questions { statements.append(question.statement(at: point)) }
    var answers = try await send(statements).dropFirst().makeIterator()
    func answer<Question: Query>(_ question: Question) throws -> Question.Answer {
      guard let rows = answers.next() else { throw LibraryError.unanswered }
      return try question.answer(from: rows)
    }
    return (repeat try answer(each questions))
  }

  /// The position up to which the log had come at `moment`; nil for now.
  public func position(at moment: Moment) async throws -> Int? {
    switch try await point(for: moment) {
    case .now: nil
    case .position(let position): position
    }
  }

  func point(for moment: Moment) async throws -> Point {
    switch moment {
    case .now: return .now
    case .position(let position): return .position(position)
    case .endOf(let day):
      let rows = try await database.run(
        """
        SELECT coalesce(max(position), 0) AS position FROM log_moment
        WHERE recorded_at < (\(day.description)::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'
        """)
      guard let row = rows.first else { throw LibraryError.unanswered }
      return .position(try row["position"])
    }
  }
}

/// The database answered fewer questions than it was asked.
public enum LibraryError: Error {
  case unanswered
}
