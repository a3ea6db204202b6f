import Domain
import ReadModels

/// Whether an indicator speaks in numbers or in words, as a form asks it.
enum IndicatorKind: String, CaseIterable {
  case counted
  case described

  var name: Phrase {
    switch self {
    case .counted: "programme.indicator-kind.counted"
    case .described: "programme.indicator-kind.described"
    }
  }

  var hint: Phrase {
    switch self {
    case .counted: "programme.indicator-kind.counted-hint"
    case .described: "programme.indicator-kind.described-hint"
    }
  }
}

extension FormSheet {
  /// What an indicator says: a box for a number with its unit, or one for words.
  mutating func reading(_ name: String, label: Phrase, in unit: Programme.Unit) {
    switch unit {
    case .counted(let unit): number(name, label: label, unit: unit.description)
    case .described: prose(name, label: label, rows: 4)
    }
  }

  /// Where an indicator should go.
  mutating func target(optional: Bool = false, for reader: Reader) {
    prose(
      "target", label: "programme.field.target", hint: "programme.field.reading-hint",
      optional: optional, rows: 2)
    radios(
      "aim", label: "programme.field.aim",
      Programme.Target.Aim.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    day("by", label: "programme.field.target-by", optional: true)
  }
}

extension Form {
  /// What an indicator says, as its unit has it.
  mutating func reading(_ field: String, in unit: Programme.Unit) -> Programme.Reading? {
    switch unit {
    case .counted: quantity(field).map { .number(value: $0) }
    case .described: prose(field).map { .words(text: $0) }
    }
  }

  /// The target that was filled in, which must be there.
  mutating func target(in unit: Programme.Unit) -> Programme.Target? {
    let value = reading("target", in: unit)
    let aim = choice("aim", as: Programme.Target.Aim.self)
    let by = optionalDay("by")
    guard let value, let aim else { return nil }
    return Programme.Target(value, aim, by: by)
  }

  /// A new indicator; nil when something is wrong with a field.
  mutating func definition() -> Programme.Definition? {
    let (name, unit) = (line("name"), unit())
    let (source, goal) = (optionalSource(), optionalOffered("goal", as: GoalID.self))
    guard let unit else { return nil }
    let (baseline, target) = (baseline(in: unit), optionalTarget(in: unit))
    guard let name, isSound else { return nil }
    return Programme.Definition(
      name: name, unit: unit, baseline: baseline, target: target, source: source, goal: goal)
  }

  private mutating func unit() -> Programme.Unit? {
    switch choice("kind", as: IndicatorKind.self) {
    case .counted: line("unit").map { .counted(in: $0) }
    case .described: .described
    case nil: nil
    }
  }

  private mutating func baseline(in unit: Programme.Unit) -> Programme.Baseline? {
    let on = optionalDay("baseline-on")
    guard on != nil || isFilled("baseline") else { return nil }
    return reading("baseline", in: unit).map { Programme.Baseline($0, on: on) }
  }

  private mutating func optionalTarget(in unit: Programme.Unit) -> Programme.Target? {
    isFilled("target") || isFilled("by") ? target(in: unit) : nil
  }

  /// Whether the field holds more than space.
  func isFilled(_ field: String) -> Bool {
    !value(field).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
