import Domain
import TestCast
import Testing

/// What a publication waits for, and which of its days count down.
struct PublicationCourseTests {
  private static let text = Publication.Text("Lek", summary: "Het lekte.")
  private static let carriersDay = nextMonday.adding(days: 7)
  private static let sent = nextMonday.adding(days: 8)
  private static let first = Publication.publishable(afterMakingKnownOn: sent)
  private static let last = Publication.lastDay(from: first)
  private static let put: [(event: Publication.Event, day: Day)] = [
    (.intended(text: text, viewUntil: nextMonday), wednesday),
    (.putTo(party: 7, name: "Vervoerder", viewUntil: carriersDay), wednesday),
  ]
  private static let decided = put + [(.decided(text: text, viewChanged: nil, by: noor), sent)]
  private static let agreed = decided + [(.agreed(by: joris), sent)]
  private static let madeKnown = agreed + [(.madeKnown, sent)]
  private static let published =
    madeKnown + [(.published(until: last, reason: nil), first)]

  private func after(
    _ steps: [(event: Publication.Event, day: Day)]
  ) throws -> Publication.Dossier {
    let events = [Warehouse.opened] + steps.map { .publicized(id: 1, event: $0.event, on: $0.day) }
    let state = events.reduce(CaseFile.initial) { CaseFile.evolve($0, $1) }
    return try #require(state.dossier?.publications[1])
  }

  private func awaited(
    _ steps: [(event: Publication.Event, day: Day)], on day: Day
  ) throws -> Publication.Awaited? {
    try after(steps).awaited(on: day)
  }

  private func days(
    _ steps: [(event: Publication.Event, day: Day)], on day: Day
  ) throws -> [NextLegalDay] {
    NextLegalDay.all(for: try after(steps), on: day)
  }

  @Test func `it waits for views, a decision, a second person, sending, a standstill and release`()
    throws
  {
    #expect(try awaited(Self.put, on: wednesday) == .views(until: Self.carriersDay))
    #expect(try awaited(Self.put, on: Self.carriersDay) == .views(until: Self.carriersDay))
    #expect(try awaited(Self.put, on: Self.sent) == .decision)
    #expect(try awaited(Self.decided, on: Self.sent) == .agreement)
    #expect(try awaited(Self.agreed, on: Self.sent) == .sending)
    #expect(try awaited(Self.madeKnown, on: Self.sent) == .standstill(first: Self.first))
    #expect(try awaited(Self.madeKnown, on: Self.first) == .release)
    #expect(try awaited(Self.published, on: Self.first) == nil)
    #expect(
      try awaited(Self.agreed + [(.refrained(reason: "Toch niet"), Self.sent)], on: Self.sent)
        == nil)
  }

  @Test func `what was made known before it took a second person waits for one`() throws {
    let earlier = Self.decided + [(.madeKnown, Self.sent)]
    #expect(try awaited(earlier, on: Self.first) == .agreement)
  }

  @Test func `the term of each counts down until they gave a view or it passed`() throws {
    let own = NextLegalDay(nextMonday, .viewOnPublication, .hearing)
    let carriers = NextLegalDay(Self.carriersDay, .viewOnPublication, .hearing)
    #expect(try days(Self.put, on: nextMonday) == [own, carriers])
    #expect(try days(Self.put, on: Self.carriersDay) == [carriers])
    #expect(try days(Self.put, on: Self.sent).isEmpty)
    let viewed = Self.put + [(.viewReceived(view: "Goed"), thursday)]
    #expect(try days(viewed, on: thursday) == [carriers])
    let together =
      Self.put + [
        (.putTo(party: 8, name: "Eigenaar", viewUntil: Self.carriersDay), wednesday)
      ]
    #expect(try days(together, on: thursday) == [own, carriers])
    #expect(try days(Self.decided, on: Self.sent).isEmpty)
  }

  @Test func `the standstill counts down, and then the days on which it is public`() throws {
    let standstill = NextLegalDay(Self.first.adding(days: -1), .standstill, .standstill)
    #expect(try days(Self.madeKnown, on: Self.sent) == [standstill])
    #expect(try days(Self.madeKnown, on: Self.first).isEmpty)
    let publicity = NextLegalDay(Self.last, .publicity, .publicity)
    #expect(try days(Self.published, on: Self.first) == [publicity])
    #expect(try days(Self.published, on: Self.last.adding(days: 1)).isEmpty)
    let withdrawn = Self.published + [(.withdrawn(reason: "Fout"), Self.first)]
    #expect(try days(withdrawn, on: Self.first).isEmpty)
  }
}
