import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Account>

struct AccountTests {
  @Test func `an account is opened once, restated when something changed, and closed for a reason`()
  {
    Story.given().when(.open(joris, Joris.profile, on: monday)).then(Joris.opened)
    let story = Story.given(Joris.opened)
    story.when(.open(joris, Joris.profile, on: monday)).refuses(.alreadyOpened)
    story.when(.restate(Joris.profile, on: tuesday)).nothingHappens()
    let married = Account.Profile("Joris Jansen")
    story.when(.restate(married, on: tuesday)).then(.restated(profile: married, on: tuesday))
    story.when(.restate(married, on: sunday)).refuses(.beforeOpened(on: monday))
    story.when(.close(reason: "Uit dienst", by: noor, on: tuesday))
      .then(.closed(reason: "Uit dienst", on: tuesday))
    story.when(.letGo(reason: "Uit dienst", on: tuesday))
      .then(.closed(reason: "Uit dienst", on: tuesday))
  }

  @Test(
    arguments: [
      .restate(Joris.profile, on: monday), .close(reason: "x", by: noor, on: monday),
      .letGo(reason: "x", on: monday), .reopen(reason: "x", on: monday), .found(1, on: monday),
      .appoint(1, reason: "x", on: monday),
      .grant(1, Joris.inspector, reason: "x", by: noor, on: monday),
      .confirm(1, by: noor, on: monday), .admit(1, by: noor, on: monday),
      .decline(1, reason: "x", by: noor, on: monday),
      .revoke(1, reason: "x", by: noor, on: monday), .follow([], on: monday),
      .breakGlass(1, Joris.emergency, on: monday), .mendGlass(1, at: Joris.nine, on: monday),
      .reviewEmergency(1, finding: "x", by: noor, at: Joris.nine, on: monday),
      Joris.requesting,
    ] as [Account.Command])
  func `nothing happens to an account that was not opened`(command: Account.Command) {
    Story.given().when(command).refuses(.notOpened)
  }

  @Test func `who left is granted nothing and breaks no glass until the account is open again`() {
    let story = Story.given(Joris.opened).and(.closed(reason: "Uit dienst", on: tuesday))
    for command in [
      .grant(1, Joris.inspector, reason: "x", by: noor, on: wednesday),
      .restate(Account.Profile("Joris"), on: wednesday), .follow([], on: wednesday),
      .breakGlass(1, Joris.emergency, on: wednesday), .close(reason: "x", by: noor, on: wednesday),
      .letGo(reason: "x", on: wednesday), .appoint(1, reason: "x", on: wednesday),
    ] as [Account.Command] {
      story.when(command).refuses(.closed(on: tuesday))
    }
    story.when(.reopen(reason: "Terug", on: monday)).refuses(.closed(on: tuesday))
    story.when(.reopen(reason: "Terug", on: wednesday))
      .then(.reopened(reason: "Terug", on: wednesday))
    Story.given(Joris.opened).when(.reopen(reason: "x", on: monday)).refuses(.notClosed)
  }

  @Test func `a role is granted and revoked by somebody else, with a reason`() {
    let story = Story.given(Joris.opened)
    story.when(.grant(1, Joris.inspector, reason: "Nieuw", by: noor, on: monday))
      .then(Joris.inspecting)
    story.when(.grant(1, Joris.inspector, reason: "Nieuw", by: joris, on: monday))
      .refuses(.toOneself)
    let granted = story.and(Joris.inspecting)
    granted.when(.grant(2, Joris.inspector, reason: "Nog eens", by: noor, on: tuesday))
      .refuses(.alreadyGranted(1))
    granted.when(.grant(1, Joris.administrator, reason: "x", by: noor, on: tuesday))
      .refuses(.identifierInUse)
    granted.when(.revoke(1, reason: "Andere baan", by: joris, on: tuesday)).refuses(.toOneself)
    granted.when(.revoke(9, reason: "x", by: noor, on: tuesday)).refuses(.unknownGrant)
    granted.when(.revoke(1, reason: "Andere baan", by: noor, on: tuesday))
      .then(
        .grantRevoked(id: 1, reason: "Andere baan", by: .person(id: noor), on: tuesday))
    let revoked = granted.and(
      .grantRevoked(id: 1, reason: "Andere baan", by: .person(id: noor), on: tuesday))
    revoked.when(.revoke(1, reason: "x", by: noor, on: tuesday)).refuses(.alreadyRevoked)
    revoked.when(.grant(2, Joris.inspector, reason: "Terug", by: noor, on: tuesday)).then(
      .granted(
        id: 2, grant: Joris.inspector, reason: "Terug", by: .person(id: noor), on: tuesday))
  }

