import Foundation

/// A pipe with a name, by which one process tells another what it was told; what was written to it
/// outlives the writer.
struct TorturePipe {
  let path: String
  private let descriptor: Int32

  init() throws {
    path = "/tmp/koers-torture-\(UUID().uuidString)"
    guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    // For writing, too: so opening waits for nobody, and `close` can be read in its turn.
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  }

  /// Gives `body` every report, up to `close`.
  func read(_ body: @escaping @Sendable (TortureReport) -> Void) async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      Thread.detachNewThread { [descriptor] in
        let lines = fdopen(descriptor, "r")
        defer { fclose(lines) }
        var line: UnsafeMutablePointer<CChar>?
        defer { free(line) }
        var room = 0
        // An empty line is the end.
        while case let count = getline(&line, &room, lines), count > 1, let line {
          // What its writer's death cut short tells nothing.
          let report = Data(bytesNoCopy: line, count: count - 1, deallocator: .none)
          if let report = try? JSONDecoder().decode(TortureReport.self, from: report) {
            body(report)
          }
        }
        continuation.resume()
      }
    }
  }

  /// Ends the reading after all that was written.
  func close() {
    // Two, in case the writer died within a line.
    _ = Glibc.write(descriptor, "\n\n", 2)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The end that writes.
  struct Writer: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    /// In one piece, as pipes promise for lines as short as these.
    @Sendable func write(_ report: TortureReport) {
      guard var line = try? JSONEncoder().encode(report) else { return }
      line.append(UInt8(ascii: "\n"))
      precondition(line.count <= PIPE_BUF)
      _ = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
  }
}
