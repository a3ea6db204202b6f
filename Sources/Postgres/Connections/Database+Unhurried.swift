extension Database {
  /// Lends `body` a connection whose statements may take as long as they take, as when a whole table passes through it.
  nonisolated(nonsending) public func withUnhurriedSession<Result>(
    _ body: nonisolated(nonsending) (Session) async throws -> Result
  ) async throws -> Result {
    try await withSession { session in
      try await session.run("SELECT set_config('statement_timeout', '0', false)")
      return try await body(session)
    }
  }
}
