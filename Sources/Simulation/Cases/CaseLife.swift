import Domain
import EventSourcing

/// The life of one case: opened, perhaps planned, looked at, acted upon when a rule was broken, and closed.
struct CaseLife {
  private enum Step {
    case register, open, plan, handOver, closeCircle, addTask, moveTask, completeTask
    case look(CaseFile.Finding.Outcome)
    case enforce(EnforcementStep)
    case close(CaseFile.Result)
    case reopen
  }

  let subject: Subject
  let party: Party
  private(set) var handler: PersonID
  let id: CaseID
  private let opening: CaseFile.Opening
  private let isDeskWork: Bool
  private var stream: OpenStream<CaseFile>
  /// What is still to come, the last first.
  private var steps: [Step]
  private var task: CaseTaskID?
  /// The violation that is enforced, and by which action.
  private var violation: CaseFindingID?
  let action: Enforcement.ActionID

  /// One that `inspector` opens in `programme`, or one of regular supervision, about a party that is registered
  /// first when nobody knew it.
  init(
    of programme: ProgrammeLife, for inspector: PersonID, in world: inout World,
    _ parties: inout Parties
  ) {
    let known = world.chance.happens(88) ? parties.known(&world.chance) : nil
    party = known ?? parties.new()
    subject = programme.subject
    handler = inspector
    id = world.identifier()
    stream = OpenStream(id.identity)
    action = world.identifier()
    isDeskWork = world.chance.happens(35)
    let isRegular = world.chance.happens(10)
    opening = CaseFile.Opening(
      CasePhrases.title(of: subject, about: party), origin: CasePhrases.origin(subject, &world),
      subject: party.id, programme: isRegular ? nil : programme.id,
      targetGroup: isRegular ? nil : programme.means.groups.first,
      handlers: [inspector])
    steps = Self.steps(&world.chance, isPartyKnown: known != nil).reversed()
  }

  var isOver: Bool { steps.isEmpty }
  var isOpened: Bool { stream.version > 0 }

  private static func steps(_ chance: inout Chance, isPartyKnown: Bool) -> [Step] {
    var steps: [Step] = isPartyKnown ? [.open] : [.register, .open]
    if chance.happens(1) { steps.append(.closeCircle) }
    if chance.happens(4) { steps.append(.handOver) }
    if chance.happens(45) { steps.append(.plan) }
    let (course, result) = course(&chance)
    steps += course + [.close(result)]
    if chance.happens(2) { steps += [.reopen, .look(.unclear), .close(result)] }
    return steps
  }

  /// From the first look to what came of it; most are quick.
  private static func course(_ chance: inout Chance) -> ([Step], CaseFile.Result) {
    switch chance.below(100) {
    case ..<72: return ([.look(.compliant)], .inOrder)
    case ..<76: return ([], .dropped)
    case ..<78: return ([.look(.unclear)], .passedOn)
    case ..<94:
      let delay: [Step] = chance.happens(15) ? [.moveTask] : []
      let repair: [Step] = [.addTask] + delay + [.completeTask, .look(.compliant)]
      return ([.look(.violation)] + repair, .restored)
    case _:
      let enforcement = EnforcementStep.steps(&chance).map { Step.enforce($0) }
      return ([.look(.violation)] + enforcement, .sanctioned)
    }
  }

  /// What happens to it next; nil when nothing does now.
  mutating func next(in world: inout World) -> Act? {
    guard let step = steps.popLast() else { return nil }
    if case .register = step { return Act(by: handler, register(in: world)) }
    guard let command = command(step, &world) else {
      // What is not due yet is waited for.
      steps.append(step)
      return nil
    }
    let by = handler
    if case .handling(.addHandler(let person), _) = command { handler = person }
    return Act(by: by, stream.perform(command))
  }

  private func register(in world: World) -> Turn? {
    var register = OpenStream<SupervisedEntity>(party.id.identity)
    return register.perform(.register(party.kind, party.particulars, on: world.day))
  }

  private mutating func command(_ step: Step, _ world: inout World) -> CaseFile.Command? {
    let day = world.day
    switch step {
    case .register: return nil
    case .open:
      return .open(
        world.caseNumbers.take(in: day.year), opening, organisation: world.organisation, on: day)
    case .plan: return .planning(.plan(plan(&world)), on: day)
    case .handOver:
      return .handling(.addHandler(world.chance.one(of: Persons.staff)), on: day)
    case .closeCircle:
      return .handling(
        .classify(.handlersOnly, reason: Phrases.reason(subject, &world.chance)), on: day)
    case .addTask, .moveTask, .completeTask: return .planning(task(step, &world), on: day)
    case .look(let outcome): return .logging(look(outcome, &world), on: day)
    case .enforce(let step): return enforce(step, &world)
    case .close(let result): return .close(outcome(result, &world), on: day)
    case .reopen:
      return .reopen(reason: Phrases.reason(subject, &world.chance), on: day)
    }
  }

  private var kind: References.InterventionType.Key {
    isDeskWork ? CasePhrases.deskInspection : CasePhrases.inspection
  }

  private func plan(_ world: inout World) -> CaseFile.Plan {
    CaseFile.Plan(
      kind, purpose: CasePhrases.purpose(subject, &world), day: world.day(in: 1...30),
      place: Line(recorded: party.town))
  }

  private mutating func task(_ step: Step, _ world: inout World) -> CaseFile.PlanningCommand {
    guard let task else {
      let id: CaseTaskID = world.identifier()
      task = id
      return .addTask(
        id, CaseFile.Task(CasePhrases.task(&world.chance), dueOn: world.day(in: 14...60)))
    }
    if case .moveTask = step {
      return .moveTask(
        task, dueOn: world.day(in: 61...120), reason: Phrases.reason(subject, &world.chance))
    }
    return .completeTask(task)
  }

  private mutating func look(
    _ outcome: CaseFile.Finding.Outcome, _ world: inout World
  ) -> CaseFile.LoggingCommand {
    let findings = (0..<world.chance.of(1...3)).map { place in
      CaseFile.NewFinding(
        world.identifier(),
        CasePhrases.finding(place == 0 ? outcome : .compliant, subject, &world))
    }
    if outcome == .violation { violation = findings[0].id }
    let begin = world.chance.of(8...15)
    let intervention = CaseFile.Intervention(
      kind, on: world.day, from: TimeOfDay(hour: begin, minute: 30),
      until: TimeOfDay(hour: begin + 1, minute: world.chance.of(0...59)),
      place: Line(recorded: party.town), participants: CasePhrases.participants(&world.chance),
      summary: CasePhrases.summary(subject, &world),
      statement: world.chance.happens(15) ? CasePhrases.statement(subject, &world) : nil)
    return .log(world.identifier(), intervention, findings: findings)
  }

  private mutating func enforce(
    _ step: EnforcementStep, _ world: inout World
  ) -> CaseFile.Command? {
    guard let violation, let held = stream.state.dossier?.findings[violation],
      let command = step.command(for: held.enforcement, of: self, in: &world)
    else { return nil }
    return .enforcing(violation, command, on: world.day)
  }

  private func outcome(_ result: CaseFile.Result, _ world: inout World) -> CaseFile.Outcome {
    let isWrong = violation != nil
    return CaseFile.Outcome(
      result, compliance: isWrong ? world.chance.one(of: CaseFile.Compliance.self) : nil,
      explanation: isWrong ? Phrases.result(subject, &world) : nil)
  }
}
