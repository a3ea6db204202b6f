public import EventSourcing
import Foundation
public import Postgres

/// Compares what the database holds with what the store promises about it.
///
/// Reads everything in one snapshot while others write, and changes nothing.
public struct Verification<Event: Sendable>: Sendable {
  let projections: Projections<Event>
  let log: PostgresLog
  let database: Database
  let claims: Claims?

  /// The names that an event takes or gives back.
  public typealias Claims = @Sendable (Recorded<Event>) -> [Claim]

  /// A verification whose `database` connects as owner: it must see every row.
  ///
  /// Who holds which name is compared when `claims` says which events take and give back what.
  public init(
    _ projections: Projections<Event>, log: PostgresLog, database: Database, claims: Claims? = nil
  ) {
    self.projections = projections
    self.log = log
    self.database = database
    self.claims = claims
  }

  /// Everything that is not as promised; empty when all is well.
  public func findings() async throws -> [Finding] {
    let parked = try await ParkedStream.all(in: log.id, of: database)
    return try await database.transaction(isolation: .repeatableRead) { session in
      try await session.run("SELECT set_config('statement_timeout', '0', true)")
      var findings = try await faults(on: session)
      let models = try await models(on: session, parked: parked)
      findings += models.findings
      findings += try await scan(models.checks, on: session)
      return findings
    }
  }

  /// What SQL alone finds: holes between batches, the chain, commands.
  private func faults(on session: Session) async throws -> [Finding] {
    let rows = try await session.run(
      "SELECT position, fault FROM log_faults WHERE log_id = \(log.id) ORDER BY position, fault")
    return try rows.map { row in
      let position: Int = try row["position"]
      switch try row["fault"] as String {
      case "hole": return .hole(before: position)
      case "clock": return .clockWentBack(position: position)
      case "command": return .brokenCommand(position: position)
      case _: return .brokenChain(position: position)
      }
    }
  }

  /// A read model's rows, and the fold that should lead to them.
  private struct Check {
    var table: any RebuiltTable<Event>
    let generation: Generation
    let position: Int
    let parked: [StreamName: Int]

    /// Whether the rows in the database should show `recorded`.
    func covers(_ recorded: Recorded<Event>) -> Bool {
      recorded.position <= position && recorded.position < parked[recorded.stream] ?? .max
    }
  }

  private func models(
    on session: Session, parked: [ParkedStream]
  ) async throws -> (checks: [Check], findings: [Finding]) {
    var findings: [Finding] = []
    var checks: [Check] = []
    let standing = try await session.run(
      """
      SELECT m.name, m.generation, c.position FROM es_read_model m
      JOIN es_checkpoint c ON c.log_id = m.log_id AND c.projection = m.name
        AND c.generation = m.generation
      WHERE m.log_id = \(log.id)
      """)
    for table in projections.tables {
      guard let row = try standing.first(where: { try $0["name"] == table.name }) else {
        findings.append(.notInstalled(readModel: table.name))
        continue
      }
      let left = parked.filter { $0.readModel == table.name }
      findings += left.map(Finding.parked)
      checks.append(
        Check(
          table: table.rebuilding(),
          generation: try Generation(of: table.name, number: try row["generation"]),
          position: try row["position"],
          parked: Dictionary(
            left.map { ($0.stream, $0.position) }, uniquingKeysWith: { min($0, $1) })))
    }
    return (checks, findings)
  }

  /// Follows the whole log once: places, seals and rows.
  private func scan(_ models: [Check], on session: Session) async throws -> [Finding] {
    var checks = models
    var unreadable: [Finding] = []
    var scan = LogScan(try await batches(on: session))
    var names = ClaimScan()
    try await log.replay(through: .max, on: session) { kept, read in
      scan.follow(kept)
      let recorded: Recorded<Event>
      do {
        recorded = try projections.decode(read)
      } catch {
        unreadable.append(.unreadable(position: kept.position, reason: Poison.reason(error)))
        return
      }
      for claim in claims?(recorded) ?? [] { names.follow(claim, for: recorded.stream) }
      for index in checks.indices where checks[index].covers(recorded) {
        checks[index].table.apply(recorded)
      }
    }
    scan.finish()
    var findings = scan.findings + unreadable
    findings += try await streamHeads(scan.versions, on: session)
    // What cannot be read might have taken a name.
    if claims != nil, unreadable.isEmpty {
      findings += try await names.findings(in: log.id, on: session)
    }
    for check in checks {
      if let finding = try await check.table.difference(from: check.generation, on: session) {
        findings.append(finding)
      }
    }
    return findings
  }

  private func batches(on session: Session) async throws -> [LogScan.Batch] {
    let rows = try await session.run(
      """
      SELECT first_position, last_position, recorded_at, root, seal FROM es_batch
      WHERE log_id = \(log.id) ORDER BY last_position
      """)
    return try rows.map { row in
      LogScan.Batch(
        first: try row[0], last: try row[1], recordedAt: try row[2], root: try row[3],
        form: SealedEvent.Form(rawValue: try row[4]))
    }
  }

  private func streamHeads(
    _ versions: [StreamName: Int], on session: Session
  ) async throws -> [Finding] {
    let rows = try await session.run(
      """
      SELECT c.name, s.stream_id, s.version FROM es_stream s JOIN es_category c USING (category_id)
      WHERE s.log_id = \(log.id)
      """)
    var heads: [StreamName: Int] = [:]
    for row in rows { heads[StreamName(try row[0], Identity(uuid: try row[1]))] = try row[2] }
    let names = Set(heads.keys).union(versions.keys)
    return names.filter { heads[$0] != versions[$0] }
      .sorted { $0.description < $1.description }.map(Finding.wrongStreamHead)
  }
}
