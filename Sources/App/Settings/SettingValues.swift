import Configuration
import Domain
import Foundation
import Yams

/// The values of the settings as written: on the command line, else in the environment, else in the
/// file, else the standard ones.
struct SettingValues: Sendable {
  private let reader: ConfigReader

  /// The variable that names the file.
  static let fileVariable = "KOERS_CONFIG"

  /// Gathers the values; every name that no setting has is refused, so a slip of the pen is seen.
  ///
  /// - Parameters:
  ///   - flags: What was said on the command line.
  ///   - file: The settings file named on the command line, YAML or JSON.
  ///   - environment: All environment variables.
  /// - Throws: `SettingsError` for a name that no setting has and a file that cannot be read.
  init(
    flags: [Setting: String], file: String?, environment: [String: String]
  ) async throws(SettingsError) {
    var variables: [String: String] = [:]
    let known = Set(Setting.allCases.map(\.variable) + [Self.fileVariable])
    for (name, value) in environment where name.hasPrefix("KOERS_") && !value.isEmpty {
      guard known.contains(name) else { throw .unknown(name: name, place: "the environment") }
      variables[name] = value
    }
    if let usual = environment["DATABASE_URL"], !usual.isEmpty {
      variables[Setting.databaseURL.variable, default: usual] = usual
    }
    if let own = environment[Setting.databaseURL.variable], !own.isEmpty {
      variables[Setting.databaseURL.variable] = own
    }
    for (setting, value) in flags { variables[setting.variable] = value }

    var providers: [any ConfigProvider] = [
      EnvironmentVariablesProvider(
        environmentVariables: variables,
        secretsSpecifier: .specific([Setting.databaseURL.variable])
      ).prefixKeys(with: "koers")
    ]
    if let path = file ?? variables[Self.fileVariable] {
      providers.append(try await Self.provider(of: path))
    }
    reader = ConfigReader(providers: providers)
  }

  func text(_ setting: Setting) throws(SettingsError) -> String {
    guard let text = try textIfAny(setting) ?? setting.standard else { throw .malformed(setting) }
    return text
  }

  func line(_ setting: Setting) throws(SettingsError) -> Line {
    guard let line = try? Line(try text(setting)) else { throw .malformed(setting) }
    return line
  }

  func textIfAny(_ setting: Setting) throws(SettingsError) -> String? {
    let key = ConfigKey([setting.name])
    do {
      return try reader.requiredString(forKey: key, isSecret: setting.isSecret)
    } catch {
      guard !isThere(key) else { throw .malformed(setting) }
      return nil
    }
  }

  /// The 32 bytes that are written there in base64.
  func keyIfAny(_ setting: Setting) throws(SettingsError) -> [UInt8]? {
    guard let text = try textIfAny(setting) else { return nil }
    guard let bytes = Data(base64Encoded: text), bytes.count == 32 else {
      throw .malformed(setting)
    }
    return Array(bytes)
  }

  func number(_ setting: Setting) throws(SettingsError) -> Int {
    let key = ConfigKey([setting.name])
    let said = try? reader.requiredInt(forKey: key)
    guard said != nil || !isThere(key), let number = said ?? setting.standard.flatMap({ Int($0) }),
      case .number(let range) = setting.kind, range.contains(number)
    else { throw .malformed(setting) }
    return number
  }

  func isOn(_ setting: Setting) throws(SettingsError) -> Bool {
    let key = ConfigKey([setting.name])
    if let said = try? reader.requiredBool(forKey: key) { return said }
    guard !isThere(key) else { throw .malformed(setting) }
    return setting.standard == "true"
  }

  /// The parts of a list, without those that are empty.
  static func parts(_ text: String?, at separator: Unicode.Scalar) -> [String] {
    (text ?? "").unicodeScalars.split(separator: separator)
      .map { String(String.UnicodeScalarView($0)) }
  }

  /// Whether anything was said under `key`, in whatever form.
  private func isThere(_ key: ConfigKey) -> Bool {
    reader.string(forKey: key) != nil || reader.int(forKey: key) != nil
      || reader.bool(forKey: key) != nil || reader.double(forKey: key) != nil
      || reader.stringArray(forKey: key) != nil
  }

  private static func provider(of path: String) async throws(SettingsError) -> any ConfigProvider {
    guard let contents = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unreadableFile(path: path, reason: "it is not there, or not readable as text")
    }
    guard let fields = try? Yams.load(yaml: contents) as? [String: Any] else {
      throw .unreadableFile(path: path, reason: "it must be YAML or JSON, one 'name: value' a line")
    }
    let known = Set(Setting.allCases.map(\.name))
    if let stranger = fields.keys.sorted().first(where: { !known.contains($0) }) {
      throw .unknown(name: stranger, place: path)
    }
    let location = InMemoryProvider(values: [
      "filePath": ConfigValue(.string(path), isSecret: false)
    ])
    do {
      return try await FileProvider<YAMLSnapshot>(config: ConfigReader(provider: location))
    } catch {
      throw .unreadableFile(path: path, reason: "\(error)")
    }
  }
}
