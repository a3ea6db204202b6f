import Domain
import EventSourcing

/// The life of one exploration, from its opening to the decision and sometimes on after it.
struct ExplorationLife {
  /// What follows from an adopted decision and is begun in the same append.
  enum Successor {
    case programme(ProgrammeLife)
    case signal(SignalLife)
  }

  private enum Stage {
    case unopened
    /// So many revisions before a decision is proposed.
    case writing(Int)
    case proposed(DecisionID, Exploration.Proposal)
    case decided(mayReopen: Bool)
    case over
  }

  private(set) var successor: Successor?
  private let id: ExplorationID
  private let subject: Subject
  private let author: PersonID
  private(set) var stream: OpenStream<Exploration>
  private var stage = Stage.unopened
  /// What must be there before a decision can be proposed and is not there yet.
  private var needed: [Exploration.Element]
  private var parties: [(id: PartyID, party: Exploration.Party)] = []
  private var findings: [FindingID] = []
  private var arguments: [ArgumentID] = []

  init(_ subject: Subject, in world: inout World) {
    id = world.identifier()
    self.subject = subject
    author = world.chance.one(of: Persons.staff)
    stream = OpenStream(id.identity)
    needed = world.chance.shuffled(Exploration.Element.allCases)
  }

  /// What happens to it next; nil when nothing does any more.
  mutating func next(in world: inout World) -> Act? {
    switch stage {
    case .unopened: return open(in: &world)
    case .writing(let left): return write(left, in: &world)
    case .proposed(let id, let proposal):
      return world.chance.happens(7)
        ? withdraw(id, in: &world) : decide(id, proposal, in: &world)
    case .decided(let mayReopen):
      guard mayReopen, world.chance.happens(30) else { return nil }
      return reopen(in: &world)
    case .over: return nil
    }
  }

  private mutating func open(in world: inout World) -> Act? {
    stage = .writing(world.chance.size(2...40))
    // Some are opened, looked at and left.
    if world.chance.happens(6) { needed.removeLast(world.chance.of(1...3)) }
    return Act(
      by: author,
      stream.perform(
        .open(
          title: Phrases.title(subject, &world.chance),
          origin: world.chance.one(of: Exploration.Origin.self),
          organisation: world.organisation, on: world.day)))
  }

  private mutating func write(_ left: Int, in world: inout World) -> Act? {
    if let element = needed.popLast() {
      return Act(by: author, stream.perform(.revise(first(element, &world), on: world.day)))
    }
    guard left > 0 else { return propose(in: &world) }
    stage = .writing(left - 1)
    let by = world.chance.happens(70) ? author : world.chance.one(of: Persons.staff)
    for _ in 0..<4 {
      let revision = revision(&world)
      if let act = Act(by: by, stream.perform(.revise(revision, on: world.day))) { return act }
    }
    return Act(by: by, stream.perform(.revise(record(&world), on: world.day)))
  }

  private mutating func first(
    _ element: Exploration.Element, _ world: inout World
  ) -> Exploration.Revision {
    switch element {
    case .problem: rewrite(.problem, &world)
    case .causes: rewrite(.causes, &world)
    case .influence: rewrite(.influence, &world)
    case .system: rewrite(.system, &world)
    case .parties: add(&world)
    case .argument: argue(&world)
    }
  }

  private mutating func revision(_ world: inout World) -> Exploration.Revision {
    switch world.chance.below(100) {
    case ..<38: return record(&world)
    case ..<58: return argue(&world)
    case ..<70:
      return rewrite(world.chance.one(of: Exploration.Section.self), &world)
    case ..<80: return add(&world)
    case ..<85: return reviseParty(&world)
    case ..<88 where parties.count > 1:
      let at = world.chance.below(parties.count)
      return .removeParty(parties.remove(at: at).id, reason: Phrases.reason(subject, &world.chance))
    case ..<92 where findings.count > 1:
      let at = world.chance.below(findings.count)
      return .withdrawFinding(
        findings.remove(at: at), reason: Phrases.reason(subject, &world.chance))
    case ..<95 where arguments.count > 1:
      let at = world.chance.below(arguments.count)
      return .withdrawArgument(
        arguments.remove(at: at), reason: Phrases.reason(subject, &world.chance))
    case ..<98: return .retitle(Phrases.title(subject, &world.chance))
    case _: return .reclassify(world.chance.one(of: Exploration.Origin.self))
    }
  }

  private func rewrite(
    _ section: Exploration.Section, _ world: inout World
  ) -> Exploration.Revision {
    .rewrite(section, Phrases.section(section, of: subject, &world))
  }

  private mutating func add(_ world: inout World) -> Exploration.Revision {
    let id: PartyID = world.identifier()
    let party = Phrases.party(subject, &world.chance)
    parties.append((id, party))
    return .addParty(id, party)
  }

