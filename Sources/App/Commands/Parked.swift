import ArgumentParser
import EventStore

/// `koers parked`.
struct Parked: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the streams that a read model has left because it could not take an event.",
    discussion: "Ends with status 1 and a line for each when there are any.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      let parked = try await onStage(settings) { stage in
        try await stage.log.checkOwner(in: stage.owner)
        return try await stage.installer.parked()
      }
      for parked in parked { print(parked) }
      guard parked.isEmpty else { throw ExitCode(1) }
      print("no stream is parked")
    }
  }
}
