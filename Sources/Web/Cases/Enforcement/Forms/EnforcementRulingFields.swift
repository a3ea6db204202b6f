import Domain

/// The fields in which is written what is decided, in the terms of the measure.
extension FormSheet {
  mutating func ruling(on measure: Enforcement.Measure, for reader: Reader) {
    switch measure {
    case .orderUnderPenalty:
      order()
      penalty(for: reader)
    case .orderUnderCoercion: order()
    case .fine: euro("amount", label: "enforcement.field.fine")
    case .inform, .address, .warn, .talk, .heightenSupervision, .halt, .close, .revoke,
      .penalOrder, .officialReport:
      prose("text", label: "enforcement.field.decision-text")
    }
  }

  /// What is to be done and by when; the law asks for both, and warns when one is missing.
  private mutating func order() {
    prose(
      "remedy", label: "enforcement.field.remedy", hint: "enforcement.field.remedy-hint",
      optional: true, rows: 3)
    line(
      "term", label: "enforcement.field.term", hint: "enforcement.field.term-hint",
      optional: true, size: .medium)
  }

  private mutating func penalty(for reader: Reader) {
    euro("amount", label: "enforcement.field.amount")
    select(
      "unit", label: "enforcement.field.unit",
      Enforcement.Penalty.Unit.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    euro("maximum", label: "enforcement.field.maximum", optional: true)
  }
}

extension Form {
  /// What is decided; a term runs from `day` on.
  mutating func ruling(on measure: Enforcement.Measure, from day: Day) -> Enforcement.Ruling? {
    switch measure {
    case .orderUnderPenalty:
      let (order, penalty) = (order(from: day), penalty())
      return penalty.map { .orderUnderPenalty(order: order, penalty: $0) }
    case .orderUnderCoercion: return .orderUnderCoercion(order: order(from: day))
    case .fine: return euro("amount").map { .fine(amount: $0) }
    case .inform, .address, .warn, .talk, .heightenSupervision, .halt, .close, .revoke,
      .penalOrder, .officialReport:
      return prose("text").map { .other(text: $0) }
    }
  }

  private mutating func order(from day: Day) -> Enforcement.Order {
    Enforcement.Order(remedy: optionalProse("remedy"), until: optionalTerm("term", from: day))
  }

  private mutating func penalty() -> Enforcement.Penalty? {
    let (amount, maximum) = (euro("amount"), optionalEuro("maximum"))
    let unit = choice("unit", as: Enforcement.Penalty.Unit.self)
    guard let amount, let unit else { return nil }
    return Enforcement.Penalty(amount, unit, maximum: maximum)
  }
}
