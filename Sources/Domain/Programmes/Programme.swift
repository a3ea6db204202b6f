public import EventSourcing

/// A programme: the temporary, directed attack on a societal problem, from its plan to its evaluation.
///
/// Its identity never changes; its number and name belong to a plan year and do. It runs through four
/// phases with gates between them, may loop back, and ends only evaluated. After that nothing changes
/// but corrections, and what is learnt of its interventions.
public enum Programme: Decider {
  /// What may be asked of a programme.
  public enum Command: Equatable, Sendable {
    /// Begins one by decision, given together with the adoption of that decision.
    case establish(Charter, from: DecisionReference, on: Day)
    /// Takes over one that already ran, in the phase it is in; someone else than its manager does.
    case adopt(Charter, from: Adoption, in: Phase, by: PersonID, on: Day)
    case rename(Label, on: Day)
    case restateProblem(Prose, on: Day)
    case appointManager(PersonID, on: Day)
    case extend(review: Day, end: Day, decidedBy: PersonID, reason: Prose, on: Day)
    case course(CourseCommand, on: Day)
    case goals(GoalCommand, on: Day)
    case indicators(IndicatorCommand, on: Day)
    case estimateDamage(EstimateID, Estimate, on: Day)
    case withdrawEstimate(EstimateID, reason: Prose, on: Day)
    case targetGroups(TargetGroupCommand, on: Day)
    case partners(PartnerCommand, on: Day)
    case team(TeamCommand, on: Day)
    case interventions(InterventionCommand, on: Day)
    case interventionEvaluation(InterventionID, InterventionEvaluationCommand, on: Day)
    case achievements(AchievementCommand, on: Day)
    case evaluation(EvaluationCommand, on: Day)
    case end(reason: Prose, on: Day)
  }

  /// What can have happened to a programme.
  public enum Event: Codable, Equatable, Sendable {
    case established(charter: Charter, decision: DecisionReference, on: Day)
    case adopted(charter: Charter, adoption: Adoption, phase: Phase, on: Day)
    /// `previousNumber` is the one it had in the same plan year, which others may have now.
    case renamed(label: Label, organisation: Line, previousNumber: Int?, on: Day)
    case problemRestated(problem: Prose, on: Day)
    case managerAppointed(person: PersonID, on: Day)
    case extended(review: Day, end: Day, decidedBy: PersonID, reason: Prose, on: Day)
    case gatePlanned(to: Phase, expectedOn: Day, on: Day)
    case gatePassed(to: Phase, grounds: Prose, on: Day)
    case loopedBack(to: Phase, reason: Prose, on: Day)
    case goalSet(id: GoalID, text: Line, on: Day)
    case goalReworded(id: GoalID, text: Line, on: Day)
    case goalDropped(id: GoalID, reason: Prose, on: Day)
    case indicatorDefined(id: IndicatorID, definition: Definition, on: Day)
    case targetRevised(indicator: IndicatorID, target: Target, reason: Prose, on: Day)
    /// `counting` is nil when somebody measures again.
    case countingChosen(indicator: IndicatorID, counting: CaseCounting? = nil, on: Day)
    case measured(
      indicator: IndicatorID, id: MeasurementID, measurement: Measurement, on: Day)
    /// `measuredOn` is the day that was measured, nil when it stands as it was.
    case measurementCorrected(
      indicator: IndicatorID, id: MeasurementID, value: Reading, measuredOn: Day? = nil,
      reason: Prose, on: Day)
    case indicatorDropped(id: IndicatorID, reason: Prose, on: Day)
    case damageEstimated(id: EstimateID, estimate: Estimate, on: Day)
    case estimateWithdrawn(id: EstimateID, reason: Prose, on: Day)
    case targetGroupAdded(id: TargetGroupID, name: Line, on: Day)
    case targetGroupRenamed(id: TargetGroupID, name: Line, on: Day)
    case targetGroupDropped(id: TargetGroupID, reason: Prose, on: Day)
    case partnerInvolved(id: PartnerID, partner: Partner, on: Day)
    case partnerRevised(id: PartnerID, partner: Partner, on: Day)
    case agreementMade(partner: PartnerID, id: AgreementID, text: Prose, on: Day)
    case partnerLeft(id: PartnerID, reason: Prose, on: Day)
    case memberJoined(person: PersonID, role: Line, on: Day)
    case memberLeft(person: PersonID, on: Day)
    case interventionPlanned(id: InterventionID, plan: Plan, on: Day)
    case interventionRevised(id: InterventionID, plan: Plan, on: Day)
    case interventionStarted(id: InterventionID, on: Day)
    case interventionFinished(id: InterventionID, result: Prose, on: Day)
    case interventionCancelled(id: InterventionID, reason: Prose, on: Day)
    case interventionEvaluated(id: InterventionID, evaluation: InterventionEvaluation, on: Day)
    case interventionEvaluationRevised(
      id: InterventionID, evaluation: InterventionEvaluation, reason: Prose, on: Day)
    case achievementRecorded(id: AchievementID, achievement: Achievement, on: Day)
    case achievementWithdrawn(id: AchievementID, reason: Prose, on: Day)
    case evaluationRecorded(evaluation: Evaluation, on: Day)
    case evaluationRevised(evaluation: Evaluation, reason: Prose, on: Day)
    case ended(reason: Prose, on: Day)
  }

