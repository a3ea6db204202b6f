public import Postgres

/// What a test database holds before the test begins.
///
/// It is prepared once in a process; every test then gets a copy of its own.
public struct TestTemplate: Sendable {
  let name: String
  let prepare: @Sendable (Database) async throws -> Void

  /// - Parameters:
  ///   - name: what it is known by; the first closure given under a name is the one that is run.
  ///   - prepare: fills an empty database.
  public init(_ name: String, _ prepare: @escaping @Sendable (Database) async throws -> Void) {
    self.name = name
    self.prepare = prepare
  }

  /// Nothing at all.
  public static let empty = TestTemplate("empty") { _ in }
}

/// A database of its own for a test, so that tests run side by side.
public enum TestDatabase {
  /// Lends `body` a new copy of `template`, connected to as `adjust` says; it is dropped afterwards,
  /// whatever still uses it.
  nonisolated(nonsending) public static func with<Result>(
    _ template: TestTemplate = .empty,
    adjusting adjust: (inout Database.Configuration) -> Void = { _ in },
    _ body: nonisolated(nonsending) (Database) async throws -> Result
  ) async throws -> Result {
    var configuration = try await TestCluster.shared.makeCopy(of: template)
    adjust(&configuration)
    let database = Database(configuration, logger: TestCluster.quietLogger)
    do {
      let result = try await body(database)
      await database.close()
      try await TestCluster.shared.drop(configuration)
      return result
    } catch {
      await database.close()
      try? await TestCluster.shared.drop(configuration)
      throw error
    }
  }
}
