import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import Reads
import TestStaging
import Testing

@testable import Web

/// Handing out everything that is held about one person, over a real database.
@Suite struct AccessTests {
  @Test func `every table of the database is told, or holds nothing of a person`() async throws {
    try await TestStage.with { stage in
      let rows = try await stage.owner.run(
        """
        SELECT DISTINCT
          CASE WHEN table_schema = 'public' OR table_schema LIKE '%\\_\\_v%' THEN ''
            ELSE table_schema::text || '.' END
          || regexp_replace(table_name::text, '_superseded$', '') AS name
        FROM information_schema.tables
        JOIN pg_class ON pg_class.oid = format('%I.%I', table_schema, table_name)::regclass
        WHERE table_type = 'BASE TABLE' AND NOT relispartition
          AND table_schema NOT IN ('pg_catalog', 'information_schema')
        """)
      let tables = Set(try rows.map { try $0["name"] as String })
      let (told, holdsNothing) = (Set(AccessTable.told.keys), Set(AccessTable.holdsNothing.keys))
      #expect(tables == told.union(holdsNothing))
      #expect(told.isDisjoint(with: holdsNothing))
    }
  }

  @Test func `who asks for access gets all that is held, and nothing that is about others`()
    async throws
  {
    try await withJoris { joris in
      let staged = joris.staged
      let programme = try await staged.placesOfAProgramme().address(of: ":programme").dropFirst()
      for (command, actor) in [
        (.team(.join(joris.person, role: try Line("kent de schippers")), on: joris.day), "noor"),
        (
          .goals(.set(GoalID(.fresh()), try Line("Sanne belt de schippers")), on: joris.day),
          joris.person.description
        ),
      ] as [(Programme.Command, String)] {
        _ = try await staged.stage.gateway.perform(
          Order<Programme>(command, on: try #require(Identity(String(programme)))),
          in: Envelope(command: .fresh(), actor: actor))
      }
      // Joris closes the account of somebody else.
      let other = try await staged.made(
        ["name": "Sanne Bos", "mail": "", "on": "2026-03-02"], to: "/people/new",
        as: StagedSite.iris)
      let receipt = try await staged.stage.gateway.perform(
        Order<Account>(
          .close(reason: try Prose("Sanne is ziek"), by: joris.person, on: joris.day),
          on: try #require(Identity(other))),
        in: Envelope(command: .fresh(), actor: joris.person.description))
      try await staged.stage.show(receipt.position)

      let told = try await joris.told()
      #expect(
        told.file.headers[.contentDisposition]
          == "attachment; filename=\"\(joris.account).html\"")
      for text in told.texts {
        #expect(text.contains("Joris Smit") && text.contains("kent de schippers"))
        #expect(!text.contains("Sanne"))
      }
      #expect(told.page.contains(": Doelen, vastgelegd door deze persoon"))
      guard case .array(let events) = try told.contents["events"] else { throw NotThere() }
      for type in ["account.closed", "programme.goalSet", "programme.memberJoined"] {
        #expect(events.contains { $0["type"] == .string(type) }, "\(type)")
      }
      #expect(events.count(where: { $0["isOwn"] == .bool(true) }) == 2)
      #expect(
        try await staged.site.ask(.get, joris.held, as: StagedSite.lotte).status == .forbidden)
    }
  }

  @Test func `what was asked for is told in words, and not by its address`() async throws {
    try await withJoris { joris in
      _ = try await joris.told()
      let told = try await joris.told()
      for text in [told.page, told.file.text] {
        #expect(text.contains("Alles wat we over iemand bewaren, om te lezen"))
        #expect(!text.contains("/:account"))
      }
    }
  }

  @Test func `all that is kept about signing in is told, and nothing that is secret`() async throws
  {
    try await withJoris { joris in
      try await joris.signInEverywhere()
      let told = try await joris.told()
      for text in told.texts {
        for said in [
          "nu@example.org", "toen@example.org", "directory@example.org", "browser-mark",
          "https://issuer.example", "subject-mark", "session-mark", "claim-mark", "passkey-mark",
          "invitation", "known-as-mark", "group-mark",
        ] {
          #expect(text.contains(said), "\(said)")
        }
        for secret in ["password-secret", "code-secret", "digest-secret", "signature-secret"] {
          #expect(!text.contains(secret), "\(secret)")
        }
      }
      #expect(told.page.contains("10 gemaakt, 8 gebruikt"))
      #expect(told.page.contains("toen@example.org: 3 keer een verkeerd wachtwoord"))
      #expect(told.page.contains("nu@example.org: 2 keer een verkeerde code"))
      guard case .object(let signIn) = try told.contents["signIn"] else { throw NotThere() }
      #expect(signIn["passkeyQuestions"] != .array([]))
      #expect(signIn["allowance"] != nil)
      #expect(told.page.contains("Het account moet dit nog overnemen"))
    }
  }

  @Test func `what was refused was not looked at`() async throws {
    try await withJoris { joris in
      try await joris.read(200, "programmes/:programme", at: 0)
      try await joris.read(403, "people/review", at: 1)
      let page = try await joris.told().page
      #expect(page.contains("bekeken: Een programma</li>"))
      #expect(page.contains("gevraagd: Controle van rechten, geweigerd</li>"))
    }
  }

