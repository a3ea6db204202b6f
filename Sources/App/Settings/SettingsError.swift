/// What is wrong with the settings, as one sentence for the operator.
enum SettingsError: Error, Equatable, CustomStringConvertible {
  case malformed(Setting)
  case unknown(name: String, place: String)
  case unreadableFile(path: String, reason: String)
  case noHome(searched: [String])
  case demoForAll(address: String)

  var description: String {
    switch self {
    case .malformed(let setting):
      "The setting \(setting.name) (\(setting.variable)) must be \(setting.wanted)."
    case .unknown(let name, let place):
      "There is no setting \(name), which \(place) sets; 'koers settings' lists them all."
    case .unreadableFile(let path, let reason):
      "The settings file \(path) cannot be read: \(reason)."
    case .noHome(let searched):
      "The folders web, sql and data were not found in \(searched.joined(separator: ", "))"
        + " nor above; say where they are with --home or \(Setting.home.variable)."
    case .demoForAll(let address):
      "Demo sign-in lets anybody be anybody, so it is refused on \(address):"
        + " listen on 127.0.0.1, or leave demo off."
    }
  }
}
