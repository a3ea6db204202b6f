import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
import TestStaging
import TestSupport
import Testing

@testable import Web

/// The result of a case is made known to everybody, and nothing else of it.
struct PublicationPagesTests {
  @Test func `a text goes from intention to everybody, and is gone after its day`() async throws {
    try await StagedSite.withTypes { site in
      let (address, published) = try await site.published()
      let list = try await site.site.ask(.get, "/published")
      #expect(list.status == .ok && list.text.contains("Lekkage bij een koelhuis"))
      let page = try await site.site.ask(.get, published)
      for said in [
        "Er lekte koudemiddel.", "Namen van werknemers", "Woo 5.1, tweede lid, e",
        "Openbaar sinds 2 maart 2026",
      ] {
        #expect(page.text.contains(said), "\(said)")
      }
      for hidden in ["Jansen", "Noor de Wit", "2026-0000001", address, "Te streng"] {
        #expect(!page.text.contains(hidden), "\(hidden)")
      }
      let late = try TestSite(
        over: site.stage, now: TestSite.noon.addingTimeInterval(4 * 366 * 86_400))
      let gone = try await late.ask(.get, published)
      #expect(gone.status == .gone && gone.text.contains("Niet meer openbaar"))
      #expect(!gone.text.contains("koelhuis") && !gone.text.contains("koudemiddel"))
      #expect(!(try await late.ask(.get, "/published").text).contains("koelhuis"))
    }
  }

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

  @Test func `what is only intended or decided nobody else can read`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let id = try await site.intendedPublication(of: address)
      #expect(try await site.site.ask(.get, "/published/\(id)").status == .notFound)
      #expect(!(try await site.site.ask(.get, "/published").text).contains("Lekkage verholpen"))
      let early = try await site.send(
        ["until": "2-3-2027", "reason": "Klein"], to: "\(address)/publications/\(id)/release")
      #expect(early.status == .unprocessableContent)
    }
  }

  @Test func `what is left out has a ground`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      _ = try await site.made(["result": "inOrder", "on": "1-2-2026"], to: address + "/outcome")
      let back = try await site.send(
        [
          "title": "Lekkage", "summary": "Dicht.", "view-until": "1-3-2026", "on": "1-2-2026",
          "omitted": "Namen",
        ], to: address + "/publications")
      #expect(back.status == .unprocessableContent)
      #expect(back.text.contains("Kies op welke grond u dit weglaat."))
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

extension StagedSite {
  /// A case of which a text is public, and where everybody finds that.
  fileprivate func published() async throws -> (address: String, published: String) {
    let (address, _) = try await visited(on: "1-10-2025")
    _ = try await made(["result": "inOrder", "on": "2-10-2025"], to: address + "/outcome")
    let id = try await made(
      [
        "title": "Lekkage bij Jansen", "summary": "Jansen was slordig.", "view-until": "20-10-2025",
        "on": "3-10-2025",
      ], to: address + "/publications")
    let publication = "\(address)/publications/\(id)"
    _ = try await made(["view": "Te streng.", "on": "10-10-2025"], to: publication + "/view")
    _ = try await made(
      [
        "title": "Lekkage bij een koelhuis", "summary": "Er lekte koudemiddel.",
        "ground-privacy": "on", "omitted": "Namen van werknemers", "changed": "yes",
        "on": "11-10-2025",
      ], to: publication + "/decision")
    _ = try await made(
      ["until": "2-3-2028", "reason": "Kleine overtreding"], to: publication + "/release")
    let page = try await page(address)
    #expect(page.contains("De zienswijze heeft de tekst veranderd."))
    return (address, "/published/\(id)")
  }
}
