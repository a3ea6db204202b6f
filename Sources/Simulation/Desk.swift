import Domain

/// One desk of the inspectorate: it works on one thing at a time, from the exploration on.
struct Desk {
  fileprivate enum Work {
    /// Nothing for so many turns.
    case idle(Int)
    case exploration(ExplorationLife)
    case programme(ProgrammeLife)
    case signal(SignalLife)
  }

  private var work: Work

  /// Not every desk begins at once.
  init(number: Int) { work = .idle(number * 7 % 40) }

  /// What happens at this desk in its turn; nil when nothing does.
  mutating func act(in world: inout World) -> Act? {
    if world.chance.happens(8) { return nil }
    switch work {
    case .idle(let turns) where turns > 0:
      work = .idle(turns - 1)
      return nil
    case .idle: begin(in: &world)
    case .exploration, .programme, .signal: break
    }
    guard let act = goOn(in: &world) else {
      work = .idle(world.chance.of(0...4))
      return nil
    }
    return act
  }

  /// Mostly work begins with an exploration; some of it the inspectorate already had.
  private mutating func begin(in world: inout World) {
    let kind = world.chance.below(100)
    if kind < 5 {
      work = .signal(SignalLife(known: Subjects.one(&world.chance), in: &world))
    } else if kind < 9, let programme = ProgrammeLife(known: Subjects.one(&world.chance), &world) {
      work = .programme(programme)
    } else {
      work = .exploration(ExplorationLife(Subjects.one(&world.chance), in: &world))
    }
  }

  /// The next act of the work at hand; nil when it is over.
  private mutating func goOn(in world: inout World) -> Act? {
    // Taken out while it changes: a state that two hold would be copied whole.
    let present = work
    work = .idle(0)
    switch present {
    case .idle: return nil
    case .exploration(var life):
      let act = life.next(in: &world)
      work = life.successor.map { $0.work } ?? .exploration(life)
      return act
    case .programme(var life):
      let act = life.next(in: &world)
      work = .programme(life)
      return act
    case .signal(var life):
      let act = life.next(in: &world)
      work = .signal(life)
      return act
    }
  }
}

extension ExplorationLife.Successor {
  fileprivate var work: Desk.Work {
    switch self {
    case .programme(let life): .programme(life)
    case .signal(let life): .signal(life)
    }
  }
}
