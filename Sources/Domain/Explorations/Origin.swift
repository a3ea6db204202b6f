extension Exploration {
  /// What gives cause to explore.
  public enum Origin: String, CaseIterable, Codable, Sendable {
    /// A risk in the inspectorate's own risk analysis (IBRA).
    case ibraRisk
    case obligation
    /// A societal, political or policy development.
    case development
    case organisationalChange
  }

  /// A part of the story that is told in running text.
  public enum Section: String, CaseIterable, Codable, Sendable {
    /// The societal problem.
    case problem
    /// Causes and causers.
    case causes
    /// Means of influence and powers.
    case influence
    /// What the system (stelsel) looks like.
    case system
  }

  /// What an exploration must contain before a decision can be proposed on it.
  public enum Element: String, CaseIterable, Codable, Sendable {
    case problem
    case causes
    case influence
    case system
    case parties
    /// At least one argument why the subject is, or is not, worth a programme.
    case argument
  }
}
