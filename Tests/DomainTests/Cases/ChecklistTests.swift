import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Checklist>

/// A checklist of two questions.
enum Cooling {
  static let first = content([item("q1", "Is het logboek bij?")])
  static let second = content([item("q1", "Is het logboek bij?"), item("q2", "Is alles dicht?")])
  static let published = Checklist.Event.published(
    edition: 1, content: first, organisation: inspectorate, on: monday)

  static func content(_ items: [Checklist.Item]) -> Checklist.Content {
    Checklist.Content("Koelinstallaties", programme: 1, items: items)
  }

  static func item(_ key: Checklist.Item.Key, _ question: Line) -> Checklist.Item {
    Checklist.Item(key, question: question, rule: "Regel", legalBasis: "Artikel 3")
  }

  static func publish(_ content: Checklist.Content, on day: Day) -> Checklist.Command {
    .publish(content, organisation: inspectorate, on: day)
  }
}

struct ChecklistTests {
  @Test func `each publication that changes something is a new edition`() {
    Story.given().when(Cooling.publish(Cooling.first, on: monday)).then(Cooling.published)
    Story.given(Cooling.published).when(Cooling.publish(Cooling.first, on: tuesday))
      .nothingHappens()
    Story.given(Cooling.published).when(Cooling.publish(Cooling.second, on: tuesday))
      .then(
        .published(edition: 2, content: Cooling.second, organisation: inspectorate, on: tuesday))
    Story.given(Cooling.published).when(Cooling.publish(Cooling.second, on: sunday))
      .refuses(.beforeLast(on: monday))
  }

  @Test func `a checklist asks something, and nothing twice`() {
    Story.given().when(Cooling.publish(Cooling.content([]), on: monday)).refuses(.content(.empty))
    let twice = Cooling.content([Cooling.item("q1", "A"), Cooling.item("q1", "B")])
    Story.given().when(Cooling.publish(twice, on: monday)).refuses(.content(.keyTwice("q1")))
  }

  @Test func `no question is asked twice, and no key comes back for another`() {
    let same = Cooling.content([Cooling.item("q1", "A"), Cooling.item("q2", "A")])
    Story.given().when(Cooling.publish(same, on: monday)).refuses(.content(.questionTwice("A")))
    let both = Checklist.Event.published(
      edition: 1, content: Cooling.second, organisation: inspectorate, on: monday)
    let fewer = Checklist.Event.published(
      edition: 2, content: Cooling.first, organisation: inspectorate, on: tuesday)
    let other = Cooling.content([Cooling.item("q1", "A"), Cooling.item("q2", "B")])
    Story.given(both, fewer).when(Cooling.publish(other, on: wednesday))
      .refuses(.content(.keyUsedBefore("q2")))
    let next = Cooling.content([Cooling.item("q1", "A"), Cooling.item("q3", "B")])
    Story.given(both, fewer).when(Cooling.publish(next, on: wednesday))
      .then(.published(edition: 3, content: next, organisation: inspectorate, on: wednesday))
  }

  @Test func `what is out of use stays so`() {
    Story.given(Cooling.published).when(.retire(reason: "Oud", on: tuesday))
      .then(.retired(reason: "Oud", on: tuesday))
    Story.given(Cooling.published, .retired(reason: "Oud", on: tuesday))
      .when(Cooling.publish(Cooling.second, on: wednesday)).refuses(.retired(on: tuesday))
    Story.given().when(.retire(reason: "Oud", on: tuesday)).refuses(.notPublished)
  }
}
