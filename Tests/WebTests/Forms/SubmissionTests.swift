import EventSourcing
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

private let command = "01890000-0000-7000-8000-000000000001"
private let other = "01890000-0000-7000-8000-000000000002"

@Test func `a form that is taken leads on, once, to where it shows`() async throws {
  let site = try TestSite()
  let answer = try await site.post("/wall", "command=\(command)&version=0&line=hello")
  #expect(answer.status == .seeOther)
  #expect(answer.headers[.location] == "/wall")
  let notice = try #require(answer.setCookies.first { $0.hasPrefix(Notice.cookieName) })
  #expect(notice.contains("saved_1_\(command)"))

  let next = try await site.ask(
    .get, "/wall", as: Cast.noor, cookie: String(notice.prefix { $0 != ";" }))
  #expect(next.text.contains("Opgeslagen."))
  #expect(next.text.contains("data-done=\"\(command)\""))
  #expect(next.setCookies.contains { $0.hasPrefix(Notice.cookieName) && $0.contains("Max-Age=0") })
}

@Test func `a form sent twice is recorded once, leads on twice, and says which time counts`()
  async throws
{
  let site = try TestSite()
  let first = try await site.post("/wall", "command=\(command)&version=0&line=hello")
  let second = try await site.post("/wall", "command=\(command)&version=0&line=hello")
  #expect(first.headers[.location] == second.headers[.location])
  #expect(try await site.log.head() == 1)
  let notice = try #require(second.setCookies.first { $0.hasPrefix(Notice.cookieName) })
  let next = try await site.ask(
    .get, "/wall", as: Cast.noor, cookie: String(notice.prefix { $0 != ";" }))
  #expect(next.text.contains("alleen wat u de eerste keer verstuurde, is vastgelegd"))
}

@Test func `a form sent again with something else in it is not taken for the first`() async throws {
  let site = try TestSite()
  _ = try await site.post("/wall", "command=\(command)&version=0&line=hello")
  for (person, line) in [(Cast.noor, "otherwise"), (Cast.amina, "hello")] {
    let answer = try await site.post(
      "/wall", as: person, "command=\(command)&version=0&line=\(line)")
    #expect(answer.status == .conflict)
    #expect(answer.text.contains("Dit formulier is al eerder verstuurd"))
    #expect(answer.text.contains("value=\"\(line)\""))
    // What is sent next is a command of its own.
    #expect(!answer.text.contains(command))
  }
  #expect(try await site.log.head() == 1)
}

@Test func `a form with a problem comes back with what was written`() async throws {
  let site = try TestSite()
  let answer = try await site.post("/wall", "command=\(command)&line=a%E2%80%AEb")
  #expect(answer.status == .unprocessableContent)
  #expect(answer.text.contains("a\u{202E}b"))
  #expect(answer.text.contains(command))
  #expect(answer.text.contains("<title>Fout: "))
  #expect(try await site.log.head() == 0)
}

@Test func `a refusal of the rules is a sentence at its field`() async throws {
  let answer = try await TestSite().post("/wall", "command=\(command)&line=rude")
  #expect(answer.status == .unprocessableContent)
  #expect(answer.text.contains("id=\"field-line-error\""))
  #expect(answer.text.contains("value=\"rude\""))
}

@Test func `an address that lets somebody in gives them no right to every command`() async throws {
  let site = try TestSite()
  let body = "command=\(command)&version=0&line=decree"
  let refused = try await site.post("/wall", as: Cast.noor, body)
  #expect(refused.status == .forbidden)
  #expect(try await site.log.head() == 0)
  #expect(try await site.post("/wall", as: Cast.amina, body).status == .seeOther)
}

@Test func `whoever comes second keeps their words and gets the new version`() async throws {
  let site = try TestSite()
  _ = try await site.post("/wall", "command=\(command)&version=0&line=first")
  let answer = try await site.post("/wall", "command=\(other)&version=0&line=second")
  #expect(answer.status == .conflict)
  #expect(answer.text.contains("value=\"second\""))
  #expect(answer.text.contains("name=\"version\" value=\"1\""))
  #expect(!answer.text.contains(other))
  #expect(answer.text.contains("Iemand anders was u voor"))
  #expect(try await site.log.head() == 1)
}

/// A door that fails in one way.
private struct Failing: CommandGateway {
  enum Way: CaseIterable { case busy, contended, outcomeUnknown, unavailable }
  struct Away: Error {}
  let way: Way

  func perform<D: Decider>(
    _ order: Order<D>, in envelope: Envelope
  ) async throws(CommandFailure<D.Refusal>) -> Receipt { throw failure() }

  func perform<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, in envelope: Envelope
  ) async throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) -> Receipt {
    throw failure()
  }

  private func failure<Refusal: Error>() -> CommandFailure<Refusal> {
    switch way {
    case .busy: .busy
    case .contended: .contended
    case .outcomeUnknown: .outcomeUnknown
    case .unavailable: .unavailable(Away())
    }
  }
}

@Test(arguments: Failing.Way.allCases)
private func `what cannot be recorded now can be sent again as it is`(way: Failing.Way)
  async throws
{
  let site = try TestSite(commands: Failing(way: way))
  let answer = try await site.post("/wall", "command=\(command)&version=0&line=kept")
  #expect(answer.status == .serviceUnavailable)
  #expect(answer.headers[.retryAfter] == "5")
  #expect(answer.text.contains("value=\"kept\""))
  #expect(answer.text.contains("value=\"\(command)\""))
}

@Test func `a page that cannot show the last change yet says so`() async throws {
  let site = try TestSite(progress: Reached(isReached: false))
  let answer = try await site.ask(
    .get, "/wall", as: Cast.noor, cookie: "\(Notice.cookieName)=saved_9_\(command)")
  #expect(answer.text.contains("De pagina wordt nog bijgewerkt"))
}

@Test(arguments: [
  ("", "application/x-www-form-urlencoded", 400),
  ("line=%FF", "application/x-www-form-urlencoded", 400),
  ("line=a%00", "application/x-www-form-urlencoded", 400),
  ("line=a", "application/x-www-form-urlencoded", 400),
  ("command=x&line=a", "application/x-www-form-urlencoded", 400),
  ("command=\(command)&version=x&line=a", "application/x-www-form-urlencoded", 400),
  ("{}", "application/json", 415), ("x", "multipart/form-data; boundary=x", 415),
  ("command=\(command)&line=a", "application/x-www-form-urlencoded; charset=utf-8", 303),
])
func `a body that is no form of ours is refused, and nothing is recorded`(
  body: String, type: String, code: Int
) async throws {
  let site = try TestSite()
  let answer = try await site.ask(
    .post, "/wall", as: Cast.noor, headers: [.fetchSite: "same-origin", .contentType: type],
    body: body)
  #expect(answer.status.code == code)
  #expect(try await site.log.head() == (code == 303 ? 1 : 0))
}

@Test(arguments: [FormBody.bytesMax + 1, 10 * 1024 * 1024])
func `a body that is too large is refused with a page`(size: Int) async throws {
  let site = try TestSite()
  let line = String(repeating: "a", count: size)
  let answer = try await site.post("/wall", "command=\(command)&line=\(line)")
  #expect(answer.status == .contentTooLarge)
  #expect(answer.text.contains("Dit is te veel"))
  #expect(try await site.log.head() == 0)
}

@Test(arguments: ["saved", "saved_x", "x_1", "saved_-1", "saved_1_x", "_", ""])
func `a notice that is not ours is nothing or says no more than it may`(value: String) {
  #expect(Notice(value)?.command == nil)
}
