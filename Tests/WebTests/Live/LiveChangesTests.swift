import Authentication
import Domain
import EventSourcing
import HTTPTypes
import ReadModels
import TestStaging
import Testing

@testable import Web

/// Pages that are open follow what others do.
struct LiveChangesTests {
  @Test func `a page hears that somebody else scored, and then has it`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let site = try TestSite(over: staged.stage, news: staged.stage.news)
      try await site.listening(to: session.address + "/changes", as: StagedSite.noor) { heard in
        let before = try #require(try await heard.next())
        _ = try await staged.score(to: "\(link)/rounds/\(session.round)", drawnAt: link)
        #expect(try await heard.next() == before + 1)
        let page = try await staged.page(session.address)
        #expect(page.contains("1 van 2 deelnemers hebben gescoord."))
        #expect(page.contains("data-live-version=\"\(before + 1)\""))
      }
    }
  }

  @Test func `so does the page of a guest, until the link is withdrawn`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let link = try await staged.link(in: session)
      let site = try TestSite(over: staged.stage, news: staged.stage.news)
      try await site.listening(to: link + "/changes") { heard in
        let before = try #require(try await heard.next())
        try await staged.send(
          ["notes": "Anders", "on": "1-2-2026"], to: session.address + "/notes")
        #expect(try await heard.next() == before + 1)
        try await staged.send([:], to: session.linkForm + "/end")
        try await staged.send(
          ["notes": "Weer anders", "on": "1-2-2026"], to: session.address + "/notes")
        #expect(try await heard.next() == nil)
      }
    }
  }

  @Test func `news that ends before the request was read does not end the program`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      for _ in 0..<100 {
        try await withThrowingTaskGroup(of: String.self) { asking in
          for _ in 0..<OpenStreams.perWatcherMax {
            asking.addTask { try await staged.page(session.address + "/changes") }
          }
          for try await heard in asking { #expect(heard.hasPrefix("data: ")) }
        }
      }
    }
  }

  @Test func `it ends for whoever is signed out`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let reception = OpenReception(StagedSite.people)
      let site = try TestSite(
        over: staged.stage, reception: reception, news: staged.stage.news)
      try await site.listening(to: session.address + "/changes", as: StagedSite.noor) { heard in
        #expect(try await heard.next() != nil)
        try await reception.end(OpenReception.token(of: StagedSite.noor.id, at: TestSite.noon))
        try await staged.send(
          ["notes": "Anders", "on": "1-2-2026"], to: session.address + "/notes")
        #expect(try await heard.next() == nil)
      }
    }
  }

  @Test func `one person has four at a time, and a node a thousand`() throws {
    let streams = OpenStreams()
    let noor = OpenStreams.Watcher.person(Cast.noor.id)
    var own = try (0..<OpenStreams.perWatcherMax).map { _ in try streams.take(for: noor) }
    #expect(throws: Problem.self) { try streams.take(for: noor) }
    own.removeLast()
    own.append(try streams.take(for: noor))
    let others = try (own.count..<OpenStreams.countMax).map { _ in
      try streams.take(for: .link(.fresh()))
    }
    let refusal = #expect(throws: Problem.self) { try streams.take(for: .link(.fresh())) }
    #expect(refusal?.status == .serviceUnavailable && others.count + own.count == 1000)
  }

  @Test func `a page that looks back follows nothing`() async throws {
    try await StagedSite.with { staged in
      let session = try await staged.askedSession()
      let head = try await staged.log.head()
      #expect(try await staged.page(session.address).contains("data-live-source"))
      #expect(
        !(try await staged.page("\(session.address)?as-of=\(head)").contains("data-live-source")))
    }
  }
}
