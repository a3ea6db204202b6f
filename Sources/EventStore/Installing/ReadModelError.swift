/// Why a read model could not be installed, projected or rebuilt.
public enum ReadModelError: Error, Equatable, CustomStringConvertible {
  /// Its tables are not in the database: `koers migrate` makes them.
  case notInstalled(String)
  /// Its name is not one of lower-case letters, digits and underscores, or is too long.
  case badName(String)
  /// No read model has this name.
  case unknown(String)
  /// Made anew from the same events by the same program, it differs from what is shown.
  case differs(String, live: String, rebuilt: String)
  /// It has not taken all events of a stream yet that was to be made anew.
  case behind(String)

  public var description: String {
    switch self {
    case .notInstalled(let name): "the read model \(name) is not installed"
    case .badName(let name): "a table cannot be called \(name)"
    case .unknown(let name): "there is no read model \(name)"
    case .behind(let name): "the read model \(name) is not as far yet as the stream to be made anew"
    case .differs(let name, let live, let rebuilt):
      "the read model \(name) differs from its rebuild: \(live) live, \(rebuilt) rebuilt"
    }
  }
}
