import Foundation

/// What a language calls the months, January first.
///
/// Asked of the system once: a formatter that is asked for every day takes longer than the line the day
/// stands in.
struct Months: Sendable {
  /// In full: maart.
  let wide: [String]
  /// For a narrow column: mrt.
  let abbreviated: [String]

  init(of language: Language) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = language.locale
    wide = calendar.monthSymbols
    abbreviated = calendar.shortMonthSymbols
  }
}

extension Language {
  /// What it calls the months.
  var months: Months {
    switch self {
    case .dutch: Self.dutchMonths
    case .english: Self.englishMonths
    }
  }

  private static let dutchMonths = Months(of: .dutch)
  private static let englishMonths = Months(of: .english)
}
