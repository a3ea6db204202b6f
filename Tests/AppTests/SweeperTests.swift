import Foundation
import Postgres
import Testing

/// What a document was kept for may be refused; the program does not leave it lying.
@Suite(.timeLimit(.minutes(5)))
struct SweeperTests {
  @Test
  func `a content that no event names goes while the program runs, and one that is named stays`()
    async throws
  {
    try await withDataDirectory { directory in
      let koers = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let server = try #require(PrivateServer.running(in: directory))
      let trace = try await CaseTrace(server, directory: directory)
      try await trace.leave()
      try await trace.leaveUnnamed()
      try await trace.written.wait { try await trace.leftovers() == [1, 1] }
      let named: Bool = try await trace.owner.run(
        "SELECT named_at IS NOT NULL FROM documents.chunk"
      ).only()[0]
      #expect(named)
      await trace.close()
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }
}
