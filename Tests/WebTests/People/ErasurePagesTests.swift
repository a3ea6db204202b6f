import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Erasing somebody who left, keeping what must be kept, and handing out what is held, over a real database.
@Suite struct ErasurePagesTests {
  @Test func `who left is erased after a second person agreed, and the page says how far it is`()
    async throws
  {
    try await StagedSite.with { staged in
      let account = try await left("Joris Smit", on: staged)
      let erasure = try await requested(account, on: staged)
      let people = try await staged.page("/people", as: StagedSite.bram)
      #expect(people.contains("Joris Smit: vraag om te wissen"))

      let approval = "/people/\(account)/erasures/\(erasure)/approval"
      let offered = try await staged.page("/people/\(account)/erasures", as: StagedSite.sofie)
      #expect(offered.contains("wacht op een tweede persoon") && !offered.contains(approval))
      let version = ["version": "3"] as KeyValuePairs
      #expect(
        try await staged.send(version, to: approval, as: StagedSite.sofie).status == .forbidden)
      #expect(
        try await staged.send(version, to: approval, as: StagedSite.bram).status == .seeOther)
      let page = try await staged.page("/people/\(account)/erasures", as: StagedSite.sofie)
      #expect(page.contains("wordt nu gewist") && page.contains("Bram Koster"))

      let late = try await staged.send(
        ["reason": "Terug", "on": "2026-03-02"], to: "/people/\(account)/reopening",
        as: StagedSite.iris)
      #expect(late.status == .unprocessableContent)
      #expect(late.text.contains("Deze persoon wordt gewist."))
    }
  }

  @Test func `the proof says what was done and what it did not reach, and no name`() async throws {
    try await StagedSite.with { staged in
      let account = try await left("Joris Smit", on: staged)
      _ = try await staged.page("/people/\(account)/held/file", as: StagedSite.sofie)
      let erasure = try await requested(account, on: staged)
      _ = try await staged.send(
        ["version": "3"], to: "/people/\(account)/erasures/\(erasure)/approval",
        as: StagedSite.bram)
      let proof = Account.ErasureProof(
        destroyedAt: Instant(seconds: 1_772_442_000), eventCount: 41, readModelCount: 7,
        signInCount: 12, clearEventCount: 3)
      let receipt = try await staged.stage.gateway.perform(
        Order<Account>(
          .erasure(
            .complete(try #require(ErasureID(erasure)), proof),
            on: try #require(Day("2026-03-02"))),
          on: try #require(Identity(account))),
        in: Envelope(command: .fresh(), actor: "koers-eraser"))
      try await staged.stage.show(receipt.position)
      let page = try await staged.page("/people/\(account)/erasures", as: StagedSite.sofie)
      for said in [
        "41", "12", "Wat het wissen niet bereikt", "3 gebeurtenissen", "[gewist]",
        "Alles wat we over iemand bewaren, om te lezen",
      ] {
        #expect(page.contains(said), "\(said)")
      }
      #expect(!page.contains("/:account"))
      #expect(!page.contains("Joris"))
    }
  }

  @Test func `what must be kept is not erased, and says until when`() async throws {
    try await StagedSite.with { staged in
      let account = try await left("Joris Smit", on: staged)
      let hold = try await staged.made(
        ["reason": "Rechtszaak", "until": "31-12-2026"], to: "/people/\(account)/holds",
        as: StagedSite.bram)
      let erasure = try await requested(account, on: staged)
      let approval = "/people/\(account)/erasures/\(erasure)/approval"
      #expect(try await staged.page(approval, as: StagedSite.bram).contains("Rechtszaak"))
      let refused = try await staged.send(["version": "4"], to: approval, as: StagedSite.bram)
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains("bewaard blijven tot en met 31 december 2026"))
      _ = try await staged.made(
        ["reason": "Uitspraak"], to: "/people/\(account)/holds/\(hold)/lifting",
        as: StagedSite.bram)
      let taken = try await staged.send(["version": "5"], to: approval, as: StagedSite.bram)
      #expect(taken.status == .seeOther)
    }
  }

  @Test func `who still works here is asked to leave first`() async throws {
    try await StagedSite.with { staged in
      let account = try await opened("Joris Smit", on: staged)
      let page = try await staged.page("/people/\(account)/erasures", as: StagedSite.sofie)
      #expect(page.contains("Sluit eerst het account."))
      let refused = try await staged.send(
        ["ground": "objection", "reason": "Verzoek"], to: "/people/\(account)/erasures/new",
        as: StagedSite.sofie)
      #expect(refused.status == .unprocessableContent)
    }
  }

  private func opened(_ name: String, on staged: StagedSite) async throws -> String {
    try await staged.made(
      ["name": name, "mail": "", "on": "2026-03-02"], to: "/people/new", as: StagedSite.iris)
  }

  private func left(_ name: String, on staged: StagedSite) async throws -> String {
    let account = try await opened(name, on: staged)
    _ = try await staged.made(
      ["reason": "Uit dienst", "on": "2026-03-02"], to: "/people/\(account)/closing",
      as: StagedSite.iris)
    return account
  }

  private func requested(_ account: String, on staged: StagedSite) async throws -> String {
    try await staged.made(
      ["ground": "noLongerNeeded", "reason": "Verzoek"],
      to: "/people/\(account)/erasures/new", as: StagedSite.sofie)
  }
}
