import Domain
import EventSourcing
import TestCast
import TestStaging

/// A programme whose toolbox chose one intervention for one group, which was done and evaluated.
struct TriedIntervention {
  typealias Outcome = Programme.InterventionEvaluation.Outcome

  let number: Int
  let sector: Line?
  let type: References.InterventionType.Key
  let determinants: [References.Determinant.Code]
  let programme = ProgrammeID(.fresh())
  let risk = SubRiskID(.fresh())
  let group = TargetGroupID(.fresh())
  let choice = ChoiceID(.fresh())
  let intervention = InterventionID(.fresh())

  init(
    _ number: Int, in sector: Line?, _ type: References.InterventionType.Key,
    because determinants: [References.Determinant.Code]
  ) {
    self.number = number
    self.sector = sector
    self.type = type
    self.determinants = determinants
  }

  /// Plays it up to its finish, and evaluates it when an outcome is given.
  func play(on stage: TestStage, _ outcome: Outcome?) async throws {
    for command in beginning { try await give(command, to: stage) }
    try await analyse(analysing, on: stage)
    for command in working { try await give(command, to: stage) }
    if let outcome { try await evaluate(outcome, on: stage) }
  }

  func analyse(_ commands: [Analysis.Command], on stage: TestStage) async throws {
    for command in commands {
      try await stage.perform(
        command, to: Analysis.self, on: programme.identity, by: noor)
    }
  }

  func evaluate(_ outcome: Outcome, on stage: TestStage) async throws {
    try await give(evaluation(.record(evaluation(outcome))), to: stage)
  }

  func reevaluate(_ outcome: Outcome, on stage: TestStage) async throws {
    try await give(
      evaluation(.revise(evaluation(outcome), reason: "Later gezien")), to: stage)
  }

  private var beginning: [Programme.Command] {
    [
      .establish(Rail.charter(number: number), from: Rail.decision, on: monday),
      .goals(.set(GoalID(.fresh()), "Veilig"), on: monday),
      .indicators(
        .define(IndicatorID(.fresh()), .init(name: "Staat", unit: .described)), on: monday),
      .targetGroups(.add(group, "Vervoerders"), on: monday),
      .interventions(
        .plan(
          intervention,
          Programme.Plan(
            name: "Bezoeken", owner: joris, period: Period(from: monday, to: nextMonday),
            targetGroup: group, expectedEffect: "Meer besef")), on: monday),
      .course(.passGate(to: .execution, grounds: "Klaar"), on: monday),
    ]
  }

  private var analysing: [Analysis.Command] {
    let focus = Analysis.Focus(subRisks: [risk], targetGroups: [group])
    let chosen = Analysis.Choice(
      for: group, because: determinants, .intervention(type: type), reason: "Past")
    return [
      .begin(title: "Spoor", organisation: inspectorate, edition: 1, on: monday),
      .choosing(.find(risk, Analysis.SubRisk(title: "Te hard")), on: monday),
      .choosing(.focus(focus, reason: "Hier"), on: monday),
    ] + (sector.map { [.understanding(.sector(group, $0), on: monday)] } ?? []) + [
      .acting(.choose(choice, chosen), on: monday),
      .acting(.plan(choice, intervention), on: monday),
    ]
  }

  private var working: [Programme.Command] {
    [
      .interventions(.start(intervention), on: tuesday),
      .interventions(.finish(intervention, result: "40 bezoeken"), on: wednesday),
    ]
  }

  private func evaluation(
    _ command: Programme.InterventionEvaluationCommand
  ) -> Programme.Command {
    .interventionEvaluation(intervention, command, on: thursday)
  }

  private func evaluation(_ outcome: Outcome) -> Programme.InterventionEvaluation {
    Programme.InterventionEvaluation(
      observed: "Zo ging het", outcome: outcome, confidence: .low,
      confidenceReason: "Niet gemeten", otherExplanations: "Het weer", lessons: "Meet eerst",
      by: joris)
  }

  private func give(_ command: Programme.Command, to stage: TestStage) async throws {
    try await stage.perform(
      command, to: Programme.self, on: programme.identity, by: noor)
  }
}