  @Test func `a grant ends no earlier than it starts, and may follow one of the same role`() {
    let story = Story.given(Joris.opened)
    let backwards = Grant(.inspector, Grant.Term(from: tuesday, until: monday))
    story.when(.grant(1, backwards, reason: "x", by: noor, on: monday)).refuses(.endsBeforeStart)
    let first = Grant(.inspector, Grant.Term(from: monday, until: tuesday))
    let next = Grant(.inspector, Grant.Term(from: wednesday))
    story.and(.granted(id: 1, grant: first, reason: "x", by: .person(id: noor), on: monday))
      .when(.grant(2, next, reason: "Vast", by: noor, on: monday))
      .then(.granted(id: 2, grant: next, reason: "Vast", by: .person(id: noor), on: monday))
  }

  @Test func `a role is played where it can be`() {
    let story = Story.given(Joris.opened)
    let term = Grant.Term(from: monday)
    for (grant, reach) in [
      (Grant(.partner, term), .programme),
      (Grant(.decisionMaker, in: .programme(id: 1), term), .organisation),
      (Grant(.administrator, in: .programme(id: 1), term), .organisation),
      (Grant(.programmeManager, in: .caseType(name: "taxi"), term), .anywhere),
    ] as [(Grant, Role.Reach)] {
      story.when(.grant(1, grant, reason: "x", by: noor, on: monday)).refuses(.outOfReach(reach))
    }
    for grant in [
      Grant(.partner, in: .programme(id: 1), term), Grant(.teamMember, in: .programme(id: 1), term),
      Grant(.inspector, in: .caseType(name: "taxi"), term),
    ] {
      story.when(.grant(1, grant, reason: "x", by: noor, on: monday))
        .then(.granted(id: 1, grant: grant, reason: "x", by: .person(id: noor), on: monday))
    }
  }

  @Test func `an administrator takes four eyes`() {
    let story = Story.given(Joris.opened)
    story.when(.grant(2, Joris.administrator, reason: "Vervanging", by: noor, on: monday))
      .then(Joris.proposed)
    let proposed = story.and(Joris.proposed)
    proposed.when(.confirm(2, by: noor, on: tuesday)).refuses(.sameEyes)
    proposed.when(.confirm(2, by: joris, on: tuesday)).refuses(.toOneself)
    proposed.when(.confirm(9, by: amina, on: tuesday)).refuses(.unknownGrant)
    proposed.when(.confirm(2, by: amina, on: tuesday))
      .then(.grantConfirmed(id: 2, by: amina, on: tuesday))
    proposed.when(.decline(2, reason: "Niet nodig", by: noor, on: tuesday))
      .then(.grantDeclined(id: 2, reason: "Niet nodig", by: noor, on: tuesday))
    let confirmed = proposed.and(.grantConfirmed(id: 2, by: amina, on: tuesday))
    confirmed.when(.confirm(2, by: amina, on: tuesday)).refuses(.notProposed)
    confirmed.when(.decline(2, reason: "x", by: amina, on: tuesday)).refuses(.notProposed)
    proposed.and(.grantDeclined(id: 2, reason: "x", by: noor, on: tuesday))
      .when(.confirm(2, by: amina, on: tuesday)).refuses(.notProposed)
  }

  @Test func `nobody closes their own account, so that whoever closes one is left`() {
    let story = Story.given(Joris.opened)
    story.when(.close(reason: "Klaar", by: joris, on: tuesday)).refuses(.ownAccount)
  }

