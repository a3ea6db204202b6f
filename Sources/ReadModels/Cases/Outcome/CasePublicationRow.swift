public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A publication of the result of a case, and how far it came.
public struct CasePublicationRow: CasePart, PublicationCourse {
  public typealias Row = CasePublicationRow
  public typealias Key = UUID

  public static let name = "case_publication"
  public static let order: Statement = "position_first DESC"

  public let home: CaseHome
  public let id: PublicationID
  public let positionFirst: Int
  public internal(set) var standing: Publication.Standing
  /// As it was last put to those whom it is about.
  public internal(set) var put: Publication.Text
  /// As it was decided, or as it was last put to those whom it is about until then.
  public internal(set) var text: Publication.Text
  public let intendedOn: Day
  /// To whom it was put, whom the case is about first.
  public internal(set) var hearings: [Publication.Hearing]
  /// When another text was last put to them; nil when none was.
  public internal(set) var revisedOn: Day?
  /// Whether a view changed what was published; nil when there was none, or nothing is decided.
  public internal(set) var viewChanged: Bool?
  public internal(set) var decidedOn: Day?
  /// Of what was decided before that was kept, who recorded it.
  public internal(set) var decidedBy: PersonID?
  /// Who else agreed to the text, and when.
  public internal(set) var agreedBy: PersonID?
  public internal(set) var agreedOn: Day?
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
    var row = row
    if case .intended(let text, _, _) = event {
      row = CasePublicationRow(
        home: CaseHome(recorded), id: id, positionFirst: recorded.position, standing: .intended,
        put: text, text: text, intendedOn: day, hearings: [])
    }
    row?.take(event, by: PersonID(recorded.actor), on: day)
    return row
  }

  private mutating func take(
    _ event: Publication.Event, by actor: PersonID?, on day: Day
  ) {
    hearings.take(event, on: day)
    switch event {
    case .intended: break
    case .putTo, .viewReceived, .hearingTakenBack, .viewTakenBack: putBack()
    case .revised(let text, _):
      (put, revisedOn) = (text, day)
      putBack()
    case .decided(let text, let changed, let by):
      (standing, self.text) = (.decided, text)
      decide(changed, by: by ?? actor, on: day)
    case .agreed(let by): (agreedBy, agreedOn) = (by, day)
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

  /// To before it was decided.
  private mutating func putBack() {
    (standing, text) = (.intended, put)
    decide(nil, by: nil, on: nil)
  }

  /// Whoever agreed, agreed to what was decided before.
  private mutating func decide(_ changed: Bool?, by person: PersonID?, on day: Day?) {
    (viewChanged, decidedBy, decidedOn) = (changed, person, day)
    (agreedBy, agreedOn) = (nil, nil)
  }
}

extension CasePublicationRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("position_first", .int8), Column("standing", .text), Column("put", .json),
      Column("text", .json),
      Column("intended_on", .date), Column("hearings", .json), Column("revised_on", .date),
      Column("view_changed", .bool), Column("decided_on", .date), Column("decided_by", .text),
      Column("agreed_by", .text), Column("agreed_on", .date),
      Column("made_known_on", .date), Column("published_on", .date),
      Column("public_until", .date), Column("until_because", .text), Column("stop", .text),
      Column("stopped_on", .date),
    ] + Drop.columns

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("position_first", positionFirst)
    writer.write("standing", standing)
    writer.write("put", Whole(put))
    writer.write("text", Whole(text))
    writer.write("intended_on", intendedOn)
    writer.write("hearings", Whole(hearings))
    writer.write("revised_on", revisedOn)
    writer.write("view_changed", viewChanged)
    writer.write("decided_on", decidedOn)
    writer.write("decided_by", decidedBy)
    writer.write("agreed_by", agreedBy)
    writer.write("agreed_on", agreedOn)
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
    put = try row.whole("put")
    text = try row.whole("text")
    intendedOn = try row["intended_on"]
    hearings = try row.whole("hearings")
    revisedOn = try row["revised_on"]
    viewChanged = try row["view_changed"]
    decidedOn = try row["decided_on"]
    decidedBy = try row["decided_by"]
    agreedBy = try row["agreed_by"]
    agreedOn = try row["agreed_on"]
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
