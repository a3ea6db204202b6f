public import EventSourcing

extension Survey {
  /// What somebody agrees with or not.
  public enum Statement: String, CaseIterable, Codable, Sendable {
    case clear
    case fair
    case respectful
    case useful
    /// What it cost in time and trouble was in proportion.
    case bearable
  }

  /// How far somebody agrees with one statement, from 1 for not at all to 5 for wholly.
  public struct Rating: Hashable, Codable, Sendable {
    public let statement: Statement
    public let score: Score

    public init(_ statement: Statement, _ score: Score) {
      self.statement = statement
      self.score = score
    }
  }

  /// What somebody answered; any statement may be left out.
  public struct Answers: Hashable, Codable, Sendable {
    /// In the order of the statements, each once at most.
    public let ratings: [Rating]
    public let remark: Prose?

    public init(_ scores: [Statement: Score], remark: Prose? = nil) {
      ratings = Statement.allCases.compactMap { statement in
        scores[statement].map { Rating(statement, $0) }
      }
      self.remark = remark
    }

    public var isEmpty: Bool { ratings.isEmpty && remark == nil }

    public func score(of statement: Statement) -> Score? {
      ratings.first { $0.statement == statement }?.score
    }
  }
}

/// As a part of the events of a case file; each case is a field with fields of its own.
extension Survey.Event: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "asked": .fields(["intervention": .impersonal, "until": .impersonal]),
    "answered": .fields(["answers": .part(Survey.Answers.self)]),
    "declined": .fields([:]),
    "withdrawn": .fields(["reason": .text]),
  ]
}

extension Survey.Answers: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "ratings": .each(.part(Survey.Rating.self)), "remark": .personal(.observation),
  ]
}

extension Survey.Rating: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["statement": .impersonal, "score": .impersonal]
}
