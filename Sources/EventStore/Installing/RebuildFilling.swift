import EventSourcing
import Postgres

extension Rebuild {
  /// Rows that will not change any more, gathered before they go to the database.
  private static var rowsMax: Int { 20_000 }

  /// Fills the tables with what the log makes of them up to each one's target.
  func fill(_ sites: [Site]) async throws -> [RebuildFold<Event>] {
    var folds = sites.map { RebuildFold<Event>($0) }
    let end = sites.map(\.target).max() ?? 0
    guard end > 0 else { return folds }
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
              try await line.join(folds[index].takeSettled())
            }
          }
        }
      }
      for index in folds.indices {
        try await line.join(folds[index].takeSettled())
        try await line.join(folds[index].takeLive())
      }
      try await line.finish()
    } catch {
      await line.leave()
      throw error
    }
    return folds
  }

  /// Indexes the tables and notes how far they are.
  func index(_ fold: RebuildFold<Event>) async throws {
    let generation = fold.site.generation
    var statements: [Statement] = [
      """
      SELECT index_read_model(
        \(generation.schema.name), \(generation.name), \(fold.site.definitions))
      """,
      """
      INSERT INTO es_checkpoint (log_id, projection, generation, position, fence)
      VALUES (\(log.id), \(generation.name), \(generation.number), \(fold.site.target), 0)
      """,
    ]
    for poison in fold.poison {
      statements.append(parkingStatement(poison, of: generation, in: log.id))
    }
    _ = try await database.withUnhurriedSession { session in
      try await session.batch(statements)
    }
  }
}

/// A fold in memory on its way to the tables of one read model.
struct RebuildFold<Event: Sendable>: Sendable {
  let site: RebuildSite<Event>
  /// The streams it left, and why.
  private(set) var poison: [Poison] = []
  /// How many rows went into the tables.
  private(set) var rowCount = 0
  private var table: any RebuiltTable<Event>
  private var state: ProjectionState

  init(_ site: RebuildSite<Event>) {
    self.site = site
    table = site.table.rebuilding()
    state = ProjectionState(generation: site.generation, position: 0, parked: [])
  }

  var settledCount: Int { table.settledCount }

  /// Folds what of `page` the read model takes, up to the site's target.
  mutating func take(_ page: DecodedPage<Event>) {
    let (events, poison) = state.sorted(page.through(site.target), for: site.table.category)
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
