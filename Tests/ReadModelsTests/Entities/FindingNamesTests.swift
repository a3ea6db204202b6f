import Domain
import EventSourcing
import Postgres
import ReadModels
import TestCast
import TestStaging
import Testing

/// Names are found as people remember them.
struct FindingNamesTests {
  private static let expected: [(words: String, first: String)] = [
    ("12345678", "Meijer Transport BV: number"), ("1234.5678", "Meijer Transport BV: number"),
    ("imo 9074729", "Zilvermeeuw: number"), ("transport", "Meijer Transport BV: name"),
    ("MEIJER", "Meijer Transport BV: name"), ("cafe de verre", "Café de Vèrre Haven: name"),
    ("Çafé", "Café de Vèrre Haven: name"), ("gouden ploeg", "Café de Vèrre Haven: alias"),
    ("goude ploech", "Café de Vèrre Haven: alias"), ("Zilvermeuw", "Zilvermeeuw: resembles"),
    ("Transpoort", "Meijer Transport BV: resembles"), ("zlfrmw", "Zilvermeeuw: sounds"),
    ("100%_", "Jan 100%_Jansen: name"),
  ]

  @Test func `the best is found first, and it is said why`() async throws {
    try await TestStage.with { stage in
      let head = try await FirmBook.fill(stage)
      try await stage.rebuild()
      for (words, first) in Self.expected {
        #expect(try await stage.found(words).first == first, "\(words)")
        #expect(
          try await stage.found(words, at: .position(head)) == stage.found(words),
          "as of now: \(words)")
      }
    }
  }

  @Test func `names that sound the same find each other`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await stage.rebuild()
      #expect(
        try await stage.found("meijer")
          == ["Meijer Transport BV: name", "Meyer Vervoer: sounds"])
      #expect(
        Set(try await stage.found("maier"))
          == ["Meijer Transport BV: sounds", "Meyer Vervoer: sounds"])
    }
  }

  @Test func `what stands nowhere is not found, and wildcards are letters`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await stage.rebuild()
      for words in ["kwartelkoning", "%", "_", "\\", "'; DROP TABLE entity", "B%V"] {
        let found = try await stage.found(words)
        #expect(found == (["%", "_"].contains(words) ? ["Jan 100%_Jansen: name"] : []), "\(words)")
      }
    }
  }

  @Test func `a name is found by what it was then`() async throws {
    try await TestStage.with { stage in
      let before = try await FirmBook.fill(stage)
      try await FirmBook.perform(
        .revise(SupervisedEntity.Particulars(name: "Wolkenveer"), reason: nil, on: tuesday),
        on: FirmBook.ship, in: stage)
      try await stage.rebuild()
      #expect(try await stage.found("zilvermeeuw").isEmpty)
      #expect(try await stage.found("wolkenveer") == ["Wolkenveer: name"])
      #expect(
        try await stage.found("zilvermeeuw", at: .position(before)) == ["Zilvermeeuw: name"])
      #expect(try await stage.found("wolkenveer", at: .position(before)).isEmpty)
    }
  }

  @Test func `the list is narrowed by kind and leafed through`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await stage.rebuild()
      let viewer = stage.viewer(noor)
      let firms = EntitySelection(kind: .organisation)
      let (first, last) = try await stage.library.look(
        EntitiesQuery(firms, atMost: 2), EntitiesQuery(firms, page: 9, atMost: 2), as: viewer)
      #expect(first.entities.map(\.row.name) == ["Café de Vèrre Haven", "Meijer Transport BV"])
      #expect(first.count == 3 && first.first == 1)
      #expect(last.entities.map(\.row.name) == ["Meyer Vervoer"])
      #expect(last.count == 3 && last.first == 3)
    }
  }

  @Test func `an index answers a search among many`() async throws {
    try await TestStage.with { stage in
      try await FirmBook.fill(stage)
      try await stage.owner.batch([
        """
        INSERT INTO entity__v1.entity (key, since, organisation, confidentiality, entity, kind, name,
          particulars, aliases, registered_on, alias_names, numbers)
        SELECT id, 1, \(TestStage.organisation), 0, id, 'organisation', md5(number::text), '{}', '[]',
          '2026-01-01', '', '{}'
        FROM (SELECT gen_random_uuid() AS id, number FROM generate_series(1, 20000) AS number) AS made
        """,
        "ANALYZE entity__v1.entity",
      ])
      let viewer = "{\"organisation\":\"\(TestStage.organisation)\",\"clearance\":0}"
      let answers = try await stage.owner.batch([
        "SELECT set_config('koers.viewer', \(viewer), true)",
        "SELECT name FROM find_entities('zilvermeuw', 10) AS found JOIN entity USING (key)",
        """
        SELECT relname, coalesce(sum(idx_scan), 0)::bigint AS scans, max(seq_tup_read) AS read
        FROM pg_stat_xact_user_tables WHERE schemaname = 'entity__v1' AND relname = 'entity'
        GROUP BY relname
        """,
      ])
      #expect(try answers[1].map { try $0["name"] as String } == ["Zilvermeeuw"])
      let counted = try answers[2].only()
      #expect(try counted["scans"] as Int > 0)
      #expect(try counted["read"] as Int == 0)
    }
  }
}
