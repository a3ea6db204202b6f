public import EventSourcing

/// What the toolbox said of a target group at some time: what it went by, by which rule, and what came out.
///
/// It is kept whole, so that it can be worked out again and explained when reference sets and rules have changed.
public struct Suggestion: Hashable, Codable, Sendable {
  public let input: Input
  public let rule: SuggestionRule
  /// The best fitting first.
  public let advice: [Advice]

  public init(_ input: Input, _ advice: [Advice], by rule: SuggestionRule) {
    self.input = input
    self.rule = rule
    self.advice = advice
  }
}

extension Suggestion {
  /// Whether its rule, asked again with the same input and the edition of then, comes to the same advice.
  public func isRepeated(from edition: References.Edition) -> Bool {
    rule.advice(on: input, from: edition) == advice
  }

  /// What a suggestion goes by.
  public struct Input: Hashable, Codable, Sendable {
    public let group: TargetGroupID
    /// The version of understanding at that time.
    public let version: Int
    public let edition: References.EditionNumber
    public let judged: [Judged]
    public let experience: [Experience]

    public init(
      group: TargetGroupID, version: Int, edition: References.EditionNumber, judged: [Judged],
      experience: [Experience]
    ) {
      self.group = group
      self.version = version
      self.edition = edition
      self.judged = judged
      self.experience = experience
    }

    /// What stands in the way of compliance.
    public var hindrances: [Judged] { judged.filter { $0.hindrance > 0 } }

    func judged(_ code: References.Determinant.Code) -> Judged? {
      judged.first { $0.determinant == code }
    }
  }

  /// How a determinant was judged.
  public struct Judged: Hashable, Codable, Sendable {
    public let determinant: References.Determinant.Code
    public let score: Score
    public let confidence: Confidence

    public init(
      _ determinant: References.Determinant.Code, _ score: Score, _ confidence: Confidence
    ) {
      self.determinant = determinant
      self.score = score
      self.confidence = confidence
    }

    /// How strongly it stands in the way of compliance: 2, 1, or 0 when it does not.
    public var hindrance: Int { max(0, Score.middle - score.rawValue) }
  }

  /// What came of a type of intervention before, for a determinant.
  public struct Experience: Hashable, Codable, Sendable {
    /// What followed when it was tried.
    public struct Tally: Hashable, Codable, Sendable {
      public let improved: Int
      public let unchanged: Int
      public let worsened: Int

      public init(improved: Int, unchanged: Int, worsened: Int) {
        self.improved = improved
        self.unchanged = unchanged
        self.worsened = worsened
      }

      /// From so many on the tally tells something; below, each case is to be looked at by itself.
      public static let countThatTells = 5

      public var count: Int { improved + unchanged + worsened }

      /// Whether it made things worse more often than better, often enough to tell.
      public var warns: Bool { count >= Self.countThatTells && worsened > improved }
    }

    public let intervention: References.InterventionType.Key
    public let determinant: References.Determinant.Code
    public let here: Tally
    /// In other sectors than that of the group.
    public let elsewhere: Tally

    public init(
      _ intervention: References.InterventionType.Key, _ determinant: References.Determinant.Code,
      here: Tally, elsewhere: Tally
    ) {
      self.intervention = intervention
      self.determinant = determinant
      self.here = here
      self.elsewhere = elsewhere
    }
  }

  /// A type of intervention with how well it fits, and why.
  public struct Advice: Hashable, Codable, Sendable {
    public let intervention: References.InterventionType.Key
    public let fit: Int
    public let burden: References.Burden
    /// The hindrances that it can change.
    public let because: [References.Determinant.Code]
    public let cautions: [Caution]

    public init(
      _ intervention: References.InterventionType.Key, fit: Int, burden: References.Burden,
      because: [References.Determinant.Code], cautions: [Caution] = []
    ) {
      self.intervention = intervention
      self.fit = fit
      self.burden = burden
      self.because = because
      self.cautions = cautions
    }
  }

  /// Why a type that fits should not be taken without a second thought.
  public enum Caution: String, CaseIterable, Codable, Sendable {
    /// To inspect helps little where people do not know the rules.
    case rulesUnknown
    /// It made things worse before, more often than better, in this sector.
    case worsenedHere
    /// It made things worse before, more often than better, in other sectors.
    case worsenedElsewhere
  }
}

/// In what a choice departs from what was suggested.
public enum Departure: Hashable, Sendable {
  /// Nobody asked for a suggestion.
  case nothingSuggested
  /// It is not suggested for any of the reasons given.
  case notSuggested
  case cautioned([Suggestion.Caution])
  /// That one weighs less on the group, and fits at least as well for one of the reasons given.
  case heavierThan(References.InterventionType.Key)
}

extension Suggestion {
  func departures(of choice: Analysis.Choice) -> [Departure] {
    switch choice.measure {
    case .partnerActs, .nothing: []
    case .intervention(let type): departures(of: type, because: choice.determinants)
    }
  }

  private func departures(
    of type: References.InterventionType.Key, because reasons: [References.Determinant.Code]
  ) -> [Departure] {
    guard let advice = advice.first(where: { $0.intervention == type }),
      !Set(advice.because).isDisjoint(with: reasons)
    else { return [.notSuggested] }
    let cautioned: [Departure] = advice.cautions.isEmpty ? [] : [.cautioned(advice.cautions)]
    let lighter = self.advice.first { other in
      other.fit >= advice.fit && other.burden < advice.burden && other.cautions.isEmpty
        && !Set(other.because).isDisjoint(with: reasons)
    }
    return cautioned + (lighter.map { [.heavierThan($0.intervention)] } ?? [])
  }
}

extension Analysis.Choice {
  /// What departs when no suggestion was asked for.
  var departuresUnsuggested: [Departure] {
    switch measure {
    case .partnerActs, .nothing: []
    case .intervention: [.nothingSuggested]
    }
  }
}

extension Suggestion: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "input": .part(Input.self), "rule": .impersonal, "advice": .each(.part(Advice.self)),
  ]
}

extension Suggestion.Input: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "group": .impersonal, "version": .impersonal, "edition": .impersonal,
    "judged": .each(.part(Suggestion.Judged.self)),
    "experience": .each(.part(Suggestion.Experience.self)),
  ]
}

extension Suggestion.Judged: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "determinant": .impersonal, "score": .impersonal, "confidence": .impersonal,
  ]
}

extension Suggestion.Experience: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "intervention": .impersonal, "determinant": .impersonal, "here": .part(Tally.self),
    "elsewhere": .part(Tally.self),
  ]
}

extension Suggestion.Experience.Tally: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "improved": .impersonal, "unchanged": .impersonal, "worsened": .impersonal,
  ]
}

extension Suggestion.Advice: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "intervention": .impersonal, "fit": .impersonal, "burden": .impersonal,
    "because": .each(.impersonal), "cautions": .each(.impersonal),
  ]
}
