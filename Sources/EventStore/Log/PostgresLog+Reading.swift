public import EventSourcing
import Postgres

extension PostgresLog {
  public func events(
    in stream: StreamName, after version: Int
  ) async throws -> [Recorded<StoredEvent>] {
    guard let category = try await number(ofCategory: stream.category) else { return [] }
    // The stream's own positions keep every other partition out of it.
    return try await events(
      """
      SELECT \(splice: storedColumns) FROM es_event
      WHERE log_id = \(id) AND stream_id = \(stream.identity.uuid) AND version > \(version)
        AND category_id = \(category)
        AND position >= (
          SELECT first_position FROM es_stream
          WHERE log_id = \(id) AND stream_id = \(stream.identity.uuid)
            AND category_id = \(category))
      ORDER BY version
      """)
  }

  public func events(after position: Int, limit: Int) async throws -> [Recorded<StoredEvent>] {
    try await events(
      """
      SELECT \(splice: storedColumns) FROM es_event
      WHERE log_id = \(id) AND position > \(position) ORDER BY position LIMIT \(limit)
      """)
  }

  public func head() async throws -> Int {
    let rows = try await database.run(
      """
      SELECT last_position FROM es_batch WHERE log_id = \(id) ORDER BY last_position DESC LIMIT 1
      """)
    return try rows.first.map { try $0["last_position"] } ?? 0
  }

  public func lastName(claimedIn scope: String) async throws -> String? {
    let rows = try await database.run(
      """
      SELECT key FROM es_claim WHERE log_id = \(id) AND scope = \(scope)
      ORDER BY key DESC LIMIT 1
      """)
    return try rows.first.map { try $0["key"] }
  }

  public func receipt(for command: Identity) async throws -> Receipt? {
    let rows = try await database.run(
      """
      SELECT last_position, event_count FROM es_command
      WHERE log_id = \(id) AND command_id = \(command.uuid)
      """)
    return try rows.first.map {
      Receipt(position: try $0["last_position"], eventCount: try $0["event_count"])
    }
  }

  public func receipt(for envelope: Envelope) async throws(AppendFailure) -> Receipt? {
    do {
      let rows = try await database.run(
        """
        SELECT last_position, event_count, digest FROM es_command
        WHERE log_id = \(id) AND command_id = \(envelope.command.uuid)
        """)
      guard let row = rows.first else { return nil }
      if let digest = try row["digest"] as [UInt8]?,
        try await digest != cipher.keyring.digest(of: envelope).bytes
      {
        throw AppendFailure.reused
      }
      return Receipt(position: try row["last_position"], eventCount: try row["event_count"])
    } catch let failure as AppendFailure {
      throw failure
    } catch {
      throw .unavailable(error)
    }
  }

  private func events(_ statement: Statement) async throws -> [Recorded<StoredEvent>] {
    let rows = try await database.run(statement)
    if let events = try names.events(in: rows) { return try await cipher.decrypted(events) }
    try await names.reload(from: database)
    guard let events = try names.events(in: rows) else { throw UnknownName(name: "of an event") }
    return try await cipher.decrypted(events)
  }

  private func number(ofCategory name: String) async throws -> Int? {
    if let number = names.number(ofCategory: name) { return number }
    try await names.reload(from: database)
    return names.number(ofCategory: name)
  }
}
