import Foundation
import FoundationNetworking
import Testing

@Suite(.timeLimit(.minutes(10)))
struct KoersProgramTests {
  @Test(arguments: [
    (["serve", "--port", "eighty"], "port", 78), (["--log-level", "loud"], "log-level", 78),
    (["--demo", "--address", "0.0.0.0"], "0.0.0.0", 78),
    (["--config", "/nowhere/koers.yaml"], "/nowhere/koers.yaml", 78),
    (["--postgres-programs", "/nowhere/bin"], "/nowhere/bin", 69),
    (["--nonsense"], "--nonsense", 64),
  ])
  func `a wrong setting ends with a sentence and a status`(
    arguments: [String], word: String, status: Int
  ) async throws {
    try await withDataDirectory { directory in
      let ended = try await RunningKoers.run(arguments + ["--data-dir", directory])
      #expect(ended.status == Int32(status))
      #expect(ended.output.isEmpty)
      #expect(ended.errors.contains(word))
      #expect(!ended.errors.contains("Fatal error"))
    }
  }

  @Test func `a database that is not there ends with a sentence and a status`() async throws {
    let ended = try await RunningKoers.run(
      ["serve", "--port", "0"],
      environment: ["DATABASE_URL": "postgres://koers@127.0.0.1:1/koers?connect_timeout=2"])
    #expect(ended.status == 69)
    #expect(ended.errors.split(separator: "\n").last?.hasPrefix("koers: ") == true)
  }

  @Test func `it serves, ends when told to, and leaves no server behind`() async throws {
    try await withDataDirectory { directory in
      let koers = try await RunningKoers(["--port", "0", "--demo", "--data-dir", directory])
      #expect(koers.lines.filter { $0.hasPrefix("sign-in ") }.count >= 4)
      #expect(try await status(of: "health/live", at: koers) == 200)
      #expect(try await status(of: "health/ready", at: koers) == 200)
      #expect(try servers(in: directory).count == 1)
      #expect(try await koers.end(SIGTERM) == 0)
      #expect(try servers(in: directory).isEmpty)
    }
  }

  @Test func `killed, it starts again with all it had acknowledged and one server`() async throws {
    try await withDataDirectory { directory in
      let first = try await RunningKoers(["--port", "0", "--data-dir", directory])
      let before = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(try await first.end(SIGKILL) == nil)

      let second = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      #expect(try servers(in: directory).count == 1)
      #expect(try await status(of: "health/ready", at: second) == 200)
      let after = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(before.status == 0)
      #expect(after.status == 0)
      #expect(!before.output.isEmpty)
      #expect(before.output == after.output)
      #expect(try await second.end(SIGINT) == 0)
      #expect(try servers(in: directory).isEmpty)
    }
  }

  @Test func `a second one on the same data says so and leaves the first alone`() async throws {
    try await withDataDirectory { directory in
      let first = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let second = try await RunningKoers.run(["--port", "0", "--data-dir", directory])
      #expect(second.status == 69)
      #expect(second.errors.contains("in use by another koers"))
      #expect(try await status(of: "health/ready", at: first) == 200)
      #expect(try await first.end(SIGTERM) == 0)
    }
  }

  @Test func `a port that is taken ends with a sentence and leaves no server behind`() async throws
  {
    try await withDataDirectory { directory in
      let first = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let port = try #require(first.address?.port)
      try await withDataDirectory { other in
        let second = try await RunningKoers.run(
          ["serve", "--no-seed", "--port", "\(port)", "--data-dir", other])
        #expect(second.status == 69)
        #expect(second.errors.split(separator: "\n").last?.hasPrefix("koers: The port") == true)
        #expect(try servers(in: other).isEmpty)
      }
      #expect(try await first.end(SIGTERM) == 0)
    }
  }

  private func status(of path: String, at koers: RunningKoers) async throws -> Int? {
    let address = try #require(koers.address).appending(path: path)
    let (_, response) = try await URLSession.shared.data(from: address)
    return (response as? HTTPURLResponse)?.statusCode
  }
}
