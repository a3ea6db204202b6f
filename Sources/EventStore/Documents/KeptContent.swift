import Crypto
import EventSourcing
import Postgres

/// Reads a content that was kept, one part at a time.
actor KeptContent: ContentCursor {
  /// Where the parts of a content lie.
  struct Place: Sendable {
    let log: Int16
    let stream: StreamName
    let digest: ContentDigest
    let key: StreamKey

    /// What every question about the content asks for.
    var condition: Statement {
      """
      log_id = \(log) AND stream_id = \(stream.identity.uuid) AND category = \(stream.category)
        AND content = \(key.name(of: digest))
      """
    }
  }

  private let place: Place
  private let database: Database
  private let partCount: Int32
  private var number: Int32 = 0
  private var hash = SHA256()
  /// Read before anybody asked.
  private var first: [UInt8]?

  /// - Throws: `.missing` without any part, `.damaged` when not all are there or the first does not open.
  init(at place: Place, in database: Database) async throws(DocumentFailure) {
    self.place = place
    self.database = database
    partCount = try await Self.partCount(at: place, in: database)
    first = try await read()
  }

  func next() async throws(DocumentFailure) -> [UInt8]? {
    if let first {
      self.first = nil
      return first
    }
    return try await read()
  }

  private func read() async throws(DocumentFailure) -> [UInt8]? {
    guard number < partCount else { return nil }
    let chunk = try await chunk(number)
    number += 1
    guard chunk.isLast == (number == partCount),
      let bytes = try? chunk.opened(by: place.key, in: place.digest)
    else { throw .damaged }
    hash.update(data: bytes)
    guard !chunk.isLast || ContentDigest(hash.finalize()) == place.digest else { throw .damaged }
    return bytes
  }

  private func chunk(_ number: Int32) async throws(DocumentFailure) -> DocumentChunk {
    let row: Row?
    do {
      row = try await database.run(
        """
        SELECT is_last, closed FROM documents.chunk
        WHERE \(splice: place.condition) AND number = \(number)
        """
      ).first
    } catch {
      throw .unavailable(error)
    }
    guard let row, let isLast: Bool = try? row["is_last"], let closed: [UInt8] = try? row["closed"]
    else { throw .damaged }
    return DocumentChunk(number: number, isLast: isLast, bytes: closed)
  }

  private static func partCount(
    at place: Place, in database: Database
  ) async throws(DocumentFailure) -> Int32 {
    let (count, last): (Int32, Int32)
    do {
      let row = try await database.run(
        """
        SELECT count(*)::int AS count, coalesce(max(number) FILTER (WHERE is_last), -1) AS last
        FROM documents.chunk WHERE \(splice: place.condition)
        """
      ).only()
      (count, last) = (try row["count"], try row["last"])
    } catch {
      throw .unavailable(error)
    }
    guard count > 0 else { throw .missing }
    guard last == count - 1 else { throw .damaged }
    return count
  }
}

extension StreamKey {
  /// Under what a content of its stream lies in the database.
  func name(of digest: ContentDigest) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: digest.bytes, using: derived(for: "documents")))
  }
}
