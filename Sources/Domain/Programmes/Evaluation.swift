public import EventSourcing

extension Programme {
  /// What the programme is judged to have contributed; never a bare claim of cause.
  public struct Evaluation: Hashable, Codable, Sendable {
    public let contribution: Prose
    public let confidence: Confidence
    /// Why the confidence is what it is.
    public let confidenceReason: Prose
    /// What else may explain what was seen.
    public let otherExplanations: Prose
    public let worked: Prose
    public let didNotWork: Prose
    public let lessons: Prose
    /// Where the work goes next.
    public let continuation: Prose
    public let by: PersonID

    public init(
      contribution: Prose, confidence: Confidence, confidenceReason: Prose,
      otherExplanations: Prose, worked: Prose, didNotWork: Prose, lessons: Prose,
      continuation: Prose, by: PersonID
    ) {
      self.contribution = contribution
      self.confidence = confidence
      self.confidenceReason = confidenceReason
      self.otherExplanations = otherExplanations
      self.worked = worked
      self.didNotWork = didNotWork
      self.lessons = lessons
      self.continuation = continuation
      self.by = by
    }
  }

  /// What can happen to the evaluation.
  public enum EvaluationEvent: Equatable, Sendable {
    case recorded(Evaluation)
    case revised(Evaluation, reason: Prose)
  }

  /// What may be asked about the evaluation; both only in its phase.
  public enum EvaluationCommand: Equatable, Sendable {
    case record(Evaluation)
    case revise(Evaluation, reason: Prose)
  }

  /// Every evaluation of the programme, and whether the last one is of the present round.
  public struct Evaluations: Equatable, Sendable {
    /// Oldest first; the last one counts.
    public internal(set) var versions: [Evaluation] = []
    /// The one with which the programme may end; nil until its present round is evaluated.
    ///
    /// Looping back begins a new round, which needs an evaluation of its own.
    public internal(set) var present: Evaluation?
    /// The day of the last one; nil while there is none.
    public internal(set) var lastOn: Day?
  }
}

extension Programme.Evaluations {
  func decide(
    _ command: Programme.EvaluationCommand, in course: Programme.Course, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard course.phase == .evaluation else { throw .notInEvaluation(course.phase) }
    guard day >= course.since else { throw .beforePhaseBegan(on: course.since) }
    switch command {
    case .record(let evaluation):
      guard present == nil else { throw .alreadyEvaluated }
      return [.evaluationRecorded(evaluation: evaluation, on: day)]
    case .revise(let evaluation, let reason):
      guard let present else { throw .notEvaluated }
      guard present != evaluation else { return [] }
      if let lastOn, day < lastOn { throw .beforeEvaluated(on: lastOn) }
      return [.evaluationRevised(evaluation: evaluation, reason: reason, on: day)]
    }
  }

  mutating func take(_ evaluation: Programme.Evaluation, on day: Day) {
    versions.append(evaluation)
    present = evaluation
    lastOn = day
  }
}

extension Programme.Evaluation: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "contribution": .text,
    "confidence": .impersonal,
    "confidenceReason": .text,
    "otherExplanations": .text,
    "worked": .text,
    "didNotWork": .text,
    "lessons": .text,
    "continuation": .text,
    "by": .pseudonym,
  ]
}
