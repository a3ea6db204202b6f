import Domain
public import EventSourcing
import Foundation
public import Postgres
public import ReadModels

/// What the subjects of some lines are called, as far as the viewer may know.
public struct SubjectTitlesQuery: Query {
  private let identities: [Identity]

  /// The subjects that `reads` name.
  public init(of reads: [Read]) {
    identities = Array(Set(reads.compactMap { $0.subject?.identity }))
  }

  public func statement(at point: Point) -> Statement {
    let keys = identities.map(\.uuid)
    return """
      SELECT key, title FROM \(splice: point.rows(of: ProgrammeRow.self)) AS programme
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, title FROM \(splice: point.rows(of: ExplorationRow.self)) AS exploration
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, title FROM \(splice: point.rows(of: SignalRow.self)) AS signal
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, title FROM \(splice: point.rows(of: CaseFileRow.self)) AS case_file
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, title FROM \(splice: point.rows(of: ChecklistRow.self)) AS checklist
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, name FROM \(splice: point.rows(of: EntityRow.self)) AS entity
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, title FROM \(splice: point.rows(of: LetterTemplateRow.self)) AS letter
        WHERE key = ANY (\(keys))
      UNION ALL
      SELECT key, name FROM \(splice: point.rows(of: AccountRow.self)) AS account
        WHERE key = ANY (\(keys))
      """
  }

  public func answer(from rows: Rows) throws -> [Identity: String] {
    var titles: [Identity: String] = [:]
    for row in rows {
      let key: UUID = try row["key"]
      titles[Identity(uuid: key)] = try row["title"]
    }
    return titles
  }
}
