public import EventSourcing

/// Where something is known from.
public struct Source: Hashable, Codable, Sendable {
  public let text: Line
  public let address: WebAddress?

  public init(_ text: Line, at address: WebAddress? = nil) {
    self.text = text
    self.address = address
  }
}

/// How firmly something is known.
public enum Certainty: String, CaseIterable, Codable, Sendable {
  /// A source says so.
  case sourced
  /// We reason it from what sources say.
  case derived
  /// A working value of ours, to be replaced.
  case working
}

/// How sure the writer is of a judgement.
public enum Confidence: String, CaseIterable, Codable, Sendable {
  case low
  case medium
  case high
}

extension Source: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["text": .text, "address": .personal(.webAddress)]
}
