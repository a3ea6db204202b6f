import Domain
import TestCast
import Testing

struct RoleTests {
  @Test func `those who let people in see none of their work`() {
    #expect(Role.allCases.filter { !$0.may(.read) } == [.administrator])
    #expect(Role.allCases.filter { $0.may(.administer) } == [.administrator])
  }

  @Test func `how the system is doing is for leadership and administrators`() {
    #expect(Role.allCases.filter { $0.may(.operate) } == [.leadership, .administrator])
  }

  @Test func `who proposes does not decide`() {
    #expect(Role.allCases.filter { $0.may(.decide) } == [.decisionMaker])
    #expect(Role.allCases.filter { $0.may(.extend) } == [.decisionMaker])
    #expect(Role.allCases.filter { $0.may(.propose) && $0.may(.decide) }.isEmpty)
  }

  @Test func `who watches over others does no work of theirs`() {
    let work: Set<Right> = [
      .explore, .propose, .decide, .manage, .work, .measure, .extend, .signal,
    ]
    for role in [.leadership, .partner, .privacyOfficer, .recordsManager, .administrator]
      as [Role]
    {
      #expect(work.isDisjoint(with: role.rights), "\(role)")
    }
    #expect(Role.allCases.filter { $0.may(.protect) } == [.privacyOfficer])
    #expect(Role.allCases.filter { $0.may(.keepRecords) } == [.recordsManager])
  }

  @Test
  func `who lets others in, or decides over what is known of them, shows more than a password`() {
    let deciding = Role.allCases.filter {
      $0.may(.administer) || $0.may(.protect) || $0.may(.keepRecords)
    }
    #expect(Role.allCases.filter(\.takesTwoFactors) == deciding)
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
      Programme.Command.indicators(.measure(1, 1, Rail.measurement), on: monday).right == .measure)
    #expect(Programme.Command.interventions(.start(1), on: monday).right == .work)
    #expect(
      Programme.Command.extend(
        review: monday, end: monday, decidedBy: amina, reason: "x", on: monday
      ).right == .extend)
    #expect(Signal.Command.send(on: monday).right == .signal)
    #expect(Fireworks.raise(Fireworks.asking, dueOn: nil).right == .decide)
    #expect(Account.Command.close(reason: "x", by: noor, on: monday).right == .administer)
    #expect(Account.Command.confirm(1, by: noor, on: monday).right == .review)
    #expect(Account.Command.admit(1, by: noor, on: monday).right == .administer)
    let review = Account.Command.reviewEmergency(
      1, finding: "x", by: noor, at: Joris.nine, on: monday)
    #expect(review.right == .protect)
    #expect(Account.Command.breakGlass(1, Joris.emergency, on: monday).right == .breakGlass)
    #expect(Joris.requesting.right == .protect)
    #expect(Account.Command.erasure(.approve(1, by: amina), on: monday).right == .keepRecords)
  }

  @Test func `only an administrator takes four eyes`() {
    #expect(Role.allCases.filter(\.needsFourEyes) == [.administrator])
  }
}
