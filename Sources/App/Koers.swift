import ArgumentParser

/// The `koers` program.
@main
struct Koers: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "koers",
    abstract: "Programmes of an inspectorate, from exploration to evaluation.",
    discussion: SettingsTable.environment,
    version: version,
    subcommands: [
      Serve.self, Migrate.self, Seed.self, Simulate.self, Rebuild.self, Parked.self, Verify.self,
      Keys.self, SettingsCommand.self, DirectoryKeyCommand.self, AdministratorCommand.self,
    ],
    defaultSubcommand: Serve.self)
}
