import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Taking away how somebody who is erased signed in, over a real database.
@Suite struct ForgettingTests {
  private static let account = AccountID(.fresh())
  private static let person = PersonID.opaque(for: account)

  @Test
  func `attempts that failed under any address of who is erased are forgotten, and no others`()
    async throws
  {
    try await TestStage.with { stage in
      let (door, accounts) = (Door(stage.entrance), try LocalAccounts(trying: stage.entrance))
      let day = Day(TestSite.noon, in: Reader.netherlands)
      for command in [
        .open(
          Self.person,
          Account.Profile(try Line("Joris Smit"), mail: MailAddress("Eerst@example.org")), on: day),
        .restate(
          Account.Profile(try Line("Joris Smit"), mail: MailAddress("later@example.org")), on: day),
      ] as [Account.Command] {
        try await stage.perform(
          command, to: Account.self, on: Self.account.identity, by: StagedSite.iris.id)
      }
      for mail in ["oud@example.org", "nieuw@example.org"] {
        let token = try await door.link(for: Self.person, to: .reset, at: TestSite.noon)
        _ = try await accounts.accept(
          token, mail: try #require(MailAddress(mail)), password: Password("de brug staat open 7"),
          besides: [], at: TestSite.noon)
      }
      let mails = [
        "eerst@example.org", "later@example.org", "oud@example.org", "nieuw@example.org",
        "ander@example.org",
      ]
      for (number, mail) in mails.enumerated() {
        _ = try await accounts.signIn(
          mail: mail, password: Password("iets heel anders 8"),
          from: LocalAccounts.Origin(address: "192.0.2.\(number)", browser: ""), at: TestSite.noon)
      }
      let known = try await door.record(of: Self.person)
      #expect(known.formerMails == ["oud@example.org"])
      #expect(known.failures.map(\.mail) == mails.dropLast().sorted())

      try await door.forget(Self.person)
      let left = try await stage.owner.run(
        "SELECT subject FROM sign_in_failure WHERE subject NOT LIKE 'address %'")
      #expect(try left.map { try $0["subject"] as String } == ["account ander@example.org"])
    }
  }

  @Test func `what an erasure took away is counted over every time that it was tried`() async throws
  {
    try await TestStage.with { stage in
      let door = Door(stage.entrance)
      let (erasure, other) = (ErasureID(.fresh()), ErasureID(.fresh()))
      func signIn() async throws {
        _ = try await door.begin(
          Self.person, by: .password, provenAt: TestSite.noon, browser: "", provider: nil,
          at: TestSite.noon)
      }
      for _ in 0..<2 { try await signIn() }
      #expect(try await door.forget(Self.person, for: erasure) == 2)
      #expect(try await door.forget(Self.person, for: erasure) == 2)
      try await signIn()
      #expect(try await door.forget(Self.person, for: erasure) == 3)
      #expect(try await door.forget(Self.person, for: other) == 0)
    }
  }

  @Test func `the database keeps no statistics of what people sign in with`() async throws {
    try await TestStage.with { stage in
      for _ in 0..<2 {
        try await stage.owner.run(
          """
          INSERT INTO session VALUES (gen_random_uuid()::text, gen_random_uuid(), \(Self.person),
            'password', false, 'zoekbrowser', now(), now(), now())
          """)
      }
      try await stage.owner.run("ANALYZE session")
      let counted = try await stage.owner.run(
        """
        SELECT attname FROM pg_stats WHERE tablename = 'session'
          AND attname IN ('digest', 'person', 'browser', 'means')
        """)
      #expect(counted.isEmpty)
      // What is added later is not forgotten.
      let columns = try await stage.owner.run(
        """
        SELECT attrelid::regclass || '.' || attname AS name FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid
        WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped AND attstattarget <> 0
          AND atttypid IN ('text'::regtype, 'text[]'::regtype, 'bytea'::regtype, 'json'::regtype)
          AND relname <> 'spent_token'
          AND (relnamespace = 'keyring'::regnamespace OR has_table_privilege('koers_door', attrelid, 'DELETE'))
        """)
      #expect(try columns.map { try $0["name"] as String } == [])
    }
  }
}
