public import EventSourcing

extension Analysis {
  /// What a session is for, and how it is held.
  public struct Convening: Hashable, Codable, Sendable {
    public let step: Step
    public let form: SessionForm
    public let title: Line
    public let heldOn: Day

    public init(_ title: Line, step: Step, form: SessionForm, heldOn: Day) {
      self.step = step
      self.form = form
      self.title = title
      self.heldOn = heldOn
    }
  }

  /// The way of working in a session.
  public enum SessionForm: String, CaseIterable, Codable, Sendable {
    case brainstorm
    case research
    case focusGroup
  }

  /// Somebody who takes part.
  public enum Participant: Hashable, Codable, Sendable {
    /// Somebody with an account.
    case colleague(person: PersonID)
    /// Somebody without; a personal link lets them score.
    case guest(name: Line, organisation: Line)
  }

  /// What is asked of everybody at the same time.
  public struct Round: Hashable, Codable, Sendable {
    public let title: Line
    /// Never empty, each under an identity of its own.
    public let questions: [Question]

    public init(_ title: Line, _ questions: [Question]) {
      self.title = title
      self.questions = questions
    }
  }

  /// One thing to score.
  public struct Question: Hashable, Codable, Sendable {
    public let id: QuestionID
    public let subject: ScoreSubject

    public init(_ id: QuestionID, _ subject: ScoreSubject) {
      self.id = id
      self.subject = subject
    }
  }

  /// What a score is about; it says what 1 and 5 mean.
  public enum ScoreSubject: Hashable, Codable, Sendable {
    case chance(subRisk: SubRiskID)
    case effect(subRisk: SubRiskID)
    case determinant(group: TargetGroupID, code: References.Determinant.Code)
  }

  /// What somebody scored, and what they said with it.
  public struct Answer: Hashable, Codable, Sendable {
    public let question: QuestionID
    public let score: Score
    public let remark: Prose?

    public init(_ question: QuestionID, _ score: Score, remark: Prose? = nil) {
      self.question = question
      self.score = score
      self.remark = remark
    }
  }
}

extension Analysis.Convening: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "step": .impersonal, "form": .impersonal, "title": .text, "heldOn": .impersonal,
  ]
}

extension Analysis.Participant: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "colleague": .fields(["person": .pseudonym]),
    "guest": .fields(["name": .personal(.name), "organisation": .text]),
  ]
}

extension Analysis.Round: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .text, "questions": .each(.part(Analysis.Question.self)),
  ]
}

extension Analysis.Question: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "id": .impersonal, "subject": .part(Analysis.ScoreSubject.self),
  ]
}

extension Analysis.ScoreSubject: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "chance": .fields(["subRisk": .impersonal]),
    "effect": .fields(["subRisk": .impersonal]),
    "determinant": .fields(["group": .impersonal, "code": .impersonal]),
  ]
}

extension Analysis.Answer: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "question": .impersonal, "score": .impersonal, "remark": .personal(.observation),
  ]
}
