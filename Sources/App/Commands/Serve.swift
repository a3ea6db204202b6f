import ArgumentParser

/// `koers serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the pages; what koers does when no command is named.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      try await Serving(settings).run()
    }
  }
}
