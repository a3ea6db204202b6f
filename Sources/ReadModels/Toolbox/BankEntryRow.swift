public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// An entry of the data bank: what was accepted, what is proposed, and whether it was retired.
public struct BankEntryRow: StreamPart {
  public typealias Row = BankEntryRow
  public typealias About = BankEntry
  public typealias Key = UUID

  public static let name = "bank_entry"

  /// What an editor accepted.
  public struct Accepted: Hashable, Codable, Sendable {
    public let version: Int
    public let article: BankEntry.Article
    public let by: PersonID
    public let on: Day
    /// Whether its words stand as another organisation shared them.
    public let isAsShared: Bool
  }

  /// What somebody proposes.
  public struct Pending: Hashable, Codable, Sendable {
    public let article: BankEntry.Article
    public let by: PersonID
    public let on: Day
  }

  public let home: Home<BankEntry>
  /// Where in the log it was proposed first.
  public let positionFirst: Int
  public var accepted: Accepted?
  public var pending: Pending?
  /// The day on which it is looked at again; nil before anything was accepted.
  public var reviewOn: Day?
  /// Where it was taken over from; nil for what was written here.
  public var provenance: BankEntry.Provenance?
  public var drop: Drop?

  /// Its identity, the same in every organisation that has it.
  public var id: BankEntryID { home.id }

  /// What is shown of it: what was accepted, or what is proposed as long as nothing is.
  public var article: BankEntry.Article? { accepted?.article ?? pending?.article }

  public static func key(of event: BankEntry.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    recorded.stream.identity.uuid
  }

  public static func fold(
    _ row: BankEntryRow?, _ event: BankEntry.Event, _ recorded: Recorded<LogEvent>
  ) -> BankEntryRow? {
    var row =
      row ?? BankEntryRow(home: Home(recorded), positionFirst: recorded.position)
    switch event {
    case .proposed(let article, _, let by, let day), .amended(let article, let by, let day):
      row.pending = Pending(article: article, by: by, on: day)
    case .accepted(let version, let article, let by, let reviewOn, let day):
      row.accepted = Accepted(
        version: version, article: article, by: by, on: day, isAsShared: false)
      row.pending = nil
      row.reviewOn = reviewOn
    case .declined: row.pending = nil
    case .confirmed(_, let reviewOn, _): row.reviewOn = reviewOn
    case .retired(_, let reason, let day): row.drop = Drop(because: reason, on: day)
    case .takenOver(let version, let article, let provenance, _, let by, let reviewOn, let day):
      row.accepted = Accepted(
        version: version, article: article, by: by, on: day, isAsShared: true)
      row.reviewOn = reviewOn
      row.provenance = provenance
    }
    return row
  }
}

extension BankEntry: LogSubject {
  public static var column: StaticString? { "bank_entry" }
  public static var audience: Audience { .work }

  public static func event(in event: LogEvent) -> Event? {
    guard case .bankEntry(let event) = event else { return nil }
    return event
  }
}

extension BankEntryRow {
  public static let columns: [Column] =
    Home<BankEntry>.columns + [
      Column("position_first", .int8), Column("accepted", .json), Column("pending", .json),
      Column("review_on", .date), Column("provenance", .json),
      // For filters and the search.
      Column("kind", .text), Column("title", .text), Column("words", .text),
      Column("types", .textArray), Column("determinants", .textArray),
      Column("sector", .text), Column("evidence", .text),
    ] + Drop.columns

  public static let derivedColumns: [SQLName] = ["search"]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("accepted", accepted.map { Whole($0) })
    writer.write("pending", pending.map { Whole($0) })
    writer.write("review_on", reviewOn)
    writer.write("provenance", provenance.map { Whole($0) })
    writer.write("kind", article?.kind)
    writer.write("title", article?.title)
    writer.write("words", article?.words)
    writer.write("types", (article?.interventionTypes ?? []).map(\.description))
    writer.write("determinants", (article?.determinants ?? []).map(\.description))
    writer.write("sector", article?.sector)
    writer.write("evidence", article?.evidence)
    writer.write(drop)
  }

  public init(from row: Postgres.Row) throws {
    home = try Home(row)
    positionFirst = try row["position_first"]
    accepted = try row.wholeIfAny("accepted")
    pending = try row.wholeIfAny("pending")
    reviewOn = try row["review_on"]
    provenance = try row.wholeIfAny("provenance")
    drop = try Drop(row)
  }
}

extension BankEntry.Article {
  /// Everything but the title that can be searched for.
  fileprivate var words: String {
    let prose = [text, fits, fitsNot, legalLimits, burden].compactMap { $0?.description }
    let lines = [sector, source?.text].compactMap { $0?.description }
    return (prose + lines).joined(separator: "\n")
  }
}
