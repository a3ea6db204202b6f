import Postgres
import Testing

/// Waits until the server shows `count` statements under way that contain `text`.
func untilRunning(_ text: String, count: Int = 1, in database: Database) async throws {
  while true {
    let running: Int = try await database.run(
      """
      SELECT count(*) AS count FROM pg_stat_activity
       WHERE state = 'active' AND datname = current_database() AND pid <> pg_backend_pid()
         AND query LIKE \("%" + text + "%")
      """
    ).only()["count"]
    if running == count { return }
    await Task.yield()
  }
}

/// Waits until somebody waits for a lock that another holds.
func untilBlocked(in database: Database) async throws {
  let blocked: Statement = """
    SELECT count(*) AS count FROM pg_stat_activity
     WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0
    """
  while try await database.run(blocked).only()["count"] as Int == 0 { await Task.yield() }
}

/// Ends every connection to the database but the one that does it.
func terminateOthers(in database: Database) async throws {
  try await database.run(
    """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
    """)
}

/// A second pool on the same database, so that the observer is no part of what is observed.
nonisolated(nonsending) func observing<Result>(
  _ database: Database, _ body: nonisolated(nonsending) (Database) async throws -> Result
) async throws -> Result {
  var configuration = database.configuration
  configuration.applicationName = "the observer"
  let observer = Database(configuration, logger: .silent)
  do {
    let result = try await body(observer)
    await observer.close()
    return result
  } catch {
    await observer.close(waiting: .zero)
    throw error
  }
}

/// Expects that every connection that may be leased can be had at once, fit for work, and that none
/// was left at work or in a transaction.
func expectWhole(
  _ database: Database, seenBy observer: Database,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let count = database.configuration.leasedConnectionsMax
  let meeting = Meeting(of: count)
  let processes = try await withThrowingTaskGroup(of: Int.self) { group in
    for _ in 0..<count {
      group.addTask {
        try await database.transaction { session in
          let process: Int = try await session.run("SELECT pg_backend_pid() AS pid").only()["pid"]
          await meeting.arrive()
          return process
        }
      }
    }
    return try await group.reduce(into: Set()) { $0.insert($1) }
  }
  #expect(processes.count == count, sourceLocation: sourceLocation)
  let one: Int = try await database.run("SELECT 1 AS one").only()["one"]
  #expect(one == 1, sourceLocation: sourceLocation)
  let busy = try await observer.run(
    """
    SELECT state, query FROM pg_stat_activity
     WHERE datname = current_database() AND application_name <> 'the observer'
       AND backend_type = 'client backend' AND state <> 'idle'
    """
  ).map { try "\($0["state"] as String): \($0["query"] as String)" }
  #expect(busy.isEmpty, sourceLocation: sourceLocation)
}

/// Where so many wait until all are there.
private actor Meeting {
  private var missing: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(of count: Int) { missing = count }

  func arrive() async {
    missing -= 1
    guard missing > 0 else {
      for continuation in waiting { continuation.resume() }
      waiting = []
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }
}
