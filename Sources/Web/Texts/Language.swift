public import Foundation

/// A language the site speaks, Dutch first.
public enum Language: String, CaseIterable, Sendable {
  case dutch = "nl"
  case english = "en"

  /// Its name in itself.
  public var name: String {
    switch self {
    case .dutch: "Nederlands"
    case .english: "English"
    }
  }

  /// How it writes days and numbers.
  public var locale: Locale {
    switch self {
    case .dutch: Locale(identifier: "nl_NL")
    case .english: Locale(identifier: "en_GB")
    }
  }

  var groupSeparator: UInt8 {
    switch self {
    case .dutch: UInt8(ascii: ".")
    case .english: UInt8(ascii: ",")
    }
  }

  var decimalSeparator: UInt8 {
    switch self {
    case .dutch: UInt8(ascii: ",")
    case .english: UInt8(ascii: ".")
    }
  }
}
