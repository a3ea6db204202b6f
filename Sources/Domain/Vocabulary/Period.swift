public import EventSourcing

/// From one day up to and including another.
public struct Period: Hashable, Codable, Sendable {
  public let from: Day
  public let to: Day

  /// Nil when it would end before it begins.
  public init?(from: Day, to: Day) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// Whether `day` lies in it, both ends included.
  public func contains(_ day: Day) -> Bool { (from...to).contains(day) }
}

extension Period: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["from": .impersonal, "to": .impersonal]
}
