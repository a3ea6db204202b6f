import EventSourcing
import Foundation
import Postgres

/// Why an append cannot be written (again), as the database saw it.
enum AppendVerdict {
  case repeated(position: Int, eventCount: Int)
  case reused
  case conflict(StreamName, expected: Int, actual: Int)
  case taken(Claim, by: Identity)

  /// The answer to the caller.
  func answer(to entry: AppendQueue.Entry) -> AppendQueue.Answer {
    switch self {
    case .repeated(let position, let count):
      // When our own first try turns out to have been written, this is its first answer.
      .success(
        Receipt(position: position, eventCount: count, isRepeated: !entry.isUncertain))
    case .reused: .failure(.reused)
    case .conflict(let stream, let expected, let actual):
      // No stream goes back, but this one may yet come so far, and a try that is still on its way be written then.
      .failure(
        entry.isUncertain && actual < expected
          ? .outcomeUnknown : .conflict(stream, expected: expected, actual: actual))
    case .taken(let claim, let holder):
      // Likewise once the name is given back.
      .failure(entry.isUncertain ? .outcomeUnknown : .taken(claim, by: holder))
    }
  }

  /// The first verdict about each of `asked`, by its index; none about those that may go again.
  static func first(
    in rows: Rows, about asked: [PendingAppend]
  ) throws -> [Int: AppendVerdict] {
    let slices = asked.flatMap(\.appending.slices)
    let claims = asked.flatMap(\.appending.claims)
    var verdicts: [Int: AppendVerdict] = [:]
    for row in rows {
      let index = try row["command"] as Int - 1
      guard verdicts[index] == nil else { continue }
      verdicts[index] = try verdict(in: row, slices: slices, claims: claims)
    }
    return verdicts
  }

  private static func verdict(
    in row: Row, slices: [Appending.Slice], claims: [(claim: Claim, stream: StreamName)]
  ) throws -> AppendVerdict {
    switch try row["verdict"] as String {
    case "repeated":
      return .repeated(
        position: try row["last_position"], eventCount: try row["event_count"])
    case "reused": return .reused
    case "conflict":
      let slice = slices[try row["slice"] as Int - 1]
      return .conflict(
        slice.stream, expected: slice.expectedVersion, actual: try row["actual"])
    case let other:
      guard other == "taken" else { throw UnknownVerdict(verdict: other) }
      return .taken(
        claims[try row["claim"] as Int - 1].claim, by: Identity(uuid: try row["holder"]))
    }
  }
}

/// The database and the program are not of one release.
struct UnknownVerdict: Error {
  let verdict: String
}
