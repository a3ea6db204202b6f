import ArgumentParser
import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels

/// `koers-bench narrow`: what somebody asks who may see a few programmes, as the pages ask it.
struct NarrowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "narrow", abstract: "A list or a count for who sees some programmes only.")

  /// What is asked for.
  enum Form: String, ExpressibleByArgument {
    /// The last changes.
    case first
    /// Those of a page further back.
    case deep
    /// How many changes there are.
    case count
  }

  @OptionGroup var database: DatabaseOptions

  @Option(help: "first, deep: a page of the last changes; count: how many there are.")
  var form = Form.first

  @Option(help: "The position before which the deep page ends.")
  var before = 0

  @Option(help: "For how many seconds.")
  var seconds = 3.0

  @Argument(help: "The programmes that are seen.")
  var programmes: [String]

  func run() async throws {
    try await measuring(database) { database, report in
      let viewer = try viewer()
      let library = Library(Database(database.readerConfiguration))
      var latencies = Latencies()
      let clock = ContinuousClock()
      let start = clock.now
      while start.duration(to: clock.now) < .seconds(seconds) {
        let asked = clock.now
        report["rows"] = Double(try await ask(library, as: viewer))
        latencies.add(asked.duration(to: clock.now))
      }
      latencies.summarise(over: start.duration(to: clock.now), into: &report)
    }
  }

  private func viewer() throws -> Viewer {
    let ids = programmes.compactMap { ProgrammeID($0) }
    guard ids.count == programmes.count, let person = PersonID("guest") else {
      throw ValidationError("a programme is named by its UUID")
    }
    return Viewer(person, of: BenchDatabase.organisation, sight: .programmes(ids))
  }

  /// - Returns: how many rows there were.
  private func ask(_ library: Library, as viewer: Viewer) async throws -> Int {
    switch form {
    case .first: try await library.look(RecentChangesQuery(), as: viewer).asked.count
    case .deep:
      try await library.look(RecentChangesQuery(before: before), as: viewer).asked.count
    case .count: try await library.look(ChangeCountQuery(), as: viewer)
    }
  }
}

/// How many changes the viewer may see.
private struct ChangeCountQuery: Query {
  func statement(at point: Point) -> Statement { "SELECT count(*) AS count FROM history" }

  func answer(from rows: Rows) throws -> Int { try rows.only()["count"] }
}
