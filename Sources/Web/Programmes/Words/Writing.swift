import Domain
import ReadModels

extension Reader {
  /// The day on which what the page shows was so: by it, one sees what is late.
  var dayShown: Day {
    switch moment {
    case .endOf(let day): min(day, today)
    case .now, .position: today
    }
  }
}

/// Values of the domain as they stand in a sentence, a table or a field.
extension Reader {
  /// A day as one types it: 31-3-2026.
  func typed(_ day: Day) -> String { "\(day.day)-\(day.month)-\(day.year)" }

  /// An amount as one types it: 2.500.000 or 12,50.
  func typed(_ amount: Euro) -> String {
    let mantissa = Int64(amount.cents)
    let quantity =
      mantissa % 100 == 0
      ? Quantity(mantissa: mantissa / 100) : Quantity(mantissa: mantissa, scale: 2)
    return quantity.map { number($0) } ?? ""
  }

  /// What an indicator said, as one types it.
  func typed(_ reading: Programme.Reading) -> String {
    switch reading {
    case .number(let value): number(value)
    case .words(let text): text.description
    }
  }

  /// What an indicator says, with its unit: 65 procent.
  func reading(_ reading: Programme.Reading, in unit: Programme.Unit) -> String {
    switch (reading, unit) {
    case (.number(let value), .counted(let unit)):
      text(
        "programme.reading",
        ["value": .text(number(value)), "unit": .text(unit.description)])
    case (.number(let value), .described): number(value)
    case (.words(let words), _): words.description
    }
  }

  /// Where an indicator should go: ten minste 65 procent, uiterlijk 31 december 2024.
  func target(_ target: Programme.Target, in unit: Programme.Unit) -> String {
    var words = reading(target.value, in: unit)
    switch target.value {
    case .number:
      words = text(
        "programme.target-value", ["aim": .phrase(target.aim.name), "value": .text(words)])
    case .words: break
    }
    guard let by = target.by else { return words }
    return text("programme.target-by", ["target": .text(words), "day": .text(day(by))])
  }

  /// From a day up to and including another.
  func period(_ period: Period) -> String {
    text(
      "programme.period",
      ["from": .text(shortDay(period.from)), "to": .text(shortDay(period.to))])
  }

  /// An amount with whether it comes back: 2 tot 2,5 miljard euro per jaar.
  func damage(_ estimate: Programme.Estimate) -> String {
    let amount: [String: Phrase.Value] = ["amount": .text(euros(estimate.margin))]
    return switch (estimate.span, estimate.margin.isSingle) {
    case (.perYear, false): text("programme.damage-per-year", amount)
    case (.perYear, true): text("programme.damage-per-year-exact", amount)
    case (.once, false): text("programme.damage-once", amount)
    case (.once, true): text("programme.damage-once-exact", amount)
    }
  }

  /// Where something is known from, as a link when there is an address.
  func source(_ source: Source) -> HTML {
    guard let address = source.address else { return HTML(source.text.description) }
    return "<a href=\"\(address.description)\" rel=\"noreferrer\">\(source.text)</a>"
  }

  /// Names in a row as one writes them: a, b en c.
  func listed(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    let head = names.dropLast().joined(separator: ", ")
    return text("programme.and", ["head": .text(head), "last": .text(last)])
  }
}
