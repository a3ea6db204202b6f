import Foundation

/// A server of an earlier run that is still there, because that run was killed a moment ago or its
/// supervisor was killed with it.
///
/// It is stopped rather than kept: a server that nobody watches would outlive us as well.
struct LeftoverServer: Sendable {
  let process: pid_t

  /// The live server on `data`; nil when its note of a process is missing or stale.
  ///
  /// The note may outlive its server and its number may have gone to another program, so the process
  /// must really be a PostgreSQL at work in this very directory.
  init?(on data: String) {
    guard let note = try? String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8),
      let line = note.split(separator: "\n").first, let process = pid_t(line),
      Self.isServer(process, on: data)
    else { return nil }
    self.process = process
  }

  /// Ends it, cleanly if it will, and waits until it is gone.
  func stop(on data: String) async throws(PrivateServerError) {
    for signal in [SIGINT, SIGQUIT] {
      kill(process, signal)
      for _ in 0..<500 {
        guard Self.isServer(process, on: data) else { return }
        do { try await Task.sleep(for: .milliseconds(20)) } catch { break }
      }
    }
    throw .leftover(process: process)
  }

  private static func isServer(_ process: pid_t, on data: String) -> Bool {
    let proc = "/proc/\(process)"
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(proc)/exe"),
      let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(proc)/cwd")
    else { return false }
    return (program as NSString).lastPathComponent.hasPrefix("postgres") && folder == data
  }
}
