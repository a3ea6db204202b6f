import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Who joins, moves and leaves by the word of the organisation's directory, over a real database.
@Suite struct DirectoryTests {
  @Test func `who joins has an account, and a group gives a role, each with who recorded it`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join(
        "noor", #", "displayName": "Noor Bakker", "emails": [{"value": "noor@example.nl"}]"#)
      _ = try await site.group("koers-managers", [noor])
      let person = try #require(try await site.person(noor))
      #expect(person.name == "Noor Bakker" && person.isOpen)
      #expect(person.roles == [.programmeManager])
      #expect(
        try await site.happenings(noor)
          == ["koers-directory account.opened", "koers-directory account.granted"])
      let shown = try await site.told(.get, "Users/\(noor)")
      #expect(shown["groups"]?.list.first?["display"]?.text == "koers-managers")
    }
  }

  @Test func `who moves is called otherwise, and plays the roles of the groups of then`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor", #", "name": {"formatted": "Noor Bakker"}"#)
      let managers = try await site.group("koers-managers", [noor])
      let top = try await site.group("koers-top", [])
      try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "path": "name.formatted", "value": "Noor Smit"}"#)
      try await site.patch(
        "Groups/\(managers)", #"{"op": "remove", "path": "members[value eq \"\#(noor)\"]"}"#)
      try await site.patch(
        "Groups/\(top)", #"{"op": "add", "path": "members", "value": [{"value": "\#(noor)"}]}"#)
      let person = try #require(try await site.person(noor))
      #expect(person.name == "Noor Smit" && person.roles == [.leadership])
    }
  }

  @Test func `a group that is called otherwise or is gone gives its role no more`() async throws {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      let managers = try await site.group("koers-managers", [noor])
      try await site.patch(
        "Groups/\(managers)", #"{"op": "replace", "path": "displayName", "value": "koers-top"}"#)
      #expect(try await site.person(noor)?.roles == [.leadership])
      #expect(try await site.ask(.delete, "Groups/\(managers)").status == .noContent)
      #expect(try await site.person(noor)?.roles == [])
    }
  }

  @Test func `whom a group names an administrator is none until an administrator confirms it`()
    async throws
  {
    try await DirectorySite.with { site in
      let iris = try await site.signedIn(as: .administrator)
      let noor = try await site.join("noor", #", "displayName": "Noor Bakker""#)
      let admins = try await site.group("koers-admins", [noor])
      #expect(try await site.person(noor)?.roles == [])
      let list = try await site.site.ask(.get, "/people", cookie: iris).text
      #expect(list.contains("Noor Bakker: beheerder"))
      try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "path": "displayName", "value": "Noor Smit"}"#)
      #expect(
        try await site.happenings(noor) == [
          "koers-directory account.opened", "koers-directory account.grantProposedByGroup",
          "koers-directory account.restated",
        ])
      let page = try await site.site.ask(.get, "/people/\(noor)", cookie: iris).text
      #expect(page.contains("Voorgesteld door de groep koers-admins"))
      #expect(page.contains("/admission") && !page.contains("/confirmation"))
      #expect(try await site.send("admission", about: noor, as: iris).status == .seeOther)
      #expect(try await site.person(noor)?.roles == [.administrator])
      try await site.patch(
        "Groups/\(admins)", #"{"op": "remove", "path": "members[value eq \"\#(noor)\"]"}"#)
      #expect(try await site.person(noor)?.roles == [])
    }
  }

  @Test func `an administrator whom a group names and who was declined is not asked for again`()
    async throws
  {
    try await DirectorySite.with { site in
      let iris = try await site.signedIn(as: .administrator)
      let noor = try await site.join("noor", #", "displayName": "Noor Bakker""#)
      let admins = try await site.group("koers-admins", [noor])
      let declined = try await site.send("declining", "&reason=Nee", about: noor, as: iris)
      #expect(declined.status == .seeOther)
      try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "path": "displayName", "value": "Noor Smit"}"#)
      func waits() async throws -> Bool {
        try await site.site.ask(.get, "/people", cookie: iris).text
          .contains("Noor Smit: beheerder")
      }
      #expect(try await !waits())
      try await site.patch(
        "Groups/\(admins)", #"{"op": "remove", "path": "members[value eq \"\#(noor)\"]"}"#)
      #expect(try await !waits())
      try await site.patch(
        "Groups/\(admins)", #"{"op": "add", "path": "members", "value": [{"value": "\#(noor)"}]}"#)
      #expect(try await waits())
    }
  }

  @Test func `who leaves is signed out at once, and comes back to a sign-in`() async throws {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      _ = try await site.group("koers-managers", [noor])
      let person = PersonID.opaque(for: try #require(AccountID(noor)))
      let token = try await site.door.begin(
        person, by: .provider, provenAt: TestSite.noon, browser: "", provider: nil,
        at: TestSite.noon)
      let cookie = "\(SessionCookie.name)=\(token.written)"
      #expect(try await site.site.ask(.get, "/", cookie: cookie).status == .ok)
      try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "path": "active", "value": false}"#)
      #expect(try await site.site.ask(.get, "/", cookie: cookie).status == .seeOther)
      #expect(try await site.stage.owner.run("SELECT FROM session").isEmpty)
      #expect(try await site.person(noor)?.isOpen == false)
      try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "path": "active", "value": true}"#)
      #expect(try await site.person(noor)?.roles == [.programmeManager])
      #expect(try await site.site.ask(.get, "/", cookie: cookie).status == .seeOther)
    }
  }

  @Test func `who is taken out of the directory leaves, and a namesake is somebody else`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      #expect(try await site.ask(.delete, "Users/\(noor)").status == .noContent)
      #expect(try await site.ask(.get, "Users/\(noor)").status == .notFound)
      #expect(try await site.person(noor)?.isOpen == false)
      let other = try await site.join("noor")
      #expect(other != noor)
      #expect(try await site.person(other)?.isOpen == true)
    }
  }

  @Test func `who came in before the directory told of them keeps the account`()
    async throws
  {
    try await DirectorySite.with { site in
      let account = AccountID(.fresh())
      try await site.stage.owner.run(
        """
        INSERT INTO provider_person (issuer, subject, person)
        VALUES ('https://provider.invalid', 'x-noor', \(PersonID.opaque(for: account)))
        """)
      #expect(try await site.join("noor") == account.description)
      #expect(try await site.ask(.delete, "Users/\(account)").status == .noContent)
      #expect(try await site.stage.owner.run("SELECT FROM provider_person").isEmpty)
    }
  }

  @Test func `what the directory said is handed out, and nothing of it is kept of whom is erased`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor", #", "emails": [{"value": "noor@example.nl"}]"#)
      let record = try await site.door.record(of: .opaque(for: try #require(AccountID(noor))))
      #expect(record.directory?.document["userName"]?.text == "noor")
      _ = try await site.door.forget(.opaque(for: try #require(AccountID(noor))))
      #expect(try await site.stage.owner.run("SELECT FROM directory_resource").isEmpty)
      #expect(try await site.ask(.get, "Users/\(noor)").status == .notFound)
    }
  }

  @Test func `who was closed here stays closed, whatever the directory says`() async throws {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      let account = try #require(AccountID(noor))
      try await site.stage.perform(
        .close(
          reason: try Prose("Onderzoek"), by: StagedSite.iris.id,
          on: Day(TestSite.noon, in: Reader.netherlands)),
        to: Account.self, on: account.identity, by: StagedSite.iris.id)
      let shown = try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "value": {"active": true, "displayName": "Noor"}}"#)
      #expect(shown["active"] == .bool(false))
      #expect(try await site.person(noor)?.isOpen == false)
    }
  }

  @Test func `who is not to come in yet has an account that is closed, until a word opens it`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor", #", "active": false"#)
      #expect(try await site.person(noor)?.isOpen == false)
      #expect(
        try await site.happenings(noor)
          == ["koers-directory account.opened", "koers-directory account.closed"])
      let body = """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "noor",
         "displayName": "Noor"}
        """
      try await site.told(.put, "Users/\(noor)", body)
      let silent = try await site.patch(
        "Users/\(noor)", #"{"op": "remove", "path": "active"}"#)
      #expect(silent["active"] == nil)
      #expect(try await site.person(noor)?.isOpen == false)
      try await site.patch("Users/\(noor)", #"{"op": "replace", "value": {"active": true}}"#)
      let person = try #require(try await site.person(noor))
      #expect(person.isOpen && person.name == "Noor")
    }
  }

  @Test func `what is held about who never came in can be looked into and erased`() async throws {
    try await DirectorySite.with { site in
      let sofie = try await site.signedIn(as: .privacyOfficer)
      let noor = try await site.join("noor", #", "active": false"#)
      let held = try await site.site.ask(.get, "/people/\(noor)/held", cookie: sofie)
      #expect(held.status == .ok)
      let asked = try await site.site.ask(
        .post, "/people/\(noor)/erasures/new", cookie: sofie,
        headers: [.fetchSite: "same-origin"],
        body: "command=\(Identity.fresh())&ground=objection&reason=Verzoek")
      #expect(asked.status == .seeOther)
    }
  }

  @Test func `two of one name, a member who is nobody and an older version are refused`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      let user = #""schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]"#
      let group = #""schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"]"#
      let same = try await site.ask(.post, "Users", "{\(user), \"userName\": \"NOOR\"}")
      #expect(same.status == .conflict)
      #expect(try same.json["scimType"] == .string("uniqueness"))
      let nobody = try await site.ask(
        .post, "Groups",
        "{\(group), \"displayName\": \"a\", \"members\": [{\"value\": \"\(Identity.fresh())\"}]}")
      #expect(try nobody.json["scimType"] == .string("invalidValue"))
      #expect(try await site.told(.get, "Groups")["totalResults"] == .integer(0))
      let late = try await site.ask(
        .put, "Users/\(noor)", "{\(user), \"userName\": \"noor2\"}",
        headers: [
          .authorization: "Bearer \(DirectorySite.key.written)", .ifMatch: "W/\"0\"",
        ])
      #expect(late.status == .preconditionFailed)
      let known = try await site.ask(
        .get, "Users/\(noor)",
        headers: [
          .authorization: "Bearer \(DirectorySite.key.written)", .ifNoneMatch: "W/\"1\"",
        ])
      #expect(known.status == .notModified)
    }
  }

  @Test func `somebody is found by name, by the directory's own identifier and by more`()
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("Noor")
      _ = try await site.join("sam")
      for filter in [
        #"userName eq "noor""#, #"externalId eq "x-Noor""#,
        #"userName sw "n" and active pr or userName co "oo""#,
      ] {
        let asked = filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let found = try await site.told(.get, "Users?filter=\(asked)")
        #expect(found["Resources"]?.list.map { $0["id"]?.text } == [noor], "\(filter)")
      }
      let bad = try await site.ask(.get, "Users?filter=userName")
      #expect(bad.status == .badRequest)
      #expect(try bad.json["scimType"] == .string("invalidFilter"))
    }
  }
}

