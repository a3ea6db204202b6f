import EventSourcing
import Postgres
import Testing

@testable import EventStore

/// A log of whose tables the planner knows nothing yet, or only that they were empty: a new one, or one
/// that was just restored from a backup.
@Suite struct UnanalysedLogTests {
  @Test(arguments: [false, true])
  func `whatever is written or refused, only its own rows are read`(
    isAnalysedEmpty: Bool
  ) async throws {
    try await withStore { store in
      try await leaveUnanalysed(store, afterAnalysing: isAnalysedEmpty)
      let stream = StreamName("note", .fresh())
      let claim = Claim(.take, scope: "note.title", key: "Vlonder")
      let first = writing("a", to: stream, expecting: 0, claiming: claim)
      // Plans that are made for these stay with the connection.
      _ = try await store.writer.batch([
        try await verdicts(on: [first], in: store.log),
        try await statement(appending: first, to: store.log),
      ])
      try await fill(store)
      let other = Claim(.take, scope: "note.title", key: "Steiger")
      let answers = try await store.writer.batch([
        try await verdicts(
          on: [
            first, writing("b", to: stream, expecting: 7),
            writing("c", to: StreamName("note", .fresh()), expecting: 0, claiming: claim),
          ], in: store.log),
        try await statement(
          appending: writing("d", to: stream, expecting: 1, claiming: other), to: store.log),
        """
        SELECT relname::text AS name, (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint AS read
        FROM pg_stat_xact_user_tables WHERE relname IN ('es_command', 'es_stream', 'es_claim')
        """,
      ])
      let verdicts = try answers[0].map { try $0["verdict"] as String }
      #expect(verdicts == ["repeated", "conflict", "taken"])
      let head: Int = try answers[1].only()[0]
      #expect(head == 1)
      #expect(answers[2].count == 3)
      for counted in answers[2] {
        let (name, read): (String, Int) = (try counted["name"], try counted["read"])
        #expect(read < 20, "\(name)")
      }
    }
  }

  private func leaveUnanalysed(_ store: TestStore, afterAnalysing isAnalysedEmpty: Bool)
    async throws
  {
    for table: SQLName in ["es_command", "es_stream", "es_claim"] {
      try await store.owner.run("ALTER TABLE \(table) SET (autovacuum_enabled = off)")
      if isAnalysedEmpty { try await store.owner.run("ANALYZE \(table)") }
    }
  }

  private func statement(
    appending: Appending, to log: PostgresLog
  ) async throws -> Statement {
    var batch = AppendBatch()
    _ = batch.take(try await pending(appending, in: log))
    return try appendStatement(batch, to: log.id, try await numbers(of: batch.members, in: log))
  }

  private func verdicts(on appendings: [Appending], in log: PostgresLog) async throws -> Statement {
    var members: [PendingAppend] = []
    for appending in appendings { members.append(try await pending(appending, in: log)) }
    return try verdictsStatement(members, in: log.id, try await numbers(of: members, in: log))
  }

  private func pending(_ appending: Appending, in log: PostgresLog) async throws -> PendingAppend {
    try PendingAppend(appending, try await log.cipher.keyring.digest(of: appending.envelope))
  }

  private func numbers(
    of members: [PendingAppend], in log: PostgresLog
  ) async throws -> EventNames.Numbers {
    try await log.names.numbers(for: members, in: log.database)
  }

  /// As many commands, streams and claims as a day of work.
  private func fill(_ store: TestStore) async throws {
    try await store.owner.batch([
      """
      INSERT INTO es_command (log_id, command_id, last_position, event_count)
      SELECT 1, gen_random_uuid(), 1, 1 FROM generate_series(1, 3000)
      """,
      """
      INSERT INTO es_stream (log_id, category_id, stream_id, version, first_position, last_position)
      SELECT 1, 1, gen_random_uuid(), 1, 1, 1 FROM generate_series(1, 3000)
      """,
      """
      INSERT INTO es_claim (log_id, scope, key, category_id, stream_id)
      SELECT 1, 'note.title', number::text, 1, gen_random_uuid() FROM generate_series(1, 3000) AS number
      """,
    ])
  }
}
