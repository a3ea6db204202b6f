import Domain
import EventSourcing
import EventStore
import Foundation
import ReadModels
import TestCast
import TestStaging
import Testing

/// Two signals and an exploration, whose events alternate in the log.
private struct Tales {
  let stage: TestStage
  let noor: PersonID
  let day: Day
  let first = Identity.fresh()
  let second = Identity.fresh()
  let exploration = Identity.fresh()

  init(_ stage: TestStage) async throws {
    self.stage = stage
    let name = "noor"
    noor = try #require(PersonID(name))
    day = try #require(Day(year: 2026, month: 3, day: 2))
    let organisation = Line("ILT")
    try await raise(first, "vuurwerk", of: organisation)
    try await raise(second, "taxi", of: organisation)
    try await give(.send(on: day), to: first)
    try await stage.perform(
      .open(title: Line("spoor"), origin: .obligation, organisation: organisation, on: day),
      to: Exploration.self, on: exploration, by: noor)
    try await give(.treat(on: day), to: first)
  }

  var viewer: Viewer { stage.viewer(noor) }

  func give(_ command: Signal.Command, to signal: Identity) async throws {
    try await stage.perform(command, to: Signal.self, on: signal, by: noor)
  }

  func history(
    of identity: Identity, at moment: Moment = .now, as other: Viewer? = nil
  ) async throws -> [Recorded<LogEvent>] {
    try await stage.library.look(
      HistoryQuery(of: StreamName(Signal.category, identity)), as: other ?? viewer, at: moment)
  }

  func recent(_ query: RecentChangesQuery, at moment: Moment = .now) async throws
    -> RecentChanges
  {
    try await stage.library.look(query, as: viewer, at: moment)
  }

  private func raise(
    _ signal: Identity, _ title: String, of organisation: Line
  ) async throws {
    let message = Signal.Message(
      title: try Line(title), text: Prose("\"onveilig\"\n\u{1F6A8}"), kind: .informing,
      addressee: .minister)
    let source = Source(Line("plan"))
    try await give(
      .raise(
        message, organisation: organisation, origin: .known(source: source, certainty: .sourced),
        dueOn: nil, isPublic: false, on: day), to: signal)
  }
}

@Test func `the history of one thing is what the log keeps of it`() async throws {
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    let stream = StreamName(Signal.category, tales.first)
    let kept = try await stage.log.events(in: stream, after: 0).map(LogEvent.decode)
    let told = try await tales.history(of: tales.first)
    #expect(told.map(\.version) == [1, 2, 3])
    #expect(told.map(\.event) == kept.map(\.event))
    #expect(told.map(\.position) == kept.map(\.position))
    #expect(told.map(\.command) == kept.map(\.command))
    #expect(told.map(\.actor) == ["noor", "noor", "noor"])
    #expect(told.map(\.recordedAt) == kept.map(\.recordedAt))
  }
}

@Test func `as of a position the history ends there`() async throws {
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    #expect(try await tales.history(of: tales.first, at: .position(2)).map(\.version) == [1])
    #expect(try await tales.history(of: tales.first, at: .position(3)).map(\.version) == [1, 2])
    #expect(try await tales.history(of: tales.second, at: .position(1)).isEmpty)
    let before = try await tales.recent(RecentChangesQuery(), at: .position(2))
    #expect(before.asked == [1, 2])
  }
}

@Test func `another organisation sees nothing of it`() async throws {
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    let stranger = stage.viewer(tales.noor, of: "Inspectie van elders")
    #expect(try await tales.history(of: tales.first, as: stranger).isEmpty)
    let changes = try await stage.library.look(RecentChangesQuery(), as: stranger)
    #expect(changes == RecentChanges(events: [], asked: [], next: nil))
  }
}

@Test func `the last changes come page by page, each with what came before it`() async throws {
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    let newest = try await tales.recent(RecentChangesQuery(limit: 2))
    #expect(newest.asked == [4, 5])
    #expect(newest.next == 4)
    #expect(newest.events.map(\.position) == [1, 3, 4, 5])
    let older = try await tales.recent(RecentChangesQuery(before: 4, limit: 2))
    #expect(older.asked == [2, 3])
    #expect(older.next == 2)
    let oldest = try await tales.recent(RecentChangesQuery(before: 2, limit: 2))
    #expect(oldest.asked == [1])
    #expect(oldest.next == nil)
  }
}

@Test func `who sees some programmes is told what happened last in those, page by page`()
  async throws
{
  try await TestStage.with { stage in
    for number in 1...3 {
      for command in [
        .establish(
          Rail.charter(number: number), from: DecisionReference(10, DecisionID(.fresh())),
          on: monday), .restateProblem("Het spoor is druk en oud", on: tuesday),
      ] as [Programme.Command] {
        try await stage.perform(
          command, to: Programme.self, on: ProgrammeID(integerLiteral: number).identity, by: noor)
      }
    }
    let guest = Viewer(noor, of: TestStage.organisation, sight: .programmes([1, 3]))
    let newest = try await stage.library.look(RecentChangesQuery(limit: 3), as: guest)
    #expect(newest.asked == [2, 5, 6])
    #expect(newest.events.map(\.position) == [1, 2, 5, 6])
    let older = try await stage.library.look(
      RecentChangesQuery(before: newest.next, limit: 3), as: guest)
    #expect(older.asked == [1])
    #expect(older.next == nil)
    let outsider = Viewer(noor, of: TestStage.organisation, sight: .programmes([]))
    #expect(try await stage.library.look(RecentChangesQuery(), as: outsider).asked == [])
  }
}

/// The exploration has one event, the signal three.
@Test func `of streams too long to be read whole, the last changes know the title and no more`()
  async throws
{
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    for tooFew in [2, 3] {
      let newest = try await tales.recent(RecentChangesQuery(limit: 2, wholeEventsMax: tooFew))
      #expect(newest.asked == [4, 5])
      #expect(newest.events.map(\.position) == [3, 4, 5])
      #expect(newest.titles == [tales.first: Line("vuurwerk")])
    }
    let whole = try await tales.recent(RecentChangesQuery(limit: 2, wholeEventsMax: 4))
    #expect(whole.events.map(\.position) == [1, 3, 4, 5])
    #expect(whole.titles.isEmpty)
  }
}

@Test func `as of a position the last changes call things what they were called by then`()
  async throws
{
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    let query = RecentChangesQuery(limit: 1, wholeEventsMax: 0)
    let atFour = try await tales.recent(query, at: .position(4))
    #expect(atFour.titles[tales.exploration] == "spoor")
    let atThree = try await tales.recent(query, at: .position(3))
    #expect(atThree.titles == [tales.first: "vuurwerk", tales.second: "taxi"])
  }
}

@Test func `the last changes can be of one kind of thing, or since a position or a day`()
  async throws
{
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    let explorations = try await tales.recent(
      RecentChangesQuery(category: Exploration.category))
    #expect(explorations.asked == [4])
    #expect(try await tales.recent(RecentChangesQuery(since: .position(3))).asked == [4, 5])
    #expect(
      try await tales.recent(RecentChangesQuery(since: .startOf(tales.day))).asked
        == [1, 2, 3, 4, 5])
    let later = try #require(Day(year: 9000, month: 1, day: 1))
    #expect(try await tales.recent(RecentChangesQuery(since: .startOf(later))).asked == [])
  }
}

@Test func `a history made anew is the same history`() async throws {
  try await TestStage.with { stage in
    let tales = try await Tales(stage)
    let before = try await tales.recent(RecentChangesQuery())
    try await stage.rebuild()
    #expect(try await tales.recent(RecentChangesQuery()) == before)
  }
}
