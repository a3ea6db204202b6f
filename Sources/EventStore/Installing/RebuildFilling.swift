import EventSourcing
import Foundation
import Postgres

extension Rebuild {
  /// A fold in memory on its way to the tables.
  private struct Fold {
    let site: Site
    var table: any RebuiltTable<Event>
    var state: ProjectionState
    var poison: [Poison] = []
  }

  /// Rows that will not change any more, gathered before they go to the database.
  private static var rowsMax: Int { 20_000 }

  /// Fills the tables with what the log makes of them up to each one's target.
  func fill(_ sites: [Site]) async throws {
    var folds = sites.map { site in
      Fold(
        site: site, table: site.table.rebuilding(),
        state: ProjectionState(generation: site.generation, position: 0, parked: []))
    }
    let end = sites.map(\.target).max() ?? 0
    if end > 0 {
      try await database.withUnhurriedSession { reading in
        try await database.withUnhurriedSession { writing in
          let decode = projections.decode
          try await log.replay(through: end, on: reading) { events in
            try DecodedPage(events, decode: decode).whole()
          } _: { page in
            for index in folds.indices {
              take(page.through(folds[index].site.target), into: &folds[index])
              try await flush(&folds[index], over: Self.rowsMax, on: writing)
            }
          }
          for index in folds.indices {
            try await flush(&folds[index], over: 0, on: writing)
            try await folds[index].table.copyLive(into: folds[index].site.generation, on: writing)
          }
        }
      }
    }
    for fold in folds { try await finish(fold) }
  }

  private func take(_ page: DecodedPage<Event>, into fold: inout Fold) {
    let (events, poison) = fold.state.sorted(page)
    for event in events { fold.table.apply(event) }
    fold.state.parked.formUnion(poison.map(\.stream))
    fold.poison += poison
  }

  private func flush(
    _ fold: inout Fold, over count: Int, on session: Session
  ) async throws {
    guard fold.table.settledCount > count else { return }
    try await fold.table.copySettled(into: fold.site.generation, on: session)
  }

  /// Indexes the tables and notes how far they are.
  private func finish(_ fold: Fold) async throws {
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
