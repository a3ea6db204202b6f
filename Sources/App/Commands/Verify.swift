import ArgumentParser

/// `koers verify`.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check the log and the read models.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      print(settings)
    }
  }
}
