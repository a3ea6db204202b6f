import Foundation
import Glibc

/// A unix socket that takes connections and never says a word.
final class SilentServer: Sendable {
  let directory: String
  private let descriptor: Int32

  init() throws {
    directory = try UnixSocket.makeFolder()
    descriptor = try UnixSocket.listening(in: directory)
  }

  deinit {
    close(descriptor)
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Waits until somebody has connected, and stays silent.
  func untilCalled() async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      Thread.detachNewThread { [descriptor] in
        _ = accept(descriptor, nil, nil)
        continuation.resume()
      }
    }
  }
}
