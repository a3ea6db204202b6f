import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<LetterTemplate>

/// A letter that announces a visit.
enum Announcement {
  static let first = content("Geachte {partij}, op {datum} komen wij.")
  static let second = content("Beste {partij}, op {datum} komen wij.")
  static let published = LetterTemplate.Event.published(
    edition: 1, content: first, organisation: inspectorate, on: monday)

  static func content(_ text: Prose) -> LetterTemplate.Content {
    LetterTemplate.Content("Aankondiging", .visitAnnouncement, text: text)
  }

  static func publish(_ content: LetterTemplate.Content, on day: Day) -> LetterTemplate.Command {
    .publish(content, organisation: inspectorate, on: day)
  }
}

struct LetterTests {
  @Test func `each publication that changes something is a new edition`() {
    Story.given().when(Announcement.publish(Announcement.first, on: monday))
      .then(Announcement.published)
    let standing = Story.given(Announcement.published)
    standing.when(Announcement.publish(Announcement.first, on: tuesday)).nothingHappens()
    standing.when(Announcement.publish(Announcement.second, on: tuesday))
      .then(
        .published(
          edition: 2, content: Announcement.second, organisation: inspectorate, on: tuesday))
    standing.when(Announcement.publish(Announcement.second, on: sunday))
      .refuses(.beforeLast(on: monday))
  }

  @Test func `a place that nobody can fill in is refused`() {
    Story.given()
      .when(Announcement.publish(Announcement.content("Geachte {naam}"), on: monday))
      .refuses(.content(.unknownPlace("naam")))
    Story.given()
      .when(Announcement.publish(Announcement.content("Geachte {partij"), on: monday))
      .refuses(.content(.braceLeftOpen))
  }

  @Test func `a letter falls apart in words and places`() throws {
    #expect(
      try LetterContent.pieces(of: "Op {datum} bij {partij}.") == [
        .words("Op "), .place(.day), .words(" bij "), .place(.party), .words("."),
      ])
    #expect(try LetterContent.pieces(of: "Geen haakjes }") == [.words("Geen haakjes }")])
  }

  @Test func `what is out of use stays so`() {
    Story.given(Announcement.published).when(.retire(reason: "Oud", on: tuesday))
      .then(.retired(reason: "Oud", on: tuesday))
    Story.given(Announcement.published, .retired(reason: "Oud", on: tuesday))
      .when(Announcement.publish(Announcement.second, on: wednesday))
      .refuses(.retired(on: tuesday))
    Story.given().when(.retire(reason: "Oud", on: tuesday)).refuses(.notPublished)
  }
}
