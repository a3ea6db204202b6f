import ArgumentParser
import Foundation

/// The settings as options of the command line, the same for every command.
struct SettingsOptions: ParsableArguments {
  @Option(name: .customLong(Setting.address.name), help: help(.address))
  var address: String?

  @Option(name: .customLong(Setting.port.name), help: help(.port))
  var port: String?

  @Option(name: .customLong(Setting.dataDirectory.name), help: help(.dataDirectory))
  var dataDirectory: String?

  @Option(name: .customLong(Setting.postgresPrograms.name), help: help(.postgresPrograms))
  var postgresPrograms: String?

  @Option(name: .customLong(Setting.home.name), help: help(.home))
  var home: String?

  @Option(name: .customLong(Setting.organisation.name), help: help(.organisation))
  var organisation: String?

  @Flag(name: .customLong(Setting.seed.name), inversion: .prefixedNo, help: help(.seed))
  var seed: Bool?

  @Flag(name: .customLong(Setting.demo.name), inversion: .prefixedNo, help: help(.demo))
  var demo: Bool?

  @Option(name: .customLong(Setting.origin.name), help: help(.origin))
  var origin: String?

  @Option(name: .customLong(Setting.logLevel.name), help: help(.logLevel))
  var logLevel: String?

  @Option(name: .customLong(Setting.logFormat.name), help: help(.logFormat))
  var logFormat: String?

  @Option(name: .customLong(Setting.stopTimeout.name), help: help(.stopTimeout))
  var stopTimeout: String?

  @Option(help: "A settings file, YAML or JSON.")
  var config: String?

  /// What was said, with what the environment and the file say besides.
  func settings() async throws(SettingsError) -> Settings {
    let said: [(Setting, String?)] = [
      (.address, address), (.port, port), (.dataDirectory, dataDirectory),
      (.postgresPrograms, postgresPrograms), (.home, home), (.organisation, organisation),
      (.seed, seed.map(\.description)), (.demo, demo.map(\.description)), (.origin, origin),
      (.logLevel, logLevel), (.logFormat, logFormat), (.stopTimeout, stopTimeout),
    ]
    var flags: [Setting: String] = [:]
    for (setting, value) in said where value != nil { flags[setting] = value }
    let values = try await SettingValues(
      flags: flags, file: config, environment: ProcessInfo.processInfo.environment)
    return try Settings(values)
  }

  private static func help(_ setting: Setting) -> ArgumentHelp {
    let standard = setting.standard.map { " (standard: \($0))" } ?? ""
    return ArgumentHelp("\(setting.meaning)\(standard)")
  }
}