  @Test func `the file has every line of the read log, and the page says that it has not`()
    async throws
  {
    try await withJoris { joris in
      for second in 0..<101 { try await joris.read(200, "route-\(second)", at: second) }
      let told = try await joris.told()
      #expect(told.page.contains("Dit zijn de laatste 100 regels."))
      #expect(told.page.contains("/route-100<") && !told.page.contains("/route-0<"))
      #expect(told.file.text.contains("/route-100<") && told.file.text.contains("/route-0<"))
      #expect(!told.file.text.contains("Dit zijn de laatste"))
    }
  }

  @Test func `a file is put together of however many portions it takes`() async throws {
    try await withJoris { joris in
      for second in 0..<7 { try await joris.read(200, "route-\(second)", at: second) }
      let staged = joris.staged
      let reads = try await HeldReads.all(
        of: [ReadsChoice(by: joris.person)], in: staged.stage.library,
        as: Viewer(
          StagedSite.sofie.id, of: TestStage.organisation, audiences: [.people, .privacy]),
        at: .now, portion: 3)
      #expect(reads.lines.map(\.route) == (0..<7).reversed().map { "route-\($0)" })
    }
  }

  private struct NotThere: Error {}

  private func withJoris(_ body: (Joris) async throws -> Void) async throws {
    try await StagedSite.with { staged in
      let account = try await staged.made(
        ["name": "Joris Smit", "mail": "Toen@example.org", "on": "2026-03-02"], to: "/people/new",
        as: StagedSite.iris)
      try await body(
        Joris(
          staged: staged, account: try #require(AccountID(account)),
          day: try #require(Day("2026-03-02"))))
    }
  }
}

/// Somebody about whom things are held.
private struct Joris {
  let staged: StagedSite
  let account: AccountID
  let day: Day

  var person: PersonID { .opaque(for: account) }
  var held: String { "/people/\(account)/held" }

  /// What the privacy officer is told, in each form.
  struct Told {
    let page: String
    let file: TestResponse
    let data: String

    var texts: [String] { [page, file.text, data] }
    var contents: JSON { get throws { try Payload.decode(JSON.self, from: Array(data.utf8)) } }
  }

  func told() async throws -> Told {
    Told(
      page: try await staged.page(held, as: StagedSite.sofie),
      file: try await staged.site.ask(.get, "\(held)/file", as: StagedSite.sofie),
      data: try await staged.page("\(held)/data", as: StagedSite.sofie))
  }

  /// A line of the read log, `second` seconds after noon.
  func read(_ status: Int, _ route: String, at second: Int) async throws {
    try await staged.stage.readLog.keep(
      Read(
        at: TestSite.noon + Double(second), organisation: TestStage.organisation, person: person,
        session: .fresh(), kind: .view, route: route, subject: nil, right: .read, emergency: nil,
        asOf: nil, status: status, rowCount: nil),
      .durable)
  }

  /// Leaves something in every table about signing in.
  func signInEverywhere() async throws {
    let claims = Data(#"{"name":"claim-mark"}"#.utf8).base64EncodedString()
      .replacing("=", with: "")
    let id = person.description
    try await staged.stage.owner.batch([
      """
      INSERT INTO credential (person, mail, former_mails, user_handle, password, code_secret, changed_at)
      VALUES (\(id), 'nu@example.org', '{toen@example.org}', 'handle-mark', 'password-secret',
        'code-secret', now())
      """,
      "INSERT INTO recovery_code VALUES (\(id), 'digest-secret 1'), (\(id), 'digest-secret 2')",
      """
      INSERT INTO session VALUES ('digest-secret', gen_random_uuid(), \(id), 'provider', false,
        'browser-mark', now(), now(), now(), 'https://issuer.example', 'subject-mark',
        'session-mark', \("e30.\(claims).signature-secret"))
      """,
      """
      INSERT INTO passkey VALUES ('passkey-id', \(id), '', 3, false, true, '{usb}', 'passkey-mark',
        now(), now())
      """,
      """
      INSERT INTO passkey_challenge VALUES ('digest-secret', '', 'handle-mark', 2000000000)
      """,
      "INSERT INTO sign_in_link VALUES ('digest-secret', \(id), 'invitation', now())",
      """
      INSERT INTO sign_in_failure VALUES ('account toen@example.org', 3, now()),
        ('code nu@example.org', 2, now()), ('account directory@example.org', 1, now()),
        ('account other@example.org', 9, now())
      """,
      "INSERT INTO provider_person VALUES ('https://issuer.example', 'known-as-mark', \(id))",
      """
      INSERT INTO directory_resource VALUES
        (\(account), 'User', 'joris', NULL,
          '{"userName":"joris","emails":[{"value":"Directory@example.org"}]}', 1, now(), now()),
        ('00000000-0000-7000-8000-000000000001', 'Group', 'group-mark', NULL, '{}', 1, now(), now())
      """,
      "INSERT INTO directory_member VALUES ('00000000-0000-7000-8000-000000000001', \(account))",
      "INSERT INTO directory_due VALUES (\(account), now())",
      "INSERT INTO request_allowance VALUES (\("person \(id)"), 599, now())",
    ])
  }
}
