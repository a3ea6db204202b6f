public import EventSourcing
public import Foundation
public import Postgres

/// What may be done with the keys of personal data besides using them: whoever owns the database does it.
public struct StreamKeys: Sendable {
  private let log: PostgresLog
  private let database: Database

  /// The keys of `log`, over a `database` that connects as owner.
  public init(of log: PostgresLog, in database: Database) {
    self.log = log
    self.database = database
  }

  private var wrapping: KeyEncryptionKeys { log.cipher.keyring.wrapping }

  /// Makes sure that this program can use every key there is.
  ///
  /// - Throws: `UnknownKeyEncryptionKey` when one was wrapped by a key that it was not given.
  public func check() async throws {
    let rows = try await database.run(
      """
      WITH RECURSIVE wrapper AS (
        SELECT min(wrapped_by) AS id FROM keyring.stream_key WHERE log_id = \(log.id)
        UNION ALL
        SELECT (SELECT min(wrapped_by) FROM keyring.stream_key
                WHERE log_id = \(log.id) AND wrapped_by > wrapper.id)
        FROM wrapper WHERE id IS NOT NULL)
      SELECT id FROM wrapper WHERE id IS NOT NULL
      UNION SELECT wrapped_by FROM keyring.digest_key WHERE log_id = \(log.id)
      """)
    for row in rows {
      let id: String = try row["id"]
      guard wrapping.ids.contains(id) else { throw UnknownKeyEncryptionKey(id: id) }
    }
  }

  /// Wraps every key by the present key-encryption key that is wrapped by a former one.
  ///
  /// Done in parts, each whole: what was interrupted goes on where it was.
  /// - Returns: how many it wrapped anew.
  public func rewrap() async throws -> Int {
    var count = try await rewrapKeyOfDigests()
    while true {
      let wrapped = try await rewrapSome()
      guard wrapped > 0 else { return count }
      count += wrapped
    }
  }

  /// - Returns: 1, or 0 when there is none to wrap anew.
  private func rewrapKeyOfDigests() async throws -> Int {
    try await database.transaction { session in
      let rows = try await session.run(
        """
        SELECT wrapped, wrapped_by FROM keyring.digest_key
        WHERE log_id = \(log.id) AND wrapped_by <> \(wrapping.present.id) FOR UPDATE
        """)
      guard let row = rows.first else { return 0 }
      let wrapped = try anew(
        try row["wrapped"], by: try row["wrapped_by"], as: Keyring.nameOfDigestKey(in: log.id))
      try await session.run(
        """
        UPDATE keyring.digest_key SET wrapped = \(wrapped), wrapped_by = \(wrapping.present.id)
        WHERE log_id = \(log.id)
        """)
      return 1
    }
  }

  /// What `id` wrapped under `name`, wrapped by the present key-encryption key.
  private func anew(_ wrapped: [UInt8], by id: String, as name: [UInt8]) throws -> [UInt8] {
    guard let former = wrapping[id] else { throw UnknownKeyEncryptionKey(id: id) }
    return try wrapping.present.wrapped(try former.unwrapped(wrapped, as: name), as: name)
  }

  private static var partSize: Int { 1000 }

  private func rewrapSome() async throws -> Int {
    try await database.transaction { session in
      let rows = try await session.run(
        """
        SELECT category, stream_id, wrapped, wrapped_by FROM keyring.stream_key
        WHERE log_id = \(log.id) AND wrapped_by IS NOT NULL AND wrapped_by <> \(wrapping.present.id)
        ORDER BY stream_id, category LIMIT \(Self.partSize) FOR UPDATE
        """)
      for row in rows {
        let stream = StreamName(try row["category"], Identity(uuid: try row["stream_id"]))
        let wrapped = try anew(
          try row["wrapped"], by: try row["wrapped_by"], as: StreamKey.name(of: stream))
        try await session.run(
          """
          UPDATE keyring.stream_key SET wrapped = \(wrapped), wrapped_by = \(wrapping.present.id)
          WHERE log_id = \(log.id) AND stream_id = \(stream.identity.uuid)
            AND category = \(stream.category)
          """)
      }
      return rows.count
    }
  }

  /// What came of destroying a key.
  public struct Destruction: Sendable {
    /// When it was destroyed, which may be earlier than now.
    public let at: Date
    /// How many events of the stream hold what lay under it.
    public let encryptedCount: Int
  }

  /// Destroys the key of `stream`: nobody reads any more what lies under it, on any node.
  ///
  /// The contents of its documents are taken away with it.
  /// A stream that never had a key has one destroyed all the same, so that none is made for it later. Once destroyed it
  /// stays so; doing it again changes nothing. The row that held the key is swept from the table, and every node forgets
  /// what it remembered of the stream.
  @discardableResult public func destroy(keyOf stream: StreamName) async throws -> Destruction {
    let answers = try await database.batch([
      """
      INSERT INTO keyring.stream_key AS k (log_id, category, stream_id, destroyed_at)
      VALUES (\(log.id), \(stream.category), \(stream.identity.uuid), clock_timestamp())
      ON CONFLICT (log_id, stream_id, category) DO UPDATE
        SET wrapped = NULL, wrapped_by = NULL, destroyed_at = excluded.destroyed_at
        WHERE k.destroyed_at IS NULL
      """,
      """
      SELECT destroyed_at FROM keyring.stream_key
      WHERE log_id = \(log.id) AND stream_id = \(stream.identity.uuid)
        AND category = \(stream.category)
      """,
      """
      SELECT count(*) FROM es_event JOIN es_category USING (category_id)
      WHERE log_id = \(log.id) AND stream_id = \(stream.identity.uuid)
        AND name = \(stream.category) AND strpos(data::text, '{"~":"') > 0
      """,
      """
      DELETE FROM documents.chunk
      WHERE log_id = \(log.id) AND stream_id = \(stream.identity.uuid)
        AND category = \(stream.category)
      """,
    ])
    try await forget(stream)
    try await database.withUnhurriedSession { session in
      _ = try await session.run("VACUUM keyring.stream_key")
    }
    return Destruction(
      at: try answers[1].only()["destroyed_at"], encryptedCount: try answers[2].only()["count"])
  }

  /// Has every node forget what it remembered of `stream`: this one at once, others when they hear of it.
  ///
  /// Who was in the midst of reading it may remember it again; so it is worth saying once more a while after.
  public func forget(_ stream: StreamName) async throws {
    log.forget(stream)
    try await database.run(
      "SELECT pg_notify(\(Erasures.channel(of: log.id)), \(Erasures.payload(of: stream)))")
  }
}
