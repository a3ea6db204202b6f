import Domain
import EventSourcing
import Testing

/// What comes of cases: surveys, publications and keeping.
extension Happenings {
  func outcomes(on day: Day) throws -> [CaseFile.Event] {
    try surveys(on: day) + publications(on: day) + keeping(on: day)
  }

  private func surveys(on day: Day) throws -> [CaseFile.Event] {
    let answers = Survey.Answers([.clear: Score.allCases[4]], remark: try prose("netjes"))
    let events: [Survey.Event] = [
      .asked(intervention: id(1), until: day), .answered(answers: answers),
      .asked(intervention: nil, until: day), .declined, .withdrawn(reason: try prose("vergissing")),
    ]
    return events.map { .surveyed(id: id(1), event: $0, on: day) }
  }

  private func publications(on day: Day) throws -> [CaseFile.Event] {
    func text(_ word: String) throws -> Publication.Text {
      Publication.Text(
        try line(word + " titel"), name: try line(word + " naam"),
        summary: try prose(word + " kort"),
        findings: [try prose(word + " gevonden")],
        omission: Publication.Omission([.privacy], what: try prose(word + " weggelaten")))
    }
    let events: [Publication.Event] = [
      .intended(text: try text("eerst"), viewUntil: day),
      .putTo(party: id(2), name: try line("de vervoerder"), viewUntil: day),
      .viewReceived(view: try prose("te streng"), party: id(2)),
      .viewReceived(view: try prose("geen bezwaar")),
      .viewTakenBack(party: id(2), reason: try prose("van een ander")),
      .hearingTakenBack(party: id(2), anewUntil: day, reason: try prose("dag klopte niet")),
      .hearingTakenBack(party: id(2), anewUntil: nil, reason: try prose("nooit verstuurd")),
      .revised(text: try text("anders"), viewUntil: day),
      .decided(text: try text("dan"), viewChanged: true, by: try person("noor")),
      .agreed(by: try person("amina")),
      .madeKnown, .published(until: day, reason: try prose("klein")),
      .withdrawn(reason: try prose("naam erin")), .refrained(reason: try prose("toch niet")),
      .stopped(cause: .caseReopened),
    ]
    return events.map { .publicized(id: id(1), event: $0, on: day) }
  }

  private func keeping(on day: Day) throws -> [CaseFile.Event] {
    let (noor, amina) = (try person("noor"), try person("amina"))
    let category = Retention.Category(
      try line("W2"), try line("toezicht"), years: 5, source: try line("lijst"))
    let events: [Retention.Event] = [
      .held(reason: try prose("rechtszaak")), .holdLifted(reason: try prose("uitspraak")),
      .destructionProposed(term: Retention.Term(category, from: day, after: .restored), by: noor),
      .destructionDeclined(reason: try prose("nog niet"), by: amina),
      .destructionApproved(by: amina),
      .destroyed(
        statement: Retention.Statement(
          destroyedAt: Instant(seconds: 1_900_000_000), eventCount: 7, documentCount: 2,
          readModelCount: 9)),
    ]
    return events.map { .kept(event: $0, on: day) }
  }
}
