public import Domain
public import EventSourcing
public import Postgres

/// The number and name of a programme in one plan year.
public struct LabelRow: ProgrammePart {
  public typealias Row = LabelRow
  public typealias Key = String

  public static let name = "programme_label"
  public static let nouns: [Programme.Noun] = [.charter]
  public static let order: Statement = "plan_year"

  public let home: ProgrammeHome
  public let label: Programme.Label
  /// The day on which it got this number and name.
  public let givenOn: Day

  public static func key(of event: Programme.Event, _ recorded: Recorded<LogEvent>) -> String? {
    event.label.map { "\(recorded.stream.identity)/\($0.planYear)" }
  }

  public static func fold(
    _ row: LabelRow?, _ event: Programme.Event, _ recorded: Recorded<LogEvent>
  ) -> LabelRow? {
    event.label.map {
      LabelRow(home: ProgrammeHome(recorded), label: $0, givenOn: event.on)
    }
  }
}

extension LabelRow {
  public static let columns: [Column] = [
    Column("plan_year", .int4), Column("number", .int4), Column("title", .text),
    Column("given_on", .date),
  ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write("plan_year", label.planYear)
    writer.write("number", Int32(label.number))
    writer.write("title", label.name)
    writer.write("given_on", givenOn)
  }

  public init(from row: Postgres.Row) throws {
    home = try ProgrammeHome(row)
    label = Programme.Label(
      planYear: try row["plan_year"], number: try row["number"], name: try row["title"])
    givenOn = try row["given_on"]
  }
}

extension Programme.Event {
  /// The number and name that it gives; nil when it gives none.
  fileprivate var label: Programme.Label? {
    guard case .charter(let happening) = topic else { return nil }
    return switch happening {
    case .begun(let charter, _, _): charter.label
    case .renamed(let label): label
    case .problemRestated, .managerAppointed, .extended, .ended: nil
    }
  }
}
