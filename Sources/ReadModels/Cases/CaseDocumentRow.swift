public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A document of a case with all versions that it had.
public struct CaseDocumentRow: CasePart {
  public typealias Row = CaseDocumentRow
  public typealias Key = UUID

  public static let name = "case_document"
  public static let order: Statement = "position_first"

  /// One version of it.
  public struct Version: Hashable, Codable, Sendable {
    public let document: CaseFile.Document
    /// The day that it is of, as was said; `recordedAt` is when it came into the file.
    public let on: Day
    public let recordedAt: Date
    /// Who filed it; nil when that was no person.
    public let by: PersonID?

    init(_ document: CaseFile.Document, on day: Day, _ recorded: Recorded<LogEvent>) {
      self.document = document
      on = day
      recordedAt = recorded.recordedAt
      by = PersonID(recorded.actor)
    }
  }

  public let home: CaseHome
  public let id: CaseDocumentID
  public let positionFirst: Int
  /// The first one first; never empty.
  public internal(set) var versions: [Version]
  /// Nil while it stands in the file.
  public internal(set) var removed: Drop?

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    event.filedDocument?.identity.uuid
  }

  public static func fold(
    _ row: CaseDocumentRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseDocumentRow? {
    var row = row
    if case .documentFiled(let id, let document, let day) = event {
      row = CaseDocumentRow(
        home: CaseHome(recorded), id: id, positionFirst: recorded.position,
        versions: [Version(document, on: day, recorded)])
    } else if case .documentReplaced(_, let document, let day) = event {
      row?.versions.append(Version(document, on: day, recorded))
    } else if case .documentRemoved(_, let reason, let day) = event {
      row?.removed = Drop(because: reason, on: day)
    }
    return row
  }
}

extension CaseDocumentRow {
  public static let columns: [Column] =
    CaseHome.columns + [Column("position_first", .int8), Column("versions", .json)] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("versions", Whole(versions))
    writer.write(removed)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    versions = try row.whole("versions")
    removed = try Drop(row)
  }
}
