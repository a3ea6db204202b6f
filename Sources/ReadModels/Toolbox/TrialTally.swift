public import Domain

/// How often something was tried, and what followed.
public struct TrialTally: Hashable, Sendable {
  /// Those that were begun.
  public let tried: Int
  public let improved: Int
  public let unchanged: Int
  public let worsened: Int
  /// Those of which it cannot be told what followed.
  public let unclear: Int

  /// Counts those of `trials` that were begun.
  public init(of trials: [Trial]) {
    let outcomes = trials.compactMap(\.result?.outcome)
    tried = trials.count(where: \.isTried)
    improved = outcomes.count { $0 == .improved }
    unchanged = outcomes.count { $0 == .unchanged }
    worsened = outcomes.count { $0 == .worsened }
    unclear = outcomes.count { $0 == .unclear }
  }

  public var evaluated: Int { improved + unchanged + worsened + unclear }

  /// Whether so many were evaluated that a share of them says something; below, each case is to be looked at
  /// by itself.
  public var tells: Bool { evaluated >= Suggestion.Experience.Tally.countThatTells }

  /// The share of those evaluated that improved, rounded; nil while the numbers are too small for a percentage.
  public var improvedShare: Percentage? {
    guard tells else { return nil }
    return Percentage(rawValue: (200 * improved + evaluated) / (2 * evaluated))
  }
}
