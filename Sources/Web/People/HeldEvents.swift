import Domain
import EventSourcing
import Foundation
import ReadModels

/// What the log says about one person.
///
/// What was recorded of the own account is told whole. Of work it is told that the person did something or is named,
/// when, what kind of act it was and where: the rest is about the work, and may be about others.
struct HeldEvents {
  let about: AccountSubject
  let traces: Traces

  private var reader: Reader { about.reader }
  private var person: PersonID { about.account.person }

  /// Each as an item of a list.
  func items() -> [HTML] {
    let story = Story(
      traces.events, titles: traces.titles, told: Teller(reader: reader, people: reader.people))
    return story.chapters.map { "\(reader.time($0.recorded.recordedAt)), \(sentence($0))" }
  }

  private func sentence(_ chapter: Story.Chapter) -> HTML {
    let recorded = chapter.recorded
    guard !isOfAnother(recorded) else { return HTML(reader.text("people.held.other-account")) }
    if isTold(recorded) {
      return """
        \(chapter.title): \(reader.text(chapter.tale.sentence))
        \(chapter.tale.details(for: reader))
        """
    }
    let sentence: StaticString = isOwn(recorded) ? "people.held.act" : "people.held.named"
    return HTML(
      reader.text(
        Phrase(
          sentence,
          ["title": .text(chapter.title), "kind": .phrase(recorded.event.kind.name)])))
  }

  /// Whether it is told whole.
  private func isTold(_ recorded: Recorded<LogEvent>) -> Bool {
    recorded.stream.identity == about.identity || recorded.event.tellsOnly(of: person)
  }

  /// Whether the person recorded it.
  private func isOwn(_ recorded: Recorded<LogEvent>) -> Bool {
    recorded.actor == person.description
  }

  /// Whether it is about the account of somebody else.
  private func isOfAnother(_ recorded: Recorded<LogEvent>) -> Bool {
    recorded.stream.category == Account.category && recorded.stream.identity != about.identity
  }
}

/// The same as data.
extension HeldEvents {
  struct Event: Encodable {
    let position: Int
    let recordedAt: Date
    let subject: String
    let title: String?
    let type: String
    /// Whether the person recorded it.
    let isOwn: Bool
    /// What it says of the person; nil when it is about the account of somebody else.
    let payload: JSON?
  }

  func data() throws -> [Event] {
    try traces.events.map { recorded in
      Event(
        position: recorded.position, recordedAt: recorded.recordedAt,
        subject: recorded.stream.description,
        title: traces.titles[recorded.stream.identity]?.description,
        type: try recorded.event.stored().type, isOwn: isOwn(recorded),
        payload: try payload(of: recorded))
    }
  }

  private func payload(of recorded: Recorded<LogEvent>) throws -> JSON? {
    guard !isOfAnother(recorded) else { return nil }
    return recorded.stream.identity == about.identity
      ? try Payload.decode(JSON.self, from: try recorded.event.stored().payload)
      : try recorded.event.share(of: person)
  }
}
