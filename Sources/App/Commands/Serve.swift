import ArgumentParser

/// `koers serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the pages; what koers does when nothing else is said.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      print(settings)
    }
  }
}
