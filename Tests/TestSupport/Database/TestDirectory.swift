import Foundation

/// What the test process keeps on disk, under names that tell whose it is.
enum TestDirectory {
  private static let prefix = "koers-test-"

  /// Where the cluster of this process is.
  static let own = FileManager.default.temporaryDirectory
    .appendingPathComponent("\(prefix)\(ProcessInfo.processInfo.processIdentifier)")

  /// Ends the server, which would write on while its directory is taken away, and then does so.
  static func endServerAndRemove() {
    let note = own.appendingPathComponent("data/postmaster.pid")
    if let line = try? String(contentsOf: note, encoding: .utf8).split(separator: "\n").first,
      let server = pid_t(line)
    {
      kill(server, SIGQUIT)
      waitForEnd(of: server)
    }
    try? FileManager.default.removeItem(at: own)
  }

  /// Waits five seconds at most; the process need not be a child of this one.
  private static func waitForEnd(of process: pid_t) {
    let waiting = Process()
    waiting.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    waiting.arguments = ["5", "tail", "--pid=\(process)", "--follow", "/dev/null"]
    guard (try? waiting.run()) != nil else { return }
    waiting.waitUntilExit()
  }

  /// Takes away what processes left behind that were killed.
  static func removeThoseOfEndedProcesses() {
    let folder = FileManager.default.temporaryDirectory
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard
        let owner = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }),
        kill(owner, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}
