import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Emergency access from the reason to the privacy officer's finding, over a real database and a real door.
@Suite struct EmergencyTests {
  @Test func `who sees one programme sees all for an hour, and every page says so`() async throws {
    try await EmergencyStage.with { stage in
      let denied = try await stage.ask(stage.other, as: stage.joris)
      #expect(denied.status == .notFound || denied.status == .forbidden)
      #expect(denied.text.contains("href=\"/emergency\""), "the way to it is offered")
      let page = try await stage.ask("/emergency", as: stage.joris)
      #expect(page.text.contains("tot 2 maart 2026 om 14:00"), "an hour after one in Amsterdam")
      let answer = try await stage.send(
        "reason=Ongeval&hours=1", to: "/emergency", as: stage.joris)
      #expect(answer.status == .seeOther)
      let seen = try await stage.ask(stage.other, as: stage.joris)
      #expect(seen.status == .ok)
      #expect(seen.text.contains("U hebt noodtoegang tot 2 maart 2026 om 14:00."))
      let again = try await stage.send(
        "reason=Nog+een&hours=1", to: "/emergency", as: stage.joris)
      #expect(again.status == .unprocessableContent)
      let ended = try await stage.send("", to: "/emergency/end", as: stage.joris)
      #expect(ended.status == .seeOther)
      let after = try await stage.ask(stage.other, as: stage.joris)
      #expect(after.status == denied.status)
      #expect(!after.text.contains("class=\"emergency\""))
    }
  }

  @Test func `it takes a reason and a time that is offered`() async throws {
    try await EmergencyStage.with { stage in
      for fields in ["reason=&hours=1", "reason=Ongeval&hours=9", "reason=Ongeval"] {
        let answer = try await stage.send(fields, to: "/emergency", as: stage.joris)
        #expect(answer.status == .unprocessableContent, "\(fields)")
      }
    }
  }

  @Test func `who sees all of the work sees in an emergency what only handlers see, too`()
    async throws
  {
    try await EmergencyStage.with { stage in
      let file = try await stage.staged.openedCase("Fraude", handler: "amina", "handlersOnly")
      let denied = try await stage.ask(file, as: stage.noor)
      #expect(denied.status == .notFound && denied.text.contains("href=\"/emergency\""))
      let answer = try await stage.send(
        "reason=Niemand+behandelt+dit+meer&hours=1", to: "/emergency", as: stage.noor)
      #expect(answer.status == .seeOther)
      let seen = try await stage.ask(file, as: stage.noor)
      #expect(seen.status == .ok && seen.text.contains("\(file)/handlers"))
      let form = try await stage.ask(file + "/handlers", as: stage.noor)
      let noor = try #require(form.text.firstMatch(of: /value="([^"]+)"[^>]*>Noor</))
      let own = try await stage.send(
        "person=\(noor.1)&on=2-3-2026", to: file + "/handlers", as: stage.noor)
      #expect(own.status == .unprocessableContent, "it would outlast the emergency")
      try await stage.send("", to: "/emergency/end", as: stage.noor)
      #expect(try await stage.ask(file, as: stage.noor).status == .notFound)
    }
  }

  @Test func `it takes a proof of who one is that is only minutes old; ending it does not`()
    async throws
  {
    try await EmergencyStage.with { stage in
      try await stage.send("reason=Ongeval&hours=4", to: "/emergency", as: stage.joris)
      let later = stage.later(by: 16 * 60)
      let page = try await later.ask("/emergency", as: stage.joris)
      #expect(page.headers[.location]?.hasPrefix("/sign-in?next=") == true)
      let ended = try await later.send("", to: "/emergency/end", as: stage.joris)
      #expect(ended.headers[.location] == "/")
    }
  }

