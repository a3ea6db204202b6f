import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
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
}
