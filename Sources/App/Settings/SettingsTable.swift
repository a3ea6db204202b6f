/// All settings as text, for `koers settings` and docs/settings.md.
enum SettingsTable {
  /// The table in Markdown.
  static var markdown: String {
    let rows = Setting.allCases.map { setting in
      let standard = setting.standard.map { "`\($0)`" } ?? "–"
      let flag = setting.isSecret ? "–" : "`--\(setting.name)`"
      return "| `\(setting.name)` | \(flag) | `\(setting.variable)` | \(standard) |"
        + " \(setting.wanted) | \(setting.meaning) |"
    }
    return """
      # Settings

      A value on the command line wins over the environment, that over the settings file, that over
      the standard value. The file is YAML or JSON with the names below, named by `--config` or
      `\(SettingValues.fileVariable)`. A name that is not in this table is refused. This page is what
      `koers settings` prints.

      | in the file | on the command line | in the environment | standard | value | meaning |
      | --- | --- | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      `--no-seed` and `--no-demo` turn a switch off. Secrets are not taken from the command line,
      where other users of the machine could read them.

      A wrong setting ends the program with one sentence on standard error and status 78 (64 when it
      is the command line that cannot be understood).
      """
  }

  /// What `--help` says beneath the options.
  static var environment: String {
    let entries = Setting.allCases.map { setting in
      let standard = setting.standard.map { " (standard: \($0))" } ?? ""
      return "\(setting.variable)\n  \(setting.meaning)\(standard)"
    }
    return """
      Every setting can stand in the environment too, or under the name of its option in a settings \
      file, YAML or JSON, that --config or \(SettingValues.fileVariable) names.

      \(entries.joined(separator: "\n"))
      """
  }
}
