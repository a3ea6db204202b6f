import Domain

extension Enforcement.Consequence {
  var name: Phrase {
    switch self {
    case .none: "enforcement.consequence.none"
    case .limited: "enforcement.consequence.limited"
    case .significant: "enforcement.consequence.significant"
    case .considerable: "enforcement.consequence.considerable"
    }
  }

  var meaning: Phrase {
    switch self {
    case .none: "enforcement.consequence.none-meaning"
    case .limited: "enforcement.consequence.limited-meaning"
    case .significant: "enforcement.consequence.significant-meaning"
    case .considerable: "enforcement.consequence.considerable-meaning"
    }
  }

  /// Its number and its name, as the matrix heads its rows.
  func heading(for reader: Reader) -> String { "\(rawValue). \(reader.text(name))" }
}

extension Enforcement.OffenderType {
  var name: Phrase {
    switch self {
    case .wellMeaning: "enforcement.offender.well-meaning"
    case .indifferent: "enforcement.offender.indifferent"
    case .calculating: "enforcement.offender.calculating"
    case .notorious: "enforcement.offender.notorious"
    }
  }

  var meaning: Phrase {
    switch self {
    case .wellMeaning: "enforcement.offender.well-meaning-meaning"
    case .indifferent: "enforcement.offender.indifferent-meaning"
    case .calculating: "enforcement.offender.calculating-meaning"
    case .notorious: "enforcement.offender.notorious-meaning"
    }
  }

  /// Its letter and its name, as the matrix heads its columns.
  func heading(for reader: Reader) -> String { "\(rawValue). \(reader.text(name))" }
}

extension Enforcement.Position {
  /// The cell with what it stands for: B4, indifferent, considerable consequences.
  func words(for reader: Reader) -> String {
    reader.text(
      "enforcement.position",
      [
        "cell": .text(description), "offender": .phrase(offender.name),
        "consequence": .phrase(consequence.name),
      ])
  }
}

extension Enforcement.Aspect {
  var name: Phrase {
    switch self {
    case .irreversible: "enforcement.aspect.irreversible"
    case .repeated: "enforcement.aspect.repeated"
    case .financialGain: "enforcement.aspect.financial-gain"
    case .combined: "enforcement.aspect.combined"
    case .maliciousExperts: "enforcement.aspect.malicious-experts"
    case .truthFinding: "enforcement.aspect.truth-finding"
    }
  }
}

extension Enforcement.Measure {
  var name: Phrase {
    switch self {
    case .inform: "enforcement.measure.inform"
    case .address: "enforcement.measure.address"
    case .warn: "enforcement.measure.warn"
    case .talk: "enforcement.measure.talk"
    case .heightenSupervision: "enforcement.measure.heighten-supervision"
    case .orderUnderPenalty: "enforcement.measure.order-under-penalty"
    case .orderUnderCoercion: "enforcement.measure.order-under-coercion"
    case .halt: "enforcement.measure.halt"
    case .fine: "enforcement.measure.fine"
    case .close: "enforcement.measure.close"
    case .revoke: "enforcement.measure.revoke"
    case .penalOrder: "enforcement.measure.penal-order"
    case .officialReport: "enforcement.measure.official-report"
    }
  }
}

extension Enforcement.Category {
  var name: Phrase {
    switch self {
    case .restoring: "enforcement.category.restoring"
    case .farReaching: "enforcement.category.far-reaching"
    case .punitive: "enforcement.category.punitive"
    case .criminal: "enforcement.category.criminal"
    }
  }
}

extension Reader {
  /// Measures in one enumeration, from light to heavy.
  func names(of measures: [Enforcement.Measure]) -> String {
    listed(measures.map { text($0.name) })
  }
}