  /// Why a command on a programme is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyBegun
    case notBegun
    /// It ended on that day; only measurements are still corrected, and interventions evaluated.
    case ended(on: Day)
    case identifierInUse
    case numberOutOfRange(max: Int)
    /// Start, review and end must come in that order.
    case termOutOfOrder
    /// What is taken over runs already: it started before the day of the adoption.
    case adoptedBeforeStart(on: Day)
    /// Nobody makes themselves the manager of what they take over.
    case adopterCannotManage(PersonID)
    /// The gates on the way to that phase must be passed here.
    case cannotBeAdoptedIn(Phase)
    /// The programme began on that day; nothing of it happened earlier.
    case beforeBeginning(on: Day)
    /// The programme starts on that day, and its work not earlier.
    case beforeStart(on: Day)
    /// On that day something happened to it last.
    case beforePart(on: Day)
    case managerCannotExtend(PersonID)
    case endNotLater(than: Day)
    /// The review lies after the day of the decision, and not after the end.
    case reviewOutsideTerm(from: Day, to: Day)
    /// The programme has passed the gate to that phase.
    case gateIsBehind(Phase)
    /// The phase asked for does not follow; nil when none does.
    case notTheNextPhase(Phase?)
    case notAnEarlierPhase(than: Phase)
    case beforePhaseBegan(on: Day)
    /// A gate is planned for the day of the planning or later.
    case gateDayPast(on: Day)
    /// The gate to that phase comes first, and is planned for that day.
    case gateBeforeEarlier(Phase, on: Day)
    /// The gate to that phase comes later, and is planned for that day.
    case gateAfterLater(Phase, on: Day)
    /// The programme ends on that day, and passes no gate later.
    case gateAfterEnd(on: Day)
    case gateLacks([GateLack])
    case unknownGoal
    case unknownIndicator
    case unknownMeasurement
    case unknownEstimate
    case unknownTargetGroup
    case unknownPartner
    case unknownIntervention
    case unknownAchievement
    case notInTeam(PersonID)
    /// A number was given where the indicator speaks in words, or the other way around.
    case readingDoesNotFitUnit
    /// It was counted in another way than is chosen for the indicator.
    case countedOtherwise
    /// A share of cases is a percentage, and the indicator speaks in something else.
    case shareInNoPercentage
    /// Cases are counted, and the indicator speaks in what is measured.
    case casesInUnitOfNone
    /// The figure is another one than what was counted comes to.
    case readingDoesNotFitCount
    /// A target is for a day after that one: since then it counts, or then the baseline was measured.
    case targetDayNotAfter(Day)
    /// A measurement was not taken after its correction.
    case measuredAfterCorrection(on: Day)
    case startLacks([PlanElement])
    /// What the programme does, it does within its term.
    case periodOutsideTerm(from: Day, to: Day)
    case notInExecution(Phase)
    case interventionIs(InterventionStatus)
    case beforeStarted(on: Day)
    /// It was cancelled before it started, so there is nothing to evaluate.
    case interventionNeverStarted
    /// The intervention was over on that day.
    case beforeInterventionOver(on: Day)
    case interventionNotEvaluated
    /// The intervention was evaluated last on that day.
    case beforeInterventionEvaluated(on: Day)
    case comparedTwice(IndicatorID)
    /// The second measurement is not later than the first.
    case comparedBackwards(IndicatorID)
    case noBaseline(IndicatorID)
    /// The last intervention was over on that day.
    case beforeWorkWasOver(on: Day)
    case notInEvaluation(Phase)
    case alreadyEvaluated
    case notEvaluated
    case beforeEvaluated(on: Day)
    case interventionsRunning([InterventionID])
  }

  /// What a programme is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unborn
    case running(Dossier)
    case ended(Dossier, on: Day)
  }

  public static let category = "programme"
  public static let initial = State.unborn

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    switch state {
    case .unborn: try begin(command)
    case .running(let dossier): try dossier.decide(command)
    case .ended(let dossier, let day): try dossier.correct(command, endedOn: day)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.established(let charter, let decision, let day), _):
      .running(
        Dossier(charter, .decision(reference: decision), in: .development, on: day))
    case (.adopted(let charter, let adoption, let phase, let day), _):
      .running(Dossier(charter, .plan(adoption: adoption), in: phase, on: day))
    case (.ended(_, let day), .running(let dossier)): .ended(dossier, on: day)
    case (_, .unborn): .unborn
    case (_, .running(let dossier)): .running(dossier.after(event))
    case (_, .ended(let dossier, let day)): .ended(dossier.after(event), on: day)
    }
  }

  /// What was kept under a first shape lacks what the second can say.
  ///
  /// A correction says that the day was another one; before, it said nothing of the day, which stood. A measurement
  /// says what it was counted from; before, somebody measured.
  public static let upcasters = [
    Upcaster("measurementCorrected", from: 1) { $0 }, Upcaster("measured", from: 1) { $0 },
  ]

  /// A number is held within an organisation and a plan year, by one programme at a time.
  public static func claims(of event: Event, in stream: StreamName) -> [Claim] {
    switch event {
    case .established(let charter, _, _), .adopted(let charter, _, _, _):
      [claim(.take, charter.label.number, in: charter.label.planYear, of: charter.organisation)]
    case .renamed(let label, let organisation, let previous, _):
      renumbering(label, of: organisation, from: previous)
    case .problemRestated, .managerAppointed, .extended, .gatePlanned, .gatePassed, .loopedBack,
      .goalSet, .goalReworded, .goalDropped, .indicatorDefined, .targetRevised,
      .countingChosen, .measured,
      .measurementCorrected, .indicatorDropped, .damageEstimated, .estimateWithdrawn,
      .targetGroupAdded, .targetGroupRenamed, .targetGroupDropped, .partnerInvolved,
      .partnerRevised, .agreementMade, .partnerLeft, .memberJoined, .memberLeft,
      .interventionPlanned, .interventionRevised, .interventionStarted, .interventionFinished,
      .interventionCancelled, .interventionEvaluated, .interventionEvaluationRevised,
      .achievementRecorded, .achievementWithdrawn, .evaluationRecorded, .evaluationRevised,
      .ended:
      []
    }
  }

  private static func renumbering(
    _ label: Label, of organisation: Line, from previous: Int?
  ) -> [Claim] {
    guard label.number != previous else { return [] }
    let taken = claim(.take, label.number, in: label.planYear, of: organisation)
    guard let previous else { return [taken] }
    return [claim(.release, previous, in: label.planYear, of: organisation), taken]
  }

  private static func claim(
    _ act: Claim.Act, _ number: Int, in year: PlanYear, of organisation: Line
  ) -> Claim {
    Claim(act, scope: "programme-number", key: "\(organisation)/\(year)/\(number)")
  }
}
