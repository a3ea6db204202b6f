import Domain
import EventSourcing
import EventStore
import Foundation
import Postgres
import TestCast
import Testing

/// Somebody leaves marks wherever people can, is erased by the program, and is looked for.
@Suite(.timeLimit(.minutes(10)))
struct ErasureTests {
  private static let marks = ["Zoekmij", "zoekmij@example.org", "zoekreden", "zoekbrowser"]

  @Test func `nothing of who was erased is left in a dump, in the log or in a rebuild`()
    async throws
  {
    try await withDataDirectory { directory in
      let koers = try RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let server = try #require(PrivateServer.running(in: directory))
      let trace = try await Trace(server, directory: directory)

      try await trace.leave()
      // What is not there to be found proves nothing: before, everything but the log says it.
      let before = try dump(server)
      for mark in Self.marks { #expect(before.contains(mark), "\(mark)") }
      #expect(!(try await trace.payloads()).contains("oek"))

      try await trace.eraseWhenAsked()
      for found in [
        try dump(server), try await trace.payloads(), try await trace.readings(),
      ] {
        for mark in Self.marks { #expect(!found.contains(mark), "\(mark)") }
      }
      // The proof is there, and names nobody.
      let proof: String = try await trace.owner.run("SELECT proof::text FROM erasure").only()[0]
      #expect(proof.contains(#""signInCount":2"#))
      #expect(proof.contains(#""clearEventCount":0"#))

      #expect(try RunningKoers.run(["rebuild", "--data-dir", directory]).status == 0)
      let rebuilt = try dump(server)
      for mark in Self.marks { #expect(!rebuilt.contains(mark), "\(mark)") }
      let verified = try RunningKoers.run(["verify", "--data-dir", directory])
      #expect(verified.status == 0, "\(verified)")
      await trace.close()
      #expect(koers.end(SIGTERM) == 0)
    }
  }

  /// Everything in the database as text, the keys included.
  private func dump(_ server: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pg_dump", "--inserts", "--dbname", server]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self)
  }
}

/// The marks that somebody leaves, written as the program writes them.
private struct Trace {
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
      .close(reason: "zoekreden twee", on: day),
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
    try await owner.run(
      """
      INSERT INTO session (digest, id, person, means, awaits_code, browser, begun_at, seen_at, proven_at)
      VALUES ('x', gen_random_uuid(), \(person.description), 'password', false, 'zoekbrowser',
        now(), now(), now())
      """)
    try await owner.run(
      """
      INSERT INTO credential (person, mail, user_handle, changed_at)
      VALUES (\(person.description), 'zoekmij@example.org', 'h', now())
      """)
    try await wait { try await !owner.run("SELECT FROM erasure").isEmpty }
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
