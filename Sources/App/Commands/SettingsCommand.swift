import ArgumentParser

/// `koers settings`: every setting, as docs/settings.md has it.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Print every setting with its meaning.")

  func run() { print(SettingsTable.markdown) }
}
