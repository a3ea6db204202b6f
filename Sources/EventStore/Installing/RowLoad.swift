import Postgres

/// Rows on their way into a read model's tables by COPY.
struct RowLoad: Sendable {
  let count: Int
  /// Sends them, and answers with those that the database refuses.
  let copy: @Sendable (Session) async throws -> [RefusedRow]
}

/// Rows that go into the tables over some connections while others are still being made.
struct LoadLine {
  /// Each keeps a process of the server at work.
  static let connectionsMax = 2

  private typealias Loading = (owner: Int, task: Task<[RefusedRow], any Error>)

  /// What the database refused of those whose loads were waited for.
  private(set) var refused: [Int: [RefusedRow]] = [:]
  private let database: Database
  private var loadings: ArraySlice<Loading> = []

  /// A line to `database`, which connects as owner.
  init(to database: Database) { self.database = database }

  /// Waits while as many loads are under way as there are connections.
  mutating func join(_ load: RowLoad, of owner: Int) async throws {
    guard load.count > 0 else { return }
    if loadings.count >= Self.connectionsMax { try await awaitFirst() }
    let database = database
    let task = Task { try await database.withUnhurriedSession { try await load.copy($0) } }
    loadings.append((owner, task))
  }

  /// Waits until all rows are in.
  mutating func finish() async throws {
    while !loadings.isEmpty { try await awaitFirst() }
  }

  private mutating func awaitFirst() async throws {
    guard let (owner, task) = loadings.popFirst() else { return }
    let rows = try await task.value
    if !rows.isEmpty { refused[owner, default: []] += rows }
  }

  /// Calls off what is under way and waits until nothing is: the tables may be dropped then.
  mutating func leave() async {
    for (_, task) in loadings { task.cancel() }
    while let (_, task) = loadings.popFirst() { _ = await task.result }
  }
}
