import Domain

/// What is wrong with what somebody filled in.
public enum FieldProblem: Hashable, Sendable {
  case empty
  case tooLong(max: Int)
  case controlCharacters
  case notADay
  case notANumber
  case notAYear(low: Int, high: Int)
  case notAnAmount
  case outOfRange(low: Int, high: Int)
  case notAnAddress
  case notAChoice
  /// Why the rules refused it, or another reason a page has.
  case said(Phrase)

  init(_ problem: TextProblem) {
    switch problem {
    case .empty: self = .empty
    case .tooLong(let max): self = .tooLong(max: max)
    case .controlCharacters: self = .controlCharacters
    }
  }

  /// The sentence that tells how to put it right.
  public var phrase: Phrase {
    switch self {
    case .empty: Phrase("field.empty")
    case .tooLong(let max): Phrase("field.too-long", ["max": .number(max)])
    case .controlCharacters: Phrase("field.control-characters")
    case .notADay: Phrase("field.not-a-day")
    case .notANumber: Phrase("field.not-a-number")
    case .notAYear(let low, let high):
      // A year is a name rather than a number, and so is not grouped.
      Phrase("field.not-a-year", ["low": .text(String(low)), "high": .text(String(high))])
    case .notAnAmount: Phrase("field.not-an-amount")
    case .outOfRange(let low, let high):
      Phrase("field.out-of-range", ["low": .number(low), "high": .number(high)])
    case .notAnAddress: Phrase("field.not-an-address")
    case .notAChoice: Phrase("field.not-a-choice")
    case .said(let phrase): phrase
    }
  }
}

extension FieldProblem {
  /// More lines than a field takes.
  static func tooManyLines(_ count: Int, max: Int) -> FieldProblem {
    .said(Phrase("field.too-many-lines", ["count": .number(count), "max": .number(max)]))
  }
}

/// A problem and where it is.
public struct FormProblem: Hashable, Sendable {
  /// The name of the field; nil when it concerns the whole form.
  public let field: String?
  public let problem: FieldProblem

  public init(_ phrase: Phrase, at field: String? = nil) {
    self.field = field
    problem = .said(phrase)
  }

  init(_ problem: FieldProblem, at field: String) {
    self.field = field
    self.problem = problem
  }
}
