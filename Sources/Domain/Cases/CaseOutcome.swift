public import EventSourcing

extension CaseFile {
  /// What a case led to, said when it is closed.
  public struct Outcome: Hashable, Codable, Sendable {
    public let result: Result
    /// What changed with whoever is supervised; nil when nothing was there to change.
    public let compliance: Compliance?
    /// Which harm did not come about, in words.
    public let harmAvoided: Prose?
    public let explanation: Prose?

    public init(
      _ result: Result, compliance: Compliance? = nil, harmAvoided: Prose? = nil,
      explanation: Prose? = nil
    ) {
      self.result = result
      self.compliance = compliance
      self.harmAvoided = harmAvoided
      self.explanation = explanation
    }
  }

  /// How a case ended; how long its file is kept hangs on this.
  public enum Result: String, CaseIterable, Codable, Sendable {
    /// Nothing was wrong.
    case inOrder
    /// What was wrong was put right without a sanction.
    case restored
    case sanctioned
    /// Another agency goes on with it.
    case passedOn
    /// There was nothing to supervise, or no power to.
    case dropped
  }

  /// Whether the rules are kept now.
  public enum Compliance: String, CaseIterable, Codable, Sendable {
    case reached
    case partly
    case notReached
    case unknown
  }
}

extension CaseFile.Outcome: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "result": .impersonal, "compliance": .impersonal, "harmAvoided": .text, "explanation": .text,
  ]
}
