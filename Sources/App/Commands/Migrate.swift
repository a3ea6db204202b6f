import ArgumentParser

/// `koers migrate`.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring tables, functions, roles and read models up to date.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    try await ending {
      let settings = try await options.settings()
      StructuredLog.start(settings)
      let made = try await onStage(settings) { try await $0.prepare() }
      print(
        made.isEmpty
          ? "everything was up to date or now is; no read model had to be made"
          : "made the read models \(made.joined(separator: ", "))")
    }
  }
}
