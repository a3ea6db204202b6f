import Authentication
import Domain
import EventSourcing
import ReadModels
import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

@Test func `choosing from the list signs in, and signing out ends it`() async throws {
  let site = try TestSite()
  let list = try await site.ask(.get, "/sign-in")
  #expect(list.text.contains("Noor de Wit") && list.text.contains("beslisser"))

  let answer = try await site.post("/sign-in", as: nil, "person=noor&next=%2Fwall")
  #expect(answer.status == .seeOther)
  #expect(answer.headers[.location] == "/wall")
  let cookie = try #require(answer.setCookies.first { $0.hasPrefix("__Host-koers=") })
  for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
  #expect(!cookie.contains("Domain"))

  let value = String(cookie.prefix { $0 != ";" })
  #expect(try await site.ask(.get, "/wall", cookie: value).status == .ok)

  let out = try await site.post("/sign-out", "x=1")
  #expect(out.setCookies.contains { $0.hasPrefix("__Host-koers=;") && $0.contains("Max-Age=0") })
  #expect(out.headers[.clearSiteData] == "\"storage\"")
}

@Test func `where nobody can sign in, a stranger is told so, and what whoever runs it can do`()
  async throws
{
  let site = try TestSite(signIn: SignIn())
  let sent = try await site.ask(.get, "/wall")
  #expect(sent.status == .seeOther)
  let told = try await site.ask(.get, try #require(sent.headers[.location]))
  #expect(told.status == .ok)
  #expect(told.text.contains("<h1>Hier kan nog niemand inloggen</h1>"))
  #expect(told.text.contains("<code>koers serve</code>"))
  #expect(try await site.post("/sign-in", as: nil, "person=noor").status == .methodNotAllowed)
}

@Test func `what is no session of ours is nobody's`() async throws {
  let site = try TestSite()
  let good = TestSite.session(of: Cast.noor)
  for forged in [
    "__Host-koers=", "__Host-koers=a.b", "__Host-koers=.", good + "x", String(good.dropLast(2)),
    TestSite.session(of: Cast.noor, at: TestSite.noon.addingTimeInterval(-100_000)),
  ] {
    #expect(try await site.ask(.get, "/wall", cookie: forged).status == .seeOther, "\(forged)")
  }
}

@Test func `a session ends when it is left alone and when it has lasted long enough`() {
  let start = TestSite.noon
  func session(seenAt seen: TimeInterval) -> Session {
    Session(
      id: .fresh(), person: Cast.noor.id, means: .password, browser: "", begunAt: start,
      seenAt: start + seen, provenAt: start)
  }
  let idle = Double(Session.idleSecondsMax)
  #expect(session(seenAt: 0).holds(at: start + idle))
  #expect(!session(seenAt: 0).holds(at: start + idle + 1))
  #expect(!session(seenAt: 0).holds(at: start - 1))
  let most = Double(Session.secondsMax)
  #expect(session(seenAt: most - 1).holds(at: start + most - 1))
  #expect(!session(seenAt: most - 1).holds(at: start + most))
}

@Test(arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "/a%0D%0Ab"])
func `signing in leads to this site only`(next: String) async throws {
  let site = try TestSite()
  let encoded = next.replacing("%", with: "%25")
  let answer = try await site.post("/sign-in", as: nil, "person=noor&next=\(encoded)")
  let location = try #require(answer.headers[.location])
  #expect(location == "/" || location == "/a%0D%0Ab")
}

@Test(arguments: [("cross-site", 303), ("same-site", 303), ("same-origin", 503), ("none", 503)])
func `a page of another site leads nobody through the provider, where they may be signed in`(
  site: String, code: Int
) async throws {
  try await StagedSite.with { staged in
    let answer = try await staged.site.ask(
      .get, "/sign-in/provider?next=%2Fpeople", headers: [.fetchSite: site])
    #expect(answer.status.code == code)
    let led = answer.headers[.location]
    #expect(led == (code == 303 ? "/sign-in?next=%2Fpeople" : nil))
  }
}

@Test func `nobody is offered a choice when the program does not say so`() async throws {
  let site = try TestSite(signIn: SignIn())
  #expect(!(try await site.ask(.get, "/sign-in").text.contains("Noor de Wit")))
  #expect(try await site.post("/sign-in", as: nil, "person=noor").status == .methodNotAllowed)
}

@Test func `a form from somebody whose session ended keeps what was written`() async throws {
  let site = try TestSite()
  let answer = try await site.post(
    "/wall", as: nil, "command=01890000-0000-7000-8000-000000000001&line=kept+%3Cb%3E")
  #expect(answer.status == .unauthorized)
  #expect(answer.text.contains("readonly name=\"line\">\nkept &lt;b&gt;</textarea>"))
  #expect(answer.text.contains("<textarea hidden name=\"command\">"))
  #expect(answer.text.contains("01890000-0000-7000-8000-000000000001"))
  #expect(try await site.log.head() == 0)
}