  @Test func `the privacy officer sees how many are new, and looks one over when it is over`()
    async throws
  {
    try await EmergencyStage.with { stage in
      try await stage.send("reason=Ongeval&hours=1", to: "/emergency", as: stage.joris)
      let home = try await stage.ask("/", as: stage.fatima)
      #expect(home.text.contains("Er is 1 keer noodtoegang genomen die nog niemand"))
      #expect(home.text.contains("<span class=\"site-count\">1 nieuw</span>"))
      #expect(!(try await stage.ask("/", as: stage.noor)).text.contains("site-count"))
      let list = try await stage.ask("/emergencies", as: stage.fatima)
      #expect(list.text.contains("Joris Smit") && list.text.contains("geldt nu"))
      let match = try #require(list.text.firstMatch(of: /\/emergencies\/[0-9a-f-]{36}/))
      let (page, review) = (String(match.0), "\(match.0)/review")
      let early = try await stage.send("finding=Terecht", to: review, as: stage.fatima)
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("Deze noodtoegang duurt nog tot"))
      // Whoever looks in between stays signed in.
      _ = try await stage.later(by: 1800).ask("/", as: stage.fatima)
      let later = stage.later(by: 3600)
      let taken = try await later.send("finding=Terecht", to: review, as: stage.fatima)
      #expect(taken.status == .seeOther)
      let told = try await later.ask(page, as: stage.fatima)
      #expect(told.text.contains("door Fatima op 2 maart 2026") && told.text.contains("Terecht"))
      #expect(!(try await later.ask("/", as: stage.fatima)).text.contains("site-count"))
    }
  }
}

/// Three people with accounts: Joris sees one programme of two, Noor sees all, Fatima watches.
struct EmergencyStage {
  let staged: StagedSite
  let joris: String
  let noor: String
  let fatima: String
  /// A programme that Joris does not see.
  let other: String
  /// The one that he does.
  let own: String
  let now: Date

  static func with(_ body: (EmergencyStage) async throws -> Void) async throws {
    try await StagedSite.with { staged in
      let stage = staged.stage
      let (own, other) = (try await staged.adopted(), try await staged.adopted(number: 5))
      let programme = try #require(ProgrammeID(String(own.suffix(36))))
      let joris = try await enter(
        stage, "Joris Smit", Grant(.inspector, in: .programme(id: programme), term()))
      let noor = try await enter(stage, "Noor", Grant(.programmeManager, term()))
      let fatima = try await enter(stage, "Fatima", Grant(.privacyOfficer, term()))
      try await body(
        EmergencyStage(
          staged: staged, joris: joris, noor: noor, fatima: fatima, other: other,
          own: own, now: TestSite.noon))
    }
  }

  private static func term() throws -> Grant.Term {
    Grant.Term(from: try #require(Day("2026-03-01")))
  }

  /// Opens an account with one role.
  ///
  /// - Returns: the cookie of a session that began at noon.
  private static func enter(
    _ stage: TestStage, _ name: String, _ grant: Grant
  ) async throws -> String {
    let account = AccountID(.fresh())
    let (day, granter) = (try #require(Day("2026-03-01")), try #require(PersonID("iris")))
    let person = PersonID.opaque(for: account)
    try await stage.perform(
      .open(person, Account.Profile(try Line(name)), on: day), to: Account.self,
      on: account.identity, by: granter)
    try await stage.perform(
      .grant(GrantID(.fresh()), grant, reason: try Prose("werk"), by: granter, on: day),
      to: Account.self, on: account.identity, by: granter)
    let token = try await Door(stage.entrance).begin(
      person, by: .passkey, provenAt: TestSite.noon, browser: "a browser", provider: nil,
      at: TestSite.noon)
    return "\(SessionCookie.name)=\(token.written)"
  }

  /// The same people so many seconds later.
  func later(by seconds: Double) -> EmergencyStage {
    EmergencyStage(
      staged: staged, joris: joris, noor: noor, fatima: fatima, other: other, own: own,
      now: now + seconds)
  }

  func site() throws -> TestSite {
    try TestSite(over: staged.stage, reception: Door(staged.stage.entrance), now: now)
  }

  func ask(_ address: String, as cookie: String) async throws -> TestResponse {
    try await site().ask(.get, address, cookie: cookie)
  }

  @discardableResult
  func send(_ fields: String, to address: String, as cookie: String) async throws -> TestResponse {
    let answer = try await site().ask(
      .post, address, cookie: cookie, headers: [.fetchSite: "same-origin"],
      body: "command=\(Identity.fresh())&\(fields)")
    try await staged.stage.show(try await staged.log.head())
    return answer
  }
}