  private mutating func reviseParty(_ world: inout World) -> Exploration.Revision {
    guard !parties.isEmpty else { return add(&world) }
    let at = world.chance.below(parties.count)
    parties[at].party = Exploration.Party(
      name: parties[at].party.name, role: Phrases.party(subject, &world.chance).role)
    return .reviseParty(parties[at].id, parties[at].party)
  }

  private mutating func record(_ world: inout World) -> Exploration.Revision {
    let id: FindingID = world.identifier()
    findings.append(id)
    let text = Phrases.finding(subject, &world)
    return .recordFinding(id, Exploration.Finding(text, source: world.source()))
  }

  private mutating func argue(_ world: inout World) -> Exploration.Revision {
    let id: ArgumentID = world.identifier()
    arguments.append(id)
    let side: Exploration.Argument.Side = world.chance.happens(65) ? .inFavour : .against
    return .argue(id, Exploration.Argument(side, Phrases.argument(side, subject, &world)))
  }
}

/// The decision: proposed, withdrawn, taken and reopened.
extension ExplorationLife {
  private mutating func propose(in world: inout World) -> Act? {
    guard stream.state.dossier?.missing.isEmpty == true else {
      stage = .over
      return nil
    }
    let id: DecisionID = world.identifier()
    let proposal = Exploration.Proposal(
      outcome(&world), grounds: Phrases.grounds(subject, &world),
      alternatives: Phrases.alternatives(subject, &world), by: author)
    stage = .proposed(id, proposal)
    return Act(by: author, stream.perform(.propose(id, proposal, on: world.day)))
  }

  private func outcome(_ world: inout World) -> Exploration.Outcome {
    switch world.chance.below(100) {
    case ..<48: .programme(id: world.identifier())
    case ..<59:
      .project(
        description: Phrases.grounds(subject, &world), owner: world.chance.one(of: Persons.staff))
    case ..<71:
      .lineActivity(
        description: Phrases.grounds(subject, &world), owner: world.chance.one(of: Persons.staff))
    case ..<86: .signal(id: world.identifier())
    case _: .noAction(lookAgainOn: world.day(in: 400...900))
    }
  }

  private mutating func withdraw(_ id: DecisionID, in world: inout World) -> Act? {
    stage = .writing(world.chance.of(1...3))
    return Act(
      by: author,
      stream.perform(
        .withdrawProposal(
          id, by: author, reason: Phrases.reason(subject, &world.chance), on: world.day)))
  }

  private mutating func decide(
    _ id: DecisionID, _ proposal: Exploration.Proposal, in world: inout World
  ) -> Act? {
    let by = world.chance.one(of: Persons.deciders)
    let dissent =
      world.chance.happens(15)
      ? [
        Exploration.Dissent(
          by: world.chance.one(of: Persons.staff), Phrases.reason(subject, &world.chance))
      ] : []
    let ruling = Exploration.Ruling(
      by: by, grounds: Phrases.reason(subject, &world.chance), dissent: dissent)
    let began = world.chance.happens(88) ? follow(id, proposal, &world) : .nothing
    switch began {
    case .nothing:
      stage = .writing(world.chance.of(2...5))
      return Act(by: by, stream.perform(.decide(id, .reject, ruling, on: world.day)))
    case .here, .elsewhere:
      let adopted = stream.perform(.decide(id, .adopt, ruling, on: world.day))
      return Act(by: by, .joining(adopted, began.turn))
    }
  }

  private enum Following {
    /// It cannot be adopted, or is not.
    case nothing
    case here
    case elsewhere(Turn?)

    var turn: Turn? {
      switch self {
      case .nothing, .here: nil
      case .elsewhere(let turn): turn
      }
    }
  }

  /// Begins what follows from adopting `proposal`.
  private mutating func follow(
    _ id: DecisionID, _ proposal: Exploration.Proposal, _ world: inout World
  ) -> Following {
    let decision = DecisionReference(self.id, id)
    switch proposal.outcome {
    case .programme(let programme):
      guard var life = ProgrammeLife(programme, from: decision, subject, &world) else {
        return .nothing
      }
      let turn = life.begin(in: &world)
      successor = .programme(life)
      return .elsewhere(turn)
    case .signal(let signal):
      var life = SignalLife(signal, from: .decision(reference: decision), subject, in: &world)
      let turn = life.raise(in: &world)
      successor = .signal(life)
      return .elsewhere(turn)
    case .project, .lineActivity, .noAction:
      stage = .decided(mayReopen: true)
      return .here
    }
  }

  private mutating func reopen(in world: inout World) -> Act? {
    stage = .writing(world.chance.of(2...6))
    return Act(
      by: author,
      stream.perform(
        .reopen(by: author, reason: Phrases.reason(subject, &world.chance), on: world.day)))
  }
}
