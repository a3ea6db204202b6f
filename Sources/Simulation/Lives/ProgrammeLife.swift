import Domain
import EventSourcing

/// The life of one programme, from its charter to its end and a correction after it.
struct ProgrammeLife {
  enum Stage {
    case unborn
    /// Being set up: what is still to be arranged, the last first.
    case preparing([Preparation])
    /// At work for so many acts.
    case executing(Int)
    /// On the way to the gate to evaluation.
    case rounding
    case evaluating(Evaluating)
    case ended(correcting: Bool)
  }

  /// What a programme arranges before its execution.
  enum Preparation {
    case damage, goal, indicator, targetGroup, member, partner, agreement, gate, intervention
    case pass
  }

  /// How far the evaluation is.
  enum Evaluating {
    case closing
    case written
    case reviewed
  }

  let subject: Subject
  var manager: PersonID
  var stream: OpenStream<Programme>
  var stage = Stage.unborn
  var means = Means()
  let id: ProgrammeID
  /// How many acts the execution takes that it goes into next.
  var effort: Int
  private let charter: Programme.Charter
  private let start: Start

  private enum Start {
    case decision(DecisionReference)
    case plan(Programme.Adoption, by: PersonID)

    /// What is taken over runs already.
    func firstDay(_ world: inout World) -> Day {
      switch self {
      case .decision: world.day
      case .plan: world.day(in: -400 ... -20)
      }
    }
  }

  /// One that follows from a decision; nil when no plan has a number left.
  init?(
    _ id: ProgrammeID, from decision: DecisionReference, _ subject: Subject,
    _ world: inout World
  ) {
    self.init(id, .decision(decision), subject, &world)
  }

  /// One that ran before this system did; nil when no plan has a number left.
  init?(known subject: Subject, _ world: inout World) {
    let adoption = Programme.Adoption(
      plan: Phrases.plan(of: world.day.year), source: world.source(),
      certainty: world.chance.one(of: Certainty.self))
    let adopter = world.chance.one(of: Persons.deciders)
    self.init(world.identifier(), .plan(adoption, by: adopter), subject, &world)
  }

  private init?(
    _ id: ProgrammeID, _ start: Start, _ subject: Subject, _ world: inout World
  ) {
    guard let label = world.numbers.take(in: world.day.year) else { return nil }
    self.id = id
    self.subject = subject
    self.start = start
    manager = world.chance.one(of: Persons.managers)
    stream = OpenStream(id.identity)
    effort = world.effort ?? world.chance.size(48...900)
    means.plannedIn = label.planYear.rawValue
    charter = Programme.Charter(
      organisation: world.organisation,
      label: Programme.Label(
        planYear: label.planYear, number: label.number,
        name: Phrases.name(subject, &world.chance)),
      problem: Phrases.section(.problem, of: subject, &world), manager: manager,
      term: Programme.Term(
        start: start.firstDay(&world), review: world.day(in: 500...800),
        end: world.day(in: 1000...1500)))
  }

  /// Whether it has been set up, and does what it is for.
  var isAtWork: Bool {
    switch stage {
    case .executing, .rounding: true
    case .unborn, .preparing, .evaluating, .ended: false
    }
  }

  /// Its beginning, for the append of the decision that it follows from.
  mutating func begin(in world: inout World) -> Turn? {
    stage = .preparing(Self.preparations(&world.chance).reversed())
    return stream.perform(beginning(on: world.day))
  }

  private static func preparations(_ chance: inout Chance) -> [Preparation] {
    var list: [Preparation] = []
    func add(_ preparation: Preparation, _ count: Int) {
      list += Array(repeating: preparation, count: count)
    }
    add(.goal, chance.of(1...4))
    add(.damage, chance.of(0...1))
    add(.targetGroup, chance.of(1...4))
    add(.member, chance.of(1...5))
    add(.indicator, chance.of(1...5))
    add(.partner, chance.of(1...3))
    add(.agreement, chance.of(0...2))
    add(.gate, 1)
    add(.intervention, chance.of(2...4))
    add(.pass, 1)
    return list
  }

  /// What happens to it next; nil when nothing does any more.
  mutating func next(in world: inout World) -> Act? {
    for _ in 0..<8 {
      guard let command = command(&world) else { return nil }
      if let act = Act(by: giver(of: command, &world), stream.perform(command)) { return act }
    }
    return nil
  }

  /// Its manager steers, its members do the work, and who extends it is above both.
  private func giver(of command: Programme.Command, _ world: inout World) -> PersonID {
    if case .extend(_, _, let decidedBy, _, _) = command { return decidedBy }
    if case .adopt(_, _, _, let adopter, _) = command { return adopter }
    let isWork = command.right == .work && !means.members.isEmpty
    return isWork ? world.chance.one(of: means.members) : manager
  }

  private mutating func command(_ world: inout World) -> Programme.Command? {
    switch stage {
    case .unborn:
      stage = .preparing(Self.preparations(&world.chance).reversed())
      return beginning(on: world.day)
    case .preparing(var left):
      guard let preparation = left.popLast() else { return nil }
      stage = .preparing(left)
      return command(preparing: preparation, &world)
    case .executing(let left):
      stage = left > 1 ? .executing(left - 1) : .rounding
      return work(&world)
    case .rounding: return round(&world)
    case .evaluating(let evaluating): return evaluate(evaluating, &world)
    case .ended(let isCorrecting):
      stage = .ended(correcting: false)
      return isCorrecting ? correct(&world) : nil
    }
  }

  private func beginning(on day: Day) -> Programme.Command {
    switch start {
    case .decision(let decision): .establish(charter, from: decision, on: day)
    case .plan(let adoption, let adopter):
      .adopt(charter, from: adoption, in: .development, by: adopter, on: day)
    }
  }

  private mutating func command(
    preparing preparation: Preparation, _ world: inout World
  ) -> Programme.Command? {
    switch preparation {
    case .damage: return estimate(&world)
    case .goal: return setGoal(&world)
    case .indicator: return define(&world)
    case .targetGroup: return addGroup(&world)
    case .member: return join(&world)
    case .partner: return involve(&world)
    case .agreement: return agree(&world)
    case .gate: return planGate(to: .execution, &world) ?? extend(&world)
    case .intervention: return plan(&world)
    case .pass:
      stage = .executing(effort)
      return .course(
        .passGate(to: .execution, grounds: Phrases.grounds(subject, &world)), on: world.day)
    }
  }

  /// For a day that fits between the other gates and the end; nil when there is none.
  func planGate(to phase: Programme.Phase, _ world: inout World) -> Programme.Command? {
    guard let dossier = stream.state.dossier else { return nil }
    let others = dossier.course.gates.filter { $0.key > dossier.course.phase }
    let first = others.filter { $0.key < phase }.values.max() ?? world.day
    let last = others.filter { $0.key > phase }.values.min() ?? dossier.term.end
    let wanted = max(first, world.day(in: 60...900))
    guard max(first, world.day) <= last else { return nil }
    return .course(.planGate(to: phase, expectedOn: min(wanted, last)), on: world.day)
  }
}
