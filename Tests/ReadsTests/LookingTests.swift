import Domain
import EventSourcing
import Foundation
import Postgres
import ReadModels
import Reads
import TestStaging
import Testing

/// Who finds what in the read log.
@Suite struct LookingTests {
  @Test func `a line comes back as it was kept`() async throws {
    try await TestStage.with { stage in
      let line = Read(
        at: noon, organisation: TestStage.organisation, person: try #require(PersonID("noor")),
        session: .fresh(), kind: .export, route: "people/review/file",
        subject: Read.Subject(.account, .fresh()), right: .review,
        emergency: EmergencyID(.fresh()), asOf: "2026-03-01", status: 403, rowCount: 12)
      try await stage.readLog.keep(line, .durable)
      #expect(try await stage.found() == [line])
    }
  }

  @Test func `nobody finds a line who does not watch over personal data, nor of elsewhere`()
    async throws
  {
    try await TestStage.with { stage in
      try await stage.readLog.keep(try .sample(), .durable)
      #expect(try await stage.found(audiences: [.people]) == [])
      #expect(try await stage.found(audiences: []) == [])
      #expect(try await stage.found(organisation: "another") == [])
      #expect(try await stage.found().count == 1)
    }
  }

  @Test func `who keeps it can add and nothing else, and a line is changed by nobody`()
    async throws
  {
    try await TestStage.with { stage in
      try await stage.readLog.keep(try .sample(), .durable)
      for statement in [
        "SELECT * FROM read_log", "UPDATE read_log SET person = 'x'", "DELETE FROM read_log",
        "TRUNCATE read_log", "SELECT * FROM read_log_2026_03", "SELECT * FROM programme",
        "INSERT INTO read_log_removal VALUES ('2026-03-01', 1, now())",
        "UPDATE read_log_retention SET days = 1",
        "INSERT INTO read_log_retention (days) VALUES (1)",
      ] as [Statement] {
        let denial = await #expect(throws: PostgresError.self) {
          try await stage.witness.run(statement)
        }
        #expect(denial?.sqlState == .insufficientPrivilege, "\(statement)")
      }
      for statement in [
        "UPDATE read_log SET person = 'x'", "DELETE FROM read_log_2026_03", "TRUNCATE read_log",
      ] as [Statement] {
        let refusal = await #expect(throws: PostgresError.self) {
          try await stage.owner.run(statement)
        }
        #expect(refusal?.sqlState == "KO001", "\(statement)")
      }
    }
  }

  @Test func `lines are chosen by who looked, at what, how and when`() async throws {
    try await TestStage.with { stage in
      let ship = Read.Subject(.programme, .fresh())
      let emergency = EmergencyID(.fresh())
      let lines = [
        try Read.sample(by: "amina", subject: ship),
        // An hour before midnight in Amsterdam, and an hour after.
        try Read.sample(at: noon + 10 * 3600, kind: .search),
        try Read.sample(at: noon + 12 * 3600, emergency: emergency),
      ]
      for line in lines { try await stage.readLog.keep(line, .durable) }
      func found(_ ask: (inout ReadsChoice) throws -> Void) async throws -> [Read] {
        var choice = ReadsChoice()
        try ask(&choice)
        return try await stage.found(choice)
      }
      #expect(try await found { _ in } == lines.reversed())
      #expect(try await found { $0.person = PersonID("amina") } == [lines[0]])
      #expect(try await found { $0.subject = ship } == [lines[0]])
      #expect(
        try await found { $0.subject = Read.Subject(.account, ship.identity) } == [])
      #expect(try await found { $0.kind = .search } == [lines[1]])
      #expect(try await found { $0.emergency = emergency } == [lines[2]])
      #expect(try await found { $0.until = Day("2026-03-02") } == [lines[1], lines[0]])
      #expect(try await found { $0.from = Day("2026-03-03") } == [lines[2]])
    }
  }

  @Test func `leafing comes by every line once, also when many are of one moment`() async throws {
    try await TestStage.with { stage in
      let lines = try (0..<7).map { try Read.sample(at: noon + Double($0 / 3)) }
      for line in lines { try await stage.readLog.keep(line, .soon) }
      try await stage.readLog.keep(try .sample(at: noon - 1), .durable)
      var seen: [Read] = []
      var place: ReadsQuery.Place?
      repeat {
        let page = try await stage.found(after: place, atMost: 2)
        seen += page
        place = page.last.map { ReadsQuery.Place(at: $0.at, key: $0.key) }
      } while place != nil
      #expect(seen.count == 8 && Set(seen).count == 8)
      #expect(Set(seen).isSuperset(of: lines))
    }
  }

  @Test func `a month goes when its time is over, and that it went stays to be read`() async throws
  {
    try await TestStage.with { stage in
      let noon = Self.noonOf2020
      try await stage.readLog.keep(try .sample(at: noon - 20 * day), .durable)
      try await stage.readLog.keep(try .sample(at: noon - 2 * day), .durable)
      let march = try Read.sample(at: noon)
      try await stage.readLog.keep(march, .durable)
      let retention = ReadRetention(stage.witness)
      #expect(try await retention.remove(at: noon + 9 * day) == 0, "nobody said how long")
      try await ReadRetention.settle(days: 10, in: stage.owner)
      // February ended a day and a half ago.
      #expect(try await retention.remove(at: noon + 8 * day) == 0)
      #expect(try await retention.remove(at: noon + 9 * day) == 2)
      #expect(try await retention.remove(at: noon + 9 * day) == 0)
      #expect(try await stage.found() == [march])
      let fatima = Viewer(
        try #require(PersonID("fatima")), of: TestStage.organisation, audiences: [.privacy])
      let removals = try await stage.library.look(ReadRemovalsQuery(), as: fatima)
      #expect(removals.map(\.month) == [Day("2020-02-01")])
      #expect(removals.map(\.lineCount) == [2])
      #expect(removals.map(\.removedAt) == [noon + 9 * day])
    }
  }

  @Test func `who keeps it takes away no month before its time, whenever it says it is`()
    async throws
  {
    try await TestStage.with { stage in
      let young = try Read.sample(at: Date())
      try await stage.readLog.keep(young, .durable)
      try await stage.readLog.keep(try .sample(at: Self.noonOf2020), .durable)
      try await ReadRetention.settle(days: 300, in: stage.owner)
      for moment in ["infinity", "9999-01-01", "now"] {
        try await stage.witness.run(
          "SELECT remove_read_log_months(\(moment)::text::timestamptz)")
      }
      #expect(try await stage.keptKeys() == [young.key])
    }
  }

  /// Noon on 2 March 2020 (UTC), which is past by every clock.
  private static let noonOf2020 = Date(timeIntervalSince1970: 1_583_150_400)
  private let day = 86_400.0

  @Test(arguments: ["programme/0", "ship/01890000-0000-7000-8000-000000000001", "programme", ""])
  func `what is no subject is not read as one`(text: String) {
    #expect(Read.Subject(text) == nil)
  }
}
