import EventSourcing
import Foundation
import Logging
import Postgres

extension Rebuild {
  /// Brings the new tables up to those that are shown, compares, and shows them instead.
  ///
  /// The checkpoint of the tables shown is held meanwhile, so these stand still and can be compared;
  /// commands and pages go on.
  func replace(_ site: Site) async throws {
    try await catchUp(site, through: try await goal(for: site))
    try await database.transaction { session in
      // Comparing reads both whole tables; waiting for a lock, on the other hand, keeps pages waiting.
      try await session.run(
        "SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '10s', true)"
      )
      let fence = try await hold(site, on: session)
      try await catchUp(site, through: try await goal(for: site))
      try await compare(site, on: session)
      try await show(site, fence: fence, on: session)
    }
    if let old = site.shown?.generation {
      try await Site.clear(old, of: log.id, in: database)
    }
    logger.info(
      "a read model has been made",
      metadata: [
        "read-model": "\(site.table.name)", "generation": "\(site.generation.number)",
      ])
  }

  /// How far the new tables should come: exactly as far as those they are compared with.
  private func goal(for site: Site) async throws -> Int {
    guard site.hasForerunner, let shown = site.shown else { return try await log.head() }
    return try await position(of: shown.generation)
  }

  /// Stops the tables shown where they are.
  ///
  /// - Returns: the fence of whoever projects them.
  private func hold(_ site: Site, on session: Session) async throws -> Int {
    guard let shown = site.shown else { return 0 }
    let rows = try await session.run(
      """
      SELECT fence FROM es_checkpoint WHERE log_id = \(log.id)
        AND projection = \(shown.generation.name) AND generation = \(shown.generation.number)
      FOR UPDATE
      """)
    return try rows.first.map { try $0["fence"] } ?? 0
  }

  private func catchUp(_ site: Site, through goal: Int) async throws {
    let projector = PageProjector<Event>(log: log, database: database, fence: 0, logger: logger)
    var state = try await state(of: site)
    while state.position < goal {
      let stored = try await log.events(
        after: state.position, limit: min(1000, goal - state.position))
      let page = try DecodedPage(stored, decode: projections.decode).whole()
      let members: [PageProjector<Event>.Member]
      do {
        members = try await projector.project(
          page, after: state.position, into: [(site.table, state)])
      } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
        // Whoever takes over the lease passes by every checkpoint, this one included.
        try await Task.sleep(for: .milliseconds(5))
        continue
      }
      guard let next = members.first?.state, next.position > state.position else { return }
      state = next
    }
  }

  private func state(of site: Site) async throws -> ProjectionState {
    let rows = try await database.run(
      """
      SELECT c.name AS category, p.stream_id FROM es_parked p JOIN es_category c USING (category_id)
      WHERE p.log_id = \(log.id) AND p.projection = \(site.generation.name)
        AND p.generation = \(site.generation.number)
      """)
    let parked = try rows.map { row in
      StreamName(try row["category"], Identity(uuid: try row["stream_id"]))
    }
    return ProjectionState(
      generation: site.generation, position: try await position(of: site.generation),
      parked: Set(parked))
  }

  /// What one program makes twice of the same events must be the same, unless it left some out.
  private func compare(_ site: Site, on session: Session) async throws {
    guard site.hasForerunner, !acceptsDifferences, let shown = site.shown else { return }
    let row = try await session.run(
      """
      SELECT read_model_digest(\(shown.generation.schema.name), \(site.table.name)) AS live,
        read_model_digest(\(site.generation.schema.name), \(site.table.name)) AS rebuilt,
        (SELECT count(*) FROM es_parked WHERE log_id = \(log.id)
          AND projection = \(site.table.name)) AS parked
      """
    ).only()
    let (live, rebuilt): (String, String) = (try row["live"], try row["rebuilt"])
    let parked: Int = try row["parked"]
    guard live == rebuilt || parked > 0 else {
      throw ReadModelError.differs(site.table.name, live: live, rebuilt: rebuilt)
    }
  }

  private func show(_ site: Site, fence: Int, on session: Session) async throws {
    let generation = site.generation
    _ = try await session.batch([
      "SELECT publish_read_model(\(generation.schema.name), \(generation.name))",
      """
      INSERT INTO es_read_model (log_id, name, generation, fingerprint)
      VALUES (\(log.id), \(generation.name), \(generation.number), \(site.fingerprint.text))
      ON CONFLICT (log_id, name) DO UPDATE
        SET generation = excluded.generation, fingerprint = excluded.fingerprint,
          installed_at = clock_timestamp()
      """,
      """
      UPDATE es_checkpoint SET fence = \(fence) WHERE log_id = \(log.id)
        AND projection = \(generation.name) AND generation = \(generation.number)
      """,
      """
      DELETE FROM es_checkpoint WHERE log_id = \(log.id)
        AND projection = \(generation.name) AND generation <> \(generation.number)
      """,
    ])
  }
}
