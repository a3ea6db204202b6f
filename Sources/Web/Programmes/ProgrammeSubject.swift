import Domain
import EventSourcing
import ReadModels

/// One programme with all it consists of, as its pages show it and its forms fill in.
struct ProgrammeSubject: Subject {
  let programme: ProgrammeRow
  let change: Change
  let problems: [ProblemRow]
  let labels: [LabelRow]
  let phases: [PhaseRow]
  let extensions: [ExtensionRow]
  let goals: [GoalRow]
  let indicators: [IndicatorRow]
  /// What each indicator said last.
  let latest: [IndicatorID: MeasurementRow]
  /// What was measured, by day: by the indicator that the address names, or by all where it names an
  /// intervention; nothing elsewhere.
  let measurements: [MeasurementRow]
  let estimates: [EstimateRow]
  let targetGroups: [TargetGroupRow]
  let partners: [PartnerRow]
  let agreements: [AgreementRow]
  let members: [MemberRow]
  let interventions: [InterventionRow]
  /// Of all interventions, oldest first.
  let interventionEvaluations: [InterventionEvaluationRow]
  let achievements: [AchievementRow]
  let evaluations: [EvaluationRow]
  /// How its interventions were chosen; nil where that is not shown, or no toolbox was used.
  let chains: ChainView?
  /// The closed cases of the indicator or intervention that the address names; nil elsewhere, and where no cases are counted.
  let tally: CaseTally?
  let people: People
  let reader: Reader

  var id: ProgrammeID { programme.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }
  var label: Programme.Label { programme.label }
  /// Who leads it; nil while nobody does.
  var manager: PersonID? { People.holder(programme.manager) }
  var term: Programme.Term { programme.term }
  var phase: Programme.Phase { programme.phase }

  /// Its own page, or the part of it that a form at the reader's address is about.
  var page: Link {
    let parts = Array(reader.here.segments.dropFirst(2))
    guard let part = parts.first else { return Site.programme(id) }
    switch part {
    case "indicators" where parts.count > 2: return Site.programme(id, part, parts[1])
    case "interventions" where parts.count > 2: return Site.programme(id, part, parts[1])
    case "goals", "indicators", "damage", "target-groups", "partners", "team", "interventions",
      "achievements", "evaluation":
      return Site.programme(id).at(part)
    case _: return Site.programme(id)
    }
  }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("portfolio.title"), Site.home),
      Crumb(label.name.description, Site.programme(id)),
    ]
  }

  /// The problem as it is stated now.
  var problem: Prose? { problems.last?.text }

  /// What still keeps the next gate shut; nothing in the last phase.
  var lacks: [Programme.GateLack] {
    guard let next = phase.next else { return [] }
    return Programme.GateLack.all(
      for: next, hasGoal: goals.contains(where: \.stands),
      hasIndicator: indicators.contains(where: \.stands),
      hasIntervention: interventions.contains { $0.status != .cancelled },
      hasStarted: interventions.contains { $0.startedOn != nil })
  }

  /// The evaluation of the present round; nil until there is one.
  var presentEvaluation: Programme.Evaluation? {
    let round = phases.last { row in
      switch row.way {
      case .loopedBack: true
      case .begun, .passed: false
      }
    }
    return evaluations.last { $0.position > (round?.position ?? 0) }?.evaluation
  }

  /// Every evaluation of an intervention, oldest first; the last one counts.
  func evaluations(of intervention: InterventionID) -> [InterventionEvaluationRow] {
    interventionEvaluations.filter { $0.intervention == intervention }
  }

  /// The estimate of the damage that counts; nil when there is none.
  var damage: EstimateRow? { estimates.last(where: \.stands) }
}

/// The part of the programme that an address names.
extension ProgrammeSubject {
  func goal(_ visit: Visit) throws -> GoalRow {
    try visit.part("goal", among: goals, by: \.id)
  }

  func indicator(_ visit: Visit) throws -> IndicatorRow {
    try visit.part("indicator", among: indicators, by: \.id)
  }

  func measurement(_ visit: Visit) throws -> MeasurementRow {
    try visit.part("measurement", among: measurements, by: \.id)
  }

  func estimate(_ visit: Visit) throws -> EstimateRow {
    try visit.part("estimate", among: estimates, by: \.id)
  }

  func targetGroup(_ visit: Visit) throws -> TargetGroupRow {
    try visit.part("group", among: targetGroups, by: \.id)
  }

  func partner(_ visit: Visit) throws -> PartnerRow {
    try visit.part("partner", among: partners, by: \.id)
  }

  /// A member by where in the log the membership began: an address names no person.
  func member(_ visit: Visit) throws -> MemberRow {
    try visit.part("membership", among: members, by: \.positionFirst)
  }

  func intervention(_ visit: Visit) throws -> InterventionRow {
    try visit.part("intervention", among: interventions, by: \.id)
  }

  func achievement(_ visit: Visit) throws -> AchievementRow {
    try visit.part("achievement", among: achievements, by: \.id)
  }
}

extension InterventionRow {
  /// The day it started; nil when it did not.
  var startedOn: Day? {
    switch progress {
    case .planned: nil
    case .running(let since), .finished(let since, _, _): since
    case .cancelled(let since, _, _): since
    }
  }

  /// Whether its plan may still change.
  var isOpen: Bool {
    switch status {
    case .planned, .running: true
    case .finished, .cancelled: false
    }
  }
}
