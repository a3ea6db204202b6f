public import Domain
public import EventSourcing
public import Postgres

/// A section of an exploration as it was written last.
public struct SectionRow: ExplorationPart {
  public typealias Row = SectionRow
  public typealias Key = String

  public static let name = "exploration_section"
  public static let order: Statement = "key"

  public let home: ExplorationHome
  public let section: Exploration.Section
  public let text: Prose
  public let writtenOn: Day
  /// Who wrote it; nil when that was no person.
  public let writtenBy: PersonID?

  public static func key(of event: Exploration.Event, _ recorded: Recorded<LogEvent>) -> String? {
    guard case .sectionRewritten(let section, _, _) = event else { return nil }
    return "\(recorded.stream.identity)/\(section.rawValue)"
  }

  public static func fold(
    _ row: SectionRow?, _ event: Exploration.Event, _ recorded: Recorded<LogEvent>
  ) -> SectionRow? {
    guard case .sectionRewritten(let section, let text, let day) = event else { return row }
    return SectionRow(
      home: ExplorationHome(recorded), section: section, text: text, writtenOn: day,
      writtenBy: PersonID(recorded.actor))
  }
}

extension SectionRow {
  public static let columns: [Column] =
    ExplorationHome.columns + [
      Column("section", .text), Column("text", .text), Column("written_on", .date),
      Column("written_by", .text),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("section", section)
    writer.write("text", text)
    writer.write("written_on", writtenOn)
    writer.write("written_by", writtenBy)
  }

  public init(from row: Postgres.Row) throws {
    home = try ExplorationHome(row)
    section = try row["section"]
    text = try row["text"]
    writtenOn = try row["written_on"]
    writtenBy = try row["written_by"]
  }
}

extension Exploration.Section: PostgresEncodable, PostgresDecodable {}
