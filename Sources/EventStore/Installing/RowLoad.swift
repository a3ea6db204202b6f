import Postgres

/// Rows on their way into a read model's tables by COPY.
struct RowLoad: Sendable {
  let count: Int
  let copy: @Sendable (Session) async throws -> Void
}

/// Rows that go into the tables over some connections while others are still being made.
struct LoadLine {
  /// Each keeps a process of the server at work.
  static let connectionsMax = 2

  private let database: Database
  private var tasks: ArraySlice<Task<Void, any Error>> = []

  /// A line to `database`, which connects as owner.
  init(to database: Database) { self.database = database }

  /// Waits while as many loads are under way as there are connections.
  mutating func join(_ load: RowLoad) async throws {
    guard load.count > 0 else { return }
    if tasks.count >= Self.connectionsMax, let first = tasks.popFirst() { try await first.value }
    let database = database
    tasks.append(
      Task { try await database.withUnhurriedSession { try await load.copy($0) } })
  }

  /// Waits until all rows are in.
  mutating func finish() async throws {
    while let task = tasks.popFirst() { try await task.value }
  }

  /// Calls off what is under way and waits until nothing is: the tables may be dropped then.
  mutating func leave() async {
    for task in tasks { task.cancel() }
    while let task = tasks.popFirst() { _ = await task.result }
  }
}
