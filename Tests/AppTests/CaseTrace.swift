import Domain
import EventSourcing
import EventStore
import Foundation
import Postgres
import ReadModels
import TestCast
import Testing

/// The marks that a case leaves wherever one can, written as the program writes them, beside a case that stays.
struct CaseTrace {
  static let marks = [
    "Zoektitel", "Zoeklater", "zoekverslag", "Zoekpersoon", "zoekbevinding", "zoekbestand",
    "zoekantwoord", "zoekuitleg", party.description, formerParty.description,
  ]

  /// Whom the case is about; no stream is theirs, so that the identifier stands nowhere but in what is said of the case.
  static let (party, formerParty) = (
    EntityID(Identity(uuid: UUID())), EntityID(Identity(uuid: UUID()))
  )

  let written: WrittenLog
  private let file: CaseID

  init(_ server: String, directory: String) async throws {
    written = try await WrittenLog(server, directory: directory)
    file = CaseID(Identity(uuid: UUID()))
  }

  private init(_ written: WrittenLog, _ file: CaseID) {
    (self.written, self.file) = (written, file)
  }

  /// The same case in another database.
  func again(in server: String, _ directory: String) async throws -> CaseTrace {
    CaseTrace(try await WrittenLog(server, directory: directory), file)
  }

  var owner: Database { written.owner }

  private var stream: StreamName { StreamName(CaseFile.category, file.identity) }

  /// Two cases are opened; one is visited, looked back on and dropped, long enough ago.
  func leave() async throws {
    try await open(CaseID(Identity(uuid: UUID())), "2021-0000001", "Blijft staan", about: nil)
    try await open(file, "2021-0000002", "Zoektitel", about: Self.formerParty)
    let day: Day = "2021-02-01"
    let documents = PostgresDocuments(of: written.log, in: written.writer)
    let digest = try await documents.keep(Array("een foto".utf8), of: stream)
    let visit = CaseFile.Intervention(
      "visit", on: day, participants: ["Zoekpersoon"], summary: "Er is een zoekverslag")
    let finding = CaseFile.Finding(.compliant, rule: "zoekbevinding")
    for command in [
      .handling(.retitle("Zoeklater"), on: day),
      .handling(.nameSubject(Self.party), on: day),
      .logging(.log(1, visit, findings: [CaseFile.NewFinding(2, finding)]), on: day),
      .documents(
        .file(
          3, CaseFile.Document(FiledDocument("zoekbestand", .jpeg, byteCount: 8, digest: digest))),
        on: day),
      .surveying(4, .ask(1, until: "2021-03-01"), on: day),
      .surveying(
        4, .answer(Survey.Answers([.clear: 5], remark: "Dit is een zoekantwoord")), on: day),
      .close(CaseFile.Outcome(.dropped, explanation: "zoekuitleg"), on: day),
    ] as [CaseFile.Command] {
      try await perform(command)
    }
    try await owner.run(
      """
      INSERT INTO survey_link (digest, id, organisation, case_file, survey, expires_at)
      VALUES ('d', gen_random_uuid(), 'ilt', \(file.identity.uuid), gen_random_uuid(), 'infinity')
      """)
    try await written.wait { try await stage() == "kept" }
  }

  private func open(
    _ file: CaseID, _ number: CaseNumber, _ title: Line, about party: EntityID?
  ) async throws {
    try await written.perform(
      Order<CaseFile>(
        .open(
          number,
          CaseFile.Opening(
            title, origin: .ownObservation, subject: party, handlers: [joris]),
          organisation: inspectorate, on: "2021-01-04"), on: file.identity))
  }

  /// Two people agree to destroy it; returns when the pages know that it was carried out.
  func destroyWhenAgreed() async throws {
    let category = Retention.Category("W5", "Niet in behandeling", years: 1, source: "werkwaarde")
    let schedule = try RetentionSchedule(
      certainty: .working,
      Dictionary(uniqueKeysWithValues: CaseFile.Result.allCases.map { ($0, category) }))
    try await perform(.keeping(.propose(schedule, by: noor), on: "2026-03-02"))
    try await perform(.keeping(.approve(by: amina), on: "2026-03-02"))
    try await written.wait { try await stage() == "destroyed" }
  }

  private func perform(_ command: CaseFile.Command) async throws {
    try await written.perform(Order<CaseFile>(command, on: file.identity))
  }

  /// How far its destruction has come, as the pages know it.
  func stage() async throws -> String? {
    try await owner.run("SELECT stage FROM case_retention WHERE key = \(file.identity.uuid)")
      .first.map { try $0[0] }
  }

  /// What is left of it in the read models: how the lists show it, and how much was said of it.
  func rest() async throws -> String {
    try await owner.run(
      """
      SELECT concat_ws(' ', year, serial, title, status, outcome ->> 'result', (SELECT statement
        FROM case_retention r WHERE r.key = case_file.key)) FROM case_file
      WHERE key = \(file.identity.uuid)
      """
    ).only()[0]
  }

  /// How often the case stands under one of its parties, for who looks back to each moment that it had.
  func lookingBack() async throws -> Int {
    let reader = written.connecting(
      as: "koers_web",
      with: [
        "default_transaction_read_only": "on",
        "default_transaction_isolation": "repeatable read",
      ])
    let library = Library(reader)
    let organisation: String = try await owner.run("SELECT organisation FROM es_log").only()[0]
    var selection = CaseSelection()
    selection.subjects = [Self.party, Self.formerParty]
    var count = 0
    for recorded in try await written.log.events(in: stream, after: 0) {
      count += try await library.look(
        CasesQuery(selection), as: Viewer(joris, of: organisation),
        at: .position(recorded.position)
      ).cases.count
    }
    await reader.close()
    return count
  }

  /// Another content is kept for it and every one of them is a day old, of which no event names that one.
  func leaveUnnamed() async throws {
    let documents = PostgresDocuments(of: written.log, in: written.writer)
    _ = try await documents.keep(Array("nog een foto".utf8), of: stream)
    try await owner.run("UPDATE documents.chunk SET kept_at = kept_at - interval '25 hours'")
  }

  /// How many parts of contents and links it has.
  func leftovers() async throws -> [Int] {
    let row = try await owner.run(
      """
      SELECT (SELECT count(*) FROM documents.chunk WHERE stream_id = \(file.identity.uuid)) AS parts,
        (SELECT count(*) FROM survey_link WHERE case_file = \(file.identity.uuid)) AS links
      """
    ).only()
    return [try row["parts"], try row["links"]]
  }

  /// The generation of each read model that is shown.
  func generations() async throws -> [String] {
    try await owner.run("SELECT name || ' ' || generation FROM es_read_model ORDER BY name")
      .map { try $0[0] }
  }

  /// Takes away what the read models hold, as if they had taken no event yet.
  func loseProjections() async throws {
    for row in try await owner.run("SELECT name FROM es_read_model") {
      let name: String = try row["name"]
      for table in [name, name + "_superseded"] {
        try await owner.run("DELETE FROM \(try #require(SQLName(table)))")
      }
    }
    try await owner.run("UPDATE es_checkpoint SET position = 0")
  }

  /// Returns when the key of the case is destroyed and no title of it is shown.
  func waitUntilDestroyedAgain() async throws {
    try await written.wait {
      try await owner.run(
        """
        SELECT FROM keyring.stream_key
        WHERE stream_id = \(file.identity.uuid) AND destroyed_at IS NULL
        UNION ALL SELECT FROM case_history
        WHERE subject = \(file.identity.uuid) AND event::text LIKE '%oekuitleg%'
        """
      ).isEmpty
    }
  }

  func close() async { await written.close() }
}
