import Crypto
public import EventSourcing
public import Postgres

/// The contents of documents in PostgreSQL, in parts that are encrypted under the key of their stream.
///
/// What is written there is never changed; what a command was refused for stays, read by nobody.
public struct PostgresDocuments: DocumentStore {
  private let keyring: Keyring
  private let database: Database

  /// The documents of the streams of `log`, over a `database` that connects as `koers_writer`.
  public init(of log: PostgresLog, in database: Database) {
    keyring = log.cipher.keyring
    self.database = database
  }

  public func keep(
    _ content: [UInt8], of stream: StreamName
  ) async throws(DocumentFailure) -> ContentDigest {
    let digest = ContentDigest(of: content)
    do {
      guard let key = try await keyring.keys(for: [stream])[stream] else {
        throw MissingKey(stream: stream)
      }
      try await write(content, as: digest, of: stream, with: key)
      return digest
    } catch is DestroyedKey {
      throw .erased
    } catch {
      throw .unavailable(error)
    }
  }

  /// All parts or none; those that lie there already stay.
  private func write(
    _ content: [UInt8], as digest: ContentDigest, of stream: StreamName, with key: StreamKey
  ) async throws {
    let name = key.name(of: digest)
    try await database.transaction { session in
      for part in DocumentChunk.parts(of: content) {
        let closed = try part.closed(by: key, in: digest)
        try await session.run(
          """
          INSERT INTO documents.chunk (log_id, category, stream_id, content, number, is_last, closed)
          VALUES (\(keyring.log), \(stream.category), \(stream.identity.uuid), \(name),
            \(part.number), \(part.isLast), \(closed))
          ON CONFLICT DO NOTHING
          """)
      }
    }
  }

  public func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> [UInt8] {
    let key = try await key(of: stream)
    let parts = try await parts(of: digest, of: stream, with: key)
    guard !parts.isEmpty else { throw .missing }
    guard let content = Self.joined(parts, as: digest, with: key) else { throw .damaged }
    return content
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

  /// Read over a connection of their own, so that no page's question waits behind them.
  private func parts(
    of digest: ContentDigest, of stream: StreamName, with key: StreamKey
  ) async throws(DocumentFailure) -> [DocumentChunk] {
    do {
      let rows = try await database.transaction(readOnly: true) { session in
        try await session.run(
          """
          SELECT number, is_last, closed FROM documents.chunk
          WHERE log_id = \(keyring.log) AND stream_id = \(stream.identity.uuid)
            AND category = \(stream.category) AND content = \(key.name(of: digest))
          ORDER BY number
          """)
      }
      return try rows.map { row in
        DocumentChunk(
          number: try row["number"], isLast: try row["is_last"], bytes: try row["closed"])
      }
    } catch {
      throw .unavailable(error)
    }
  }

  /// What `parts` were made of; nil when one is missing, exchanged or changed.
  private static func joined(
    _ parts: [DocumentChunk], as digest: ContentDigest, with key: StreamKey
  ) -> [UInt8]? {
    var content: [UInt8] = []
    for (place, part) in parts.enumerated() {
      guard part.number == place, part.isLast == (place == parts.count - 1),
        let bytes = try? part.opened(by: key, in: digest)
      else { return nil }
      content += bytes
    }
    return ContentDigest(of: content) == digest ? content : nil
  }
}

extension ContentDigest {
  /// The digest of `content`.
  init(of content: [UInt8]) {
    guard let digest = ContentDigest(SHA256.hash(data: content)) else {
      preconditionFailure("a SHA-256 has 32 bytes")
    }
    self = digest
  }
}

extension StreamKey {
  /// Under what a content of its stream lies in the database.
  fileprivate func name(of digest: ContentDigest) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: digest.bytes, using: derived(for: "documents")))
  }
}
