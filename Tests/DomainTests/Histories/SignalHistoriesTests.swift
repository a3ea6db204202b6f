import Domain
import EventSourcing
import TestCast
import Testing

struct SignalHistoriesTests {
  @Test(arguments: Dice.seeds)
  func `however it goes, words stand once sent and action is answered before it is handled`(
    seed: UInt64
  ) throws {
    var dice = Dice(seed)
    let start = dice.one(of: [], [Fireworks.raised], Fireworks.sent, Fireworks.responded)
    var walk = Walk(Signal.self, from: start, dice)
    try walk.run(steps: 80, Self.command) { before, after in
      guard let signal = after.dossier else { return }
      if signal.message.kind == .askingAction {
        #expect(signal.dueOn != nil)
        #expect(signal.status != .handled || !signal.responses.isEmpty)
      }
      #expect(signal.status == .open || signal.sentOn != nil)
      if let sentOn = signal.sentOn {
        #expect(sentOn >= signal.raisedOn)
        #expect(signal.responses.entries.allSatisfy { $0.value.on >= sentOn })
      }
      if let old = before.dossier, let sentOn = old.sentOn {
        #expect(signal.message == old.message)
        #expect(signal.sentOn == sentOn)
      }
    }
  }

  private static func command(_ dice: inout Dice) -> Signal.Command {
    let day = dice.dayOrTooEarly()
    let message = dice.one(of: Fireworks.asking, Fireworks.informing)
    switch Int.random(in: 0..<10, using: &dice) {
    case 0:
      return .raise(
        message, organisation: inspectorate, origin: Fireworks.origin,
        dueOn: dice.one(of: nil, dice.day()), isPublic: false, on: day)
    case 1: return .revise(message, on: day)
    case 2: return .send(on: day)
    case 3: return .respond(dice.identifier(), Fireworks.response, on: day)
    case 4: return .treat(on: day)
    case 5: return .handle(on: day)
    case 6: return .reopen(reason: dice.prose(), on: day)
    case 7: return .reschedule(dueOn: dice.day(), reason: dice.prose(), on: day)
    case 8: return .publish(on: day)
    case _: return .withhold(reason: dice.prose(), on: day)
    }
  }
}