/// Who may speak for the directory.
@Suite struct DirectoryKeyTests {
  @Test(arguments: ["", "Bearer", "Bearer x", "Basic abc", "Bearer \(other)"])
  func `without the key nothing is said, and a session is not looked at`(sent: String)
    async throws
  {
    try await DirectorySite.with { site in
      let noor = try await site.join("noor")
      let person = PersonID.opaque(for: try #require(AccountID(noor)))
      let token = try await site.door.begin(
        person, by: .provider, provenAt: TestSite.noon, browser: "", provider: nil,
        at: TestSite.noon)
      var headers: HTTPFields = [
        .cookie: "\(SessionCookie.name)=\(token.written)", .fetchSite: "same-origin",
      ]
      headers[.authorization] = sent
      let answer = try await site.ask(.get, "Users", headers: headers)
      #expect(answer.status == .unauthorized)
      #expect(answer.headers[.wwwAuthenticate] == "Bearer")
      #expect(!answer.text.contains("noor"))
      let seen: Date = try #require(
        try await site.stage.owner.run("SELECT seen_at FROM session").first?["seen_at"])
      #expect(seen == TestSite.noon)
    }
  }

  @Test func `who keeps coming with a wrong key has to wait, from that address`() async throws {
    try await DirectorySite.with { site in
      var answers: [HTTPResponse.Status] = []
      for _ in 1...25 {
        answers.append(
          try await site.ask(.get, "Users", headers: [.authorization: "Bearer x"]).status)
      }
      #expect(answers.prefix(21).allSatisfy { $0 == .unauthorized })
      #expect(answers.last == .tooManyRequests)
      let wrong = try await site.ask(.get, "Users", headers: [.authorization: "Bearer x"])
      #expect(wrong.headers[.retryAfter] != nil)
      #expect(try await site.ask(.get, "Users").status == .ok)
    }
  }

