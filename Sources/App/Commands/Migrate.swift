import ArgumentParser

/// `koers migrate`.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the database's tables up to date.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      print(settings)
    }
  }
}
