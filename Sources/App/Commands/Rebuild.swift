import ArgumentParser

/// `koers rebuild`.
struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Rebuild read models from the log.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      print(settings)
    }
  }
}