  @Test func `who has the key may go on when others have asked all that their address may`()
    async throws
  {
    try await DirectorySite.with { site in
      let limited = DirectorySite(
        stage: site.stage, door: site.door,
        site: try TestSite(
          over: site.stage, reception: site.door,
          requestLimit: SharedRequestLimit(site.stage.entrance, perMinute: 10)))
      for _ in 1...10 {
        let answer = try await limited.ask(
          .get, "Users", headers: [.authorization: "Bearer x"])
        #expect(answer.status == .unauthorized)
      }
      let eleventh = try await limited.ask(
        .get, "Users", headers: [.authorization: "Bearer x"])
      #expect(eleventh.status == .tooManyRequests)
      for _ in 1...10 { #expect(try await limited.ask(.get, "Users").status == .ok) }
      #expect(try await limited.ask(.get, "Users").status == .tooManyRequests)
    }
  }

  @Test func `a page of another site cannot speak for the directory with the browser's cookie`()
    async throws
  {
    try await DirectorySite.with { site in
      let answer = try await site.ask(
        .post, "Users", "{}", headers: [.fetchSite: "cross-site", .cookie: "a=b"])
      #expect(answer.status == .unauthorized)
    }
  }

  @Test func `without a key that was named there is no such address`() async throws {
    let answer = try await TestSite().ask(.get, "/scim/v2/Users")
    #expect(answer.status == .notFound)
  }

  private static let other = OpenReception.token(of: StagedSite.daan.id, at: TestSite.noon).written
}
