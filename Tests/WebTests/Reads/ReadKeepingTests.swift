import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ReadModels
import Reads
import Testing

@testable import Web

/// Which requests leave a line in the read log, and what holds before the page goes out.
@Suite struct ReadKeepingTests {
  @Test func `a page of the work leaves a line: who, when, what, by which right, how it ended`()
    async throws
  {
    let site = try TestSite()
    _ = try await site.ask(.get, "/wall?as-of=12", as: Cast.noor)
    let line = try #require(await site.reads.lines.first)
    #expect(line.person == Cast.noor.id && line.at == TestSite.noon)
    #expect(line.organisation == "ilt" && line.route == "wall" && line.kind == .view)
    #expect(line.right == .read && line.emergency == nil && line.subject == nil)
    #expect(line.asOf == "12" && line.status == 200 && line.rowCount == nil)
    #expect(await site.reads.assurances == [.soon])
  }

  @Test func `an address that asks for something is a search, and its words are not kept`()
    async throws
  {
    let site = try TestSite()
    _ = try await site.ask(.get, "/wall?name=Joris", as: Cast.noor)
    let line = try #require(await site.reads.lines.first)
    #expect(line.kind == .search)
    #expect(!"\(line)".contains("Joris"))
  }

  @Test func `a subject in a question is kept`() async throws {
    let site = try TestSite()
    _ = try await site.ask(.get, "/wall?person=amina", as: Cast.noor)
    let line = try #require(await site.reads.lines.first)
    #expect(line.subject == Read.Subject(.account, Cast.amina.account.identity))
    #expect(line.kind == .view)
  }

  @Test func `strangers, files, pages about nobody and what leads elsewhere leave none`()
    async throws
  {
    let site = try TestSite()
    for (address, person) in [
      ("/wall", nil), ("/assets/koers.css", Cast.noor), ("/", Cast.noor), ("/nowhere", Cast.noor),
    ] {
      _ = try await site.ask(.get, address, as: person)
    }
    _ = try await site.post("/decisions", as: Cast.amina, "x=1")
    #expect(await site.reads.lines == [])
  }

  @Test func `who is refused leaves a line that says so`() async throws {
    let site = try TestSite()
    let answer = try await site.ask(.get, "/decisions", as: Cast.noor)
    #expect(answer.status == .forbidden)
    #expect(await site.reads.lines.map(\.status) == [403])
    #expect(await site.reads.lines.map(\.right) == [.decide])
  }

  @Test func `a form that comes back shows something, too`() async throws {
    let site = try TestSite()
    let answer = try await site.post("/wall", "command=\(Identity.fresh())&line=")
    #expect(answer.status == .unprocessableContent)
    #expect(await site.reads.lines.map(\.status) == [422])
  }

  @Test(arguments: [ReadLogFailure.notKept, .stopped])
  func `nobody is shown what there is no line of`(failure: ReadLogFailure) async throws {
    let site = try TestSite()
    await site.reads.fail(failure)
    let answer = try await site.ask(.get, "/decisions", as: Cast.amina)
    #expect(answer.status == .serviceUnavailable)
    #expect(!answer.text.contains("<h1>decisions"))
    #expect(answer.headers[.retryAfter] == "5")
    #expect(try await site.ask(.get, "/", as: Cast.amina).status == .ok)
  }

  @Test func `what is about people, a file, or seen in an emergency waits for the disk`() {
    for disclosure in [Disclosure.people(.view), .people(.search), .work(.export)] {
      #expect(disclosure.assurance(isEmergency: false) == .durable)
    }
    for disclosure in [Disclosure.work(.view), .work(.search)] {
      #expect(disclosure.assurance(isEmergency: false) == .soon)
      #expect(disclosure.assurance(isEmergency: true) == .durable)
    }
  }
}
