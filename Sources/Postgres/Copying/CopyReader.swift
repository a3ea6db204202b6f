/// What a `COPY … TO STDOUT` gives, in chunks of whole rows as they come.
///
/// Nothing more is read from the server than is asked for here.
public final class CopyReader: AsyncSequence, Sendable {
  public typealias Element = [UInt8]
  public typealias Failure = PostgresError

  private let connection: Connection
  /// Whether the rows have all come; the server's last word may still be due.
  private let hasAll = Locked(false)
  private let isFinished = Locked(false)

  init(_ connection: Connection) { self.connection = connection }

  /// The next rows, nil after the last.
  nonisolated(nonsending) public func next() async throws(PostgresError) -> [UInt8]? {
    if isFinished.withLock({ $0 }) { return nil }
    if !hasAll.withLock({ $0 }) {
      let (bytes, areLast) = try await connection.takeCopy(countMax: Self.chunkBytesMax)
      if areLast { hasAll.withLock { $0 = true } }
      if !bytes.isEmpty { return bytes }
    }
    isFinished.withLock { $0 = true }
    // Only now does the server say whether it gave all there was.
    while true {
      if case .end = try await connection.nextAnswer(to: "COPY") { return nil }
    }
  }

  /// Whether the last row has been read; otherwise the rest must be called off.
  var hasEnded: Bool { isFinished.withLock { $0 } }

  public struct AsyncIterator: AsyncIteratorProtocol {
    let reader: CopyReader

    public mutating func next() async throws(PostgresError) -> [UInt8]? {
      try await reader.next()
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(PostgresError) -> [UInt8]? {
      try await reader.next()
    }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: self) }

  private static let chunkBytesMax = 64 * 1024
}
