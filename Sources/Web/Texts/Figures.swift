public import Domain
public import Foundation

/// How days, moments and numbers are written in the reader's language.
extension Reader {
  /// A day in full: 31 maart 2026.
  public func day(_ day: Day) -> String {
    written(day, language.months.wide)
  }

  /// A day for a narrow column: 31 mrt 2026.
  public func shortDay(_ day: Day) -> String {
    written(day, language.months.abbreviated)
  }

  /// The day of a moment in the Netherlands: 31 mrt 2026.
  public func shortDay(_ date: Date) -> String {
    shortDay(Day(date, in: Reader.netherlands))
  }

  /// The month of a day: maart 2026.
  func month(_ day: Day) -> String { "\(language.months.wide[day.month - 1]) \(day.year)" }

  /// A day in full, marked up for machines.
  public func time(_ day: Day) -> HTML {
    "<time datetime=\"\(day.description)\">\(self.day(day))</time>"
  }

  /// A moment in the Netherlands: 31 maart 2026 om 14:05.
  public func moment(_ date: Date) -> String {
    let day = day(Day(date, in: Reader.netherlands))
    return text("figure.moment", ["day": .text(day), "time": .text(clock(date))])
  }

  /// A moment, marked up for machines.
  public func time(_ date: Date) -> HTML {
    "<time datetime=\"\(date.formatted(.iso8601))\">\(moment(date))</time>"
  }

  /// A whole number: 1.234.
  public func number(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude).utf8)
  }

  /// A number with at most `decimals` decimals: 1.234,5.
  public func number(_ value: Double, decimals: Int = 2) -> String {
    value.formatted(
      FloatingPointFormatStyle<Double>(locale: language.locale)
        .precision(.fractionLength(0...decimals)))
  }

  /// A share of the whole, 1 being everything: 25,6%.
  public func percent(_ share: Double, decimals: Int = 1) -> String {
    share.formatted(
      FloatingPointFormatStyle<Double>.Percent(locale: language.locale)
        .precision(.fractionLength(0...decimals)))
  }

  /// A decimal number as it was written down: 1.234,5.
  public func number(_ quantity: Quantity) -> String {
    var digits = Array(String(quantity.mantissa.magnitude).utf8)
    while digits.count <= quantity.scale { digits.insert(UInt8(ascii: "0"), at: 0) }
    let whole = (quantity.mantissa < 0 ? "-" : "") + grouped(digits.dropLast(quantity.scale))
    guard quantity.scale > 0 else { return whole }
    let fraction = [language.decimalSeparator] + digits.suffix(quantity.scale)
    return whole + String(decoding: fraction, as: UTF8.self)
  }

  /// Euros, rounded to three figures from a million up: 2,5 miljard euro.
  public func euros(_ amount: Euro) -> String {
    let scale = EuroScale(amount)
    return text(scale.phrase(rounded(amount, scale)))
  }

  /// A margin in euros: 2 tot 2,5 miljard euro.
  public func euros(_ margin: Margin) -> String {
    guard !margin.isSingle else { return euros(margin.low) }
    let scale = EuroScale(margin.high)
    guard EuroScale(margin.low) == scale || margin.low.cents == 0 else {
      return text(
        "figure.margin", ["low": .text(euros(margin.low)), "high": .text(euros(margin.high))])
    }
    let (low, high) = (rounded(margin.low, scale), rounded(margin.high, scale))
    let range = text("figure.margin", ["low": .text(low), "high": .text(high)])
    return text(scale.phrase(range))
  }

  private func rounded(_ amount: Euro, _ scale: EuroScale) -> String {
    switch scale {
    case .one:
      (Decimal(amount.cents) / 100).formatted(
        Decimal.FormatStyle(locale: language.locale)
          .precision(.fractionLength(amount.cents % 100 == 0 ? 0...0 : 2...2)))
    case .million, .billion:
      (Double(amount.cents) / 100 / scale.size).formatted(
        FloatingPointFormatStyle<Double>(locale: language.locale)
          .precision(.significantDigits(1...3)))
    }
  }

  /// Digits in groups of three, from the last one on.
  private func grouped(_ digits: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    for (place, digit) in digits.enumerated() {
      let isFirstOfGroup = (digits.count - place).isMultiple(of: 3)
      if place > 0, isFirstOfGroup { text.append(language.groupSeparator) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The time of day in the Netherlands: 14:05.
  private func clock(_ date: Date) -> String {
    let seconds = date.timeIntervalSince1970.rounded(.down)
    let minutes = (Int(seconds) + Reader.netherlands.secondsFromGMT(for: date)) / 60
    let digits = [minutes / 60 % 24, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return digits.joined(separator: ":")
  }

  private func written(_ day: Day, _ months: [String]) -> String {
    "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// What the clock says now in the Netherlands, to the minute.
  var clock: TimeOfDay {
    let date = Date(timeIntervalSince1970: Double(now.seconds))
    let minutes = (now.seconds + Reader.netherlands.secondsFromGMT(for: date)) / 60
    return TimeOfDay(hour: minutes / 60 % 24, minute: minutes % 60) ?? .midnight
  }

  /// The clock of the Netherlands.
  public static let netherlands = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
}

/// The word that carries an amount of euros.
private enum EuroScale {
  case one
  case million
  case billion

  init(_ amount: Euro) {
    switch abs(amount.cents) / 100 {
    case 999_500_000...: self = .billion
    case 1_000_000...: self = .million
    case _: self = .one
    }
  }

  var size: Double {
    switch self {
    case .one: 1
    case .million: 1_000_000
    case .billion: 1_000_000_000
    }
  }

  func phrase(_ amount: String) -> Phrase {
    switch self {
    case .one: Phrase("figure.euros", ["amount": .text(amount)])
    case .million: Phrase("figure.million-euros", ["amount": .text(amount)])
    case .billion: Phrase("figure.billion-euros", ["amount": .text(amount)])
    }
  }
}
