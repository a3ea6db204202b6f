import Domain
import EventSourcing
import Testing

@testable import Web

@Test func `every kind of event can be leafed to`() throws {
  let events = try Happenings(mark: "").recorded()
  #expect(Set(events.map(\.event.kind)) == Set(HistoryKind.allCases))
}

@Test func `a history of one kind shows that kind alone, and how many there are of each`() throws {
  let reader = try Reader.example()
  let events = try Happenings(mark: "").recorded().filter {
    $0.stream.identity == Happenings.established
  }
  let story = Story(
    events, told: Teller(reader: reader, people: People(persons: [Cast.noor])))
  let page = try #require(
    SubjectHistoryPage(
      story: story, kind: .goals, list: Crumb("Programma's", Site.home),
      kicker: "history.kicker.programme"
    ).page(for: reader))
  let html = page.body.text
  #expect(page.title == "Geschiedenis van veilig spoor")
  #expect(html.matches(of: /<li id="event-/).count == 3)
  #expect(html.contains("Doelen <span class=\"filter-count\">3</span>"))
  #expect(html.contains("/history?kind=goals\" aria-current=\"true\""))
  #expect(html.contains("Alles <span class=\"filter-count\">\(events.count)</span>"))
}

@Test func `of what never happened there is no history`() throws {
  let reader = try Reader.example()
  let story = Story([], told: Teller(reader: reader, people: People(persons: [])))
  let page = SubjectHistoryPage(
    story: story, kind: nil, list: Crumb("Signalen", Site.signals),
    kicker: "history.kicker.signal"
  ).page(for: reader)
  #expect(page?.title == nil)
}
