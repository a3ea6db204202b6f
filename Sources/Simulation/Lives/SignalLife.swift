import Domain
import EventSourcing

/// The life of one signal: written, sent, answered and handled, or never answered.
struct SignalLife {
  private enum Step {
    case raise, revise, send, treat, respond, reschedule, publish, withhold, handle, reopen
  }

  private let subject: Subject
  private let origin: Signal.Origin
  private let author: PersonID
  private(set) var stream: OpenStream<Signal>
  /// What is still to come, the last first.
  private var steps: [Step]

  init(
    _ id: SignalID, from origin: Signal.Origin, _ subject: Subject, in world: inout World
  ) {
    self.subject = subject
    self.origin = origin
    author = world.chance.one(of: Persons.managers)
    stream = OpenStream(id.identity)
    steps = Self.steps(&world.chance).reversed()
  }

  /// One that the inspectorate gave before it explored.
  init(known subject: Subject, in world: inout World) {
    let origin = Signal.Origin.known(
      source: world.source(), certainty: world.chance.one(of: Certainty.self))
    self.init(world.identifier(), from: origin, subject, in: &world)
  }

  private static func steps(_ chance: inout Chance) -> [Step] {
    var steps: [Step] = [.raise]
    for _ in 0..<chance.below(3) { steps.append(.revise) }
    steps.append(.send)
    if chance.happens(20) { steps.append(.reschedule) }
    if chance.happens(60) { steps.append(.treat) }
    if chance.happens(12) { return steps }
    for _ in 0..<chance.of(1...4) { steps.append(.respond) }
    if chance.happens(30) { steps.append(.publish) }
    if chance.happens(15) { steps.append(.withhold) }
    if chance.happens(10) { return steps }
    steps.append(.handle)
    if chance.happens(12) { steps += [.reopen, .respond, .handle] }
    if chance.happens(12) { steps.append(.respond) }
    return steps
  }

  /// What happens to it next; nil when nothing does any more.
  mutating func next(in world: inout World) -> Act? {
    while let step = steps.popLast() {
      if let act = Act(by: author, stream.perform(command(step, &world))) { return act }
    }
    return nil
  }

  /// Its beginning, for the append of the decision that it follows from.
  mutating func raise(in world: inout World) -> Turn? {
    steps.removeLast()
    return stream.perform(command(.raise, &world))
  }

  private func command(_ step: Step, _ world: inout World) -> Signal.Command {
    let day = world.day
    switch step {
    case .raise:
      return .raise(
        message(world.chance.happens(55) ? .askingAction : .informing, &world),
        organisation: world.organisation, origin: origin, dueOn: world.day(in: 60...240),
        isPublic: world.chance.happens(40), on: day)
    case .revise: return .revise(message(stream.state.dossier?.message.kind, &world), on: day)
    case .send: return .send(on: day)
    case .treat: return .treat(on: day)
    case .respond:
      let response = Signal.PolicyResponse(
        Phrases.response(subject, &world), from: world.chance.one(of: Phrases.directorates))
      return .respond(world.identifier(), response, on: day)
    case .reschedule:
      return .reschedule(
        dueOn: world.day(in: 90...400), reason: Phrases.reason(subject, &world.chance), on: day)
    case .publish: return .publish(on: day)
    case .withhold: return .withhold(reason: Phrases.reason(subject, &world.chance), on: day)
    case .handle: return .handle(on: day)
    case .reopen: return .reopen(reason: Phrases.reason(subject, &world.chance), on: day)
    }
  }

  private func message(_ kind: Signal.Kind?, _ world: inout World) -> Signal.Message {
    Signal.Message(
      title: Phrases.title(subject, &world.chance), text: Phrases.finding(subject, &world),
      kind: kind ?? .informing, addressee: world.chance.one(of: Signal.Addressee.self))
  }
}
