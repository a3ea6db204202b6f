import Domain
import EventSourcing
import TestCast
import Testing

struct AuthorityTests {
  private let taxi: ProgrammeID = 1
  private let ships: ProgrammeID = 2

  @Test func `a role in the organisation holds everywhere`() {
    let authority = Authority([.role(.programmeManager, in: .organisation)])
    for place in [.organisation, .programme(taxi), .anywhere] as [Authority.Place] {
      #expect(authority.may(.manage, at: place))
      #expect(!authority.may(.decide, at: place))
    }
    #expect(authority.sight == .organisation)
  }

  @Test func `a role in one programme holds there and nowhere else`() {
    let authority = Authority([.role(.teamMember, in: .programme(id: taxi))])
    #expect(authority.may(.work, at: .programme(taxi)))
    #expect(authority.may(.work, at: .anywhere))
    #expect(!authority.may(.work, at: .programme(ships)))
    #expect(!authority.may(.work, at: .organisation))
    #expect(authority.sight == .programmes([taxi]))
  }

  @Test func `what is seen is what some role may read`() {
    #expect(Authority().sight == .programmes([]))
    #expect(Authority([.role(.administrator, in: .organisation)]).sight == .programmes([]))
    let both = Authority([
      .role(.partner, in: .programme(id: taxi)), .role(.inspector, in: .programme(id: ships)),
      .role(.teamMember, in: .programme(id: taxi)),
    ])
    #expect(both.sight == .programmes([taxi, ships]))
    #expect(both.roles == [.partner, .inspector, .teamMember])
  }

  @Test func `an emergency opens everything to read, and nothing to do`() {
    let authority = Authority([.emergency(1, until: Joris.nine)])
    #expect(authority.sight == .organisation)
    #expect(authority.may(.read, at: .programme(taxi)))
    #expect(Right.allCases.filter { authority.may($0) } == [.read])
  }

  @Test func `emergency access may be asked for by who may have it somewhere`() {
    let asking = Authority([.role(.inspector, in: .programme(id: ships))])
    let account = StreamName(Account.category, AccountID(7).identity)
    #expect(asking.may(.breakGlass, at: .of(account, for: .breakGlass)))
    #expect(!asking.may(.work, at: .of(account, for: .work)))
    #expect(
      Role.allCases.filter { $0.may(.breakGlass) } == [.programmeManager, .teamMember, .inspector])
  }

  @Test func `who handles cases in one programme keeps the register that all cases share`() {
    let inspecting = Authority([.role(.inspector, in: .programme(id: ships))])
    let entity = StreamName(SupervisedEntity.category, EntityID(7).identity)
    #expect(inspecting.may(.inspect, at: .of(entity, for: .inspect)))
    #expect(
      Role.allCases.filter { $0.may(.inspect) } == [.programmeManager, .teamMember, .inspector])
  }

  @Test func `every reason for a right is told`() {
    let grounds: [Authority.Ground] = [
      .role(.administrator, in: .organisation), .role(.partner, in: .programme(id: taxi)),
      .role(.inspector, in: .programme(id: ships)), .emergency(1, until: Joris.nine),
    ]
    let authority = Authority(grounds)
    #expect(authority.grounds(for: .read, at: .programme(taxi)) == [grounds[1], grounds[3]])
    #expect(authority.grounds(for: .administer, at: .organisation) == [grounds[0]])
    #expect(authority.grounds(for: .decide, at: .anywhere).isEmpty)
  }

  @Test func `an identifier that says nothing about its person leads back to the account`() {
    let account: AccountID = 7
    let person = PersonID.opaque(for: account)
    #expect(person.description == "p-00000000000070008000000000000007")
    #expect(person.account == account)
    #expect(noor.account == nil)
  }
}
