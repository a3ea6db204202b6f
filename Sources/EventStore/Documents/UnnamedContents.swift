public import EventSourcing
import Foundation
public import Postgres

/// Contents that no event names: what they were kept for was refused.
///
/// An event is recorded within minutes of what it names being kept, and what is kept again is as new. So what lies there
/// for a day without an event that names it never gets one.
public struct UnnamedContents: Sendable {
  /// How many streams are looked at in one go.
  private static let streamsMax = 100

  private let log: PostgresLog
  private let database: Database

  /// The contents for streams of `log`, over a `database` that connects as owner.
  public init(of log: PostgresLog, in database: Database) {
    self.log = log
    self.database = database
  }

  /// What came of a sweep.
  public struct Swept: Equatable, Sendable {
    /// How many contents were taken away.
    public var count: Int
    /// The streams of which it could not be told what they name; all that they have stays.
    public var unreadable: Set<StreamName>

    public init(count: Int = 0, unreadable: Set<StreamName> = []) {
      self.count = count
      self.unreadable = unreadable
    }
  }

  /// Takes away what was kept a day ago or longer and no event names; what one does name is not looked at again.
  ///
  /// Streams that are `spared` are not looked at.
  public func sweep(but spared: Set<StreamName> = []) async throws -> Swept {
    // By the clock of the database, which says when they were kept.
    let bound: Date = try await database.run(
      "SELECT clock_timestamp() - interval '1 day' AS bound"
    ).only()["bound"]
    var swept = Swept()
    for stream in try await streams(keptBefore: bound, but: spared) {
      guard let named = try await contentsNamed(in: stream) else {
        swept.unreadable.insert(stream)
        continue
      }
      for content in try await contents(of: stream, keptBefore: bound) {
        if named.contains(content) {
          try await mark(content, of: stream)
        } else if try await remove(content, of: stream, keptBefore: bound) {
          swept.count += 1
        }
      }
    }
    return swept
  }

  private func streams(
    keptBefore bound: Date, but spared: Set<StreamName>
  ) async throws -> [StreamName] {
    let rows = try await database.run(
      """
      SELECT DISTINCT category, stream_id FROM documents.chunk
      WHERE log_id = \(log.id) AND number = 0 AND named_at IS NULL AND kept_at < \(bound)
        AND NOT stream_id = ANY (\(spared.map(\.identity.uuid)))
      LIMIT \(limit: Self.streamsMax)
      """)
    return try rows.map { StreamName(try $0["category"], Identity(uuid: try $0["stream_id"])) }
  }

  private func contents(
    of stream: StreamName, keptBefore bound: Date
  ) async throws -> [[UInt8]] {
    let rows = try await database.run(
      """
      SELECT content FROM documents.chunk
      WHERE \(splice: parts(of: stream)) AND number = 0 AND named_at IS NULL AND kept_at < \(bound)
      """)
    return try rows.map { try $0["content"] }
  }

  private func mark(_ content: [UInt8], of stream: StreamName) async throws {
    try await database.run(
      """
      UPDATE documents.chunk SET named_at = clock_timestamp()
      WHERE \(splice: parts(of: stream)) AND content = \(content) AND number = 0
      """)
  }

  /// - Returns: false when it was kept again meanwhile.
  private func remove(
    _ content: [UInt8], of stream: StreamName, keptBefore bound: Date
  ) async throws -> Bool {
    try await database.transaction { session in
      // Who keeps it again and this wait for each other at its first part.
      let first = try await session.run(
        """
        DELETE FROM documents.chunk
        WHERE \(splice: parts(of: stream)) AND content = \(content) AND number = 0
          AND named_at IS NULL AND kept_at < \(bound) RETURNING number
        """)
      guard !first.isEmpty else { return false }
      try await session.run(
        "DELETE FROM documents.chunk WHERE \(splice: parts(of: stream)) AND content = \(content)")
      return true
    }
  }

  private func parts(of stream: StreamName) -> Statement {
    """
    log_id = \(log.id) AND stream_id = \(stream.identity.uuid) AND category = \(stream.category)
    """
  }
}

extension UnnamedContents {
  /// Under what the contents lie that events of `stream` name; nil when one of them does not open, or its key is not there.
  ///
  /// Whatever reads as a digest counts, wherever it stands: so an event that only a newer node understands keeps what it
  /// names as well.
  private func contentsNamed(in stream: StreamName) async throws -> Set<[UInt8]>? {
    guard case .present(let key) = try await log.cipher.keyring.standings(of: [stream])[stream]
    else { return nil }
    var named: Set<[UInt8]> = []
    for recorded in try await log.events(in: stream, after: 0) {
      guard !EncryptedPayload.isEncrypted(recorded.event.payload) else { return nil }
      named.formUnion(recorded.event.digests.map { key.name(of: $0) })
    }
    return named
  }
}

extension StoredEvent {
  /// Whatever in it reads as the digest of a content.
  fileprivate var digests: [ContentDigest] {
    payload.split { !isDigit($0) }
      .filter { $0.count == 2 * ContentDigest.byteCount }
      .compactMap { ContentDigest(utf8: String(decoding: $0, as: UTF8.self).utf8Span) }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
    default: false
    }
  }
}
