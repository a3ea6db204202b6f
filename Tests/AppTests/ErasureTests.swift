import Foundation
import Postgres
import Testing

/// Somebody leaves marks wherever people can, is erased by the program, and is looked for.
@Suite(.timeLimit(.minutes(10)))
struct ErasureTests {
  @Test func `nothing of who was erased is left in a dump, in the log or in a rebuild`()
    async throws
  {
    try await withTrace { trace, server, directory in
      // What is not there to be found proves nothing: before, everything but the log says it.
      let before = try await backup(of: server)
      for mark in Trace.marks { #expect(before.contains(mark), "\(mark)") }
      #expect(!(try await trace.payloads()).contains("oek"))
      // PostgreSQL never keeps any of it to plan with.
      expectNothing(in: [try await trace.statistics()])

      try await trace.eraseWhenAsked()
      expectNothing(in: [
        try await backup(of: server), try await trace.payloads(), try await trace.readings(),
        try await trace.statistics(),
      ])
      // The proof is there, and names nobody.
      let proof: String = try await trace.owner.run("SELECT proof::text FROM erasure").only()[0]
      #expect(proof.contains(#""signInCount":9"#))
      #expect(proof.contains(#""clearEventCount":0"#))

      #expect(try await RunningKoers.run(["rebuild", "--data-dir", directory]).status == 0)
      expectNothing(in: [try await backup(of: server)])
      let verified = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(verified.status == 0, "\(verified)")
    }
  }

  @Test func `a backup of the log says nothing of anybody without that of the keys`() async throws {
    try await withTrace { trace, server, directory in
      let log = try await backup(of: server, "--table=es_*")
      #expect(log.contains("account.opened"))
      expectNothing(in: [log])

      let restored = try await restore(
        [
          try await backup(of: server, "--exclude-schema=keyring"),
          try await backup(of: server, "--schema=keyring"),
        ], beside: trace.owner, in: directory)
      let verified = try await RunningKoers.run(
        ["verify", "--data-dir", directory], environment: ["DATABASE_URL": restored])
      #expect(verified.status == 0, "\(verified)")
    }
  }

  @Test func `whom a backup of the keys brings back is erased again at the next start`()
    async throws
  {
    try await withTrace { trace, server, directory in
      let keys = try await backup(of: server, "--schema=keyring")
      try await trace.eraseWhenAsked()
      let log = try await backup(of: server, "--exclude-schema=keyring")
      let restored = try await restore([log, keys], beside: trace.owner, in: directory)
      let back = try await Trace(restored, directory: directory)
      let readings = try await back.readings()
      #expect(readings.contains("Zoekmij Eerst") && readings.contains("zoekreden een"))

      try await serving(restored, directory) { try await back.waitUntilDestroyed() }
      expectNothing(in: [try await back.readings(), try await backup(of: restored)])
      await back.close()
    }
  }

  @Test func `whom a backup of the log brings back is erased again at the next start`() async throws
  {
    try await withTrace { trace, server, directory in
      let log = try await backup(of: server, "--exclude-schema=keyring")
      try await trace.eraseWhenAsked()
      let keys = try await backup(of: server, "--schema=keyring")
      let restored = try await restore([log, keys], beside: trace.owner, in: directory)
      let back = try await Trace(restored, directory: directory)
      let before = try await backup(of: restored)
      for mark in Trace.marks { #expect(before.contains(mark), "\(mark)") }

      let start = Date()
      try await serving(restored, directory) { try await back.waitUntilMadeAnew(since: start) }
      expectNothing(in: [try await back.readings(), try await backup(of: restored)])
      await back.close()
    }
  }

  private func expectNothing(
    in texts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in texts {
      for mark in Trace.marks {
        #expect(!text.contains(mark), "\(mark)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Starts the program with somebody who has left marks in it.
  private func withTrace(_ body: (Trace, String, String) async throws -> Void) async throws {
    try await withDataDirectory { directory in
      let koers = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let server = try #require(PrivateServer.running(in: directory))
      let trace = try await Trace(server, directory: directory)
      try await trace.leave()
      try await body(trace, server, directory)
      await trace.close()
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }
}
