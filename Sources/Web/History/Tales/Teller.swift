import Domain
import EventSourcing
import Foundation

/// Tells what happened in a reader's language, calling people by their names.
///
/// Pure: a tale follows from the event and from what its subject was before it.
struct Teller: Sendable {
  let reader: Reader
  let people: People
  /// What the keys of the reference set are called; nil where no edition is known.
  var edition: References.Edition?
  /// What the things are called that events name, as far as the reader may know.
  var known: [Identity: String] = [:]

  var names: ReferenceNames { ReferenceNames(edition: edition, reader: reader) }

  /// The name of who did something; a process of our own gets a name one can read.
  func name(ofActor actor: String) -> String {
    PersonID(actor).map { people.name(ofActor: $0, for: reader) } ?? actor
  }

  /// Somebody's name, to fill in.
  func person(_ id: PersonID) -> Phrase.Value { .text(people.name(id)) }

  /// A day, to fill in.
  func day(_ day: Day) -> Phrase.Value { .text(reader.day(day)) }

  /// A line somebody wrote, to fill in; what was never recorded is called unknown.
  func line(_ line: Line?) -> Phrase.Value {
    line.map { .text($0.description) } ?? .phrase("history.unknown")
  }

  /// Yes or no.
  func yes(_ isSo: Bool) -> String { reader.text(isSo ? "history.yes" : "history.no") }

  /// The way to something else that this is about.
  func link(_ words: Phrase, _ link: Link) -> HTML {
    "<a href=\"\(reader.to(link))\">\(reader.text(words))</a>"
  }
}

extension LogEvent {
  /// The day on which it happened, when that is not the day in the Netherlands of `recordedAt`.
  func happened(otherThan recordedAt: Date) -> Day? {
    on == Day(recordedAt, in: Reader.netherlands) ? nil : on
  }
}
