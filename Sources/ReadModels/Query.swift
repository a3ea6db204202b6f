public import Postgres

/// One question to the read models, and how to read its answer.
public protocol Query: Sendable {
  associatedtype Answer: Sendable

  /// The question as it is asked at `point`.
  func statement(at point: Point) -> Statement
  func answer(from rows: Rows) throws -> Answer
}

/// A moment as the read models know it: the rows of now, or those that were true at a position.
public enum Point: Hashable, Sendable {
  case now
  case position(Int)
}
