public import Domain

/// Domain values as literals, so that a story reads as one; a literal that is none stops the test run.
///
/// Beside these, `Day("…")` with a literal is a day and no longer an optional: to test what is refused,
/// hand in a variable.
private func literal<Value>(_ value: Value?, _ text: String) -> Value {
  guard let value else { preconditionFailure("not a \(Value.self): \(text)") }
  return value
}

extension PersonID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(PersonID.init(text), text) }
}

extension Day: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(Day.init(text), text) }
}

extension Line: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(try? Line.init(text), text) }
}

extension Prose: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(try? Prose.init(text), text) }
}

extension Quantity: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(Quantity.init(text), text) }
}

extension WebAddress: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(WebAddress.init(text), text) }
}

extension Year: ExpressibleByIntegerLiteral {
  public init(integerLiteral year: Int) { self = literal(Year(rawValue: year), "\(year)") }
}

extension Programme.Hours: ExpressibleByIntegerLiteral {
  public init(integerLiteral hours: Int) {
    self = literal(Programme.Hours(rawValue: hours), "\(hours)")
  }
}

extension ElementKey: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(Self.init(text), text) }
}

extension Score: ExpressibleByIntegerLiteral {
  public init(integerLiteral score: Int) { self = literal(Score(rawValue: score), "\(score)") }
}

extension Percentage: ExpressibleByIntegerLiteral {
  public init(integerLiteral percent: Int) {
    self = literal(Percentage(rawValue: percent), "\(percent)")
  }
}

extension References.Burden: ExpressibleByIntegerLiteral {
  public init(integerLiteral burden: Int) {
    self = literal(References.Burden(rawValue: burden), "\(burden)")
  }
}

extension References.EditionNumber: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) {
    self = literal(References.EditionNumber(rawValue: number), "\(number)")
  }
}

/// Whole euros.
extension Euro: ExpressibleByIntegerLiteral {
  public init(integerLiteral euros: Int) { self = literal(Euro(cents: euros * 100), "\(euros)") }
}

/// `7` is the identity whose UUID ends in 7.
extension Identifier: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) {
    let digits = String(number)
    let text =
      "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    self = literal(Identifier.init(text), text)
  }
}

extension CaseNumber: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(Self.init(text), text) }
}

extension TimeOfDay: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = literal(Self.init(text), text) }
}
