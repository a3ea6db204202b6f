public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// How a case stands, to be counted; it says nothing of what the case is about.
///
/// A figure is the same for everybody who sees the programme: a case that only its handlers see counts too.
public struct CaseResultRow: StreamPart {
  public typealias About = CaseFile
  public typealias Row = CaseResultRow
  public typealias Key = UUID

  public static let name = "case_result"
  public static var audience: Audience { .work }

  public let home: CaseHome
  public internal(set) var programme: ProgrammeID?
  public internal(set) var targetGroup: TargetGroupID?
  /// The intervention of the programme that it came of.
  public let intervention: InterventionID?
  /// Nil while the case is open, though it was closed before.
  public internal(set) var outcome: Outcome?
  /// Whether only those who handle the case see the case itself.
  public internal(set) var isForHandlers: Bool

  /// How it ended.
  public struct Outcome: Hashable, Sendable {
    public let result: CaseFile.Result
    public let compliance: CaseFile.Compliance?
    public let closedOn: Day
  }

  public var scope: Scope {
    Scope(organisation: home.organisation, programme: programme?.identity)
  }

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .opened, .attached, .classified, .closed, .reopened: recorded.stream.identity.uuid
    case .retitled, .subjectNamed, .handlerAdded, .handlerReleased, .related, .unrelated, .planned,
      .taskAdded, .taskMoved, .taskDone, .taskDropped, .logged, .logCorrected, .findingAdded,
      .findingCorrected, .findingWithdrawn, .documentFiled, .documentReplaced, .documentRemoved,
      .enforced, .reportIssued, .reportWithdrawn, .surveyed, .publicized, .kept:
      nil
    }
  }

  public static func fold(
    _ row: CaseResultRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseResultRow? {
    if case .opened(_, let opening, _, _) = event {
      return CaseResultRow(CaseHome(recorded), opening)
    }
    var row = row
    row?.take(event)
    return row
  }

  private init(_ home: CaseHome, _ opening: CaseFile.Opening) {
    self.home = home
    programme = opening.programme
    targetGroup = opening.targetGroup
    intervention = opening.origin.intervention
    isForHandlers = opening.confidentiality.isForHandlers
  }

  private mutating func take(_ event: CaseFile.Event) {
    if case .attached(let programme, let targetGroup, _, _) = event {
      (self.programme, self.targetGroup) = (programme, targetGroup)
    } else if case .classified(let confidentiality, _, _) = event {
      isForHandlers = confidentiality.isForHandlers
    } else if case .closed(let outcome, let day) = event {
      self.outcome = Outcome(
        result: outcome.result, compliance: outcome.compliance, closedOn: day)
    } else if case .reopened = event {
      outcome = nil
    }
  }
}

extension CaseFile.Origin {
  /// The intervention of a programme that the case came of; nil when it came of something else.
  public var intervention: InterventionID? {
    switch self {
    case .programmeAction(let intervention): intervention
    case .dataSelection, .report, .partner, .ownObservation: nil
    }
  }
}

extension CaseFile.Confidentiality {
  fileprivate var isForHandlers: Bool {
    switch self {
    case .normal: false
    case .handlersOnly: true
    }
  }
}

extension CaseResultRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("target_group", .uuid), Column("intervention", .uuid), Column("closed_on", .date),
      Column("result", .text), Column("compliance", .text), Column("is_for_handlers", .bool),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("target_group", targetGroup)
    writer.write("intervention", intervention)
    writer.write("closed_on", outcome?.closedOn)
    writer.write("result", outcome?.result)
    writer.write("compliance", outcome?.compliance)
    writer.write("is_for_handlers", isForHandlers)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    programme = try row["programme"]
    targetGroup = try row["target_group"]
    intervention = try row["intervention"]
    outcome = try Outcome(from: row)
    isForHandlers = try row["is_for_handlers"]
  }
}

extension CaseResultRow.Outcome {
  /// Nil while the case is open.
  fileprivate init?(from row: Postgres.Row) throws {
    guard let result: CaseFile.Result = try row["result"] else { return nil }
    self.init(result: result, compliance: try row["compliance"], closedOn: try row["closed_on"])
  }
}

extension CaseFile.Result: PostgresEncodable, PostgresDecodable {}
extension CaseFile.Compliance: PostgresEncodable, PostgresDecodable {}
