import Crypto
import EventSourcing
import Foundation
import Postgres

/// A content that comes into PostgreSQL, in parts that are encrypted under a key which nobody else has.
///
/// The key is never written down: what stays behind when the program ends halfway can be read by nobody.
actor PostgresIncoming: IncomingContent {
  private let place: IncomingPlace
  /// What came in and is no whole part yet.
  private var pending: [UInt8] = []
  private var byteCount = 0
  private var partCount: Int32 = 0
  private var hash = SHA256()

  /// Room in `database` for a content of the log that is numbered `log`.
  init(in database: Database, of log: Int16) {
    place = IncomingPlace(database: database, log: log)
  }

  func add(_ bytes: [UInt8]) async throws(DocumentFailure) {
    hash.update(data: bytes)
    byteCount += bytes.count
    pending += bytes
    while pending.count >= DocumentChunk.bytesMax {
      let part = Array(pending.prefix(DocumentChunk.bytesMax))
      pending.removeFirst(part.count)
      try await write(part)
    }
  }

  func end() async throws(DocumentFailure) -> ReceivedContent {
    if !pending.isEmpty { try await write(pending) }
    pending = []
    guard let digest = ContentDigest(hash.finalize()) else {
      preconditionFailure("a SHA-256 has 32 bytes")
    }
    let (place, count) = (place, partCount)
    return ReceivedContent(digest, byteCount: byteCount) {
      IncomingCursor(place, partCount: count)
    }
  }

  func discard() async {
    // Whoever gave up is cancelled; this must not be.
    await Task { [place] in await place.clear() }.value
  }

  private func write(_ part: [UInt8]) async throws(DocumentFailure) {
    let number = partCount
    partCount += 1
    try await place.write(part, number)
  }
}

/// Where the parts of one content wait.
private struct IncomingPlace {
  let database: Database
  let log: Int16
  private let content = UUID()
  private let key = SymmetricKey(size: .bits256)

  init(database: Database, log: Int16) {
    self.database = database
    self.log = log
  }

  func write(_ part: [UInt8], _ number: Int32) async throws(DocumentFailure) {
    do {
      let closed = try AES.GCM.sealed(part, using: key, authenticating: name(of: number))
      try await database.run(
        """
        INSERT INTO documents.incoming (content, number, log_id, closed)
        VALUES (\(content), \(number), \(log), \(closed))
        """)
    } catch {
      throw .unavailable(error)
    }
  }

  func part(_ number: Int32) async throws(DocumentFailure) -> [UInt8] {
    let rows: Rows
    do {
      rows = try await database.run(
        "SELECT closed FROM documents.incoming WHERE content = \(content) AND number = \(number)")
    } catch {
      throw .unavailable(error)
    }
    guard let row = rows.first else { throw .missing }
    do {
      let closed: [UInt8] = try row["closed"]
      return Array(
        try AES.GCM.opened(Data(closed), using: key, authenticating: name(of: number)))
    } catch {
      throw .damaged
    }
  }

  /// What cannot be taken away now is taken away when it is old.
  func clear() async {
    _ = try? await database.run("DELETE FROM documents.incoming WHERE content = \(content)")
  }

  private func name(of number: Int32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
  }
}

/// Reads a content that came in.
private actor IncomingCursor: ContentCursor {
  private let place: IncomingPlace
  private let partCount: Int32
  private var number: Int32 = 0

  init(_ place: IncomingPlace, partCount: Int32) {
    self.place = place
    self.partCount = partCount
  }

  func next() async throws(DocumentFailure) -> [UInt8]? {
    guard number < partCount else { return nil }
    defer { number += 1 }
    return try await place.part(number)
  }
}
