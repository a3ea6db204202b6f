import Domain
import ReadModels
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestStaging
import Testing

@testable import Web

/// A page that draws what happened to a signal since its first event.
private struct ConflictArea: Area {
  let pages: HistoryPages
  let subject: Identity

  var routes: [Route] {
    [
      .get("conflict", for: .signedIn, proof: .any, showing: .nothing) { visit in
        let conflict = Conflict(
          stream: StreamName(Signal.category, subject), seen: 1, actual: 3)
        let changes = try await pages.changes(for: conflict, visit)
        return visit.show(Page("conflict", body: changes.html(for: visit.reader)))
      }
    ]
  }
}

/// The history's pages over a real log.
private struct Chronicle {
  let stage: TestStage
  let pages: HistoryPages
  let website: Website
  let noor: Person
  let signal = Identity.fresh()

  init(_ stage: TestStage) throws {
    self.stage = stage
    noor = Person(
      Cast.noor.id, name: Cast.noor.name, roles: Cast.noor.roles,
      organisation: TestStage.organisation)
    pages = HistoryPages(library: stage.library)
    website = try Website(
      Website.Settings(
        organisation: "Inspectie", version: "1", signIn: SignIn(offersChoice: true),
        now: { TestSite.noon }),
      folder: TestSite.folder, areas: [pages, ConflictArea(pages: pages, subject: signal)],
      reception: OpenReception([noor]), moments: stage.library,
      reads: KeptReads(), progress: Reached(), news: NoNews(),
      isReady: { true })
  }

  func happen() async throws {
    let day = try #require(Day(year: 2020, month: 3, day: 2))
    let message = Signal.Message(
      title: try Line("<b>vuurwerk"), text: try Prose("onveilig"), kind: .informing,
      addressee: .minister)
    let origin = Signal.Origin.known(source: .init(try Line("plan")), certainty: .sourced)
    let raise = Signal.Command.raise(
      message, organisation: try Line("ILT"), origin: origin, dueOn: nil, isPublic: false, on: day)
    for command in [raise, .send(on: day), .treat(on: day)] {
      try await stage.perform(command, to: Signal.self, on: signal, by: noor.id)
    }
  }

  func ask(_ address: String, isSignedIn: Bool = true) async throws -> TestResponse {
    var headers: HTTPFields = [:]
    if isSignedIn { headers[.cookie] = TestSite.session(of: noor) }
    let sent = headers
    let app = Application(router: website.router())
    return try await app.test(.router) { client in
      try await client.execute(uri: address, method: .get, headers: sent)
    }
  }
}

@Test func `the history of a signal can be read, leafed through and looked back on`() async throws {
  try await TestStage.with { stage in
    let chronicle = try Chronicle(stage)
    try await chronicle.happen()
    let page = "/signals/\(chronicle.signal)/history"
    let whole = try await chronicle.ask(page)
    #expect(whole.status == .ok)
    #expect(whole.text.contains("Het signaal is verstuurd aan de minister."))
    #expect(whole.text.contains("Geschiedenis van &lt;b&gt;vuurwerk"))
    #expect(whole.text.contains("gebeurd op <time datetime=\"2020-03-02\">"))
    #expect(whole.text.contains("Noor de Wit"))
    let early = try await chronicle.ask(page + "?as-of=1&lang=en")
    #expect(early.text.contains("was drawn up"))
    #expect(!early.text.contains("was sent"))
    let kind = try await chronicle.ask(page + "?kind=message")
    #expect(kind.text.matches(of: /<li id="event-/).count == 1)
  }
}

@Test func `what changed lately stands together, since when one asks`() async throws {
  try await TestStage.with { stage in
    let chronicle = try Chronicle(stage)
    try await chronicle.happen()
    let recent = try await chronicle.ask("/history")
    #expect(recent.status == .ok)
    let link = "<a href=\"/signals/\(chronicle.signal)\">&lt;b&gt;vuurwerk</a>:"
    #expect(recent.text.contains(link))
    let since = try await chronicle.ask("/history?since=2")
    #expect(since.text.matches(of: /<li id="event-/).count == 1)
    let day = try await chronicle.ask("/history?since=31-3-2020&about=signals")
    #expect(day.text.matches(of: /<li id="event-/).count == 3)
    let none = try await chronicle.ask("/history?about=programmes")
    #expect(none.status == .ok)
    #expect(!none.text.contains("<li id=\"event-"))
  }
}

@Test func `a history that is not there, or is asked for wrongly, is a clear page`() async throws {
  try await TestStage.with { stage in
    let chronicle = try Chronicle(stage)
    try await chronicle.happen()
    let page = "/signals/\(chronicle.signal)/history"
    #expect(try await chronicle.ask("/signals/\(Identity.fresh())/history").status == .notFound)
    #expect(try await chronicle.ask("/programmes/\(chronicle.signal)/history").status == .notFound)
    #expect(try await chronicle.ask("/signals/nothing/history").status == .notFound)
    #expect(try await chronicle.ask(page + "?as-of=0").status == .notFound)
    #expect(try await chronicle.ask(page + "?kind=nothing").status == .badRequest)
    #expect(try await chronicle.ask("/history?since=nothing").status == .badRequest)
    #expect(try await chronicle.ask("/history?before=-1").status == .badRequest)
    #expect(try await chronicle.ask("/history?about=%00").status == .badRequest)
    #expect(try await chronicle.ask("/history", isSignedIn: false).status != .ok)
  }
}

@Test func `a conflict is told by what happened since the form was drawn`() async throws {
  try await TestStage.with { stage in
    let chronicle = try Chronicle(stage)
    try await chronicle.happen()
    let html = try await chronicle.ask("/conflict").text
    #expect(html.matches(of: /<li id="event-/).count == 2)
    #expect(html.contains("Het signaal is in behandeling genomen."))
    #expect(html.contains("in behandeling"))
  }
}
