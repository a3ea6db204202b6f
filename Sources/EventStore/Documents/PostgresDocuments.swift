public import EventSourcing
public import Postgres

/// The contents of documents in PostgreSQL, in parts that are encrypted under the key of their stream.
///
/// What was kept is never changed; what no event names goes after a day (`UnnamedContents`).
public struct PostgresDocuments: DocumentStore {
  private let keyring: Keyring
  private let database: Database

  /// The documents of the streams of `log`, over a `database` that connects as `koers_writer`.
  public init(of log: PostgresLog, in database: Database) {
    keyring = log.cipher.keyring
    self.database = database
  }

  /// Takes away what was left behind a day ago and longer: the program ended while it came in.
  public func incoming() async throws(DocumentFailure) -> any IncomingContent {
    do {
      try await database.run(
        "DELETE FROM documents.incoming WHERE came_at < clock_timestamp() - interval '1 day'")
    } catch {
      throw .unavailable(error)
    }
    return PostgresIncoming(in: database, of: keyring.log)
  }

  public func keep(
    _ content: ReceivedContent, of stream: StreamName
  ) async throws(DocumentFailure) {
    do {
      guard let key = try await keyring.keys(for: [stream])[stream] else {
        throw MissingKey(stream: stream)
      }
      try await write(
        content,
        at: KeptContent.Place(
          log: keyring.log, stream: stream, digest: content.digest, key: key))
    } catch let failure as DocumentFailure {
      throw failure
    } catch is DestroyedKey {
      throw .erased
    } catch {
      throw .unavailable(error)
    }
  }

  /// All parts or none; those that lie there already stay.
  private func write(_ content: ReceivedContent, at place: KeptContent.Place) async throws {
    try await database.transaction { session in
      // Whoever destroys the key waits for this, and takes away what is written here.
      let held = try await session.run(
        """
        SELECT hold_stream_key(\(place.log), \(place.stream.category),
          \(place.stream.identity.uuid)) AS is_present
        """)
      guard try held.first?["is_present"] as Bool? == true else { throw DocumentFailure.erased }
      let kept = try await session.run(
        """
        SELECT hold_content(\(place.log), \(place.stream.category),
          \(place.stream.identity.uuid), \(place.key.name(of: place.digest))) AS is_kept
        """)
      guard try kept.first?["is_kept"] as Bool? != true else { return }
      let cursor = content.cursor()
      var (number, part): (Int32, [UInt8]) = (0, try await cursor.next() ?? [])
      while true {
        let next = try await cursor.next()
        let chunk = DocumentChunk(number: number, isLast: next == nil, bytes: part)
        try await session.run(try insertion(of: chunk, at: place))
        guard let next else { return }
        (number, part) = (number + 1, next)
      }
    }
  }

  private func insertion(
    of chunk: DocumentChunk, at place: KeptContent.Place
  ) throws -> Statement {
    let closed = try chunk.closed(by: place.key, in: place.digest)
    return """
      INSERT INTO documents.chunk (log_id, category, stream_id, content, number, is_last, closed)
      VALUES (\(place.log), \(place.stream.category), \(place.stream.identity.uuid),
        \(place.key.name(of: place.digest)), \(chunk.number), \(chunk.isLast), \(closed))
      ON CONFLICT DO NOTHING
      """
  }

  /// Each part is a question of its own, so that no page's question waits behind all of them.
  public func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> any ContentCursor {
    let key = try await key(of: stream)
    return try await KeptContent(
      at: KeptContent.Place(log: keyring.log, stream: stream, digest: digest, key: key),
      in: database)
  }

  /// The key to read with, asked anew each time: it may have been destroyed on another node.
  private func key(of stream: StreamName) async throws(DocumentFailure) -> StreamKey {
    let standing: KeyStanding?
    do {
      standing = try await keyring.standings(of: [stream])[stream]
    } catch {
      throw .unavailable(error)
    }
    switch standing {
    case .present(let key): return key
    case .destroyed: throw .erased
    case nil: throw .missing
    }
  }
}
