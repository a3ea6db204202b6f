import Foundation

/// A program of the machine, run with bounds on its time and its memory, and with nothing of our surroundings.
struct BoundedProgram: Sendable {
  /// Why a run came to nothing.
  enum Failure: Error {
    /// It took longer than it may, from when it ran.
    case tooSlow
    /// It ended with another status than 0, and said why.
    case status(Int32, String)
  }

  let path: String
  private let timeLimit: Duration

  /// - Parameters:
  ///   - path: its command.
  ///   - timeLimit: how long one run may take.
  init(_ path: String, timeLimit: Duration) {
    self.path = path
    self.timeLimit = timeLimit
  }

  var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Runs it with `arguments` from the beginning of `input` to `output`.
  func run(
    _ arguments: [String], reading input: NamelessFile, writing output: NamelessFile
  ) async throws {
    try input.rewind()
    let complaints = try NamelessFile()
    let process = process(arguments, reading: input, writing: output, complainingTo: complaints)
    let status = try await status(of: process)
    guard status == 0 else {
      throw Failure.status(status, String(decoding: try complaints.bytes(), as: UTF8.self))
    }
  }

  /// The limits of the kernel end a program that goes on calculating, also when we are gone.
  private func process(
    _ arguments: [String], reading input: NamelessFile, writing output: NamelessFile,
    complainingTo errors: NamelessFile
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/prlimit")
    // Whole seconds of processor; what takes part of one is ended by the clock.
    let seconds = timeLimit.components.seconds + 1
    process.arguments = ["--cpu=\(seconds)", "--as=2147483648", "--", path] + arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.standardInput = input.handle
    process.standardOutput = output.handle
    process.standardError = errors.handle
    return process
  }

  /// The status with which it ends.
  private func status(of process: Process) async throws -> Int32 {
    let (ends, end) = AsyncStream.makeStream(of: Int32.self)
    process.terminationHandler = {
      end.yield($0.terminationStatus)
      end.finish()
    }
    try process.run()
    // Its time begins when it runs: a clock that had gone off before would never look again.
    let isTooSlow = Task { [timeLimit] in
      try await Task.sleep(for: timeLimit)
      kill(process.processIdentifier, SIGKILL)
    }
    var status: Int32?
    for await ended in ends { status = ended }
    isTooSlow.cancel()
    if case .success = await isTooSlow.result { throw Failure.tooSlow }
    // Nobody waits for what it makes any more.
    guard let status else {
      kill(process.processIdentifier, SIGKILL)
      throw CancellationError()
    }
    return status
  }
}
