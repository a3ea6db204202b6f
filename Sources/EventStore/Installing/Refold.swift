public import EventSourcing
import Postgres

/// Read models of which what they hold of some streams is made anew, apart from all else in them.
extension ReadModelInstaller {
  /// Makes anew what read models hold of `streams` and of what these were, after something of them was erased.
  ///
  /// What cannot be told apart by stream is made anew as a whole. Nothing of what was there is left in the tables or
  /// their indexes, other than for transactions that still see it.
  /// - Throws: `ReadModelError.behind` while a read model has not taken all events of the streams; those that have
  ///   are made anew then, and doing it again changes nothing about them.
  public func refold(_ streams: [StreamName]) async throws {
    let categories = Set(streams.map(\.category))
    let tables = projections.tables.filter { $0.category.map(categories.contains) ?? true }
    guard !streams.isEmpty else { return }
    // A rebuild that was under way may have read what is erased now: this waits for it, and none begins meanwhile.
    try await alone {
      let shown = try await Shown.all(in: log.id, of: database)
      var whole: Set<String> = []
      for table in tables {
        guard let generation = shown[table.name]?.generation else {
          throw ReadModelError.notInstalled(table.name)
        }
        guard table.isRefoldable, try await refold(streams, in: table, generation) else {
          whole.insert(table.name)
          continue
        }
        try await sweep(generation)
      }
      try await make(
        try wanted().filter { whole.contains($0.table.name) }, acceptsDifferences: true)
    }
  }

  /// - Returns: false when the rows of another stream are in the way.
  private func refold(
    _ streams: [StreamName], in table: any ProjectedTable<Event>, _ generation: Generation
  ) async throws -> Bool {
    for stream in streams where table.category ?? stream.category == stream.category {
      let isDone = try await database.transaction { session in
        // Whoever projects does not go on meanwhile. As it has taken every event of the stream, it holds no row of it
        // that it read before and writes after.
        let position = try await hold(generation, on: session)
        let stored = try await log.events(in: stream, after: 0)
        guard stored.last?.position ?? 0 <= position else {
          throw ReadModelError.behind(table.name)
        }
        let end = try await parking(of: stream, in: generation, on: session) ?? .max
        let events = try stored.prefix { $0.position < end }.map(projections.decode)
        return try await table.refold(events, in: generation, on: session)
      }
      guard isDone else { return false }
    }
    return true
  }

  /// - Returns: how far the read model is, and stays until the transaction ends.
  private func hold(_ generation: Generation, on session: Session) async throws -> Int {
    let rows = try await session.run(
      """
      SELECT position FROM es_checkpoint WHERE log_id = \(log.id)
        AND projection = \(generation.name) AND generation = \(generation.number)
      FOR UPDATE
      """)
    return try rows.first.map { try $0["position"] } ?? 0
  }

  /// The position from which on the read model leaves `stream`, if it does.
  private func parking(
    of stream: StreamName, in generation: Generation, on session: Session
  ) async throws -> Int? {
    let rows = try await session.run(
      """
      SELECT p.position FROM es_parked p JOIN es_category c USING (category_id)
      WHERE p.log_id = \(log.id) AND p.projection = \(generation.name)
        AND p.generation = \(generation.number) AND c.name = \(stream.category)
        AND p.stream_id = \(stream.identity.uuid)
      """)
    return try rows.first.map { try $0["position"] }
  }

  /// Takes rows that were deleted out of the tables, and their words out of the indexes.
  private func sweep(_ generation: Generation) async throws {
    try await database.withUnhurriedSession { session in
      for table in [generation.model, generation.history] {
        _ = try await session.run("VACUUM (INDEX_CLEANUP ON) \(generation.schema).\(table)")
      }
    }
  }
}
