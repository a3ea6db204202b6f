import Domain

/// The rows that the chains of one programme are made of.
public struct ToolboxOutline: Sendable {
  public let analysis: AnalysisRow
  public let subRisks: [SubRiskRow]
  public let choices: [ChoiceRow]

  public init(analysis: AnalysisRow, subRisks: [SubRiskRow], choices: [ChoiceRow]) {
    self.analysis = analysis
    self.subRisks = subRisks
    self.choices = choices
  }

  /// One chain for each choice that stands, or that was carried out before it was withdrawn, in the order in which they
  /// were made.
  public func chains(
    _ interventions: [InterventionRow], _ evaluations: [InterventionEvaluationRow]
  ) -> [ResultsChain] {
    choices.filter { $0.stands || $0.intervention != nil }.map { choice in
      ResultsChain(
        risks: risks(of: choice), choice: choice, foundation: foundation(of: choice),
        intervention: interventions.first { $0.id == choice.intervention },
        evaluation: evaluations.last { $0.intervention == choice.intervention },
        next: choices.filter { follows($0, choice) })
    }
  }

  private func foundation(of choice: ChoiceRow) -> ResultsChain.Foundation {
    ResultsChain.Foundation(of: choice, in: analysis)
  }

  /// Those that were in focus when it was made, also when they were dropped since.
  private func risks(of choice: ChoiceRow) -> [SubRiskRow] {
    analysis.subRisksInFocus(at: choice.positionFirst).compactMap { id in
      subRisks.first { $0.id == id }
    }
  }

  /// Whether `next` was chosen for the same group when acting had been reopened.
  private func follows(_ next: ChoiceRow, _ choice: ChoiceRow) -> Bool {
    next.stands && next.choice.group == choice.choice.group
      && version(of: next) > version(of: choice)
  }

  /// The version of acting in which a choice was made.
  private func version(of choice: ChoiceRow) -> Int {
    analysis.course.version(of: .act, at: choice.positionFirst).number
  }
}
