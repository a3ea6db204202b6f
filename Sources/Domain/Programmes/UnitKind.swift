extension Programme {
  /// What numbers in a unit are, as far as its words tell.
  public enum UnitKind: CaseIterable, Sendable {
    /// Parts of a hundred.
    case percentage
    /// How much, or how much of one thing to another: degrees, kilograms, ships per year.
    case magnitude
    /// How many of anything, such as `bedrijven`.
    case things
  }
}

extension Programme.UnitKind {
  /// What numbers in `unit` are: of things, unless its words are known to say otherwise.
  public init(of unit: Line) {
    let text = unit.description.lowercased()
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    let isOfHundred = zip(words, words.dropFirst()).contains { word, next in
      word == "per" && ["honderd", "hundred", "100"].contains(next)
    }
    if isOfHundred || words.contains(where: Self.percentages.contains) {
      self = .percentage
    } else if words.contains("per") || words.contains(where: Self.isQuotient)
      || words.contains(where: Self.magnitudes.contains)
    {
      self = .magnitude
    } else {
      self = .things
    }
  }

  /// Whether it is one unit to another, such as `km/u`.
  private static func isQuotient(_ word: String) -> Bool {
    let units = word.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    return units.count == 2
      && units.allSatisfy { unit in
        !unit.isEmpty
          && unit.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
              || "€°".unicodeScalars.contains($0)
          }
      }
  }

  private static let percentages: Set<String> = [
    "%", "pct", "percent", "percentage", "procent",
  ]

  /// Units of the SI and beside it, of time and of money, in both languages and as one writes them.
  private static let magnitudes: Set<String> = [
    "procentpunt", "procentpunten", "promille", "ppm", "ppb",
    "°", "°c", "°f", "graad", "graden", "degree", "degrees", "celsius", "kelvin",
    "db", "db(a)", "decibel", "hz", "hertz", "lux", "bq", "sv", "msv", "ph",
    "g", "mg", "µg", "kg", "gram", "grams", "kilo", "kilogram", "kilograms", "ton",
    "tonne", "tonnes",
    "mm", "cm", "m", "km", "meter", "metre", "metres", "kilometer", "kilometre", "kilometres",
    "m2", "m²", "ha", "hectare", "hectares", "m3", "m³", "l", "ml", "liter", "litre", "litres",
    "bar", "pa", "hpa", "volt", "watt", "kw", "mw", "kwh", "mwh",
    "seconde", "seconden", "seconds", "minuut", "minuten", "minutes", "uur", "uren", "hour",
    "hours",
    "dag", "dagen", "days", "week", "weken", "weeks", "maand", "maanden", "months", "jaar", "jaren",
    "years", "€", "eur", "euro", "euros", "euro's",
  ]
}

extension Programme.CaseMeasure {
  /// A share is a percentage, and a number of cases is a number of things.
  func check(against unit: Programme.Unit) throws(Programme.Refusal) {
    switch unit {
    case .described: throw .readingDoesNotFitUnit
    case .counted(let unit):
      switch (isShare, Programme.UnitKind(of: unit)) {
      case (true, .percentage), (false, .things): break
      case (true, .magnitude), (true, .things): throw .shareInNoPercentage
      case (false, .percentage), (false, .magnitude): throw .casesInUnitOfNone
      }
    }
  }
}
