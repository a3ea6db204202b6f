public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// How a case is kept: from when its term runs, what forbids its destruction, and how far that has come.
///
/// It says nothing of what the case is about, for who keeps the records sees it of cases too that only their handlers
/// see. When the term ends, the schedule says.
public struct CaseRetentionRow: CasePart {
  public typealias Row = CaseRetentionRow
  public typealias Key = UUID

  public static let name = "case_retention"
  public static var audience: Audience { .records }
  public static let order: Statement = "key"

  /// Who proposed, approved or declined, and when.
  public struct Word: Hashable, Codable, Sendable {
    public let by: PersonID
    public let on: Day
  }

  /// Why it was not destroyed when somebody proposed it.
  public struct Declining: Hashable, Codable, Sendable {
    public let word: Word
    public let reason: Prose
  }

  public let home: CaseHome
  public let number: CaseNumber
  /// How the case ended; nil while it goes on.
  public internal(set) var result: CaseFile.Result?
  public internal(set) var closedOn: Day?
  /// When the log took it that it was closed on that day.
  public internal(set) var closingRecordedAt: Date?
  /// Why it may not be destroyed; nil when nothing forbids it.
  public internal(set) var heldBecause: Prose?
  public internal(set) var heldOn: Day?
  public internal(set) var stage: Retention.Stage
  /// Under which term its destruction was proposed.
  public internal(set) var term: Retention.Term?
  public internal(set) var proposed: Word?
  public internal(set) var approved: Word?
  /// The last time that its destruction was declined since it was closed.
  public internal(set) var declined: Declining?
  public internal(set) var statement: Retention.Statement?
  public internal(set) var destroyedOn: Day?

  /// The identity of the case.
  public var id: CaseID { home.id }

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    event.concernsKeeping ? recorded.stream.identity.uuid : nil
  }

  public static func fold(
    _ row: CaseRetentionRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseRetentionRow? {
    if case .opened(let number, _, _, _) = event {
      return CaseRetentionRow(home: CaseHome(recorded), number: number, stage: .kept)
    }
    var row = row
    row?.take(event, at: recorded.recordedAt)
    return row
  }

  private mutating func take(_ event: CaseFile.Event, at moment: Date) {
    if case .closed(let outcome, let day) = event {
      (result, closedOn, closingRecordedAt) = (outcome.result, day, moment)
    } else if case .reopened = event {
      (result, closedOn, closingRecordedAt, declined) = (nil, nil, nil, nil)
      keep()
    } else if case .kept(let event, let day) = event {
      take(event, on: day)
    }
  }

  private mutating func take(_ event: Retention.Event, on day: Day) {
    switch event {
    case .held(let reason): (heldBecause, heldOn) = (reason, day)
    case .holdLifted: (heldBecause, heldOn) = (nil, nil)
    case .destructionProposed(let term, let by):
      (stage, self.term, proposed) = (.proposed, term, Word(by: by, on: day))
    case .destructionApproved(let by): (stage, approved) = (.approved, Word(by: by, on: day))
    case .destructionDeclined(let reason, let by):
      declined = Declining(word: Word(by: by, on: day), reason: reason)
      keep()
    case .destroyed(let statement):
      (stage, self.statement, destroyedOn) = (.destroyed, statement, day)
    }
  }

  private mutating func keep() { (stage, term, proposed) = (.kept, nil, nil) }
}

extension CaseFile.Event {
  /// Whether how long the case is kept hangs on it.
  fileprivate var concernsKeeping: Bool {
    switch self {
    case .opened, .closed, .reopened, .kept: true
    case .retitled, .subjectNamed, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .logged, .logCorrected, .findingAdded, .findingCorrected, .findingWithdrawn,
      .documentFiled, .documentReplaced, .documentRemoved, .enforced, .reportIssued,
      .reportWithdrawn, .surveyed, .publicized:
      false
    }
  }
}

extension CaseRetentionRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("year", .int4), Column("serial", .int4), Column("result", .text),
      Column("closed_on", .date), Column("closing_recorded_at", .timestamptz),
      Column("held_because", .text), Column("held_on", .date),
      Column("stage", .text), Column("term", .json), Column("proposed", .json),
      Column("approved", .json), Column("declined", .json), Column("statement", .json),
      Column("destroyed_on", .date),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("year", Int32(number.year))
    writer.write("serial", Int32(number.serial))
    writer.write("result", result)
    writer.write("closed_on", closedOn)
    writer.write("closing_recorded_at", closingRecordedAt)
    writer.write("held_because", heldBecause)
    writer.write("held_on", heldOn)
    writer.write("stage", stage)
    writer.write("term", term.map { Whole($0) })
    writer.write("proposed", proposed.map { Whole($0) })
    writer.write("approved", approved.map { Whole($0) })
    writer.write("declined", declined.map { Whole($0) })
    writer.write("statement", statement.map { Whole($0) })
    writer.write("destroyed_on", destroyedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    guard
      let number = CaseNumber(
        year: Int(try row["year"] as Int32), serial: Int(try row["serial"] as Int32))
    else { throw UnreadableRow(Self.name, "no case number") }
    self.number = number
    result = try row["result"]
    closedOn = try row["closed_on"]
    closingRecordedAt = try row["closing_recorded_at"]
    heldBecause = try row["held_because"]
    heldOn = try row["held_on"]
    stage = try row["stage"]
    term = try row.wholeIfAny("term")
    proposed = try row.wholeIfAny("proposed")
    approved = try row.wholeIfAny("approved")
    declined = try row.wholeIfAny("declined")
    statement = try row.wholeIfAny("statement")
    destroyedOn = try row["destroyed_on"]
  }
}

extension Retention.Stage: PostgresEncodable, PostgresDecodable {}
