public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A publication of the result of a case, and how far it came.
public struct CasePublicationRow: CasePart {
  public typealias Row = CasePublicationRow
  public typealias Key = UUID

  public static let name = "case_publication"
  public static let order: Statement = "position_first DESC"

  public let home: CaseHome
  public let id: PublicationID
  public let positionFirst: Int
  public internal(set) var standing: Publication.Standing
  /// As it was decided, or as it was intended until then.
  public internal(set) var text: Publication.Text
  public let intendedOn: Day
  /// The last day for a view.
  public let viewUntil: Day
  public internal(set) var view: Prose?
  public internal(set) var viewOn: Day?
  /// Whether the view changed what was published; nil when there was none, or nothing is decided.
  public internal(set) var viewChanged: Bool?
  public internal(set) var decidedOn: Day?
  public internal(set) var madeKnownOn: Day?
  public internal(set) var publishedOn: Day?
  /// The last day on which it is public.
  public internal(set) var publicUntil: Day?
  /// Why it ends before the longest term.
  public internal(set) var untilBecause: Prose?
  /// Why nothing was published, or why no longer.
  public internal(set) var ended: Drop?
  /// What took away what it rests on, and when; nil when nothing did.
  public internal(set) var stop: Publication.Stop?
  public internal(set) var stoppedOn: Day?

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    guard case .publicized(let id, _, _) = event else { return nil }
    return id.identity.uuid
  }

  public static func fold(
    _ row: CasePublicationRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CasePublicationRow? {
    guard case .publicized(let id, let event, let day) = event else { return row }
    if case .intended(let text, let viewUntil) = event {
      return CasePublicationRow(
        home: CaseHome(recorded), id: id, positionFirst: recorded.position, standing: .intended,
        text: text, intendedOn: day, viewUntil: viewUntil)
    }
    var row = row
    row?.take(event, on: day)
    return row
  }

  private mutating func take(_ event: Publication.Event, on day: Day) {
    switch event {
    case .intended: break
    case .viewReceived(let view): (self.view, viewOn) = (view, day)
    case .decided(let text, let changed):
      (standing, self.text, viewChanged, decidedOn) = (.decided, text, changed, day)
    case .madeKnown: (standing, madeKnownOn) = (.madeKnown, day)
    case .published(let until, let reason):
      (standing, publishedOn, publicUntil, untilBecause) = (.published, day, until, reason)
    case .refrained(let reason):
      (standing, ended) = (.refrained, Drop(because: reason, on: day))
    case .withdrawn(let reason):
      (standing, ended) = (.withdrawn, Drop(because: reason, on: day))
    case .stopped(let cause): (standing, stop, stoppedOn) = (.stopped, cause, day)
    }
  }
}

extension CasePublicationRow {
  /// The first day on which it may be published; nil before the decision is made known.
  public var publishableFrom: Day? {
    madeKnownOn.map { Publication.publishable(afterMakingKnownOn: $0) }
  }

  public func isPublic(on day: Day) -> Bool {
    standing == .published && day <= publicUntil ?? .last
  }
}

extension CasePublicationRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("position_first", .int8), Column("standing", .text), Column("text", .json),
      Column("intended_on", .date), Column("view_until", .date), Column("view", .text),
      Column("view_on", .date), Column("view_changed", .bool), Column("decided_on", .date),
      Column("made_known_on", .date), Column("published_on", .date),
      Column("public_until", .date), Column("until_because", .text), Column("stop", .text),
      Column("stopped_on", .date),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("standing", standing)
    writer.write("text", Whole(text))
    writer.write("intended_on", intendedOn)
    writer.write("view_until", viewUntil)
    writer.write("view", view)
    writer.write("view_on", viewOn)
    writer.write("view_changed", viewChanged)
    writer.write("decided_on", decidedOn)
    writer.write("made_known_on", madeKnownOn)
    writer.write("published_on", publishedOn)
    writer.write("public_until", publicUntil)
    writer.write("until_because", untilBecause)
    writer.write("stop", stop)
    writer.write("stopped_on", stoppedOn)
    writer.write(ended)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    standing = try row["standing"]
    text = try row.whole("text")
    intendedOn = try row["intended_on"]
    viewUntil = try row["view_until"]
    view = try row["view"]
    viewOn = try row["view_on"]
    viewChanged = try row["view_changed"]
    decidedOn = try row["decided_on"]
    madeKnownOn = try row["made_known_on"]
    publishedOn = try row["published_on"]
    publicUntil = try row["public_until"]
    untilBecause = try row["until_because"]
    stop = try row["stop"]
    stoppedOn = try row["stopped_on"]
    ended = try Drop(row)
  }
}

extension Publication.Standing: PostgresEncodable, PostgresDecodable {}
extension Publication.Stop: PostgresEncodable, PostgresDecodable {}
