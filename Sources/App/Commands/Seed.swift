import ArgumentParser

/// `koers seed`.
struct Seed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Load the programmes, explorations, signals and entries of the data bank of data/ that are not there yet."
  )

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      let outcome = try await onStage(settings) { stage in
        try await stage.prepare()
        return try await stage.seed()
      }
      print("\(outcome.events) events loaded")
    }
  }
}
