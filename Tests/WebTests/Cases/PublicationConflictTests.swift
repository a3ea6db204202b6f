import HTTPTypes
import HummingbirdTesting
import TestStaging
import Testing

@testable import Web

/// Whoever acts on a publication acts on what stood there when they opened the form.
struct PublicationConflictTests {
  @Test func `a view that was opened on another text is refused, and so is a revision without it`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let publication =
        "\(address)/publications/\(try await site.intendedPublication(of: address))"
      let (view, revision) = (publication + "/view", publication + "/revision")
      let opened = try #require(DrawnForm(try await site.page(view)))
      let revising = try #require(DrawnForm(try await site.page(revision)))
      _ = try await site.made(
        ["title": "Lek", "summary": "Er lekte iets.", "view-until": "16-3-2026"], to: revision)
      #expect(
        try await site.send(pairs: opened.pairs, to: view).status == .conflict)
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: view)
      #expect(
        try await site.send(pairs: revising.pairs, to: revision).status == .conflict)
      #expect(try await site.page(address).contains("Goed."))
    }
  }

  @Test func `what was decided anew meanwhile is not recorded as sent`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      let publication =
        "\(address)/publications/\(try await site.intendedPublication(of: address))"
      let decision: KeyValuePairs = [
        "title": "Lekkage verholpen", "summary": "Er lekte iets.", "changed": "no",
      ]
      _ = try await site.made(["view": "Goed.", "on": "2-3-2026"], to: publication + "/view")
      _ = try await site.made(decision, to: publication + "/decision")
      _ = try await site.made([:], to: publication + "/agreement", as: StagedSite.amina)
      let opened = try #require(DrawnForm(try await site.page(publication + "/notice")))
      _ = try await site.made(decision, to: publication + "/decision", as: StagedSite.amina)
      _ = try await site.made([:], to: publication + "/agreement")
      let back = try await site.send(pairs: opened.pairs, to: publication + "/notice")
      #expect(back.status == .conflict)
      #expect(!(try await site.page(address)).contains("Bekendgemaakt op"))
    }
  }
}

extension DrawnForm {
  /// What it sends beside the identity of its command.
  fileprivate var pairs: [(String, String)] {
    fields.filter { $0.name != "command" }.map { ($0.name, $0.value) }
  }
}
