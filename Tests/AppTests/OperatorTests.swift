import Foundation
import FoundationNetworking
import Logging
import Postgres
import Testing

/// What an operator is told when something is not as it should be.
@Suite(.timeLimit(.minutes(10)))
struct OperatorTests {
  @Test func `a log is not served as another organisation's`() async throws {
    try await withDataDirectory { directory in
      let first = try await RunningKoers.run(
        ["migrate", "--organisation", "Eerste", "--data-dir", directory])
      #expect(first.status == 0)
      for command in ["serve", "migrate", "seed", "verify"] {
        let other = try await RunningKoers.run(
          [command, "--organisation", "Tweede", "--data-dir", directory])
        #expect(other.status == 78, "\(command)")
        #expect(
          other.errors.split(separator: "\n").last
            == """
            koers: The log in this database belongs to “Eerste” and the setting organisation says \
            “Tweede”: give the former, or another database or data directory.
            """, "\(command)")
      }
    }
  }

  @Test func `a stream that is left is listed without what is in it, and replayed once mended`()
    async throws
  {
    try await withDataDirectory { directory in
      let koers = try await RunningKoers(["--port", "0", "--data-dir", directory])
      func run(
        _ arguments: String...
      ) async throws -> (status: Int32, output: String, errors: String) {
        try await RunningKoers.run(arguments + ["--data-dir", directory])
      }
      #expect(try await run("parked").status == 0)
      #expect(try await run("parked").output == "no stream is parked\n")

      let server = try #require(PrivateServer.running(in: directory))
      let database = try patientDatabase(server)
      let sound: String = try await database.run(
        "SELECT data::text AS data FROM es_event WHERE position = 1"
      ).only()["data"]
      // As if the release that wrote it had erred.
      try await write("{\"title\":[\"Pietersen\"]}", to: database)
      #expect(try await run("rebuild", "--accept-differences").status == 0)
      let parked = try await run("parked")
      #expect(parked.status == 1)
      #expect(parked.output.contains("since event 1: "))
      #expect(parked.output.contains("schema 1: "))
      #expect(try await run("rebuild", "--parked").status == 1)
      let verified = try await run("verify")
      #expect(verified.status == 1)
      #expect(verified.output.contains("has left"))
      for said in [parked, verified] { #expect(!"\(said)".contains("Pietersen")) }

      try await write(sound, to: database)
      await database.close()
      #expect(try await run("rebuild", "--parked").status == 0)
      #expect(try await run("parked").status == 0)
      #expect(try await run("verify").status == 0)
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }

  @Test func `an administrator made by a command tells why, and comes in by the printed link`()
    async throws
  {
    try await withDataDirectory { directory in
      let koers = try await RunningKoers(["--port", "0", "--no-seed", "--data-dir", directory])
      let place = ["--data-dir", directory]
      #expect(try await RunningKoers.run(["administrator"] + place).status == 64)
      let made = try await RunningKoers.run(
        ["administrator", "--reason", "Wachtwoord kwijt"] + place)
      #expect(made.status == 0)
      let path = try #require(
        made.output.firstMatch(of: /^administrator .*(\/sign-in\/link\/\S+)\n$/)?.1)
      let link = try #require(URL(string: String(path), relativeTo: koers.address))
      let (page, _) = try await URLSession(configuration: .ephemeral).data(from: link)
      #expect(String(decoding: page, as: UTF8.self).contains("name=\"password-new\""))
      #expect(try await RunningKoers.run(["rebuild"] + place).status == 0)
      let server = try #require(PrivateServer.running(in: directory))
      let database = try patientDatabase(server)
      let told =
        try await database.run(
          "SELECT reason FROM role_grant WHERE grantor::text LIKE '%operator%' AND standing = 'held'"
        ).only()["reason"] as String
      #expect(told == "Wachtwoord kwijt")
      await database.close()
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }

  /// Changes what the first event says behind the log's back.
  private func write(_ data: String, to database: Database) async throws {
    let set: Statement = "UPDATE es_event SET data = \(data)::text::json WHERE position = 1"
    try await database.batch([
      "ALTER TABLE es_event_0 DISABLE TRIGGER USER", "ALTER TABLE es_event DISABLE TRIGGER USER",
      set.unprepared, "ALTER TABLE es_event ENABLE TRIGGER USER",
      "ALTER TABLE es_event_0 ENABLE TRIGGER USER",
    ])
  }
}
