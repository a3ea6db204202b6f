public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A session in which people did a step together; what they scored has rows of its own.
public struct SessionRow: AnalysisPart {
  public typealias Row = SessionRow
  public typealias Key = UUID

  public static let name = "work_session"
  public static let order: Statement = "held_on, position_first"

  /// Somebody who takes part.
  public struct Seat: Hashable, Codable, Sendable {
    public let id: ParticipantID
    public let participant: Analysis.Participant
  }

  /// Where something is known from.
  public struct Note: Hashable, Codable, Sendable {
    public let id: SourceID
    public let source: Source
  }

  /// A document that belongs to it, with who added it.
  public struct Attached: Hashable, Codable, Sendable {
    public let id: AttachmentID
    public let attachment: Analysis.Attachment
    public let addedOn: Day
    /// Nil for a program.
    public let addedBy: PersonID?
  }

  /// A round of questions.
  public struct Round: Hashable, Codable, Sendable {
    public let id: RoundID
    public let round: Analysis.Round
    public let openedOn: Day
    /// The day on which it was closed; nil while it is open.
    public var closedOn: Day?
  }

  public let home: AnalysisHome
  public let id: SessionID
  public let positionFirst: Int
  public var convening: Analysis.Convening
  public var seats: [Seat]
  public var notes: Prose?
  public var sources: [Note]
  public var attachments: [Attached]
  public var rounds: [Round]
  /// The day on which it was concluded; nil while it goes on.
  public var concludedOn: Day?

  public static func key(of event: Analysis.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event.topic {
    case .session(_, .scored): nil
    case .session(let id, _): id.identity.uuid
    case .course, .subRisk, .focus, .profile, .judgement, .influencer, .suggestion, .choice: nil
    }
  }

  public static func fold(
    _ row: SessionRow?, _ event: Analysis.Event, _ recorded: Recorded<LogEvent>
  ) -> SessionRow? {
    guard case .session(let id, let happening) = event.topic else { return row }
    var row = row
    if case .convened(let convening) = happening {
      row = SessionRow(
        home: AnalysisHome(recorded), id: id, positionFirst: recorded.position,
        convening: convening, seats: [], sources: [], attachments: [], rounds: [])
    }
    row?.take(happening, on: event.on, by: PersonID(recorded.actor))
    return row
  }

  private mutating func take(
    _ event: Analysis.SessionEvent, on day: Day, by person: PersonID?
  ) {
    switch event {
    case .convened(let convening), .revised(let convening): self.convening = convening
    case .invited(let id, let participant): seats.append(Seat(id: id, participant: participant))
    case .excused(let id, _): seats.removeAll { $0.id == id }
    case .noted(let notes): self.notes = notes
    case .sourceAdded(let id, let source): sources.append(Note(id: id, source: source))
    case .sourceRemoved(let id): sources.removeAll { $0.id == id }
    case .attachmentAdded(let id, let attachment):
      attachments.append(
        Attached(id: id, attachment: attachment, addedOn: day, addedBy: person))
    case .attachmentRemoved(let id, _): attachments.removeAll { $0.id == id }
    case .roundOpened(let id, let round):
      rounds.append(Round(id: id, round: round, openedOn: day))
    case .roundClosed(let id):
      for index in rounds.indices where rounds[index].id == id { rounds[index].closedOn = day }
    case .concluded: concludedOn = day
    case .reopened: concludedOn = nil
    case .scored: break
    }
  }
}

extension SessionRow {
  public static let columns: [Column] = [
    Column("position_first", .int8), Column("step", .text), Column("form", .text),
    Column("title", .text), Column("held_on", .date), Column("seats", .json),
    Column("notes", .text), Column("sources", .json), Column("attachments", .json),
    Column("rounds", .json), Column("concluded_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("position_first", positionFirst)
    writer.write("step", convening.step)
    writer.write("form", convening.form)
    writer.write("title", convening.title)
    writer.write("held_on", convening.heldOn)
    writer.write("seats", Whole(seats))
    writer.write("notes", notes)
    writer.write("sources", Whole(sources))
    writer.write("attachments", Whole(attachments))
    writer.write("rounds", Whole(rounds))
    writer.write("concluded_on", concludedOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try AnalysisHome(row)
    id = try row["key"]
    positionFirst = try row["position_first"]
    convening = Analysis.Convening(
      try row["title"], step: try row["step"], form: try row["form"],
      heldOn: try row["held_on"])
    seats = try row.whole("seats")
    notes = try row["notes"]
    sources = try row.whole("sources")
    attachments = try row.whole("attachments")
    rounds = try row.whole("rounds")
    concludedOn = try row["concluded_on"]
  }
}
