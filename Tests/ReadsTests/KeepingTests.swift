import Domain
import EventSourcing
import Foundation
import Logging
import Postgres
import Reads
import TestStaging
import Testing

/// Keeping lines: soon or durably, once, and never losing one in silence.
@Suite struct KeepingTests {
  @Test func `what is durable is there at once, and takes along what came before`() async throws {
    try await TestStage.with { stage in
      let lines = try (0..<4).map { try Read.sample(at: noon + Double($0)) }
      for line in lines.dropLast() { try await stage.readLog.keep(line, .soon) }
      try await stage.readLog.keep(lines[3], .durable)
      #expect(try await stage.keptKeys() == lines.map(\.key))
    }
  }

  @Test func `a line that is sent twice is kept once`() async throws {
    try await TestStage.with { stage in
      let line = try Read.sample()
      try await stage.readLog.keep(line, .durable)
      try await stage.readLog.keep(line, .durable)
      #expect(try await stage.keptKeys() == [line.key])
    }
  }

  @Test func `a line of any month finds its place`() async throws {
    try await TestStage.with { stage in
      for month in [0.0, 31, 400] {
        try await stage.readLog.keep(try .sample(at: noon + month * 86_400), .durable)
      }
      #expect(try await stage.keptKeys().count == 3)
    }
  }

  @Test func `what was taken is kept before it stops, and nothing is taken after`() async throws {
    try await TestStage.with { stage in
      let line = try Read.sample()
      try await stage.readLog.keep(line, .soon)
      await stage.readLog.stop()
      #expect(try await stage.keptKeys() == [line.key])
      await #expect(throws: ReadLogFailure.stopped) {
        try await stage.readLog.keep(try .sample(), .soon)
      }
    }
  }

  @Test
  func `while it cannot be written lines wait, up to a bound, and who waits for disk is told`()
    async throws
  {
    try await TestStage.with { stage in
      var limits = PostgresReadLog.Limits()
      limits.waitingMax = 2
      limits.pause = .milliseconds(1)
      limits.retryDelays = .milliseconds(1) ... .milliseconds(5)
      let log = PostgresReadLog(stage.witness, limits: limits, logger: Logger.silent)
      try await log.keep(try .sample(), .durable)
      try await stage.owner.run("REVOKE INSERT ON read_log FROM koers_reads")
      let line = try Read.sample(at: noon + 1)
      try await log.keep(line, .soon)
      await #expect(throws: ReadLogFailure.notKept) { try await log.keep(try .sample(), .durable) }
      try await log.keep(try .sample(at: noon + 2), .soon)
      await #expect(throws: ReadLogFailure.notKept) { try await log.keep(try .sample(), .soon) }
      try await stage.owner.run("GRANT INSERT ON read_log TO koers_reads")
      await log.stop()
      #expect(try await stage.keptKeys().count == 3)
      #expect(try await stage.keptKeys()[1] == line.key)
    }
  }

  @Test func `what cannot be kept to the end is given up aloud`() async throws {
    try await TestStage.with { stage in
      var limits = PostgresReadLog.Limits()
      limits.retryDelays = .milliseconds(1) ... .milliseconds(2)
      let told = Told()
      let log = PostgresReadLog(
        stage.witness, limits: limits, logger: Logger(label: "told") { _ in told })
      try await stage.owner.run("REVOKE INSERT ON read_log FROM koers_reads")
      try await log.keep(try .sample(), .soon)
      await log.stop()
      #expect(told.levels.contains(.critical))
      #expect(try await stage.keptKeys() == [])
    }
  }
}
