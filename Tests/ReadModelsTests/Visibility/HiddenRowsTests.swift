import Domain
import EventSourcing
import EventStore
import Postgres
import ReadModels
import TestCast
import TestStaging
import Testing

/// Whoever may not see a row does not learn of it by any way that SQL knows.
struct HiddenRowsTests {
  @Test func `there is something to hide in every read model`() async throws {
    try await Secrets.with { stage in
      for table in Secrets.tables where !table.name.hasSuffix("_superseded") {
        let rows = try await stage.owner.run(
          Statement(trustedFile: "SELECT count(*) AS count FROM \(table.path) WHERE \(Self.hidden)")
        )
        #expect(try rows.only()["count"] as Int > 0, "\(table.path)")
      }
    }
  }

  @Test func `no row is read, through a view or past it, by its place or as text`() async throws {
    try await Secrets.with { stage in
      for table in Secrets.tables {
        for asked in [
          "SELECT * FROM public.\(table.name) WHERE \(Self.hidden)",
          "SELECT * FROM \(table.path) WHERE \(Self.hidden)",
          "SELECT * FROM \(table.path) WHERE ctid = '(0,1)' AND \(Self.hidden)",
          """
          SELECT * FROM unnest(xpath('//since',
            query_to_xml($q$SELECT * FROM \(table.path) WHERE \(Self.hidden)$q$, false, false, '')))
          """,
        ] {
          for onlooker in Onlooker.readers {
            let seen = try await onlooker.ask(asked, of: stage)
            #expect(seen.isEmpty, "\(onlooker): \(asked)")
          }
          #expect(await Onlooker.door.refusal(asked, of: stage) == .insufficientPrivilege)
        }
      }
    }
  }

  @Test func `a guest sees the own programme, and not by a name that is left out`() async throws {
    try await Secrets.with { stage in
      let seen = try await Onlooker.guest.ask("SELECT key FROM programme", of: stage)
      #expect(try seen.map { try $0["key"] } == [Onlooker.own.identity.uuid])
      for onlooker in [Onlooker.nobody, .guestWithoutRole, .namelessGuest] {
        let seen = try await onlooker.ask("SELECT key FROM programme", of: stage)
        #expect(seen.isEmpty, "\(onlooker)")
      }
    }
  }

  @Test(arguments: [
    "'geheim', NULL, NULL, false, NULL, NULL, 9", "NULL, 'noor', NULL, false, NULL, NULL, NULL",
    "NULL, NULL, NULL, false, NULL, NULL, 9", "NULL, NULL, NULL, true, 2030, 1, 9",
  ])
  func `a search for cases tells nobody of a case they may not see`(asked: String)
    async throws
  {
    try await Secrets.with { stage in
      try await stage.grantRights()
      let asked = "SELECT * FROM find_cases(\(asked))"
      for onlooker in Onlooker.readers {
        #expect(try await onlooker.ask(asked, of: stage).isEmpty, "\(onlooker)")
      }
      #expect(await Onlooker.door.refusal(asked, of: stage) == .insufficientPrivilege)
      let mayRead = Viewer(noor, of: TestStage.organisation)
      var selection = CaseSelection()
      selection.words = "gehei"
      let found = try await stage.library.look(CasesQuery(selection), as: mayRead)
      #expect(found.cases.map(\.title) == ["Geheim"])
    }
  }

  @Test func `what names a case is told to nobody who may not see it`() async throws {
    try await Secrets.with { stage in
      try await stage.grantRights()
      let named = "'00000000-0000-7000-8000-000000000106'"
      let head = try await stage.log.head()
      let path = PositionTree.path(to: head).map(\.description).joined(separator: ", ")
      for asked in [
        "SELECT * FROM cases_relating_to(\(named), NULL, NULL)",
        "SELECT * FROM cases_relating_to(\(named), \(head), ARRAY[\(path)])",
      ] {
        for onlooker in Onlooker.readers {
          #expect(try await onlooker.ask(asked, of: stage).isEmpty, "\(onlooker)")
        }
        #expect(await Onlooker.door.refusal(asked, of: stage) == .insufficientPrivilege)
      }
      let mayRead = Viewer(noor, of: TestStage.organisation)
      let found = try await stage.library.look(
        NeighbouringCasesQuery(of: Secrets.relatedCase), as: mayRead)
      #expect(found.cases.map(\.title) == ["Geheim"])
    }
  }

  @Test func `no row is copied out`() async throws {
    try await Secrets.with { stage in
      for place in ["STDOUT", "PROGRAM 'cat'", "'/tmp/koers-programmes'"] {
        for (role, database) in [("koers_web", stage.reader), ("koers_door", stage.entrance)] {
          let copied = try? await database.withSession { session in
            try await session.copyOut(
              Statement(trustedFile: "COPY programme__v1.programme TO \(place)")
            ) { try await $0.reduce(into: [UInt8]()) { $0 += $1 } }
          }
          #expect(copied?.isEmpty ?? true, "\(role), \(place)")
        }
      }
    }
  }

  @Test func `no condition is asked of a row before the policy is`() async throws {
    try await Secrets.with { stage in
      for condition in Self.telling {
        let asked =
          "SELECT key FROM programme WHERE CASE WHEN \(Self.hidden) THEN \(condition) ELSE false END"
        for onlooker in Onlooker.readers {
          let seen = try await onlooker.ask(asked, of: stage)
          #expect(seen.isEmpty, "\(onlooker): \(condition)")
          let told = try await onlooker.ask(
            asked, "SELECT coalesce(current_setting('koers.seen', true), '') AS told", of: stage)
          #expect(try told.only()["told"] as String == "", "\(onlooker): \(condition)")
        }
      }
    }
  }

  /// Conditions that fail, or tell, when they are asked of a row.
  private static let telling = [
    "1 / (length(title) - length(title)) > 0", "title::int > 0", "(origin->>'kind')::int > 0",
    "set_config('koers.seen', title, true) <> ''",
    "array_length(regexp_split_to_array(title, ''), 1) / 0 > 0",
  ]

  @Test func `a list of what to ask first changes nothing`() async throws {
    try await Secrets.with { stage in
      for path in ["pg_temp", "programme__v1", "pg_temp, programme__v1, pg_catalog"] {
        for onlooker in Onlooker.readers {
          let seen = try await onlooker.ask(
            "SET LOCAL search_path = \(path)",
            "SELECT * FROM programme__v1.programme WHERE \(Self.hidden)", of: stage)
          #expect(seen.isEmpty, "\(onlooker), \(path)")
        }
      }
    }
  }

  /// What no onlooker may see: all that is not of the guest's programme.
  private static let hidden = "programme IS DISTINCT FROM '\(Onlooker.own)'"
}
