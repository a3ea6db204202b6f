import ArgumentParser
import EventStore

/// `koers rebuild`.
struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Make read models anew from the log, beside the live ones, and put them in their place."
  )

  @Argument(help: "The read models; none named means all.")
  var names: [String] = []

  @Flag(help: "Only the read models that have left a stream, once the fault is mended.")
  var parked = false

  @Flag(help: "Show the new tables also where the same program now makes other rows.")
  var acceptDifferences = false

  @OptionGroup var options: SettingsOptions

  func validate() throws {
    guard !parked || names.isEmpty && !acceptDifferences else {
      throw ValidationError("--parked chooses the read models itself")
    }
  }

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      try await onStage(settings) { stage in
        try await stage.prepare()
        if parked {
          try await replayParked(on: stage)
        } else {
          try await stage.installer.rebuild(
            names.isEmpty ? nil : names, acceptsDifferences: acceptDifferences)
          print("rebuilt \(names.isEmpty ? "every read model" : names.joined(separator: ", "))")
        }
      }
    }
  }

  /// Ends with status 1 when a stream is still left: the fault has not been mended.
  private func replayParked(on stage: Stage) async throws {
    let before = Set(try await stage.installer.parked().map(\.readModel)).sorted()
    guard !before.isEmpty else {
      print("no stream is parked")
      return
    }
    try await stage.installer.replayParked()
    print("rebuilt \(before.joined(separator: ", "))")
    let left = try await stage.installer.parked()
    for parked in left { print(parked) }
    guard left.isEmpty else { throw ExitCode(1) }
  }
}
