import Foundation
import Synchronization
import Web

/// WeasyPrint as Debian has it, run once for each document, with a bound on its time, its memory and how many run.
///
/// What goes in and what comes out have no name on disk: a report is about people.
final class PrinterProcess: Printer {
  private static let byteCountMax = 20 * 1024 * 1024

  let program: String
  private let timeLimit: Duration
  private let runsMax: Int
  private let runs = Mutex(0)

  /// - Parameters:
  ///   - program: WeasyPrint's own command.
  ///   - timeLimit: how long one run may take; shorter than a page may.
  ///   - runsMax: how many run at a time.
  init(
    program: String = "/usr/bin/weasyprint", timeLimit: Duration = .seconds(15), runsMax: Int = 2
  ) {
    self.program = program
    self.timeLimit = timeLimit
    self.runsMax = runsMax
  }

  var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

  func pdf(of document: HTML) async throws(PrintingFailure) -> [UInt8] {
    guard isThere else { throw .missing }
    guard takePlace() else { throw .busy }
    defer { runs.withLock { $0 -= 1 } }
    do {
      return try await run(on: document)
    } catch let failure as PrintingFailure {
      throw failure
    } catch {
      throw .failed("\(error)")
    }
  }

  private func takePlace() -> Bool {
    runs.withLock { runs in
      guard runs < runsMax else { return false }
      runs += 1
      return true
    }
  }

  private func run(on document: HTML) async throws -> [UInt8] {
    let (input, output) = (try NamelessFile(document.bytes), try NamelessFile())
    let complaints = try NamelessFile()
    let process = process(reading: input, writing: output, complainingTo: complaints)
    guard try await status(of: process) == 0 else {
      throw PrintingFailure.failed(String(decoding: try complaints.bytes(), as: UTF8.self))
    }
    let pdf = try output.bytes()
    guard pdf.starts(with: "%PDF-".utf8), pdf.count <= Self.byteCountMax else {
      throw PrintingFailure.failed("what came out is no PDF, or too large")
    }
    return pdf
  }

  /// The limits of the kernel end a program that goes on calculating, also when we are gone.
  private func process(
    reading input: NamelessFile, writing output: NamelessFile, complainingTo errors: NamelessFile
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
    process.arguments = [
      "--cpu=15", "--as=2147483648", "--", program, "--quiet", "--pdf-variant", "pdf/ua-1", "-",
      "-",
    ]
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.standardInput = input.handle
    process.standardOutput = output.handle
    process.standardError = errors.handle
    return process
  }

  /// The status with which it ends.
  private func status(of process: Process) async throws -> Int32 {
    let patience = Task { [timeLimit] in
      try await Task.sleep(for: timeLimit)
      guard process.isRunning else { return false }
      kill(process.processIdentifier, SIGKILL)
      return true
    }
    defer { patience.cancel() }
    let status: Int32 = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    patience.cancel()
    guard (try? await patience.value) != true else { throw PrintingFailure.tooSlow }
    return status
  }
}

/// A file that is gone when nobody holds it any more, because its name is gone from the start.
private struct NamelessFile {
  let handle: FileHandle

  init(_ bytes: [UInt8] = []) throws {
    var path = Array("\(NSTemporaryDirectory())/koers-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(bytes))
    try handle.seek(toOffset: 0)
  }

  /// All that was written into it.
  func bytes() throws -> [UInt8] {
    try handle.seek(toOffset: 0)
    return Array(try handle.readToEnd() ?? Data())
  }
}
