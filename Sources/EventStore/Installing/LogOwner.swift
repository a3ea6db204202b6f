import EventSourcing
public import Postgres

/// The log belongs to another organisation than the program was told.
public struct ForeignLog: Error, Equatable, CustomStringConvertible {
  /// Whose log it is.
  public let owner: String
  /// Whose the program took it to be.
  public let claimant: String

  public init(owner: String, claimant: String) {
    self.owner = owner
    self.claimant = claimant
  }

  public var description: String {
    "The log in this database belongs to “\(owner)” and the setting organisation says "
      + "“\(claimant)”: give the former, or another database or data directory."
  }
}

extension PostgresLog {
  /// Writes down at the first start whose log it is, and refuses ever after to be another's.
  ///
  /// - Parameter database: connects as owner.
  /// - Throws: `ForeignLog` when it belongs to another organisation.
  public func settleOwner(in database: Database) async throws {
    _ = try await database.run(
      """
      UPDATE es_log SET organisation = \(names.organisation)
      WHERE log_id = \(id) AND organisation IS NULL
      """)
    try await checkOwner(in: database)
  }

  /// - Throws: `ForeignLog` when it belongs to another organisation.
  public func checkOwner(in database: Database) async throws {
    let rows = try await database.run("SELECT organisation FROM es_log WHERE log_id = \(id)")
    guard let owner = try rows.first?["organisation"] as String?, owner != names.organisation
    else { return }
    throw ForeignLog(owner: owner, claimant: names.organisation)
  }
}