  @Test func `the operator makes an administrator for a reason, as often as it takes`() {
    let appointed = Account.Event.granted(
      id: 2, grant: Joris.administrator, reason: "Iedereen weg", by: .operator, on: monday)
    let story = Story.given(Joris.opened)
    story.when(.appoint(2, reason: "Iedereen weg", on: monday)).then(appointed)
    let stream = StreamName(Account.category, (1 as AccountID).identity)
    #expect(Account.claims(of: appointed, in: stream).isEmpty)
    story.and(appointed).when(.revoke(2, reason: "Klaar", by: noor, on: tuesday))
      .then(.grantRevoked(id: 2, reason: "Klaar", by: .person(id: noor), on: tuesday))
    story.and(appointed).when(.appoint(3, reason: "x", on: tuesday)).refuses(.alreadyGranted(2))
  }

  @Test func `the first administrator is founded, and the log takes that once`() {
    Story.given(Joris.opened).when(.found(2, on: monday))
      .then(
        .granted(id: 2, grant: Joris.administrator, reason: nil, by: .founding, on: monday))
    let founded = Account.Event.granted(
      id: 2, grant: Joris.administrator, reason: nil, by: .founding, on: monday)
    let stream = StreamName(Account.category, (1 as AccountID).identity)
    #expect(Account.claims(of: founded, in: stream) == [Account.foundingClaim])
    #expect(Account.claims(of: Joris.inspecting, in: stream).isEmpty)
    #expect(
      Account.claims(of: Joris.opened, in: stream)
        == [Claim(.take, scope: "account-person", key: "joris")])
  }

  @Test func `what the directory grants follows its groups, and nobody else revokes it`() {
    let story = Story.given(Joris.opened).and(Joris.followed)
    let analyst = Account.GroupRole(.analyst, of: "analisten", as: 8)
    let inspector = Account.GroupRole(.inspector, of: "inspecteurs", as: 9)
    story.when(.follow([analyst], on: tuesday)).nothingHappens()
    story.when(.follow([inspector], on: tuesday)).then(
      .grantRevoked(id: 3, reason: nil, by: .directory(group: "analisten"), on: tuesday),
      .granted(
        id: 9, grant: Grant(.inspector, Grant.Term(from: tuesday)), reason: nil,
        by: .directory(group: "inspecteurs"), on: tuesday))
    story.when(.revoke(3, reason: "x", by: noor, on: tuesday))
      .refuses(.grantedByDirectory(group: "analisten"))
    story.and(Joris.inspecting).when(.follow([analyst], on: tuesday)).nothingHappens()
  }

  @Test func `an administrator whom a group names takes four eyes, one pair an administrator's`() {
    let story = Story.given(Joris.opened)
    story.when(.follow([Joris.beheerders], on: tuesday)).then(Joris.named)
    let named = story.and(Joris.named)
    named.when(.follow([Joris.beheerders], on: wednesday)).nothingHappens()
    named.when(.confirm(7, by: amina, on: wednesday)).refuses(.takesAdministrator)
    named.when(.admit(7, by: joris, on: wednesday)).refuses(.toOneself)
    named.when(.grant(2, Joris.administrator, reason: "x", by: noor, on: wednesday))
      .refuses(.alreadyGranted(7))
    named.when(.revoke(7, reason: "x", by: noor, on: wednesday))
      .refuses(.grantedByDirectory(group: "beheerders"))
    named.when(.admit(7, by: amina, on: wednesday))
      .then(.grantConfirmed(id: 7, by: amina, on: wednesday))
    named.when(.follow([], on: wednesday)).then(Joris.unnamed)
    let confirmed = named.and(.grantConfirmed(id: 7, by: amina, on: wednesday))
    confirmed.when(.follow([Joris.beheerders], on: wednesday)).nothingHappens()
    confirmed.when(.follow([], on: wednesday)).then(Joris.unnamed)
    confirmed.when(.revoke(7, reason: "x", by: noor, on: wednesday))
      .refuses(.grantedByDirectory(group: "beheerders"))
  }

  @Test func `what a group asks for and was declined is asked again once somebody was out of it`() {
    let declined = Story.given(
      Joris.opened, Joris.named,
      .grantDeclined(id: 7, reason: "Niet nodig", by: amina, on: tuesday))
    declined.when(.follow([Joris.beheerders], on: wednesday)).nothingHappens()
    declined.when(.revoke(7, reason: "x", by: noor, on: wednesday)).refuses(.alreadyRevoked)
    declined.when(.grant(2, Joris.administrator, reason: "x", by: noor, on: wednesday)).then(
      .grantProposed(
        id: 2, grant: Joris.administrator, reason: "x", by: noor, on: wednesday))
    declined.when(.follow([], on: wednesday)).then(Joris.unnamed)
    let back = Account.GroupRole(.administrator, of: "beheerders", as: 8)
    declined.and(Joris.unnamed).when(.follow([back], on: wednesday)).then(
      .grantProposedByGroup(
        id: 8, grant: Grant(.administrator, Grant.Term(from: wednesday)), group: "beheerders",
        on: wednesday))
  }

  @Test func `an administrator may be the second pair of eyes for what a person proposed too`() {
    let proposed = Story.given(Joris.opened, Joris.proposed)
    proposed.when(.admit(2, by: noor, on: tuesday)).refuses(.sameEyes)
    proposed.when(.admit(2, by: amina, on: tuesday))
      .then(.grantConfirmed(id: 2, by: amina, on: tuesday))
  }

  @Test func `glass is broken for a reason, for hours, and one at a time`() {
    let story = Story.given(Joris.opened)
    story.when(.breakGlass(1, Joris.emergency, on: monday))
      .then(.glassBroken(id: 1, emergency: Joris.emergency, on: monday))
    let nine = Joris.nine
    let long = Account.Emergency(
      "x", from: nine, until: nine.adding(seconds: Account.Emergency.secondsMax + 1))
    story.when(.breakGlass(1, long, on: monday))
      .refuses(.emergencyTooLong(secondsMax: Account.Emergency.secondsMax))
    story.when(.breakGlass(1, Account.Emergency("x", from: nine, until: nine), on: monday))
      .refuses(.emergencyNotAhead)
    let broken = story.and(.glassBroken(id: 1, emergency: Joris.emergency, on: monday))
    broken.when(.breakGlass(2, Joris.emergency, on: monday))
      .refuses(.emergencyGoesOn(until: Joris.emergency.until))
    let half = nine.adding(seconds: 1800)
    broken.when(.mendGlass(1, at: half, on: monday))
      .then(.glassMended(id: 1, at: half, on: monday))
    broken.when(.mendGlass(1, at: nine.adding(seconds: 7200), on: monday)).nothingHappens()
    broken.when(.mendGlass(2, at: half, on: monday)).refuses(.noEmergency)
    let again = Account.Emergency("y", from: half, until: half.adding(seconds: 60))
    broken.and(.glassMended(id: 1, at: half, on: monday))
      .when(.breakGlass(2, again, on: monday))
      .then(.glassBroken(id: 2, emergency: again, on: monday))
  }

  @Test func `emergency access is looked over once it is over, by somebody else, once`() {
    let broken = Story.given(
      Joris.opened, .glassBroken(id: 1, emergency: Joris.emergency, on: monday))
    let end = Joris.emergency.until
    func review(_ id: EmergencyID = 1, by person: PersonID, at instant: Instant)
      -> Account.Command
    {
      .reviewEmergency(id, finding: "Terecht", by: person, at: instant, on: tuesday)
    }
    let reviewed = Account.Event.emergencyReviewed(
      id: 1, finding: "Terecht", by: noor, on: tuesday)
    broken.when(review(by: noor, at: end.adding(seconds: -1)))
      .refuses(.emergencyNotOver(until: end))
    broken.when(review(by: joris, at: end)).refuses(.toOneself)
    broken.when(review(2, by: noor, at: end)).refuses(.noEmergency)
    broken.when(review(by: noor, at: end)).then(reviewed)
    broken.and(reviewed).when(review(by: amina, at: end)).refuses(.emergencyAlreadyReviewed)
    broken.and(.closed(reason: "Uit dienst", on: monday)).when(review(by: noor, at: end))
      .then(reviewed)
    broken.and(.glassMended(id: 1, at: Joris.nine, on: monday))
      .when(review(by: noor, at: Joris.nine)).then(reviewed)
  }
}
