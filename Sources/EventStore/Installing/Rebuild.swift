import EventSourcing
import Foundation
import Logging
import Postgres

/// Read models made anew beside the ones that are shown, which serve until the new take their place.
///
/// One pass over the log for all of them: out by COPY, each event decoded once and folded in memory,
/// rows in by COPY meanwhile, then indexes. The rows are all held; the rows they replaced stream out as
/// they arise. Then each catches up by page, is compared, and is shown in one transaction.
///
/// A stream of which the database refuses a row is parked in that read model, as in the live projection: the tables
/// concerned are filled once more without it, and the others are not kept waiting for a fault that is not theirs.
struct Rebuild<Event: Sendable>: Sendable {
  let projections: Projections<Event>
  let log: PostgresLog
  let database: Database
  let logger: Logger
  /// Shows the new tables even where they differ from what the same program made before.
  let acceptsDifferences: Bool

  typealias Site = RebuildSite<Event>
  typealias Wanted = ReadModelInstaller<Event>.Wanted

  func run(_ wanted: [Wanted]) async throws {
    var sites = try await survey(wanted)
    do {
      for index in sites.indices { try await sites[index].lay(in: database) }
      try await finish(try await fill(sites.map { RebuildFold($0) }))
    } catch {
      await abandon(sites)
      throw error
    }
  }

  /// Indexes, compares and shows the filled tables, as many at a time as there are connections; the
  /// largest first, so that none of those is left for the end.
  private func finish(_ folds: [RebuildFold<Event>]) async throws {
    var waiting = folds.sorted { $0.rowCount > $1.rowCount }[...]
    var refused: [RebuildFold<Event>] = []
    try await withThrowingTaskGroup(of: RebuildFold<Event>?.self) { group in
      func begin() {
        guard let fold = waiting.popFirst() else { return }
        group.addTask {
          do {
            try await index(fold)
          } catch let error where error.isAboutTheData && !fold.site.isIndexedFirst {
            return fold
          }
          try await replace(fold.site)
          return nil
        }
      }
      for _ in 0..<LoadLine.connectionsMax { begin() }
      while let fold = try await group.next() {
        if let fold { refused.append(fold) }
        begin()
      }
    }
    guard !refused.isEmpty else { return }
    var again: [RebuildFold<Event>] = []
    for fold in refused {
      var site = fold.site
      site.isIndexedFirst = true
      again.append(try await renew(site, leaving: fold.refused))
    }
    try await finish(try await fill(again))
  }

  /// Decides where each is built, and clears what an interrupted rebuild left there.
  private func survey(_ wanted: [Wanted]) async throws -> [Site] {
    let shown = try await Shown.all(in: log.id, of: database)
    let head = try await log.head()
    var sites: [Site] = []
    for model in wanted {
      let name = model.table.name
      let current = shown[name]
      let generation = try Generation(of: name, number: (current?.generation.number ?? 0) + 1)
      try await Site.clear(generation, of: log.id, in: database)
      var target = head
      if let current, current.fingerprint == model.fingerprint {
        target = min(head, try await position(of: current.generation))
      }
      sites.append(
        Site(
          table: model.table, sql: model.sql, fingerprint: model.fingerprint, shown: current,
          generation: generation, target: target))
    }
    return sites
  }

  private func abandon(_ sites: [Site]) async {
    do {
      let shown = try await Shown.all(in: log.id, of: database)
      for site in sites where shown[site.table.name]?.generation != site.generation {
        try await Site.clear(site.generation, of: log.id, in: database)
      }
    } catch {
      logger.warning(
        "an unfinished rebuild stays until the next", metadata: ["error": "\(error)"])
    }
  }

  func position(of generation: Generation) async throws -> Int {
    let rows = try await database.run(
      """
      SELECT position FROM es_checkpoint WHERE log_id = \(log.id)
        AND projection = \(generation.name) AND generation = \(generation.number)
      """)
    return try rows.first.map { try $0["position"] } ?? 0
  }
}
