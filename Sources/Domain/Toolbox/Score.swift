public import EventSourcing

/// A judgement on a scale from 1 to 5; what the ends mean, the question says.
public struct Score: Hashable, Comparable, Codable, Sendable, RawRepresentable, CaseIterable {
  public static let range = 1...5
  public static let allCases = range.map { Score(unchecked: $0) }
  /// Neither one end nor the other.
  public static let middle = 3

  public let rawValue: Int

  /// Nil outside 1 to 5.
  public init?(rawValue: Int) {
    guard Self.range.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(unchecked rawValue: Int) { self.rawValue = rawValue }

  public static func < (lhs: Score, rhs: Score) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A whole share of a hundred, from 0 to 100.
public struct Percentage: Hashable, Comparable, Codable, Sendable, RawRepresentable {
  public static let whole = Percentage(unchecked: 100)

  public let rawValue: Int

  /// Nil outside 0 to 100.
  public init?(rawValue: Int) {
    guard (0...100).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private init(unchecked rawValue: Int) { self.rawValue = rawValue }

  public static func < (lhs: Percentage, rhs: Percentage) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A round of scores in a session.
public struct RoundReference: Hashable, Codable, Sendable {
  public let session: SessionID
  public let round: RoundID

  public init(_ session: SessionID, _ round: RoundID) {
    self.session = session
    self.round = round
  }
}

extension RoundReference: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["session": .impersonal, "round": .impersonal]
}
