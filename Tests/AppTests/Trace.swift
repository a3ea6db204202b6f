import Domain
import EventSourcing
import EventStore
import Foundation
import Postgres
import TestCast
import Testing

/// The marks that somebody leaves, written as the program writes them.
struct Trace {
  static let marks = [
    "Zoekmij", "zoekmij@example.org", "zoekeerder@example.org", "zoekreden", "zoekbrowser",
    "zoeksleutel", "zoeknaam",
  ]

  private let written: WrittenLog
  private let account = AccountID(.derivedForTest)

  var owner: Database { written.owner }

  init(_ server: String, directory: String) async throws {
    written = try await WrittenLog(server, directory: directory)
  }

  private var person: PersonID { .opaque(for: account) }

  /// Joins, is granted something, signs in, and leaves.
  func leave() async throws {
    let day: Day = "2026-03-02"
    let officer: PersonID = "p-officer"
    let grant = Grant(.inspector, Grant.Term(from: day))
    for command in [
      .open(person, Account.Profile("Zoekmij Eerst"), on: day),
      .restate(
        Account.Profile("Zoekmij Later", mail: MailAddress("zoekmij@example.org")), on: day),
      .grant(GrantID(.derivedForTest), grant, reason: "zoekreden een", by: officer, on: day),
      .close(reason: "zoekreden twee", by: officer, on: day),
      .erasure(
        .hold(HoldID(.derivedForTest), Account.Hold("zoekreden drie"), by: officer), on: day),
      .erasure(.liftHold(HoldID(.derivedForTest), reason: "zoekreden vier", by: officer), on: day),
      .erasure(
        .request(
          ErasureID(.derivedForTest), Account.Erasure(.objection, "zoekreden Zoekmij"),
          by: officer), on: day),
    ] as [Account.Command] {
      _ = try await perform(command)
    }
    try await signIn()
    try await wait { try await !owner.run("SELECT FROM erasure").isEmpty }
  }

  /// Leaves a mark wherever signing in leaves something; each twice, for PostgreSQL counts what it sees more than once.
  private func signIn() async throws {
    let id = person.description
    try await owner.batch([
      """
      INSERT INTO session (digest, id, person, means, awaits_code, browser, begun_at, seen_at, proven_at)
      SELECT n::text, gen_random_uuid(), \(id), 'password', false, 'zoekbrowser', now(), now(), now()
      FROM generate_series(1, 2) AS n
      """,
      """
      INSERT INTO credential (person, mail, former_mails, user_handle, changed_at)
      VALUES (\(id), 'zoekmij@example.org', '{zoekeerder@example.org}', 'h', now())
      """,
      """
      INSERT INTO passkey (id, person, public_key, sign_count, is_backup_eligible, is_backed_up,
        transports, label, made_at)
      SELECT n::text, \(id), '', 0, false, false, '{}', 'zoeksleutel', now()
      FROM generate_series(1, 2) AS n
      """,
      """
      INSERT INTO provider_person SELECT 'https://example.org', 'zoeknaam ' || n, \(id)
      FROM generate_series(1, 2) AS n
      """,
      """
      INSERT INTO sign_in_failure VALUES ('account zoekmij@example.org', 1, now()),
        ('code zoekeerder@example.org', 1, now())
      """,
    ])
  }

  /// A second person agrees; returns when the log says that it was carried out.
  func eraseWhenAsked() async throws {
    let receipt = try await perform(
      .erasure(.approve(ErasureID(.derivedForTest), by: "p-keeper"), on: "2026-03-03"))
    try await wait { try await written.log.head() > receipt.position }
    try await wait {
      try await !owner.run("SELECT FROM erasure WHERE standing = 'carriedOut'").isEmpty
    }
  }

  func payloads() async throws -> String { try await written.payloads() }

  func statistics() async throws -> String { try await written.statistics() }

  func readings() async throws -> String { try await written.readings() }

  func close() async { await written.close() }

  /// Returns when the key of the account is destroyed.
  func waitUntilDestroyed() async throws {
    try await wait {
      try await owner.run(
        """
        SELECT FROM keyring.stream_key
        WHERE stream_id = \(account.identity.uuid) AND destroyed_at IS NULL
        """
      ).isEmpty
    }
  }

  /// Returns when every read model about people was made after `moment`, and what was there before is gone.
  func waitUntilMadeAnew(since moment: Date) async throws {
    try await wait {
      try await owner.run(
        """
        SELECT FROM es_read_model WHERE installed_at < \(moment) AND name IN (
          'account', 'account_history', 'emergency_access', 'erasure', 'legal_hold', 'role_grant')
        UNION ALL
        SELECT FROM pg_namespace WHERE nspname LIKE '%\\_\\_v%'
          AND nspname NOT IN (SELECT name || '__v' || generation FROM es_read_model)
        """
      ).isEmpty
    }
  }

  private func perform(_ command: Account.Command) async throws -> Receipt {
    try await written.perform(Order<Account>(command, on: account.identity))
  }

  private func wait(until isDone: () async throws -> Bool) async throws {
    try await written.wait(until: isDone)
  }
}

extension Identity {
  /// One and the same, for what is one of its kind here.
  fileprivate static let derivedForTest = Identity(uuid: UUID())
}
