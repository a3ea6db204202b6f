/// Takes what a `COPY … FROM STDIN` is to store, as fast as the server takes it.
public final class CopyWriter: Sendable {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Sends bytes in the form the statement names; rows may be cut anywhere.
  ///
  /// Returns when the bytes have gone to the system, so a slow server slows the caller down.
  nonisolated(nonsending) public func write(_ bytes: [UInt8]) async throws(PostgresError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // The server, told to give up, passes over what comes and says so only at the end.
      if Task.isCancelled { throw .cancelledWhileCopying }
      try await connection.putCopy(Array(rest.prefix(Self.pieceBytesMax)))
      rest = rest.dropFirst(Self.pieceBytesMax)
    }
  }

  private static let pieceBytesMax = 256 * 1024
}
