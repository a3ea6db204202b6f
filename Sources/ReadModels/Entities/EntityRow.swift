public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A supervised party or place with what is known of it; its relations and the visits of other agencies have rows of
/// their own.
public struct EntityRow: EntityPart {
  public typealias Row = EntityRow
  public typealias Key = UUID

  public static let name = "entity"

  /// Another name that it goes by.
  public struct KnownAlias: Hashable, Codable, Sendable {
    public let id: AliasID
    public let alias: SupervisedEntity.Alias
  }

  /// Into which one it was merged, when and why.
  public struct Merge: Hashable, Sendable {
    public let survivor: EntityID
    public let reason: Prose
    public let on: Day
  }

  public let home: EntityHome
  public let kind: SupervisedEntity.Kind
  public let registeredOn: Day
  public var particulars: SupervisedEntity.Particulars
  public var aliases: [KnownAlias]
  /// Nil while it stands by itself.
  public var merge: Merge?

  /// Its identity.
  public var id: EntityID { home.entity }
  public var name: Line { particulars.name }

  public static func key(of event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>) -> UUID?
  {
    switch event {
    case .registered, .revised, .aliasAdded, .aliasRemoved, .merged, .mergeUndone:
      recorded.stream.identity.uuid
    case .related, .relationEnded, .absorbed, .released, .agencyNoted, .agencyNoteWithdrawn: nil
    }
  }

  public static func fold(
    _ row: EntityRow?, _ event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>
  ) -> EntityRow? {
    guard var row else { return registered(by: event, recorded) }
    row.take(event)
    return row
  }

  private static func registered(
    by event: SupervisedEntity.Event, _ recorded: Recorded<LogEvent>
  ) -> EntityRow? {
    guard case .registered(let kind, let particulars, let day) = event else { return nil }
    return EntityRow(
      home: EntityHome(recorded), kind: kind, registeredOn: day, particulars: particulars,
      aliases: [], merge: nil)
  }

  private mutating func take(_ event: SupervisedEntity.Event) {
    switch event {
    case .revised(let particulars, _, _, _): self.particulars = particulars
    case .aliasAdded(let id, let alias, _): aliases.append(KnownAlias(id: id, alias: alias))
    case .aliasRemoved(let id, _): aliases.removeAll { $0.id == id }
    case .merged(let survivor, let reason, let day):
      merge = Merge(survivor: survivor, reason: reason, on: day)
    case .mergeUndone: merge = nil
    case .registered, .related, .relationEnded, .absorbed, .released, .agencyNoted,
      .agencyNoteWithdrawn:
      break
    }
  }
}

extension EntityRow {
  public static let columns: [Column] =
    EntityHome.columns + [
      Column("kind", .text), Column("name", .text), Column("particulars", .json),
      Column("aliases", .json), Column("registered_on", .date), Column("merged_into", .uuid),
      Column("merged_on", .date), Column("merge_reason", .text),
      // For the search.
      Column("alias_names", .text), Column("numbers", .textArray),
    ]

  public static let derivedColumns: [SQLName] = ["names", "sounds"]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("kind", kind)
    writer.write("name", name)
    writer.write("particulars", Whole(particulars))
    writer.write("aliases", Whole(aliases))
    writer.write("registered_on", registeredOn)
    writer.write("merged_into", merge?.survivor)
    writer.write("merged_on", merge?.on)
    writer.write("merge_reason", merge?.reason)
    writer.write("alias_names", aliases.map(\.alias.name.description).joined(separator: "\n"))
    writer.write("numbers", particulars.numbers.map(\.number))
  }

  public init(from row: Postgres.Row) throws {
    home = try EntityHome(row)
    kind = try row["kind"]
    registeredOn = try row["registered_on"]
    particulars = try row.whole("particulars")
    aliases = try row.whole("aliases")
    merge = try Merge(row)
  }
}

extension EntityRow.Merge {
  /// Nil when the row stands by itself.
  fileprivate init?(_ row: Postgres.Row) throws {
    guard let survivor = try row["merged_into"] as EntityID? else { return nil }
    self.init(survivor: survivor, reason: try row["merge_reason"], on: try row["merged_on"])
  }
}

extension SupervisedEntity.Kind: PostgresEncodable, PostgresDecodable {}
extension SupervisedEntity.Relation.Kind: PostgresEncodable, PostgresDecodable {}
