public import EventSourcing

/// An amount of money in whole cents.
public struct Euro: Hashable, Comparable, Sendable, Codable {
  /// Ten thousand billion euros: more than any damage, and sums of many still fit.
  public static let centsMax = 1_000_000_000_000_000

  public let cents: Int

  /// Nil beyond ten thousand billion euros either way.
  public init?(cents: Int) {
    guard (-Self.centsMax...Self.centsMax).contains(cents) else { return nil }
    self.cents = cents
  }

  /// Nil for an amount with parts of a cent or one that is too large.
  public init?(_ quantity: Quantity) {
    guard quantity.scale <= 2 else { return nil }
    let factor: Int64 = quantity.scale == 0 ? 100 : quantity.scale == 1 ? 10 : 1
    let (cents, isOverflow) = quantity.mantissa.multipliedReportingOverflow(by: factor)
    guard !isOverflow else { return nil }
    self.init(cents: Int(cents))
  }

  /// The largest amount stands for what would be larger.
  private init(capped cents: Int) { self.cents = min(max(cents, -Self.centsMax), Self.centsMax) }

  public static func < (lhs: Euro, rhs: Euro) -> Bool { lhs.cents < rhs.cents }

  public init(from decoder: any Decoder) throws {
    cents = try decoder.singleValueContainer().decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(cents)
  }
}

/// Sums that stop at the largest amount, either way.
extension Euro {
  static let zero = Euro(capped: 0)

  func plus(_ other: Euro) -> Euro { Euro(capped: cents + other.cents) }
  func less(_ other: Euro) -> Euro { Euro(capped: cents - other.cents) }

  /// So many times this amount; `count` is not negative.
  func times(_ count: Int) -> Euro {
    let (product, isOverflow) = cents.multipliedReportingOverflow(by: count)
    return Euro(capped: isOverflow ? cents.signum() * Self.centsMax : product)
  }
}

/// An amount that is known only to lie between two others.
public struct Margin: Hashable, Codable, Sendable {
  public let low: Euro
  public let high: Euro

  /// Nil when low lies above high.
  public init?(low: Euro, high: Euro) {
    guard low <= high else { return nil }
    self.low = low
    self.high = high
  }

  /// Whether low and high are the same, so that no margin was given.
  public var isSingle: Bool { low == high }
}

extension Margin: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["low": .impersonal, "high": .impersonal]
}
