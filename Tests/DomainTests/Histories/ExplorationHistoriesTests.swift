import Domain
import EventSourcing
import TestCast
import Testing

struct ExplorationHistoriesTests {
  @Test(arguments: Dice.seeds)
  func `however it goes, one decision is pending at most and none takes its own`(
    seed: UInt64
  ) throws {
    var dice = Dice(seed)
    let start = dice.one(of: [], [Taxi.opened], Taxi.complete, Taxi.proposed, Taxi.decided)
    var walk = Walk(Exploration.self, from: start, dice)
    try walk.run(steps: 150, Self.command) { before, after in
      guard let dossier = after.dossier else { return }
      let decisions = dossier.decisions.entries
      let pending = decisions.filter { $0.value.fate == .pending }.map(\.key)
      #expect(pending == [after.pending?.id].compactMap { $0 })
      for (_, decision) in decisions {
        if case .adopted(let ruling, let day) = decision.fate {
          #expect(ruling.by != decision.proposal.by)
          #expect(day >= decision.proposedOn)
        }
      }
      checkStanding(after, dossier)
      #expect(decisions.allSatisfy { $0.value.proposedOn >= dossier.openedOn })
      for (id, decision) in before.dossier?.decisions.entries ?? []
      where decision.fate != .pending {
        #expect(dossier.decisions[id] == decision)
      }
    }
  }

  private func checkStanding(_ state: Exploration.State, _ dossier: Exploration.Dossier) {
    switch state {
    case .unopened, .open: break
    case .proposed: #expect(dossier.missing.isEmpty)
    case .decided(_, let id):
      #expect(dossier.missing.isEmpty)
      #expect(dossier.decisions[id]?.adoptedOn != nil)
    }
  }

  private static func command(_ dice: inout Dice) -> Exploration.Command {
    let day = dice.dayOrTooEarly()
    switch Int.random(in: 0..<9, using: &dice) {
    case 0: return .open(title: "Taxi", origin: .ibraRisk, organisation: inspectorate, on: day)
    case 1: return .propose(dice.decision(), dice.proposal(), on: day)
    case 2:
      return .withdrawProposal(
        dice.decision(), by: dice.person(), reason: dice.prose(), on: day)
    case 3, 4:
      return .decide(
        dice.decision(), dice.one(of: Exploration.Verdict.self),
        .init(by: dice.person(), grounds: dice.prose()), on: day)
    case 5: return .reopen(by: dice.person(), reason: dice.prose(), on: day)
    case _: return .revise(dice.revision(), on: day)
    }
  }
}

extension Dice {
  fileprivate mutating func decision() -> DecisionID { one(of: 1, 2, 3, 4, 5, 6, 7, 8) }

  fileprivate mutating func proposal() -> Exploration.Proposal {
    .init(
      one(
        of: .programme(id: 1), .signal(id: 1), .noAction(lookAgainOn: day()),
        .project(description: "Pilot", owner: person())),
      grounds: prose(), alternatives: prose(), by: person())
  }

  fileprivate mutating func revision() -> Exploration.Revision {
    one(
      of: .retitle(line()), .reclassify(one(of: Exploration.Origin.self)),
      .rewrite(one(of: Exploration.Section.self), prose()), .addParty(identifier(), Taxi.party),
      .removeParty(identifier(), reason: prose()), .recordFinding(identifier(), Taxi.finding),
      .withdrawFinding(identifier(), reason: prose()), .argue(identifier(), Taxi.argument),
      .withdrawArgument(identifier(), reason: prose()))
  }
}
