import Foundation

/// Does what waits for another program on a thread of its own.
///
/// Tasks share as many threads as there are processors: while one of those waits, the tests of everybody stand still.
public func onOwnThread<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}
