import EventSourcing
import Foundation
import Postgres

/// Follows who takes and gives back which name, to compare with what the database says of it.
struct ClaimScan {
  /// One name within its scope.
  struct Name: Hashable {
    let scope: String
    let key: String
  }

  private var holders: [Name: StreamName] = [:]

  /// Takes or gives back for `stream`, as the log's functions do.
  mutating func follow(_ claim: Claim, for stream: StreamName) {
    let name = Name(scope: claim.scope, key: claim.key)
    switch claim.act {
    case .take: if holders[name] == nil { holders[name] = stream }
    case .release: if holders[name] == stream { holders[name] = nil }
    }
  }

  /// The names that the database gives to another than the events do.
  func findings(in log: Int16, on session: Session) async throws -> [Finding] {
    let rows = try await session.run(
      """
      SELECT l.scope, l.key, c.name AS category, l.stream_id
      FROM es_claim l JOIN es_category c USING (category_id) WHERE l.log_id = \(log)
      """)
    var found: [Name: StreamName] = [:]
    for row in rows {
      found[Name(scope: try row["scope"], key: try row["key"])] = StreamName(
        try row["category"], Identity(uuid: try row["stream_id"]))
    }
    return Set(found.keys).union(holders.keys).filter { found[$0] != holders[$0] }
      .sorted { ($0.scope, $0.key) < ($1.scope, $1.key) }
      .map {
        .wrongHolder(scope: $0.scope, key: $0.key, found: found[$0], expected: holders[$0])
      }
  }
}
