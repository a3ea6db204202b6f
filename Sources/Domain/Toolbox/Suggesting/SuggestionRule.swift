/// A version of the rule by which the toolbox suggests interventions; a later version never changes an earlier.
///
/// It suggests and never decides. Nothing in it knows a person, a company or an address: only how the determinants
/// of a group were judged, what fits them, how heavily it weighs and what came of it before.
public enum SuggestionRule: String, CaseIterable, Codable, Sendable {
  /// Fit first, then the lightest, then what helped before.
  ///
  /// A type's fit is the sum, over the hindrances that it can change, of the hindrance (1 or 2) times the
  /// confidence in it (1 to 3). What carries a caution comes after all that does not.
  case fitThenLightest

  /// The rule by which is suggested today.
  public static let present = SuggestionRule.fitThenLightest

  /// What a judgement counts for in the fit of a type that can change it: the hindrance times the confidence in it.
  public func points(of judged: Suggestion.Judged) -> Int {
    switch self {
    case .fitThenLightest: judged.hindrance * judged.confidence.weight
    }
  }

  /// The types that fit at least one hindrance, the best first; the same for the same input, for ever.
  public func advice(
    on input: Suggestion.Input, from edition: References.Edition
  ) -> [Suggestion.Advice] {
    switch self {
    case .fitThenLightest: edition.adviceByFitThenLightest(on: input)
    }
  }
}

extension References.Edition {
  fileprivate func adviceByFitThenLightest(on input: Suggestion.Input) -> [Suggestion.Advice] {
    let all = interventionTypes.compactMap { advice(on: $0, by: input) }
    let order = all.map { $0.order(by: input) }
    return all.indices
      .sorted { (order[$0] + [$0]).lexicographicallyPrecedes(order[$1] + [$1]) }
      .map { all[$0] }
  }

  private func advice(
    on type: References.InterventionType, by input: Suggestion.Input
  ) -> Suggestion.Advice? {
    let fitting = determinants(fitting: type.key)
    let hindrances = input.hindrances.filter { judged in
      fitting.contains { $0.code == judged.determinant }
    }
    guard !hindrances.isEmpty else { return nil }
    return Suggestion.Advice(
      type.key,
      fit: hindrances.reduce(0) { $0 + SuggestionRule.fitThenLightest.points(of: $1) },
      burden: type.burden, because: hindrances.map(\.determinant),
      cautions: cautions(on: type, changing: hindrances, by: input))
  }

  private func cautions(
    on type: References.InterventionType, changing hindrances: [Suggestion.Judged],
    by input: Suggestion.Input
  ) -> [Suggestion.Caution] {
    let experience = input.experience(of: type.key, with: hindrances.map(\.determinant))
    return Suggestion.Caution.allCases.filter { caution in
      switch caution {
      case .rulesUnknown: inspects(type.key) && isUnknown(to: input)
      case .worsenedHere: experience.contains { $0.here.warns }
      case .worsenedElsewhere: experience.contains { $0.elsewhere.warns }
      }
    }
  }

  /// Whether it works by the chance of being found out.
  private func inspects(_ key: References.InterventionType.Key) -> Bool {
    determinants(fitting: key).contains { $0.group == .control }
  }

  /// Whether the group does not know the rules.
  private func isUnknown(to input: Suggestion.Input) -> Bool {
    input.hindrances.contains { determinant($0.determinant)?.cluster == .knowing }
  }
}

extension Suggestion.Input {
  /// What came of a type of intervention before, for any of these determinants.
  public func experience(
    of type: References.InterventionType.Key, with codes: [References.Determinant.Code]
  ) -> [Suggestion.Experience] {
    experience.filter { $0.intervention == type && codes.contains($0.determinant) }
  }
}

extension Suggestion.Advice {
  /// By what advice is put in order, the smallest first.
  fileprivate func order(by input: Suggestion.Input) -> [Int] {
    let helped = input.experience(of: intervention, with: because)
      .reduce(0) { $0 + $1.here.improved - $1.here.worsened }
    return [cautions.isEmpty ? 0 : 1, -fit, burden.rawValue, -helped]
  }
}

extension Confidence {
  /// What a judgement of such confidence counts for.
  fileprivate var weight: Int {
    switch self {
    case .low: 1
    case .medium: 2
    case .high: 3
    }
  }
}
