import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing

/// How much of a content one row holds.
let contentPart = 256 * 1024

/// Opens a store with documents for `body`, and takes it away afterwards.
func withDocuments(
  _ body: (PostgresDocuments, TestStore) async throws -> Void
) async throws {
  try await withStore { store in
    try await body(PostgresDocuments(of: store.log, in: store.writer), store)
  }
}

/// Bytes of which no two parts are the same.
func content(_ count: Int) -> [UInt8] {
  var generator = SeededGenerator(seed: UInt64(count))
  return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
}

/// Expects that `work` fails, and why.
func expect(
  _ failure: DocumentFailure, _ work: () async throws -> some Sendable,
  sourceLocation: SourceLocation = #_sourceLocation
) async {
  do {
    _ = try await work()
    Issue.record("it did not fail", sourceLocation: sourceLocation)
  } catch {
    #expect("\(error)" == "\(failure)", sourceLocation: sourceLocation)
  }
}

extension DocumentStore {
  /// All of what was kept.
  func whole(_ digest: ContentDigest, of stream: StreamName) async throws -> [UInt8] {
    try await content(digest, of: stream).whole()
  }
}

extension ContentCursor {
  func whole() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = try await next() { bytes += part }
    return bytes
  }
}

extension TestStore {
  /// Whether somebody waits for a lock that somebody else has.
  func hasWaiting() async throws -> Bool { try await waitingCount() > 0 }

  /// How many wait for a lock that somebody else has.
  func waitingCount() async throws -> Int {
    // The connection that others share is the one that waits.
    try await owner.withSession { session in
      try await session.run(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
      ).only()[0]
    }
  }

  /// How many rows the contents of all documents take.
  func partCount() async throws -> Int {
    try await owner.run("SELECT count(*) FROM documents.chunk").only()[0]
  }
}
