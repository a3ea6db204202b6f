import Domain
import EventSourcing

/// The enforcement of one finding of a demonstration as commands, each with its day.
struct EnforcementSeed {
  /// What data/cases.yaml says of it.
  struct Entry: Decodable {
    /// The number of the question of the checklist that the finding answers.
    let question: Int
    let placement: Placement
    let measure: Enforcement.Measure
    let intention: Intention?
    let view: View?
    let decision: Decision
    let reinspection: Reinspection?
    let ending: Ending?
  }

  struct Placement: Decodable {
    let on: Day
    let position: String
    let mitigating: [String]?
  }

  struct Intention: Decodable {
    let on: Day
    let text: String
    let viewBy: Day
  }

  struct View: Decodable {
    let on: Day
    let text: String
    /// What it changed in the decision.
    let changed: String
  }

  /// An order under penalty with an amount; anything else in words.
  struct Decision: Decodable {
    let on: Day
    let text: String
    let order: Order?
  }

  struct Order: Decodable {
    let until: Day
    let euros: Int
    let unit: Enforcement.Penalty.Unit
    let eurosMax: Int
  }

  struct Reinspection: Decodable {
    let on: Day
    let isRestored: Bool
    let note: String
  }

  struct Ending: Decodable {
    let on: Day
    let how: Enforcement.Ending
    let reason: String
  }

  /// A command and the day it is dated on.
  struct Act {
    let part: String
    let command: Enforcement.Command
    let on: Day
  }

  /// In the order in which they are given.
  private(set) var acts: [Act] = []

  private let entry: Entry
  private let action: Enforcement.ActionID

  init(
    _ entry: Entry, as action: Enforcement.ActionID, by handler: PersonID,
    under matrix: Enforcement.MatrixEdition
  ) throws {
    self.entry = entry
    self.action = action
    let placement = entry.placement
    guard let position = Enforcement.Position(placement.position) else {
      throw SeedError.malformed(entry: placement.position, reason: "is no cell of the matrix")
    }
    let aspects = Enforcement.Aspects(
      mitigating: try (placement.mitigating ?? []).map { try Prose($0) })
    add("placed", .place(position, aspects, under: matrix), on: placement.on)
    add("chosen", .choose(entry.measure, by: handler), on: placement.on)
    try addHearing()
    add("decided", .settle(action, try decision()), on: entry.decision.on)
    add("sent", .send(action), on: entry.decision.on)
    try addWhatFollows()
  }

  private mutating func addHearing() throws {
    if let intention = entry.intention {
      let text = Enforcement.Intention(try Prose(intention.text), viewBy: intention.viewBy)
      add("announced", .announce(action, text), on: intention.on)
    }
    if let view = entry.view {
      add("view", .receiveView(action, .received(text: try Prose(view.text))), on: view.on)
    }
  }

  private func decision() throws -> Enforcement.Decision {
    Enforcement.Decision(
      try ruling(),
      viewEffect: try entry.view.map { .changed(how: try Prose($0.changed)) })
  }

  private func ruling() throws -> Enforcement.Ruling {
    let text = try Prose(entry.decision.text)
    guard let order = entry.decision.order else { return .other(text: text) }
    guard let amount = Euro(cents: order.euros * 100), let most = Euro(cents: order.eurosMax * 100)
    else { throw SeedError.malformed(entry: entry.decision.text, reason: "too many euros") }
    return .orderUnderPenalty(
      order: Enforcement.Order(remedy: text, until: order.until),
      penalty: Enforcement.Penalty(amount, order.unit, maximum: most))
  }

  private mutating func addWhatFollows() throws {
    if let again = entry.reinspection {
      let found = Enforcement.Reinspection(
        isRestored: again.isRestored, note: try Prose(again.note))
      add("reinspected", .reinspect(action, found), on: again.on)
    }
    if let ending = entry.ending {
      add("ended", .end(ending.how, reason: try Prose(ending.reason)), on: ending.on)
    }
  }

  private mutating func add(_ part: String, _ command: Enforcement.Command, on day: Day) {
    acts.append(Act(part: part, command: command, on: day))
  }
}
