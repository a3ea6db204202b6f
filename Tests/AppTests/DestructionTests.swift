import Domain
import Foundation
import Postgres
import Testing

/// A case leaves marks wherever one can, is destroyed by the program, and is looked for.
@Suite(.timeLimit(.minutes(10)))
struct DestructionTests {
  @Test func `nothing that was written in a destroyed case is left, and that it was there is`()
    async throws
  {
    try await withCase { trace, server, directory in
      // What is not there to be found proves nothing: before, everything but the log says it.
      let before = try await backup(of: server)
      for mark in CaseTrace.marks { #expect(before.contains(mark), "\(mark)") }
      let payloads = try await trace.written.payloads()
      #expect(!payloads.contains("oek") && !payloads.contains(CaseTrace.party.description))
      #expect(try await trace.lookingBack() > 0)
      #expect(try await trace.leftovers() == [1, 1])
      let generations = try await trace.generations()

      try await trace.destroyWhenAgreed()
      let after = try await backup(of: server)
      expectNothing(in: [
        after, try await trace.written.payloads(), try await trace.written.readings(),
        try await trace.written.statistics(),
      ])
      #expect(try await trace.leftovers() == [0, 0])
      #expect(try await trace.lookingBack() == 0)
      let rest = try await trace.rest()
      #expect(rest.hasPrefix("2021 2 [gewist] closed dropped"), "\(rest)")
      #expect(rest.contains(#""documentCount":1"#), "\(rest)")
      // Of other cases nothing had to be made anew.
      #expect(after.contains("Blijft staan"))
      #expect(try await trace.generations() == generations)

      let verified = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(verified.status == 0, "\(verified)")
      #expect(try await RunningKoers.run(["rebuild", "--data-dir", directory]).status == 0)
      expectNothing(in: [try await backup(of: server)])
      #expect(try await trace.lookingBack() == 0)
    }
  }

  @Test func `a case that a backup of the keys brings back is destroyed again at the next start`()
    async throws
  {
    try await withCase { trace, server, directory in
      let keys = try await backup(of: server, "--schema=keyring")
      try await trace.destroyWhenAgreed()
      let log = try await backup(of: server, "--exclude-schema=keyring")
      let restored = try await restore([log, keys], beside: trace.owner, in: directory)
      let back = try await trace.again(in: restored, directory)
      #expect(try await back.written.readings().contains("Zoektitel"))
      // The program begins with read models that know of no case yet.
      try await back.loseProjections()

      try await serving(restored, directory) { try await back.waitUntilDestroyedAgain() }
      expectNothing(in: [try await back.written.readings(), try await backup(of: restored)])
      await back.close()
    }
  }

  @Test func `a case that a backup of the log brings back is destroyed again at the next start`()
    async throws
  {
    try await withCase { trace, server, directory in
      let log = try await backup(of: server, "--exclude-schema=keyring")
      try await trace.destroyWhenAgreed()
      let keys = try await backup(of: server, "--schema=keyring")
      let restored = try await restore([log, keys], beside: trace.owner, in: directory)
      let back = try await trace.again(in: restored, directory)
      let before = try await backup(of: restored)
      for mark in CaseTrace.marks { #expect(before.contains(mark), "\(mark)") }
      #expect(try await back.leftovers() == [1, 1])

      try await serving(restored, directory) { try await back.waitUntilDestroyedAgain() }
      expectNothing(in: [try await back.written.readings(), try await backup(of: restored)])
      #expect(try await back.leftovers() == [0, 0])
      await back.close()
    }
  }

  private func expectNothing(
    in texts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in texts {
      for mark in CaseTrace.marks {
        #expect(!text.contains(mark), "\(mark)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Starts the program with a case in it that has left marks.
  private func withCase(_ body: (CaseTrace, String, String) async throws -> Void) async throws {
    try await withDataDirectory { directory in
      let koers = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let server = try #require(PrivateServer.running(in: directory))
      let trace = try await CaseTrace(server, directory: directory)
      try await trace.leave()
      try await body(trace, server, directory)
      await trace.close()
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }
}
