import Domain

/// One desk at which cases are handled, one after the other.
struct CaseDesk {
  private enum Work {
    /// Nothing for so many turns.
    case idle(Int)
    case atWork(CaseLife)
  }

  private let place: Inspectors.Place
  private var work: Work
  /// Whether its last act opened a case.
  private(set) var hasOpened = false

  /// Not every desk begins at once.
  init(number: Int, of inspectors: Inspectors) {
    place = inspectors.place(of: number)
    work = .idle(number * 7 % 40)
  }

  /// What happens at this desk in its turn; nil when nothing does.
  mutating func act(
    in world: inout World, among programmes: [ProgrammeLife], _ parties: inout Parties
  ) -> Act? {
    hasOpened = false
    // Taken out while it changes: a state that two hold would be copied whole.
    let present = work
    work = .idle(0)
    switch present {
    case .idle(let turns) where turns > 0:
      work = .idle(turns - 1)
      return nil
    case .idle:
      var life = CaseLife(
        of: programmes[place.programme], for: place.inspector, in: &world, &parties)
      return goOn(&life, in: &world)
    case .atWork(var life):
      if world.chance.happens(20) {
        work = .atWork(life)
        return nil
      }
      return goOn(&life, in: &world)
    }
  }

  private mutating func goOn(_ life: inout CaseLife, in world: inout World) -> Act? {
    let wasOpened = life.isOpened
    let act = life.next(in: &world)
    hasOpened = !wasOpened && life.isOpened
    work = life.isOver ? .idle(world.chance.of(0...2)) : .atWork(life)
    return act
  }
}

/// Who handles the cases: each inspector works for one programme.
struct Inspectors {
  /// What one desk works for, and who sits there.
  struct Place {
    let programme: Int
    let inspector: PersonID
  }

  /// So many cases an inspector has in five years, unless that were too many inspectors.
  private static let perInspector = 1000
  private static let perProgrammeMax = 100

  private let programmes: Int
  private let perProgramme: Int

  init(cases: Int, programmes: Int) {
    self.programmes = programmes
    perProgramme = min(max(cases / Self.perInspector / programmes, 1), Self.perProgrammeMax)
  }

  func place(of desk: Int) -> Place {
    let inspector = desk % (programmes * perProgramme)
    return Place(programme: desk % programmes, inspector: Persons.inspector(inspector))
  }
}
