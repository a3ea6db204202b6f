import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Postgres
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

  @Test func `before there is a case the list says that no term is over`() async throws {
    try await StagedSite.with { site in
      let page = try await site.page("/cases/retention", as: bram)
      #expect(
        page.contains("class=\"empty-state\"><p>Van geen enkele zaak is de termijn voorbij.</p>"))
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
      let address = try await site.droppedForHandlersAlone()
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

  @Test func `who keeps the records judges by all that was said of keeping a case they do not see`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let address = try await site.droppedForHandlersAlone()
      _ = try await site.made(["reason": "Rechtszaak"], to: address + "/hold", as: bram)
      for page in ["/cases/retention", address + "/hold/end"] {
        #expect(try await site.page(page, as: iris).contains("Rechtszaak"), "\(page)")
      }
      _ = try await site.made(["reason": "Uitspraak"], to: address + "/hold/end", as: bram)
      _ = try await site.made([:], to: address + "/destruction", as: bram)
      let approval = address + "/destruction/approval"
      for page in ["/cases/retention", approval, address + "/destruction/declining"] {
        #expect(try await site.page(page, as: iris).contains("Bram Koster"), "\(page)")
      }
      #expect(try await site.page(approval, as: iris).contains("tot en met 2 februari 2024"))
      _ = try await site.made(
        ["reason": "Nog even"], to: address + "/destruction/declining", as: iris)
      for page in ["/cases/retention", address + "/destruction"] {
        let html = try await site.page(page, as: bram)
        #expect(html.contains("Nog even") && html.contains("Iris Bakker"), "\(page)")
        #expect(!html.contains("Lekkage") && !html.contains("Jansen"), "\(page)")
      }
    }
  }

  @Test func `a closing that was recorded long after its day is pointed out to who destroys`()
    async throws
  {
    try await StagedSite.withTypes { site in
      // The log of a test tells the time of today.
      let address = try await site.droppedForHandlersAlone()
      let warning = "De zaak is volgens de invoer gesloten op 2 februari 2023."
      for page in ["/cases/retention", address + "/destruction"] {
        #expect(try await site.page(page, as: bram).contains(warning), "\(page)")
      }
      _ = try await site.made([:], to: address + "/destruction", as: bram)
      let approval = try await site.page(address + "/destruction/approval", as: iris)
      #expect(approval.contains(warning))
    }
  }

  @Test
  func
    `what was destroyed says under which term, to who keeps the records of a case they never saw too`()
    async throws
  {
    try await StagedSite.withTypes { site in
      let address = try await site.droppedForHandlersAlone()
      let file = try #require(CaseID(String(address.dropFirst("/cases/".count))))
      // The schedule of that day, which is not that of today.
      let category = Retention.Category(
        try Line("W9"), try Line("Vroeger"), years: 2, source: try Line("oude lijst"))
      let earlier = try RetentionSchedule(
        certainty: .working,
        Dictionary(uniqueKeysWithValues: CaseFile.Result.allCases.map { ($0, category) }))
      let statement = Retention.Statement(
        destroyedAt: Instant(seconds: 1_900_000_000), eventCount: 7, documentCount: 23,
        readModelCount: 9)
      let day = try #require(Day("2026-03-02"))
      for (command, keeper) in [
        (.propose(earlier, by: bram.id), bram), (.approve(by: iris.id), iris),
        (.complete(statement), iris),
      ] as [(Retention.Command, Person)] {
        try await site.stage.perform(
          .keeping(command, on: day), to: CaseFile.self, on: file.identity, by: keeper.id)
      }
      let list = try await site.page("/cases/retention", as: bram)
      #expect(list.contains("W9, Vroeger: 2 jaar") && list.contains("<dd>23</dd>"))
      #expect(list.contains("Bram Koster") && list.contains("Iris Bakker"))
      let own = try await site.page(address)
      #expect(own.contains("W9, Vroeger: 2 jaar") && !own.contains("W5"))
    }
  }

  @Test func `what is past its term is leafed through in the order of an index`() async throws {
    let day = try #require(Day("2026-03-02"))
    let later = try #require(CaseNumber("2026-0000001"))
    try await TestStage.with { stage in
      for statement in [
        CasesPastTermQuery(try StagedSite.schedule(), on: day).statement(at: .now),
        CasesPastTermQuery(try StagedSite.schedule(), on: day, at: .before(later))
          .statement(at: .now),
        DestroyedCasesQuery().statement(at: .now),
      ] {
        let plan = try await stage.owner.transaction { session in
          // Is used all the same where nothing else gives the order.
          _ = try await session.run("SELECT set_config('enable_sort', 'off', true)")
          return try await session.run("EXPLAIN \(splice: statement)")
        }
        #expect(try plan.allSatisfy { !(try $0[0] as String).contains("Sort") })
      }
    }
  }

  @Test func `what is past its term is leafed through`() async throws {
    try await StagedSite.withTypes { site in
      for _ in 1...3 {
        let (address, _) = try await site.visited(on: "1-2-2022")
        _ = try await site.made(["result": "dropped", "on": "2-2-2023"], to: address + "/outcome")
      }
      let (first, second, third) = ("2022-0000001", "2022-0000002", "2022-0000003")
      func page(_ leaf: Leaf<CaseNumber>?) async throws -> CasesKept {
        try await site.stage.library.look(
          CasesPastTermQuery(
            try StagedSite.schedule(), on: try #require(Day("2026-03-02")),
            at: try #require(leaf), atMost: 1),
          as: bram.viewer)
      }
      func numbers(_ page: CasesKept) -> [String] {
        page.items.map(\.retention.number.description)
      }
      let one = try await page(.first)
      let two = try await page(one.next)
      let three = try await page(two.next)
      #expect([one, two, three].map(numbers) == [[first], [second], [third]])
      #expect(one.previous == nil && three.next == nil)
      #expect(numbers(try await page(three.previous)) == [second])
      let back = try await page(two.previous)
      #expect(numbers(back) == [first] && back.previous == nil)
      #expect(numbers(try await page(back.next)) == [second])
      let all = try await site.page("/cases/retention", as: bram)
      #expect(all.contains(first) && all.contains(second) && !all.contains("rel=\"prev\""))
      let next = try await site.page("/cases/retention?past=\(first)", as: bram)
      // The address of the page names the first.
      #expect(!next.contains(">\(first)<") && next.contains(">\(second)<"))
      #expect(next.contains("rel=\"prev\"") && next.contains("past-before=\(second)"))
      let before = try await site.page("/cases/retention?past-before=\(third)", as: bram)
      #expect(before.contains(">\(first)<") && !before.contains(">\(third)<"))
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
