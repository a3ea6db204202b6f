import Foundation
import TestSupport
import Testing

/// The built program, run as an operator runs it.
final class RunningKoers {
  /// What it has printed on standard output up to `ready`, line by line.
  let lines: [String]
  private let process: Process
  private let output: FileHandle

  /// Where the build puts the program: beside the tests.
  static var program: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "koers")
  }

  /// Starts `koers` and reads what it prints until it is ready.
  init(_ arguments: [String], environment: [String: String] = [:]) async throws {
    let process = Self.process(arguments, environment: environment)
    let pipe = Pipe()
    process.standardOutput = pipe
    let output = pipe.fileHandleForReading
    try process.run()
    self.process = process
    self.output = output
    lines = try await onOwnThread { Self.lines(of: output) }
    try #require(lines.contains { $0.hasPrefix("ready ") })
  }

  /// What is printed until it is ready, or to its end.
  private static func lines(of output: FileHandle) -> [String] {
    var text: [UInt8] = []
    var lines: [String] = []
    while !lines.contains(where: { $0.hasPrefix("ready ") }) {
      let more = output.availableData
      guard !more.isEmpty else { break }
      text += more
      lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    return lines
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Where it serves.
  var address: URL? {
    lines.first { $0.hasPrefix("ready ") }.flatMap { URL(string: String($0.dropFirst(6))) }
  }

  /// Ends it with `signal` and waits.
  ///
  /// - Returns: its status; nil when the signal ended it.
  func end(_ signal: Int32) async throws -> Int32? {
    let process = process
    return try await onOwnThread {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : nil
    }
  }

  /// Runs `koers` to its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> (status: Int32, output: String, errors: String) {
    try await onOwnThread {
      let process = process(arguments, environment: environment)
      let (output, errors) = (Pipe(), Pipe())
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      let said = try output.fileHandleForReading.readToEnd() ?? Data()
      let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return (
        process.terminationStatus, String(decoding: said, as: UTF8.self),
        String(decoding: complained, as: UTF8.self)
      )
    }
  }

  private static func process(
    _ arguments: [String], environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.currentDirectoryURL = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("KOERS_") && $0.key != "DATABASE_URL" }
      .merging(environment) { $1 }
    return process
  }
}

/// The PostgreSQL servers, not their workers, that are at work in `directory`.
func servers(in directory: String) throws -> [Int32] {
  let named = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
    .filter {
      let line = FileManager.default.contents(atPath: "/proc/\($0)/cmdline") ?? Data()
      let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return words.first?.hasSuffix("/postgres") == true && words.contains("\(directory)/data")
    }
  // A worker that was only just begun still has the name of the server that began it.
  return named.filter { worker in !named.contains { parent(of: worker) == $0 } }
}

/// The process that began `process`; nil when it is gone.
private func parent(of process: Int32) -> Int32? {
  let status = FileManager.default.contents(atPath: "/proc/\(process)/status") ?? Data()
  return String(decoding: status, as: UTF8.self).split(separator: "\n")
    .first { $0.hasPrefix("PPid:") }
    .flatMap { $0.split(separator: "\t").last }.flatMap { Int32($0) }
}

/// Gives `body` the path of a directory that is not there yet and that user postgres can reach.
func withDataDirectory(_ body: (String) async throws -> Void) async throws {
  var template = Array("/tmp/koers-app-XXXXXX".utf8CString)
  _ = try #require(mkdtemp(&template))
  let parent = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  chmod(parent, 0o755)
  defer { try? FileManager.default.removeItem(atPath: parent) }
  try await body("\(parent)/koers")
}
