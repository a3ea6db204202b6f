/// A point in time to the second, for what ends at an hour rather than with a day.
///
/// It is kept as the seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  /// The instant so many seconds later.
  public func adding(seconds: Int) -> Instant { Instant(seconds: self.seconds + seconds) }

  public static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.seconds < rhs.seconds }

  public init(from decoder: any Decoder) throws {
    seconds = try decoder.singleValueContainer().decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
