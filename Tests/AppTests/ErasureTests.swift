import Foundation
import Postgres
import Testing

/// Somebody leaves marks wherever people can, is erased by the program, and is looked for.
@Suite(.timeLimit(.minutes(10)))
struct ErasureTests {
  @Test func `nothing of who was erased is left in a dump, in the log or in a rebuild`()
    async throws
  {
    try await withDataDirectory { directory in
      let koers = try RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let server = try #require(PrivateServer.running(in: directory))
      let trace = try await Trace(server, directory: directory)

      try await trace.leave()
      // What is not there to be found proves nothing: before, everything but the log says it.
      let before = try backup(of: server)
      for mark in Trace.marks { #expect(before.contains(mark), "\(mark)") }
      #expect(!(try await trace.payloads()).contains("oek"))

      // PostgreSQL never keeps any of it to plan with.
      let statistics = try await trace.statistics()
      for mark in Trace.marks { #expect(!statistics.contains(mark), "\(mark)") }

      try await trace.eraseWhenAsked()
      for found in [
        try backup(of: server), try await trace.payloads(), try await trace.readings(),
        try await trace.statistics(),
      ] {
        for mark in Trace.marks { #expect(!found.contains(mark), "\(mark)") }
      }
      // The proof is there, and names nobody.
      let proof: String = try await trace.owner.run("SELECT proof::text FROM erasure").only()[0]
      #expect(proof.contains(#""signInCount":9"#))
      #expect(proof.contains(#""clearEventCount":0"#))

      #expect(try RunningKoers.run(["rebuild", "--data-dir", directory]).status == 0)
      let rebuilt = try backup(of: server)
      for mark in Trace.marks { #expect(!rebuilt.contains(mark), "\(mark)") }
      let verified = try RunningKoers.run(["verify", "--data-dir", directory])
      #expect(verified.status == 0, "\(verified)")
      await trace.close()
      #expect(koers.end(SIGTERM) == 0)
    }
  }

  @Test func `a backup of the log says nothing of anybody without that of the keys`() async throws {
    try await withDataDirectory { directory in
      let koers = try RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let server = try #require(PrivateServer.running(in: directory))
      let trace = try await Trace(server, directory: directory)
      try await trace.leave()
      let log = try backup(of: server, "--table=es_*")
      #expect(log.contains("account.opened"))
      for mark in Trace.marks { #expect(!log.contains(mark), "\(mark)") }

      let backups = [
        try backup(of: server, "--exclude-schema=keyring"),
        try backup(of: server, "--schema=keyring"),
      ]
      try await trace.owner.run(Statement(trustedFile: "CREATE DATABASE restored"))
      let restored = try #require(PrivateServer.running(in: directory, database: "restored"))
      for backup in backups {
        _ = try said(
          by: ["psql", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname", restored], given: backup)
      }
      let verified = try RunningKoers.run(
        ["verify", "--data-dir", directory], environment: ["DATABASE_URL": restored])
      #expect(verified.status == 0, "\(verified)")
      await trace.close()
      #expect(koers.end(SIGTERM) == 0)
    }
  }
}
