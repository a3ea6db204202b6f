import Domain
import TestCast
import Testing

struct RoleTests {
  @Test func `everyone reads, and leadership only reads and sees how the system is doing`() {
    #expect(Role.allCases.allSatisfy { $0.may(.read) })
    #expect(Role.leadership.rights == [.read, .operate])
    #expect(Role.allCases.filter { $0.may(.operate) } == [.leadership])
  }

  @Test func `only who decides decides, and who proposes does not`() {
    #expect(Role.allCases.filter { $0.may(.decide) } == [.decisionMaker])
    #expect(Role.allCases.filter { $0.may(.extend) } == [.decisionMaker])
    #expect(Role.allCases.filter { $0.may(.propose) && $0.may(.decide) }.isEmpty)
  }

  @Test func `each command takes a right`() {
    let open = Exploration.Command.open(
      title: "Taxi", origin: .ibraRisk, organisation: inspectorate, on: monday)
    #expect(open.right == .explore)
    #expect(Exploration.Command.propose(1, Taxi.proposal, on: monday).right == .propose)
    #expect(Exploration.Command.decide(1, .adopt, Taxi.ruling, on: monday).right == .decide)
    #expect(
      Programme.Command.establish(Rail.charter, from: Rail.decision, on: monday).right == .decide)
    #expect(Programme.Command.end(reason: "Klaar", on: monday).right == .manage)
    #expect(Programme.Command.indicators(.drop(1, reason: "x"), on: monday).right == .manage)
    #expect(
      Programme.Command.indicators(.measure(1, 1, Rail.measurement), on: monday).right == .work)
    #expect(Programme.Command.interventions(.start(1), on: monday).right == .work)
    #expect(
      Programme.Command.extend(
        review: monday, end: monday, decidedBy: amina, reason: "x", on: monday
      ).right == .extend)
    #expect(Signal.Command.send(on: monday).right == .signal)
    #expect(Fireworks.raise(Fireworks.asking, dueOn: nil).right == .decide)
  }
}
