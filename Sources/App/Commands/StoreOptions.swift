import ArgumentParser
import Foundation

/// The settings that say which log it is, as options of the command line.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong(Setting.dataDirectory.name), help: help(.dataDirectory))
  var dataDirectory: String?

  @Option(name: .customLong(Setting.postgresPrograms.name), help: help(.postgresPrograms))
  var postgresPrograms: String?

  @Option(name: .customLong(Setting.home.name), help: help(.home))
  var home: String?

  @Option(name: .customLong(Setting.organisation.name), help: help(.organisation))
  var organisation: String?

  @Option(
    name: .customLong(Setting.keyEncryptionKeyFile.name), help: help(.keyEncryptionKeyFile))
  var keyEncryptionKeyFile: String?

  @Option(name: .customLong(Setting.logLevel.name), help: help(.logLevel))
  var logLevel: String?

  @Option(name: .customLong(Setting.logFormat.name), help: help(.logFormat))
  var logFormat: String?

  @Option(help: "A settings file, YAML or JSON.")
  var config: String?

  /// What was said, with `others`, and with what the environment and the file say besides.
  func settings(
    and others: [(Setting, String?)] = []
  ) async throws(SettingsError) -> Settings {
    let said: [(Setting, String?)] = [
      (.dataDirectory, dataDirectory), (.postgresPrograms, postgresPrograms), (.home, home),
      (.organisation, organisation), (.keyEncryptionKeyFile, keyEncryptionKeyFile),
      (.logLevel, logLevel), (.logFormat, logFormat),
    ]
    var flags: [Setting: String] = [:]
    for (setting, value) in said + others where value != nil { flags[setting] = value }
    let values = try await SettingValues(
      flags: flags, file: config, environment: ProcessInfo.processInfo.environment)
    return try Settings(values)
  }

  static func help(_ setting: Setting) -> ArgumentHelp {
    let standard = setting.standard.map { " (standard: \($0))" } ?? ""
    return ArgumentHelp("\(setting.meaning)\(standard)")
  }
}
