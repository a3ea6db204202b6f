import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// How long cases are kept, and their destruction by two people.
struct RetentionPagesTests {
  private let bram = StagedSite.bram
  private let iris = StagedSite.iris

  @Test func `a case says until when it is kept, and who watches over records may hold it`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited()
      #expect(try await site.page(address).contains("De zaak loopt nog."))
      _ = try await site.made(["result": "inOrder", "on": "2-2-2026"], to: address + "/outcome")
      let closed = try await site.page(address, as: bram)
      #expect(closed.contains("tot en met 2 februari 2031"))
      #expect(closed.contains("\(address)/hold") && !closed.contains("\(address)/destruction"))
      #expect(!(try await site.page(address)).contains("\(address)/hold"))
      _ = try await site.made(["reason": "Rechtszaak"], to: address + "/hold", as: bram)
      #expect(try await site.page(address).contains("Rechtszaak"))
      _ = try await site.made(["reason": "Uitspraak"], to: address + "/hold/end", as: bram)
      let early = try await site.send([:], to: address + "/destruction", as: bram)
      #expect(early.status == .unprocessableContent)
      #expect(early.text.contains("De zaak wordt bewaard tot en met 2 februari 2031."))
      _ = try await site.made(["reason": "Weer mis", "on": "2-3-2026"], to: address + "/reopening")
      #expect(try await site.page(address).contains("De zaak loopt nog."))
    }
  }

  @Test func `a case past its term is listed, and destroyed by two`() async throws {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited(on: "1-2-2022")
      _ = try await site.made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
      let (young, _) = try await site.visited()
      _ = try await site.made(["result": "inOrder", "on": "2-2-2026"], to: young + "/outcome")
      let list = try await site.page("/cases/retention", as: bram)
      #expect(list.contains(address) && !list.contains(young))
      _ = try await site.made([:], to: address + "/destruction", as: bram)
      let own = try await site.page(address, as: bram)
      #expect(own.contains("vernietiging voorgesteld"))
      #expect(!own.contains("\(address)/destruction/approval"))
      let same = try await site.send([:], to: address + "/destruction/approval", as: bram)
      #expect(same.status == .unprocessableContent && same.text.contains("U stelde dit zelf voor."))
      let before = try await site.page(address)
      _ = try await site.made([:], to: address + "/destruction/approval", as: iris)
      let page = try await site.page(address)
      #expect(page.contains("wordt vernietigd"))
      for act in ["/reopening", "/surveys", "/publications"] {
        #expect(before.contains("\"\(address)\(act)\"") && !page.contains("\"\(address)\(act)\""))
      }
      let refused = try await site.send(
        ["reason": "x", "on": "2-3-2026"], to: address + "/reopening")
      #expect(refused.status == .unprocessableContent)
    }
  }

  @Test func `a case for its handlers alone is destroyed by two who see no more than its term`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let (address, _) = try await site.visited(on: "1-2-2022")
      _ = try await site.made(
        ["confidentiality": "handlersOnly", "reason": "Opsporing", "on": "1-2-2022"],
        to: address + "/confidentiality")
      _ = try await site.made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
      for keeper in [bram, iris] {
        #expect(try await site.site.ask(.get, address, as: keeper).status == .notFound)
        let list = try await site.page("/cases/retention", as: keeper)
        #expect(list.contains("2022-0000001") && list.contains("2 februari 2024"))
        #expect(list.contains("\"\(address)/destruction\"") && !list.contains("\"\(address)\""))
        for page in [list, try await site.page(address + "/destruction", as: keeper)] {
          #expect(!page.contains("Lekkage") && !page.contains("Jansen"))
        }
      }
      let closed = try await site.site.ask(.get, "/cases/retention", as: StagedSite.noor)
      #expect(closed.status == .forbidden)
      _ = try await site.made([:], to: address + "/destruction", as: bram)
      _ = try await site.made([:], to: address + "/destruction/approval", as: iris)
      #expect(try await site.page("/cases/retention", as: bram).contains("wordt vernietigd"))
    }
  }

  @Test func `what is past its term is leafed through`() async throws {
    try await StagedSite.withTypes { site in
      for _ in 1...2 {
        let (address, _) = try await site.visited(on: "1-2-2022")
        _ = try await site.made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
      }
      let (first, second) = ("2022-0000001", "2022-0000002")
      let found = try await site.stage.library.look(
        CasesPastTermQuery(
          try StagedSite.schedule(), on: try #require(Day("2026-03-02")), atMost: 1),
        as: bram.viewer)
      #expect(found.cases.map(\.retention.number.description) == [first])
      #expect(found.next?.description == first)
      let all = try await site.page("/cases/retention", as: bram)
      #expect(all.contains(first) && all.contains(second) && !all.contains("rel=\"prev\""))
      let next = try await site.page("/cases/retention?past=\(first)", as: bram)
      // The address of the page names the first.
      #expect(!next.contains(">\(first)<") && next.contains(">\(second)<"))
      #expect(next.contains("rel=\"prev\""))
      let unread = try await site.site.ask(.get, "/cases/retention?past=x", as: bram)
      #expect(unread.status == .badRequest)
    }
  }

  @Test func `nobody is asked any more how a case was that two agreed to destroy`() async throws {
    try await StagedSite.withTypes { site in
      let (address, visit) = try await site.visited(on: "1-2-2022")
      let survey = try await site.made(["about": visit], to: address + "/surveys")
      _ = try await site.made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
      let link = "\(address)/surveys/\(survey)/link"
      #expect(try await site.send([:], to: link).status == .ok)
      _ = try await site.made([:], to: address + "/destruction", as: bram)
      _ = try await site.made([:], to: address + "/destruction/approval", as: iris)
      #expect(try await site.site.ask(.get, link, as: StagedSite.noor).status == .conflict)
      let refused = try await site.send([:], to: link)
      #expect(refused.status == .conflict && refused.text.contains("De zaak is vernietigd"))
    }
  }
}
