public import Foundation
public import Logging
public import Postgres

/// Takes away the months of the read log whose time is over.
public struct ReadRetention: Sendable {
  /// How often somebody looks whether a month's time is over.
  private static let pause = Duration.seconds(24 * 60 * 60)

  private let database: Database
  private let logger: Logger

  /// - Parameters:
  ///   - database: connects as `koers_reads`.
  ///   - logger: hears what was taken away.
  public init(_ database: Database, logger: Logger = Logger(label: "koers.reads")) {
    self.database = database
    self.logger = logger
  }

  /// Says how many days after its last day a month is kept: the owner of the database does, since whoever keeps the log
  /// has no say in it.
  public static func settle(days: Int, in owner: Database) async throws {
    try await owner.run(
      """
      INSERT INTO read_log_retention (days) VALUES (\(days))
      ON CONFLICT (is_set) DO UPDATE SET days = excluded.days
      """)
  }

  /// Looks at once and then every day, until the task is cancelled.
  public func run(now: @Sendable () -> Date = { Date() }) async {
    while !Task.isCancelled {
      do {
        try await remove(at: now())
      } catch {
        logger.error("The read log could not be shortened", metadata: ["error": "\(error)"])
      }
      try? await Task.sleep(for: Self.pause)
    }
  }

  /// Takes away what is too old at `now`.
  ///
  /// - Returns: how many lines that were.
  @discardableResult
  public func remove(at now: Date) async throws -> Int {
    let rows = try await database.run(
      "SELECT month::text AS month, line_count FROM remove_read_log_months(\(now))")
    return try rows.reduce(0) { sum, row in
      let (month, count): (String, Int) = (try row["month"], try row["line_count"])
      logger.notice(
        "A month of the read log was taken away",
        metadata: ["month": "\(month)", "lines": "\(count)"])
      return sum + count
    }
  }
}
