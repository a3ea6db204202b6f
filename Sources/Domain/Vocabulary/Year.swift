/// A year of the calendar.
public struct Year: Hashable, Comparable, Sendable, RawRepresentable, Codable,
  CustomStringConvertible
{
  public static let range = 1900...2200

  public let rawValue: Int

  /// Nil outside 1900 to 2200, where no plan or risk analysis of ours can lie.
  public init?(rawValue: Int) {
    guard Self.range.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  public init?(_ year: Int) { self.init(rawValue: year) }

  public var description: String { String(rawValue) }

  public static func < (lhs: Year, rhs: Year) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The year from which a multi-year plan counts: 2020 for the Meerjarenplan 2020-2024.
public typealias PlanYear = Year
