public import EventSourcing

extension Enforcement {
  /// What the offender is told before a decision (voornemen, vooraankondiging).
  public struct Intention: Hashable, Codable, Sendable {
    public let text: Prose
    /// The last day on which they can give their view (zienswijze, Awb 4:8), as the letter sets it; nil when
    /// they are not asked.
    public let viewBy: Day?

    public init(_ text: Prose, viewBy: Day? = nil) {
      self.text = text
      self.viewBy = viewBy
    }
  }

  /// What came of asking the offender for their view.
  public enum View: Hashable, Codable, Sendable {
    case received(text: Prose)
    /// They said that they give none.
    case waived
  }

  /// What a view did to the decision.
  public enum ViewEffect: Hashable, Codable, Sendable {
    case changed(how: Prose)
    case unchanged(why: Prose)
  }

  /// A decision on a measure (besluit).
  public struct Decision: Hashable, Codable, Sendable {
    public let ruling: Ruling
    /// Nil when no view was received.
    public let viewEffect: ViewEffect?

    public init(_ ruling: Ruling, viewEffect: ViewEffect? = nil) {
      self.ruling = ruling
      self.viewEffect = viewEffect
    }
  }

  /// What is decided, in the terms of its measure.
  public enum Ruling: Hashable, Codable, Sendable {
    case orderUnderPenalty(order: Order, penalty: Penalty)
    case orderUnderCoercion(order: Order)
    case fine(amount: Euro)
    /// Of every other measure, in words.
    case other(text: Prose)
  }

  /// What the offender is to do (last), and by when.
  ///
  /// What it lacks the law asks for (Awb 5:24, 5:32a).
  public struct Order: Hashable, Codable, Sendable {
    /// Herstelmaatregel.
    public let remedy: Prose?
    /// The last day of the term in which it can be obeyed without consequence (begunstigingstermijn).
    public let until: Day?

    public init(remedy: Prose? = nil, until: Day? = nil) {
      self.remedy = remedy
      self.until = until
    }
  }

  /// What is forfeited when an order is not obeyed (dwangsom, Awb 5:32b).
  public struct Penalty: Hashable, Codable, Sendable {
    /// How often the amount is forfeited (Awb 5:32b, first paragraph).
    public enum Unit: String, CaseIterable, Codable, Sendable {
      case once
      case perDay
      case perWeek
      case perMonth
      case perViolation
    }

    public let amount: Euro
    public let unit: Unit
    /// Above which nothing is forfeited any more; the law asks for it.
    public let maximum: Euro?

    public init(_ amount: Euro, _ unit: Unit, maximum: Euro? = nil) {
      self.amount = amount
      self.unit = unit
      self.maximum = maximum
    }
  }
}

extension Enforcement.Decision {
  func check(_ action: Enforcement.Action, on day: Day) throws(Enforcement.Refusal) {
    guard ruling.fits(action.measure) else { throw .decisionOfOtherMeasure(action.measure) }
    try ruling.checkAmounts()
    if let until = ruling.order?.until, until < day { throw .termBeforeDecision }
    switch (action.view?.value, viewEffect) {
    case (.received, nil): throw .effectOfViewMissing
    case (.waived, .some), (nil, .some): throw .noViewReceived
    case (.received, .some), (.waived, nil), (nil, nil): break
    }
  }
}

extension Enforcement.Ruling {
  /// The order that it gives; nil when it gives none.
  public var order: Enforcement.Order? {
    switch self {
    case .orderUnderPenalty(let order, _), .orderUnderCoercion(let order): order
    case .fine, .other: nil
    }
  }

  public var penalty: Enforcement.Penalty? {
    switch self {
    case .orderUnderPenalty(_, let penalty): penalty
    case .orderUnderCoercion, .fine, .other: nil
    }
  }

  public var fine: Euro? {
    switch self {
    case .fine(let amount): amount
    case .orderUnderPenalty, .orderUnderCoercion, .other: nil
    }
  }

  fileprivate func fits(_ measure: Enforcement.Measure) -> Bool {
    switch self {
    case .orderUnderPenalty: measure == .orderUnderPenalty
    case .orderUnderCoercion: measure == .orderUnderCoercion
    case .fine: measure == .fine
    case .other: ![.orderUnderPenalty, .orderUnderCoercion, .fine].contains(measure)
    }
  }

  fileprivate func checkAmounts() throws(Enforcement.Refusal) {
    guard (fine ?? penalty?.amount).map({ $0.cents > 0 }) ?? true else { throw .amountNotPositive }
    guard let penalty, let maximum = penalty.maximum else { return }
    guard maximum >= penalty.amount else { throw .maximumBelowAmount }
  }
}

extension Enforcement.Intention: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["text": .text, "viewBy": .impersonal]
}

extension Enforcement.View: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "received": .fields(["text": .text]), "waived": .fields([:]),
  ]
}

extension Enforcement.ViewEffect: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "changed": .fields(["how": .text]), "unchanged": .fields(["why": .text]),
  ]
}

extension Enforcement.Decision: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "ruling": .part(Enforcement.Ruling.self), "viewEffect": .part(Enforcement.ViewEffect.self),
  ]
}

extension Enforcement.Ruling: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "orderUnderPenalty": .fields([
      "order": .part(Enforcement.Order.self), "penalty": .part(Enforcement.Penalty.self),
    ]),
    "orderUnderCoercion": .fields(["order": .part(Enforcement.Order.self)]),
    "fine": .fields(["amount": .impersonal]),
    "other": .fields(["text": .text]),
  ]
}

extension Enforcement.Order: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["remedy": .text, "until": .impersonal]
}

extension Enforcement.Penalty: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "amount": .impersonal, "unit": .impersonal, "maximum": .impersonal,
  ]
}
