public import EventSourcing

extension Exploration {
  /// Someone who has a part in the problem or in its solution.
  public struct Party: Hashable, Codable, Sendable {
    public let name: Line
    public let role: Line

    public init(name: Line, role: Line) {
      self.name = name
      self.role = role
    }
  }

  /// Something that was found out, and where.
  public struct Finding: Hashable, Codable, Sendable {
    public let text: Prose
    public let source: Source

    public init(_ text: Prose, source: Source) {
      self.text = text
      self.source = source
    }
  }

  /// Why the subject is, or is not, worth a programme.
  public struct Argument: Hashable, Codable, Sendable {
    /// Which way an argument points: to a programme or away from one.
    public enum Side: String, CaseIterable, Codable, Sendable {
      case inFavour
      case against
    }

    public let side: Side
    public let text: Prose

    public init(_ side: Side, _ text: Prose) {
      self.side = side
      self.text = text
    }
  }
}

extension Exploration.Party: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["name": .personal(.name), "role": .text]
}

extension Exploration.Finding: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["text": .text, "source": .part(Source.self)]
}

extension Exploration.Argument: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["side": .impersonal, "text": .text]
}
