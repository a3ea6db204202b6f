public import EventSourcing

extension Analysis {
  /// What is chosen for a target group, and why: a cell of the matrix of group, reason and intervention.
  public struct Choice: Hashable, Codable, Sendable {
    public let group: TargetGroupID
    /// The determinants that it is meant to change; never empty.
    public let determinants: [References.Determinant.Code]
    public let measure: Measure
    /// What the toolbox said; nil when nobody asked.
    public let suggestion: SuggestionID?
    /// Why this; needed when it departs from what was suggested.
    public let reason: Prose?

    public init(
      for group: TargetGroupID, because determinants: [References.Determinant.Code],
      _ measure: Measure, after suggestion: SuggestionID? = nil, reason: Prose? = nil
    ) {
      self.group = group
      self.determinants = determinants
      self.measure = measure
      self.suggestion = suggestion
      self.reason = reason
    }
  }

  /// What is done for a group; to do nothing is a choice as full as any.
  public enum Measure: Hashable, Codable, Sendable {
    case intervention(type: References.InterventionType.Key)
    /// Somebody else is in a better place to act.
    case partnerActs(partner: Line)
    case nothing
  }

  /// A choice and what became of it.
  public struct ChoiceMade: Equatable, Sendable {
    public let choice: Choice
    /// The version of the step in which it was made.
    public let version: Int
    public internal(set) var intervention: InterventionID?
    /// Why it was taken back; nil while it stands.
    public internal(set) var withdrawnBecause: Prose?
  }

  /// What may be asked in the third step.
  public enum ActingCommand: Equatable, Sendable {
    /// Works out by the rule what fits a group, from what is understood of it.
    case suggest(SuggestionID, TargetGroupID, Ground, by: SuggestionRule)
    case choose(ChoiceID, Choice)
    case withdraw(ChoiceID, reason: Prose)
    /// Given together with the planning of that intervention in the programme.
    case plan(ChoiceID, InterventionID)
  }

  /// What a suggestion needs from outside the analysis.
  public struct Ground: Equatable, Sendable {
    public let number: References.EditionNumber
    public let edition: References.Edition
    public let experience: [Suggestion.Experience]

    public init(
      _ number: References.EditionNumber, _ edition: References.Edition,
      experience: [Suggestion.Experience] = []
    ) {
      self.number = number
      self.edition = edition
      self.experience = experience
    }
  }

  /// All of the third step.
  public struct Acting: Equatable, Sendable {
    public internal(set) var suggestions = Register<SuggestionID, Suggestion>()
    /// Withdrawn ones included.
    public internal(set) var choices = Register<ChoiceID, ChoiceMade>()

    /// The choices that were not withdrawn.
    public var standing: [(key: ChoiceID, value: ChoiceMade)] {
      choices.entries.filter { $0.value.withdrawnBecause == nil }
    }
  }
}

extension Analysis.ActingCommand {
  /// Whether it is for while the mix is made; planning what was chosen also comes after it is settled.
  var changesMix: Bool {
    switch self {
    case .suggest, .choose, .withdraw: true
    case .plan: false
    }
  }
}

extension Analysis.Dossier {
  /// The groups in focus for which nothing is chosen, not even to do nothing.
  public var groupsWithoutChoice: [TargetGroupID] {
    groupsInFocus.filter { group in
      !acting.standing.contains { $0.value.choice.group == group }
    }
  }

  func decide(
    _ command: Analysis.ActingCommand, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    switch command {
    case .suggest(let id, let group, let ground, let rule):
      return try suggest(for: group, as: id, ground, by: rule, on: day)
    case .choose(let id, let choice): return try choose(choice, as: id, on: day)
    case .withdraw(let id, let reason):
      _ = try known(id)
      return [.choiceWithdrawn(id: id, reason: reason, on: day)]
    case .plan(let id, let intervention): return try plan(id, as: intervention, on: day)
    }
  }

  private func suggest(
    for group: TargetGroupID, as id: SuggestionID, _ ground: Analysis.Ground,
    by rule: SuggestionRule, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    guard acting.suggestions[id] == nil else { throw .identifierInUse }
    guard groupsInFocus.contains(group) else { throw .groupNotInFocus }
    let input = Suggestion.Input(
      group: group, version: course[.understand].version, edition: ground.number,
      judged: understanding[group].judgements.entries.map {
        Suggestion.Judged($0.key, $0.value.score, $0.value.confidence)
      },
      experience: ground.experience)
    guard !input.hindrances.isEmpty else { throw .nothingToGoBy }
    let advice = rule.advice(on: input, from: ground.edition)
    return [.suggested(id: id, suggestion: Suggestion(input, advice, by: rule), on: day)]
  }

  private func choose(
    _ choice: Analysis.Choice, as id: ChoiceID, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    guard acting.choices[id] == nil else { throw .identifierInUse }
    guard groupsInFocus.contains(choice.group) else { throw .groupNotInFocus }
    guard !choice.determinants.isEmpty else { throw .reasonsMissing }
    let departures = try departures(of: choice)
    guard departures.isEmpty || choice.reason != nil else {
      throw .departureUnexplained(departures)
    }
    return [.chosen(id: id, choice: choice, on: day)]
  }

  /// In what a choice departs from the suggestion that it was made after.
  public func departures(
    of choice: Analysis.Choice
  ) throws(Analysis.Refusal) -> [Departure] {
    guard let id = choice.suggestion else { return choice.departuresUnsuggested }
    guard let suggestion = acting.suggestions[id], suggestion.input.group == choice.group else {
      throw .unknownSuggestion
    }
    // What was suggested on an earlier understanding of the group suggests nothing any more.
    guard suggestion.input.version == course[.understand].version else {
      return choice.departuresUnsuggested
    }
    return suggestion.departures(of: choice)
  }

  private func plan(
    _ id: ChoiceID, as intervention: InterventionID, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    let made = try known(id)
    switch made.choice.measure {
    case .intervention: break
    case .partnerActs, .nothing: throw .nothingToPlan
    }
    if let planned = made.intervention { throw .alreadyPlanned(planned) }
    return [.choicePlanned(id: id, intervention: intervention, on: day)]
  }

  private func known(_ id: ChoiceID) throws(Analysis.Refusal) -> Analysis.ChoiceMade {
    guard let made = acting.choices[id], made.withdrawnBecause == nil else { throw .unknownChoice }
    return made
  }
}

extension Analysis.Choice: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "group": .impersonal, "determinants": .each(.impersonal),
    "measure": .part(Analysis.Measure.self), "suggestion": .impersonal, "reason": .text,
  ]
}

extension Analysis.Measure: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "intervention": .fields(["type": .impersonal]),
    "partnerActs": .fields(["partner": .personal(.name)]),
    "nothing": .fields([:]),
  ]
}
