import Domain
import EventSourcing
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Cases that are related to others, from either side.
struct CaseRelationsTests {
  @Test func `cases are related by number, and both show it`() async throws {
    try await StagedSite.with { site in
      let (one, other) = (try await site.openedCase("Lekkage"), try await site.openedCase("Roet"))
      let hidden = try await site.openedCase("Geheim", handler: "amina", "handlersOnly")
      let form = one + "/relations"
      _ = try await site.made(["number": "2026-2", "on": "2-3-2026"], to: form)
      for (page, title) in [(one, "Roet"), (other, "Lekkage")] {
        #expect(try await site.page(page).contains(title))
      }
      #expect(try await site.page(one).contains("href=\"\(other)\""))
      #expect(try await site.page(other).contains("href=\"\(one)\""))
      for number in ["2026-3", "2026-99", "x"] {
        let answer = try await site.send(["number": number, "on": "2-3-2026"], to: form)
        #expect(answer.status == .unprocessableContent, "\(number)")
        #expect(answer.text.contains("Een zaak met dit nummer is er niet"), "\(number)")
      }
      let id = String(hidden.dropFirst("/cases/".count))
      for chosen in [id, "\(Identity.fresh())"] {
        let answer = try await site.send(["other": chosen, "on": "2-3-2026"], to: form)
        #expect(answer.status == .unprocessableContent, "\(chosen)")
      }
    }
  }

  @Test func `looking back shows a relation that the other case made and has ended since`()
    async throws
  {
    try await StagedSite.with { site in
      let (one, other) = (try await site.openedCase("Lekkage"), try await site.openedCase("Roet"))
      let before = try await site.log.head()
      _ = try await site.made(["number": "2026-2", "on": "2-3-2026"], to: one + "/relations")
      let then = try await site.log.head()
      let related = String(other.dropFirst("/cases/".count))
      _ = try await site.made(["on": "2-3-2026"], to: "\(one)/relations/\(related)/end")
      let link = "href=\"\(one)?as-of="
      #expect(try await site.page("\(other)?as-of=\(then)").contains(link))
      #expect(!(try await site.page("\(other)?as-of=\(before)")).contains(link))
      #expect(!(try await site.page(other)).contains("href=\"\(one)\""))
    }
  }

  @Test func `whoever a case was closed to does not see what it named, also not looking back`()
    async throws
  {
    try await StagedSite.with { site in
      let one = try await site.openedCase("Lekkage", handler: "amina")
      let other = try await site.openedCase("Roet")
      _ = try await site.made(
        ["number": "2026-2", "on": "2-3-2026"], to: one + "/relations", as: StagedSite.amina)
      let then = "\(other)?as-of=\(try await site.log.head())"
      #expect(try await site.page(then).contains(one))
      _ = try await site.made(
        ["confidentiality": "handlersOnly", "reason": "Opsporing", "on": "2-3-2026"],
        to: one + "/confidentiality", as: StagedSite.amina)
      #expect(!(try await site.page(then)).contains(one))
      #expect(try await site.page(then, as: StagedSite.amina).contains(one))
    }
  }

  @Test func `how many more cases name one than its page shows is said, and leads to all of them`()
    async throws
  {
    try await StagedSite.with { site in
      let address = try await site.openedCase()
      let named = try #require(CaseID(String(address.dropFirst("/cases/".count))))
      for serial in 2...63 { try await site.opened(serial, naming: named) }
      try await site.stage.show(try await site.log.head())
      let page = try await site.page(address)
      let part = try #require(page.split(separator: "id=\"related\"").last)
      #expect(part.matches(of: #/<li><a href="\/cases\//#).count == 50)
      #expect(page.contains("Nog 12 andere zaken noemen deze zaak."))
      let list = "/cases?naming=\(named)"
      #expect(page.contains("href=\"\(list)\""))
      let first = try await site.page(list)
      #expect(first.contains("De zaken die zaak 2026-0000001 (Lekkage) noemen"))
      #expect(first.contains("2026-0000063") && !first.contains("2026-0000002<"))
      let second = try await site.page("\(list)&before=2026-0000014")
      #expect(second.contains("2026-0000002<") && second.contains("href=\"\(address)\""))
      let unknown = "/cases?naming=\(CaseID(.fresh()))"
      #expect(try await site.site.ask(.get, unknown, as: StagedSite.noor).status == .notFound)
    }
  }
}

extension StagedSite {
  /// Opens a case that names another.
  fileprivate func opened(_ serial: Int, naming other: CaseID) async throws {
    let id = CaseID(.fresh())
    let number = try #require(CaseNumber(year: 2026, serial: serial))
    let day = try #require(Day("2026-02-01"))
    let opening = CaseFile.Opening(
      try Line("Zaak \(serial)"), origin: .ownObservation,
      handlers: [try #require(PersonID("noor"))])
    for command: CaseFile.Command in [
      .open(number, opening, organisation: try Line(TestStage.organisation), on: day),
      .handling(.relate(other, to: id), on: day),
    ] {
      _ = try await stage.gateway.perform(
        Order<CaseFile>(command, on: id.identity), in: Envelope(command: .fresh(), actor: "noor"))
    }
  }
}
