import Domain
import EventSourcing
import TestCast
import Testing

/// Gives a decider random commands and checks after each that what must hold holds.
struct Walk<D: Decider> {
  var dice: Dice
  private(set) var history: [D.Event]

  init(_: D.Type, from history: [D.Event], _ dice: Dice) {
    self.history = history
    self.dice = dice
  }

  mutating func run(
    steps: Int, _ command: (inout Dice) -> D.Command,
    check: (_ before: D.State, _ after: D.State) -> Void
  ) throws {
    var state = D.state(after: history)
    check(state, state)
    for _ in 0..<steps {
      guard let events = try? D.decide(command(&dice), state) else { continue }
      let before = state
      state = events.reduce(state, D.evolve)
      history += events
      check(before, state)
    }
    try readBack(state)
  }

  /// What the log would give back leads to the same state.
  private func readBack(_ state: D.State) throws {
    let codec = try D.codec()
    let kept = try history.map(codec.encode)
    #expect(try D.state(after: kept.map(codec.decode)) == state)
  }
}

extension Dice {
  mutating func identifier<Subject>() -> Identifier<Subject> { one(of: 1, 2, 3) }
  mutating func day() -> Day { monday.adding(days: Int.random(in: 0...30, using: &self)) }
  /// Now and then a slip: a day that lies before everything.
  mutating func dayOrTooEarly() -> Day {
    Int.random(in: 0..<12, using: &self) == 0 ? "1901-01-01" : day()
  }

  mutating func person() -> PersonID { one(of: noor, amina, joris) }
  mutating func prose() -> Prose { one(of: "Nieuw inzicht", "Geen mensen", "Klaar") }
  mutating func line() -> Line { one(of: "Taxi", "Spoor", "Bodem") }
}
