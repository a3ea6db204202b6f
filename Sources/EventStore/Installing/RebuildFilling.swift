import EventSourcing
import Postgres

extension Rebuild {
  /// Rows that will not change any more, gathered before they go to the database.
  private static var rowsMax: Int { 20_000 }

  /// Fills the tables with what the log makes of them up to each one's target, but for what the database refuses.
  func fill(_ folds: [RebuildFold<Event>]) async throws -> [RebuildFold<Event>] {
    var filled: [RebuildFold<Event>] = []
    var waiting = folds
    while !waiting.isEmpty {
      let refused = try await pass(over: &waiting)
      var again: [RebuildFold<Event>] = []
      for (index, fold) in waiting.enumerated() {
        guard let rows = refused[index] else {
          filled.append(fold)
          continue
        }
        // Other streams may have gone on from those rows, so they cannot just be passed over.
        again.append(
          try await renew(fold.site, leaving: fold.refused.merging(rows.causes) { old, _ in old }))
      }
      waiting = again
    }
    return filled
  }

  /// Empties the tables, for a fold that leaves the streams of the events in `refused` from there.
  func renew(
    _ site: Site, leaving refused: [Int: any Error]
  ) async throws -> RebuildFold<Event> {
    var site = site
    try await Site.clear(site.generation, of: log.id, in: database)
    try await site.lay(in: database)
    return RebuildFold(site, leaving: refused)
  }

  /// Follows the log once.
  ///
  /// - Returns: the rows that the database refused, by the place of their fold.
  private func pass(
    over folds: inout [RebuildFold<Event>]
  ) async throws -> [Int: [RefusedRow]] {
    let end = folds.map(\.site.target).max() ?? 0
    guard end > 0 else { return [:] }
    var line = LoadLine(to: database)
    do {
      let decode = projections.decode
      try await database.withUnhurriedSession { reading in
        try await log.replay(through: end, on: reading) { events in
          try DecodedPage(events, decode: decode).whole()
        } _: { page in
          for index in folds.indices {
            folds[index].take(page)
            if folds[index].settledCount > Self.rowsMax {
              try await line.join(folds[index].takeSettled(), of: index)
            }
          }
        }
      }
      for index in folds.indices {
        try await line.join(folds[index].takeSettled(), of: index)
        try await line.join(folds[index].takeLive(), of: index)
      }
      try await line.finish()
    } catch {
      await line.leave()
      throw error
    }
    return line.refused
  }

  /// Indexes the tables and notes how far they are, and which streams they left.
  func index(_ fold: RebuildFold<Event>) async throws {
    let generation = fold.site.generation
    var statements: [Statement] = [
      """
      INSERT INTO es_checkpoint (log_id, projection, generation, position, fence)
      VALUES (\(log.id), \(generation.name), \(generation.number), \(fold.site.target), 0)
      """
    ]
    if fold.site.isIndexedFirst {
      statements += [generation.model, generation.history].map {
        "ANALYZE \(generation.schema).\($0)"
      }
    } else {
      statements.append(
        """
        SELECT index_read_model(
          \(generation.schema.name), \(generation.name), \(fold.site.definitions))
        """)
    }
    for poison in fold.poison {
      statements.append(parkingStatement(poison, of: generation, in: log.id))
    }
    _ = try await database.withUnhurriedSession { session in
      try await session.batch(statements)
    }
    for poison in fold.poison { poison.alarm(in: generation.name, to: logger) }
  }
}

/// A fold in memory on its way to the tables of one read model.
struct RebuildFold<Event: Sendable>: Sendable {
  let site: RebuildSite<Event>
  /// The events by which the database refused a row before, by position, and why.
  let refused: [Int: any Error]
  /// The streams it left, and why.
  private(set) var poison: [Poison] = []
  /// How many rows went into the tables.
  private(set) var rowCount = 0
  private var table: any RebuiltTable<Event>
  private var state: ProjectionState

  init(_ site: RebuildSite<Event>, leaving refused: [Int: any Error] = [:]) {
    self.site = site
    self.refused = refused
    table = site.table.rebuilding()
    state = ProjectionState(generation: site.generation, position: 0, parked: [])
  }

  var settledCount: Int { table.settledCount }

  /// Folds what of `page` the read model takes, up to the site's target.
  mutating func take(_ page: DecodedPage<Event>) {
    let (events, poison) = state.sorted(
      page.through(site.target).leaving(refused), for: site.table.category)
    table.apply(events)
    state.parked.formUnion(poison.map(\.stream))
    self.poison += poison
  }

  mutating func takeSettled() -> RowLoad { counted(table.takeSettled(into: site.generation)) }

  mutating func takeLive() -> RowLoad { counted(table.takeLive(into: site.generation)) }

  private mutating func counted(_ load: RowLoad) -> RowLoad {
    rowCount += load.count
    return load
  }
}
