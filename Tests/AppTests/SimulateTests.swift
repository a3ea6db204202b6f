import Domain
import EventSourcing
import Foundation
import FoundationNetworking
import Simulation
import TestSupport
import Testing

@testable import App

@Suite(.timeLimit(.minutes(10)))
struct SimulateTests {
  @Test func `a made-up history is written once, verifies and shows on the pages`() async throws {
    try await withDataDirectory { directory in
      let simulate = ["simulate", "--events", "2000", "--seed", "5", "--data-dir", directory]
      let first = try await RunningKoers.run(simulate)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains(" events written"))
      let before = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(before.status == 0, "\(before.output)")

      let second = try await RunningKoers.run(simulate)
      #expect(second.status == 65)
      #expect(second.errors.contains("--into-existing"))
      let third = try await RunningKoers.run(simulate + ["--into-existing"])
      #expect(third.status == 0, "\(third.errors)")
      #expect(third.output.contains("0 events written"))
      let after = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(after.status == 0)
      #expect(after.output == before.output)

      let koers = try await RunningKoers(["--port", "0", "--demo", "--data-dir", directory])
      let signIn = try #require(koers.lines.first { $0.hasPrefix("sign-in ") })
      let link = try #require(signIn.split(separator: " ").last.flatMap { URL(string: "\($0)") })
      // Programs that run side by side share the host that cookies are kept for.
      let visitor = URLSession(configuration: .ephemeral)
      _ = try await visitor.data(from: link)
      let address = try #require(koers.address)
      for page in ["", "explorations", "signals"] {
        let (body, response) = try await visitor.data(
          from: address.appending(path: page))
        #expect((response as? HTTPURLResponse)?.statusCode == 200)
        #expect(Self.names.contains { String(decoding: body, as: UTF8.self).contains($0) })
      }
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }

  @Test func `made-up cases are written once, verify and show on the pages`() async throws {
    try await withDataDirectory { directory in
      let simulate = ["simulate", "--cases", "300", "--seed", "5", "--data-dir", directory]
      let first = try await RunningKoers.run(simulate)
      #expect(first.status == 0, "\(first.errors)")
      let again = try await RunningKoers.run(simulate + ["--into-existing"])
      #expect(again.output.contains("0 events written"), "\(again.errors)")
      let verified = try await RunningKoers.run(["verify", "--data-dir", directory])
      #expect(verified.status == 0, "\(verified.output)")

      let koers = try await RunningKoers(["--port", "0", "--demo", "--data-dir", directory])
      let signIn = try #require(koers.lines.first { $0.hasPrefix("sign-in ") })
      let link = try #require(signIn.split(separator: " ").last.flatMap { URL(string: "\($0)") })
      // Programs that run side by side share the host that cookies are kept for.
      let visitor = URLSession(configuration: .ephemeral)
      _ = try await visitor.data(from: link)
      let list = try #require(URL(string: "cases?whose=all&closed=yes", relativeTo: koers.address))
      let (body, _) = try await visitor.data(from: list)
      #expect(String(decoding: body, as: UTF8.self).contains("2025-00000"))
      #expect(try await koers.end(SIGTERM) == 0)
    }
  }

  @Test(arguments: [
    [], ["--cases", "9", "--events", "9"], ["--cases", "0"], ["--cases", "9", "--programmes", "2"],
  ])
  func `it is told either how many events or how many cases`(options: [String]) async throws {
    let refused = try await RunningKoers.run(["simulate"] + options)
    #expect(refused.status == 64, "\(refused.output)")
  }

  /// Half of it stands there, as after a run that was cut off.
  @Test func `writing goes on where it was cut off, each stream in its order`() async throws {
    let log = InMemoryLog()
    let history = History(seed: 5, organisation: Line(recorded: "ILT"), events: 3000)
    let writer = HistoryWriter(log: log)
    let half = try await writer.write(history.prefix(1400), of: 3000)
    let rest = try await writer.write(history, of: 3000)
    #expect(half.repeated == 0)
    #expect(rest.repeated == half.written)
    #expect(try await log.head() == half.written + rest.written)
  }

  @Test func `another history in its place is refused with a sentence`() async throws {
    let log = InMemoryLog()
    let history = History(seed: 5, organisation: Line(recorded: "ILT"), events: 300)
    for appending in history.prefix(20) {
      let other = Envelope(command: .fresh(), actor: "noor")
      _ = try await log.append(Appending(other, slices: appending.slices))
    }
    await #expect {
      try await HistoryWriter(log: log).write(history, of: 300)
    } throws: { "\($0)".contains("another history") }
  }

  /// Words with which made-up titles begin.
  private static let names = [
    "Taxivervoer", "Koudemiddelen", "Grondstromen", "Afvalverwerking",
    "Wegvervoer", "Binnenvaart", "Scheepvaart", "Luchthavens", "Spoorveiligheid", "Drinkwater",
    "Asbest", "Vuurwerk", "Biotechnologie", "Busvervoer", "Biociden", "Graafschade",
  ]
}
