import CLibPQ
import Logging

/// Writes what the server remarks to the log, at debug.
final class NoticeLog: Sendable {
  private let logger: Logger

  init(_ logger: Logger) { self.logger = logger }

  /// The connection calls this object, which must outlive it.
  func attach(to handle: OpaquePointer) {
    PQsetNoticeReceiver(
      handle,
      { context, result in
        guard let context, let result else { return }
        Unmanaged<NoticeLog>.fromOpaque(context).takeUnretainedValue().write(result)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func write(_ result: OpaquePointer) {
    logger.debug(
      "PostgreSQL: \(PostgresError(result: result, statement: nil).message)")
  }
}
