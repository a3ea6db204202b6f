import Domain
import EventSourcing
import Foundation
import Postgres
import SCIM

/// One resource of the directory as it is kept, with what other tables say of it.
struct DirectoryRow {
  let id: Identity
  let document: Document
  let version: Int
  let madeAt: Date
  let changedAt: Date
  let groups: [Resource.Group]
  /// Why the account was closed, whoever closed it; nil while it is open or there is none.
  let closedBecause: Prose?

  init(_ row: Row) throws {
    guard let kind = ResourceKind(rawValue: try row["kind"]) else {
      throw UnreadableResource()
    }
    id = Identity(uuid: try row["id"])
    let kept = Data((try row["document"] as String).utf8)
    let members: [String]? = try row["members"]
    document = Document(kind, kept: try JSONDecoder().decode([String: JSON].self, from: kept))
      .with("members", members.map { .array($0.map { .object(["value": .string($0)]) }) })
    version = try row["version"]
    madeAt = try row["made_at"]
    changedAt = try row["changed_at"]
    let (ids, names): ([String]?, [String]?) = (try row["group_ids"], try row["group_names"])
    groups = zip(ids ?? [], names ?? []).map { Resource.Group($0, name: $1) }
    closedBecause = try row["closed_because"]
  }

  /// It as the directory is shown it: its own words, but that nobody whose account was closed here is active.
  var resource: Resource {
    let isClosedHere = closedBecause.map { $0 != Directory.leftReason } ?? false
    return Resource(
      id.description, isClosedHere ? document.with("active", .bool(false)) : document,
      in: groups, version: version, madeAt: madeAt, changedAt: changedAt)
  }

  private static let columns: Statement = """
    SELECT kept.*,
      (SELECT array_agg(user_id::text ORDER BY user_id) FROM directory_member
       WHERE group_id = kept.id) AS members,
      (SELECT array_agg(held.id::text ORDER BY held.name) FROM directory_member
       JOIN directory_resource AS held ON held.id = group_id WHERE user_id = kept.id) AS group_ids,
      (SELECT array_agg(held.name ORDER BY held.name) FROM directory_member
       JOIN directory_resource AS held ON held.id = group_id WHERE user_id = kept.id) AS group_names,
      (SELECT dropped_because FROM account WHERE key = kept.id) AS closed_because
    FROM directory_resource AS kept
    """

  /// Those of `kind`, or the one that `filter` seeks by name.
  static func statement(of kind: ResourceKind, for filter: Filter?) -> Statement {
    let sought: Statement =
      if let name = filter?.sought(kind.nameAttribute) {
        "AND name = \(kind.folded(name))"
      } else if let id = filter?.sought("externalId") {
        "AND external_id = \(id)"
      } else { "" }
    return """
      \(splice: columns) WHERE kind = \(kind.rawValue) \(splice: sought) ORDER BY made_at, id
      """
  }

  static func statement(of kind: ResourceKind, _ id: Identity) -> Statement {
    "\(splice: columns) WHERE kind = \(kind.rawValue) AND id = \(id.uuid)"
  }

  static func statement(of ids: [Identity]) -> Statement {
    "\(splice: columns) WHERE id = ANY (\(ids.map(\.uuid)))"
  }
}

/// What is kept of a resource cannot be read.
struct UnreadableResource: Error, CustomStringConvertible {
  var description: String { "a resource of the directory whose kind is unknown" }
}

extension Document {
  /// It as it is kept; who is in a group stands in a table of its own.
  func kept() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(with("members", nil).fields), as: UTF8.self)
  }

  /// What it is found by, as it is kept.
  var name: String { kind.folded(text(kind.nameAttribute) ?? "") }
}

extension ResourceKind {
  /// The attribute by which one is told from another.
  var nameAttribute: String {
    switch self {
    case .user: "userName"
    case .group: "displayName"
    }
  }

  /// A name as it is kept: capitals count for a group, whose roles go by it, and not for a person.
  func folded(_ name: String) -> String {
    switch self {
    case .user: name.lowercased()
    case .group: name
    }
  }
}
