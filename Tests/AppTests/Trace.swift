import Domain
import EventSourcing
import EventStore
import Foundation
import Postgres
import TestCast
import TestSupport
import Testing

/// The marks that somebody leaves, written as the program writes them.
struct Trace {
  static let marks = [
    "Zoekmij", "zoekmij@example.org", "zoekeerder@example.org", "zoekreden", "zoekbrowser",
    "zoeksleutel", "zoeknaam",
  ]

  let owner: Database
  private let writer: Database
  private let log: PostgresLog
  private let gateway: LogGateway<PostgresLog>
  private let account = AccountID(.derivedForTest)

  init(_ server: String, directory: String) async throws {
    owner = try patientDatabase(server)
    var configuration = owner.configuration
    configuration.role = "koers_writer"
    writer = Database(configuration)
    let key = try #require(FileManager.default.contents(atPath: "\(directory)/key-encryption-key"))
    let organisation: String = try await owner.run("SELECT organisation FROM es_log").only()[0]
    log = PostgresLog(
      writer, organisation: organisation,
      keys: KeyEncryptionKeys(try #require(KeyEncryptionKey(Array(key)))))
    gateway = LogGateway(log)
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
    try await wait { try await log.head() > receipt.position }
    try await wait {
      try await !owner.run("SELECT FROM erasure WHERE standing = 'carriedOut'").isEmpty
    }
  }

  /// What the log holds, as it lies there.
  func payloads() async throws -> String {
    try await owner.run("SELECT data::text FROM es_event ORDER BY position")
      .map { try $0[0] as String }.joined(separator: "\n")
  }

  /// What PostgreSQL keeps to plan with, after it was told to look at every table.
  func statistics() async throws -> String {
    try await owner.run("ANALYZE")
    return try await owner.run(
      """
      SELECT concat_ws(' ', tablename, attname, most_common_vals::text, histogram_bounds::text)
      FROM pg_stats WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
      """
    ).map { try $0[0] as String }.joined(separator: "\n")
  }

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

  /// What the log says to who has every key that is left.
  func readings() async throws -> String {
    try await log.events(after: 0, limit: 1000)
      .map { String(decoding: $0.event.payload, as: UTF8.self) }.joined(separator: "\n")
  }

  func close() async {
    await log.stop()
    await writer.close()
    await owner.close()
  }

  private func perform(_ command: Account.Command) async throws -> Receipt {
    try await gateway.perform(
      Order<Account>(command, on: account.identity),
      in: Envelope(command: Identity(uuid: UUID()), actor: "p-officer"))
  }

  /// Waits for what the program does by itself, as long as the suite may last.
  private func wait(until isDone: () async throws -> Bool) async throws {
    while try await !isDone() {
      await log.known.wait(past: try await log.head(), atMost: .milliseconds(200))
    }
  }
}

extension Identity {
  /// One and the same, for what is one of its kind here.
  fileprivate static let derivedForTest = Identity(uuid: UUID())
}

/// What `pg_dump` writes of the database, with `options`.
func backup(of server: String, _ options: String...) async throws -> String {
  try await said(by: ["pg_dump", "--inserts", "--dbname", server] + options)
}

/// What a program says that must succeed, given `input`.
func said(by command: [String], given input: String = "") async throws -> String {
  try await onOwnThread {
    let file = URL(filePath: NSTemporaryDirectory()).appending(path: UUID().uuidString)
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = try FileHandle(forReadingFrom: file)
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command)")
    return String(decoding: said, as: UTF8.self)
  }
}
