public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A report or letter of a case, as it was issued.
public struct CaseReportRow: CasePart {
  public typealias Row = CaseReportRow
  public typealias Key = UUID

  public static let name = "case_report"
  public static let order: Statement = "serial DESC"

  public let home: CaseHome
  public let id: CaseReportID
  /// Its number within the case.
  public let serial: Int
  public let report: CaseFile.Report
  public let issue: CaseFile.Issue
  public let issuedOn: Day
  /// Who issued it; nil when that was no person.
  public let issuedBy: PersonID?
  /// Nil while it stands.
  public internal(set) var withdrawn: Drop?

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    if case .reportIssued(let id, _, _, _, _) = event { return id.identity.uuid }
    if case .reportWithdrawn(let id, _, _) = event { return id.identity.uuid }
    return nil
  }

  public static func fold(
    _ row: CaseReportRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseReportRow? {
    var row = row
    if case .reportIssued(let id, let report, let serial, let issue, let day) = event {
      row = CaseReportRow(
        home: CaseHome(recorded), id: id, serial: serial, report: report, issue: issue,
        issuedOn: day, issuedBy: PersonID(recorded.actor))
    } else if case .reportWithdrawn(_, let reason, let day) = event {
      row?.withdrawn = Drop(because: reason, on: day)
    }
    return row
  }
}

extension CaseReportRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("serial", .int4), Column("report", .json), Column("issue", .json),
      Column("issued_on", .date), Column("issued_by", .text),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("serial", Int32(serial))
    writer.write("report", Whole(report))
    writer.write("issue", Whole(issue))
    writer.write("issued_on", issuedOn)
    writer.write("issued_by", issuedBy)
    writer.write(withdrawn)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    serial = Int(try row["serial"] as Int32)
    report = try row.whole("report")
    issue = try row.whole("issue")
    issuedOn = try row["issued_on"]
    issuedBy = try row["issued_by"]
    withdrawn = try Drop(row)
  }
}
