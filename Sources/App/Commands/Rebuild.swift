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

  @Flag(help: "Show the new tables also where the same program now makes other rows.")
  var acceptDifferences = false

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      try await onStage(settings) { stage in
        try await stage.prepare()
        try await stage.installer.rebuild(
          names.isEmpty ? nil : names, acceptsDifferences: acceptDifferences)
      }
      print("rebuilt \(names.isEmpty ? "every read model" : names.joined(separator: ", "))")
    }
  }
}
