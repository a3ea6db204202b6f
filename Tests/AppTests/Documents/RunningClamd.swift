import Foundation
import TestSupport
import Testing

@testable import App

/// Debian's clamd, run for one test on a socket of its own, with one signature that nobody else has.
struct RunningClamd {
  /// Whatever holds this does harm.
  static let harm = "koers-doet-hier-kwaad"
  static let signature = "Koers.Test"

  let address: ClamdAddress

  /// Runs one for `body`, which takes streams of at most a megabyte, and ends it afterwards.
  static func with(_ body: (RunningClamd) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "koers-clamd-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let socket = folder.appending(path: "s").path
    let hex = harm.utf8.map { String($0, radix: 16) }.joined()
    try write("\(signature):0:*:\(hex)\n", to: folder.appending(path: "koers.ndb"))
    try write(
      """
      DatabaseDirectory \(folder.path)
      LocalSocket \(socket)
      Foreground yes
      StreamMaxLength 1M
      \(getuid() == 0 ? "User root" : "")

      """, to: folder.appending(path: "clamd.conf"))
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/sbin/clamd")
    process.arguments = ["--config-file", folder.appending(path: "clamd.conf").path]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    do {
      try await untilReady(output.fileHandleForReading)
      try await body(RunningClamd(address: .socket(path: socket)))
    } catch {
      try await end(process)
      throw error
    }
    try await end(process)
  }

  private static func end(_ process: Process) async throws {
    try await onOwnThread {
      process.terminate()
      process.waitUntilExit()
    }
  }

  private static func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file)
  }

  /// It says so when it listens, and says no more when it has ended.
  private static func untilReady(_ output: FileHandle) async throws {
    let said = try await onOwnThread {
      var said = ""
      while !said.contains("Self checking"), case let data = output.availableData, !data.isEmpty {
        said += String(decoding: data, as: UTF8.self)
      }
      return said
    }
    try #require(said.contains("Self checking"), "clamd did not start")
  }
}
