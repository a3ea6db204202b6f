public import Domain
import EventSourcing
public import Foundation
import Logging
import Postgres
import ReadModels
public import SCIM

/// What the directory makes, changes and takes away.
extension Directory {
  /// Keeps a new resource: for a person, opens their account.
  ///
  /// - Throws: `SCIM.Refusal` when another has its name, or a member is nobody; why an account cannot follow.
  public func make(_ document: Document, at now: Date, on today: Day) async throws -> Resource {
    let id = try await database.transaction { session in
      let id =
        switch document.kind {
        case .user: try await account(for: document, session)
        case .group: Identity.fresh()
        }
      let made = try await session.run(
        """
        INSERT INTO directory_resource
          (id, kind, name, external_id, document, version, made_at, changed_at)
        VALUES (\(id.uuid), \(document.kind.rawValue), \(document.name),
          \(document.text("externalId")), \(try document.kept())::json, 1, \(now), \(now))
        ON CONFLICT DO NOTHING RETURNING 1
        """)
      guard !made.isEmpty else { throw SCIM.Refusal.uniqueness(document.kind.nameAttribute) }
      try await keepMembers(of: id, document, session)
      try await owe(Self.concerned(by: document, id, after: nil), session, at: now)
      return id
    }
    let concerned = Self.concerned(by: document, id, after: nil)
    try await show(from: try await settle(concerned, at: now, on: today), on: today)
    return try await resource(document.kind, id.description)
  }

  /// Changes a resource into what `edit` makes of it, while it still has a version that `tag` names, as `If-Match` does.
  ///
  /// - Throws: `SCIM.Refusal`; why an account cannot follow.
  public func change(
    _ kind: ResourceKind, _ id: String, onlyIf tag: String?, at now: Date, on today: Day,
    _ edit: @Sendable (Document) throws -> Document
  ) async throws -> Resource {
    let id = try Self.identity(id)
    let concerned = try await database.transaction { session in
      let row = try await locked(kind, id, onlyIf: tag, session)
      let document = try edit(row.document)
      // Said again, it may be because nobody followed it the first time.
      guard document != row.document else { return Self.concerned(by: document, id, after: nil) }
      let concerned = Self.concerned(by: document, id, after: row.document)
      try await rename(id, row, to: document, at: now, session)
      try await keepMembers(of: id, document, session)
      try await owe(concerned, session, at: now)
      return concerned
    }
    try await show(from: try await settle(concerned, at: now, on: today), on: today)
    return try await resource(kind, id.description)
  }

  /// Takes a resource away, while it still has a version that `tag` names: a person's account is closed, and what a group
  /// gave is revoked.
  ///
  /// - Throws: `SCIM.Refusal`; why an account cannot follow.
  public func remove(
    _ kind: ResourceKind, _ id: String, onlyIf tag: String?, at now: Date, on today: Day
  ) async throws {
    let id = try Self.identity(id)
    // Whom it took out before may still be to follow; whether that succeeds, this word is kept.
    _ = try? await settle([id], at: now, on: today)
    let concerned = try await database.transaction { session in
      let row = try await locked(kind, id, onlyIf: tag, session)
      let concerned = Self.concerned(by: row.document, id, after: nil)
      if kind == .user {
        try await session.run(
          "DELETE FROM provider_person WHERE person = \(PersonID.opaque(for: AccountID(id)))")
      }
      try await session.run("DELETE FROM directory_resource WHERE id = \(id.uuid)")
      try await owe(concerned, session, at: now)
      return concerned
    }
    try await show(from: try await settle(concerned, at: now, on: today), on: today)
  }

  /// Whose accounts are to follow when a resource says `document` after it said `former`, or after it said nothing.
  private static func concerned(
    by document: Document, _ id: Identity, after former: Document?
  ) -> Set<Identity> {
    switch document.kind {
    case .user: return [id]
    case .group:
      let (before, after) = (former.map(members(of:)) ?? [], members(of: document))
      return former?.name == document.name
        ? before.symmetricDifference(after) : before.union(after)
    }
  }

  /// The row of a resource, which nobody else changes meanwhile.
  private func locked(
    _ kind: ResourceKind, _ id: Identity, onlyIf tag: String?, _ session: Postgres.Session
  ) async throws -> DirectoryRow {
    let answers = try await session.batch([
      "SELECT FROM directory_resource WHERE id = \(id.uuid) FOR UPDATE",
      DirectoryRow.statement(of: kind, id),
    ])
    guard let found = answers[1].first else { throw SCIM.Refusal.notFound }
    let row = try DirectoryRow(found)
    guard row.resource.isMeant(by: tag) else { throw SCIM.Refusal.outdated }
    return row
  }

  private func rename(
    _ id: Identity, _ row: DirectoryRow, to document: Document, at now: Date,
    _ session: Postgres.Session
  ) async throws {
    if document.name != row.document.name {
      let others = try await session.run(
        """
        SELECT FROM directory_resource WHERE kind = \(document.kind.rawValue)
          AND name = \(document.name)
        """)
      guard others.isEmpty else {
        throw SCIM.Refusal.uniqueness(document.kind.nameAttribute)
      }
    }
    try await session.run(
      """
      UPDATE directory_resource SET name = \(document.name),
        external_id = \(document.text("externalId")), document = \(try document.kept())::json,
        version = version + 1, changed_at = \(now)
      WHERE id = \(id.uuid)
      """)
  }

  /// - Throws: `SCIM.Refusal.invalidValue` for a member who is nobody; groups have no groups in them.
  private func keepMembers(
    of group: Identity, _ document: Document, _ session: Postgres.Session
  ) async throws {
    guard document.kind == .group else { return }
    let members = Self.members(of: document)
    guard members.count == document.members.count else {
      throw SCIM.Refusal.invalidValue("members")
    }
    let answers = try await session.batch([
      "DELETE FROM directory_member WHERE group_id = \(group.uuid)",
      """
      INSERT INTO directory_member (group_id, user_id)
      SELECT \(group.uuid), id FROM directory_resource
      WHERE kind = \(ResourceKind.user.rawValue) AND id = ANY (\(members.map(\.uuid))) RETURNING 1
      """,
    ])
    guard answers[1].count == members.count else { throw SCIM.Refusal.invalidValue("members") }
  }

  private static func members(of document: Document) -> Set<Identity> {
    Set(document.members.compactMap { Identity($0) })
  }

  /// Waits until what followed holds for whoever comes in.
  ///
  /// The directory's word counts for the last administrator too: of that the operator is told.
  private func show(from position: Int, on today: Day) async throws {
    guard position > 0 else { return }
    _ = await progress.reached(position, within: Self.catchUpBound)
    let query = AdministeringGrantsQuery()
    let grants = try query.answer(from: try await database.run(query.statement(at: .now)))
    if !grants.contains(where: { $0.holds(on: today) }) {
      logger.error("No administrator is left; koers administrator makes one")
    }
  }
}

extension Resource {
  /// Whether `tag`, as a directory sends it in `If-Match`, means this version; nil and `*` mean any.
  public func isMeant(by tag: String?) -> Bool {
    guard let tag else { return true }
    return tag.utf8.split(separator: UInt8(ascii: ",")).contains { part in
      let named = String(decoding: part.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
      return named == "*" || named == self.tag
    }
  }
}
