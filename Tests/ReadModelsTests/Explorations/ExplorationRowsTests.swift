import Domain
import EventSourcing
import Foundation
import ReadModels
import TestCast
import TestStaging
import Testing

/// What an exploration says, whether its rows say it or its aggregate.
private struct Saying: Equatable {
  var title: Line
  var origin: Exploration.Origin
  var missing: [Exploration.Element]
  var decision: DecisionID?
  var sections: [Exploration.Section: Prose]
  var parties: [PartyID: Exploration.Party]
  var findings: [FindingID: Exploration.Finding]
  var arguments: [ArgumentID: Exploration.Argument]
  var proposals: [DecisionID: Exploration.Proposal]
  var fates: [DecisionID: DecisionRow.Fate.Told]

  init?(_ state: Exploration.State) {
    guard let dossier = state.dossier else { return nil }
    func entries<Key, Value>(_ register: Register<Key, Value>) -> [Key: Value] {
      Dictionary(uniqueKeysWithValues: register.entries.map { ($0.key, $0.value) })
    }
    title = dossier.title
    origin = dossier.origin
    missing = dossier.missing
    decision =
      switch state {
      case .unopened, .open: nil
      case .proposed(_, let id), .decided(_, let id): id
      }
    sections = dossier.sections
    parties = entries(dossier.parties)
    findings = entries(dossier.findings)
    arguments = entries(dossier.arguments)
    proposals = entries(dossier.decisions).mapValues(\.proposal)
    fates = entries(dossier.decisions).mapValues { DecisionRow.Fate.Told($0.fate) }
  }

  init?(_ library: Library, as viewer: Viewer, at moment: Moment) async throws {
    let id = Noise.id
    let found = try await library.look(
      ExplorationQuery(id), ExplorationPartsQuery(SectionRow.self, of: id),
      ExplorationPartsQuery(PartyRow.self, of: id), ExplorationPartsQuery(FindingRow.self, of: id),
      ExplorationPartsQuery(ArgumentRow.self, of: id),
      ExplorationPartsQuery(DecisionRow.self, of: id), as: viewer, at: moment)
    guard let row = found.0 else { return nil }
    func named<Key, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
      Dictionary(uniqueKeysWithValues: pairs)
    }
    title = row.title
    origin = row.origin
    missing = row.missing
    decision = row.stage.decision
    sections = named(found.1.map { ($0.section, $0.text) })
    parties = named(found.2.filter { $0.removal == nil }.map { ($0.id, $0.party) })
    findings = named(found.3.filter { $0.withdrawal == nil }.map { ($0.id, $0.finding) })
    arguments = named(found.4.filter { $0.withdrawal == nil }.map { ($0.id, $0.argument) })
    proposals = named(found.5.map { ($0.id, $0.proposal) })
    fates = named(found.5.map { ($0.id, DecisionRow.Fate.Told($0.fate)) })
  }
}

extension DecisionRow.Fate {
  /// A fate as the row and the aggregate both know it.
  fileprivate enum Told: Equatable {
    case pending
    case withdrawn(Prose, Day)
    case adopted(Exploration.Ruling, Day)
    case rejected(Exploration.Ruling, Day)

    init(_ fate: DecisionRow.Fate) {
      switch fate {
      case .pending: self = .pending
      case .withdrawn(_, let reason, let day): self = .withdrawn(reason, day)
      case .adopted(let ruling, let day): self = .adopted(ruling, day)
      case .rejected(let ruling, let day): self = .rejected(ruling, day)
      }
    }

    init(_ fate: Exploration.Decision.Fate) {
      switch fate {
      case .pending: self = .pending
      case .withdrawn(let reason, let day): self = .withdrawn(reason, day)
      case .adopted(let ruling, let day): self = .adopted(ruling, day)
      case .rejected(let ruling, let day): self = .rejected(ruling, day)
      }
    }
  }
}

/// An exploration told to the log, and read back at every step.
struct ExplorationRowsTests {
  @Test func `every step of an exploration reads as the aggregate has it, then and ever after`()
    async throws
  {
    try await TestStage.with { stage in
      var state = Exploration.initial
      var steps: [(position: Int, state: Exploration.State)] = []
      for command in Noise.story {
        let events = try Exploration.decide(command, state)
        #expect(!events.isEmpty, "\(command) should change something")
        state = events.reduce(state, Exploration.evolve)
        let receipt = try await stage.perform(
          command, to: Exploration.self, on: Noise.id.identity, by: noor)
        let now = try await Saying(stage.library, as: stage.viewer(noor), at: .now)
        #expect(now == Saying(state), "after \(command)")
        steps.append((receipt.position, state))
      }
      try await stage.rebuild()
      for (position, state) in steps {
        let then = try await Saying(
          stage.library, as: stage.viewer(noor), at: .position(position))
        #expect(then == Saying(state), "as of \(position)")
      }
      #expect(try await Saying(stage.library, as: stage.viewer(noor), at: .position(0)) == nil)
    }
  }

  @Test func `another organisation sees no exploration and no signal`() async throws {
    try await TestStage.with { stage in
      for command in Noise.story.prefix(9) {
        try await stage.perform(command, to: Exploration.self, on: Noise.id.identity, by: noor)
      }
      let stranger = stage.viewer(noor, of: "Nederlandse Arbeidsinspectie")
      let (all, one, sections, signals) = try await stage.library.look(
        ExplorationsQuery(), ExplorationQuery(Noise.id),
        ExplorationPartsQuery(SectionRow.self, of: Noise.id), SignalsQuery(), as: stranger)
      #expect(all.isEmpty && one == nil && sections.isEmpty && signals.isEmpty)
      let seen = try await stage.library.look(ExplorationsQuery(), as: stage.viewer(noor))
      #expect(seen.map(\.exploration.id) == [Noise.id])
      #expect(seen.first?.change.version == 9)
    }
  }

  @Test func `what was withdrawn stays to be read with its reason`() throws {
    let events = try happened(Noise.story)
    let parties = rows(of: PartyRow.self, after: events)
    #expect(parties.count == 2)
    let gone = try #require(parties.values.first { $0.removal != nil })
    #expect(gone.party.name == "Omwonenden")
    #expect(gone.removal?.because == "Dubbel genoemd")
    #expect(gone.removal?.on == tuesday)
    let findings = rows(of: FindingRow.self, after: events).values
    #expect(findings.compactMap(\.withdrawal?.because) == ["Verouderd"])
    let arguments = rows(of: ArgumentRow.self, after: events).values
    #expect(arguments.compactMap(\.withdrawal?.because) == ["Dat project is gestopt"])
  }

  @Test func `a reopening is told until the next decision`() throws {
    let events = try happened(Noise.story)
    let reopened = try #require(
      events.firstIndex { recorded in
        if case .exploration(.reopened) = recorded.event { true } else { false }
      })
    let then = rows(of: ExplorationRow.self, after: Array(events[...reopened])).values.first
    #expect(then?.reopening?.reason == "Nieuwe cijfers")
    #expect(then?.stage == .open)
    let now = rows(of: ExplorationRow.self, after: events).values.first
    #expect(now?.reopening == nil)
    #expect(now?.stage == .decided(10))
  }

  private func happened(_ story: [Exploration.Command]) throws -> [Recorded<LogEvent>] {
    var state = Exploration.initial
    var events: [Exploration.Event] = []
    for command in story {
      let news = try Exploration.decide(command, state)
      state = news.reduce(state, Exploration.evolve)
      events += news
    }
    return recorded(
      events.map(LogEvent.exploration),
      in: StreamName(Exploration.category, Noise.id.identity))
  }
}
