import Domain
import EventSourcing

/// The publication of the result of a case of a demonstration as commands, each with its day.
struct PublicationSeed {
  /// What data/cases.yaml says of it.
  struct Entry: Decodable {
    let title: String
    let summary: String
    let intention: Intention
    let view: View
    let decision: Step
    /// By somebody else than who decided.
    let agreement: Step
    let sentOn: Day
    /// Nil while it waits for somebody to publish it.
    let publishedOn: Day?
  }

  struct Intention: Decodable {
    let on: Day
    let viewUntil: Day
  }

  /// One that changed nothing.
  struct View: Decodable {
    let on: Day
    let text: String
  }

  struct Step: Decodable {
    let on: Day
    let by: PersonID
  }

  /// A command and the day it is dated on.
  struct Act {
    let part: String
    let command: Publication.Command
    let on: Day
  }

  /// In the order in which they are given.
  let acts: [Act]

  init(_ entry: Entry) throws {
    let text = Publication.Text(try Line(entry.title), summary: try Prose(entry.summary))
    let view = try Prose(entry.view.text)
    var acts = [
      Act(
        part: "intention", command: .intend(text, viewUntil: entry.intention.viewUntil),
        on: entry.intention.on),
      Act(part: "view", command: .noteView(view), on: entry.view.on),
      Act(
        part: "decision", command: .decide(text, viewChanged: false, by: entry.decision.by),
        on: entry.decision.on),
      Act(
        part: "agreement", command: .agree(by: entry.agreement.by), on: entry.agreement.on),
      Act(part: "notice", command: .makeKnown, on: entry.sentOn),
    ]
    if let day = entry.publishedOn {
      acts.append(
        Act(
          part: "release",
          command: .publish(until: Publication.lastDay(from: day), reason: nil), on: day))
    }
    self.acts = acts
  }
}
