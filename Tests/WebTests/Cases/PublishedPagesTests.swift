import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import Postgres
import ReadModels
import TestStaging
import Testing

@testable import Web

/// What everybody reads of the results of cases.
struct PublishedPagesTests {
  @Test func `what was withdrawn is gone at once, and what never was is not found`() async throws {
    try await StagedSite.withTypes { site in
      let (address, published) = try await site.published()
      let id = published.dropFirst("/published/".count)
      _ = try await site.made(
        ["reason": "Er stond een naam in", "on": "2-3-2026"],
        to: "\(address)/publications/\(id)/end")
      #expect(try await site.site.ask(.get, published).status == .gone)
      #expect(
        try await site.site.ask(.get, "/published/\(Identity.fresh())").status == .notFound)
      #expect(try await site.page(address).contains("Er stond een naam in"))
    }
  }

  @Test func `a text of a case of which something cannot be read is not shown`() async throws {
    try await StagedSite.withTypes { site in
      let (address, published) = try await site.published()
      let file = try #require(Identity(String(address.dropFirst("/cases/".count))))
      _ = try await site.stage.owner.run(
        """
        INSERT INTO es_parked (log_id, projection, generation, category_id, stream_id, position, reason)
        SELECT m.log_id, m.name, m.generation, c.category_id, \(file.uuid), 1, 'test'
          FROM es_read_model m, es_category c
         WHERE m.name = 'case_publication' AND c.name = 'case'
        """)
      let gone = try await site.site.ask(.get, published)
      #expect(gone.status == .gone && !gone.text.contains("koelhuis"))
      #expect(!(try await site.site.ask(.get, "/published").text).contains("koelhuis"))
      _ = try await site.stage.owner.run("DELETE FROM es_parked")
      #expect(try await site.site.ask(.get, published).status == .ok)
    }
  }

  @Test
  func `every text that is public is reached page by page, and the way back is the way forth`()
    async throws
  {
    try await StagedSite.withTypes { site in
      for _ in 1...5 { _ = try await site.published() }
      let day = try #require(Day("2026-03-02"))
      func page(_ leaf: Leaf<PublishedText.Place>) async throws -> PublishedText.Page {
        try await site.stage.library.published(
          of: TestStage.organisation, on: day, at: leaf, atMost: 2)
      }
      var (pages, leaf): ([PublishedText.Page], Leaf<PublishedText.Place>?) = ([], .first)
      while let here = leaf {
        let found = try await page(here)
        pages.append(found)
        leaf = found.next
      }
      #expect(pages.map(\.items.count) == [2, 2, 1])
      let all = pages.flatMap { $0.items.map(\.id) }
      #expect(Set(all).count == 5 && all == all.sorted(by: >))
      #expect(pages[0].previous == nil)
      for place in [1, 2] {
        let back = try await page(try #require(pages[place].previous))
        #expect(back.items.map(\.id) == pages[place - 1].items.map(\.id))
        #expect((back.previous == nil) == (place == 1))
        let forth = try await page(try #require(back.next))
        #expect(forth.items.map(\.id) == pages[place].items.map(\.id))
      }
      let first = try #require(pages[0].items.first)
      let rest = try await site.site.ask(
        .get, "/published?after=\(first.publishedOn)_\(first.id)")
      #expect(!rest.text.contains("/published/\(first.id)"))
      #expect(rest.text.contains("rel=\"prev\"") && rest.text.contains("after-before="))
      let nothingBefore = try await site.site.ask(
        .get, "/published?after-before=\(first.publishedOn)_\(first.id)")
      #expect(nothingBefore.text.contains("/published/\(first.id)"))
      #expect(!nothingBefore.text.contains("Er is nu niets openbaar"))
      #expect(try await site.site.ask(.get, "/published?after=x").status == .badRequest)
    }
  }

  @Test func `the role for everybody reads no table at all`() async throws {
    try await StagedSite.withTypes { site in
      _ = try await site.published()
      for table in ["case_publication", "case_file", "account", "es_event", "session"] {
        #expect(
          try await site.stage.owner.run(
            "SELECT has_table_privilege('koers_public', \("public." + table), 'SELECT') AS may"
          ).first?["may"] == false, "\(table)")
      }
    }
  }
}
