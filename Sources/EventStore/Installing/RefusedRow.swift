import Postgres

/// A row that the database refuses, whichever others come with it.
struct RefusedRow: Sendable {
  /// The key under which it would stand, as text: it is only compared.
  let key: String
  /// The position of the event that made it so.
  let since: Int
  let reason: any Error
}

extension [RefusedRow] {
  /// The events by which rows came to be refused, by position.
  ///
  /// Of one key the first alone: the rows after it may be refused only for what it left in them.
  var causes: [Int: any Error] {
    let first = Dictionary(map { ($0.key, $0) }) { $0.since <= $1.since ? $0 : $1 }
    return Dictionary(first.values.map { ($0.since, $0.reason) }) { reason, _ in reason }
  }
}

extension Session {
  /// Stores `lines` by way of COPY, but for those that the database refuses: it finds them by halving.
  nonisolated(nonsending) func copyIn<Line>(
    fitting lines: some Collection<Line>, by copy: BinaryCopy<Line>,
    place: (Line) -> (key: String, since: Int)
  ) async throws -> [RefusedRow] {
    do {
      try await copyIn(copy, lines)
      return []
    } catch let error where error.isAboutTheData {
      // What stands earlier in the log goes first, as it did when the events came one by one.
      let sorted = lines.sorted { place($0).since < place($1).since }
      if sorted.count == 1 {
        let (key, since) = place(sorted[0])
        return [RefusedRow(key: key, since: since, reason: error)]
      }
      let middle = sorted.count / 2
      let before = try await copyIn(fitting: sorted[..<middle], by: copy, place: place)
      return try await before + copyIn(fitting: sorted[middle...], by: copy, place: place)
    }
  }
}
