import Domain
import ReadModels
import TestCast

/// What a programme is, in a form that its rows and its state must agree on.
///
/// The state comes from the aggregate's own fold of the same events, which shares nothing with the
/// read models'.
struct Likeness: Equatable {
  struct Named: Equatable {
    let id: String
    let text: String
    var gone: Prose?
  }

  struct Measured: Equatable {
    let id: MeasurementID
    let day: Day
    let measurement: Programme.Measurement
    let corrections: [Programme.Reading]
  }

  struct Indicator: Equatable {
    let id: IndicatorID
    let name: Line
    let unit: Programme.Unit
    let baseline: Programme.Baseline?
    let source: Source?
    let goal: GoalID?
    let targets: [Programme.Target]
    let reasons: [Prose?]
    let gone: Prose?
  }

  struct Work: Equatable {
    let id: InterventionID
    let plan: Programme.Plan
    let progress: Programme.Intervention.Progress
    let evaluations: [Programme.InterventionEvaluation]
  }

  var origin: Programme.Origin
  var labels: [Programme.Label]
  var label: Programme.Label?
  var problem: Prose?
  var manager: PersonID
  var term: Programme.Term
  var phase: Programme.Phase
  var phaseSince: Day
  var gates: [Programme.Phase: Day]
  var nextGateDay: Day?
  var endedOn: Day?
  var goals: [Named]
  var targetGroups: [Named]
  var partners: [Programme.Partner]
  var partings: [Prose?]
  var agreements: [Named]
  var team: [Named]
  var indicators: [Indicator]
  var measured: [MeasurementID: Measured]
  var latest: [IndicatorID: Programme.Reading]
  var estimates: [Programme.Estimate]
  var damage: Programme.Estimate?
  var interventions: [Work]
  var achievements: [Programme.Achievement]
  var evaluations: [Programme.Evaluation]
  var presentEvaluation: Programme.Evaluation?
}
