import ArgumentParser

/// `koers seed`.
struct Seed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load the programmes, explorations and signals of data/.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      print(settings)
    }
  }
}
