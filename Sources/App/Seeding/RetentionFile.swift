import Domain
import Foundation

/// How long cases are kept: data/retention.yaml.
struct RetentionFile: Decodable {
  let certainty: Certainty
  /// Under the names of their results.
  let categories: [String: Entry]

  struct Entry: Decodable {
    let key: String
    let name: String
    let years: Int
    let source: String
  }

  /// Reads the schedule that comes along with the program from `folder`.
  ///
  /// - Throws: `SeedError` for a result that is none, `RetentionSchedule.Gap` when one is missing.
  static func supplied(in folder: URL) throws -> RetentionSchedule {
    let file = try readSeed(RetentionFile.self, from: folder.appending(path: "retention.yaml"))
    return try file.schedule
  }

  private var schedule: RetentionSchedule {
    get throws {
      var found: [CaseFile.Result: Retention.Category] = [:]
      for (name, entry) in categories {
        guard let result = CaseFile.Result(rawValue: name) else {
          throw SeedError.malformed(entry: name, reason: "is no result of a case")
        }
        found[result] = Retention.Category(
          try Line(entry.key), try Line(entry.name), years: entry.years,
          source: try Line(entry.source))
      }
      return try RetentionSchedule(certainty: certainty, found)
    }
  }
}
