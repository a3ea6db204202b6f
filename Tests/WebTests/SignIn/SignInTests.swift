import Domain
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
}

@Test func `the address that the program prints signs in, and no other does`() async throws {
  let site = try TestSite()
  let links = site.website.signInLinks(origin: "")
  let noor = try #require(links.first?.address)
  #expect(try await site.ask(.get, noor).status == .seeOther)
  for forged in [
    noor.replacing("noor", with: "amina"), String(noor.dropLast(3)), "/sign-in/noor",
    "/sign-in/noor?token=", "/sign-in/nobody?token=x",
  ] {
    let answer = try await site.ask(.get, forged)
    #expect(answer.status == .forbidden, "\(forged)")
    #expect(!answer.setCookies.contains { $0.hasPrefix("__Host-koers=") })
  }
}

@Test func `where nobody can sign in, a stranger is told so, and what whoever runs it can do`()
  async throws
{
  let site = try TestSite(signIn: .off)
  let sent = try await site.ask(.get, "/wall")
  #expect(sent.status == .seeOther)
  let told = try await site.ask(.get, try #require(sent.headers[.location]))
  #expect(told.status == .ok)
  #expect(told.text.contains("<h1>Hier kan nog niemand inloggen</h1>"))
  #expect(told.text.contains("<code>koers serve</code>"))
  #expect(try await site.post("/sign-in", as: nil, "person=noor").status == .methodNotAllowed)
}

@Test func `a session that we did not write is nobody's`() async throws {
  let site = try TestSite()
  let good = TestSite.session(of: Cast.noor)
  let seal = SessionSeal(key: SessionSeal.key([UInt8](repeating: 8, count: 32)))
  let seconds = Int(TestSite.noon.timeIntervalSince1970)
  let other = seal.sealed(Session(person: Cast.noor.id, signedInAt: seconds, seenAt: seconds))
  let halves = good.split(separator: ".")
  let amina = TestSite.session(of: Cast.amina).split(separator: ".")
  for forged in [
    "__Host-koers=\(other)", "\(halves[0])", "\(halves[0]).", "\(amina[0]).\(halves[1])",
    "__Host-koers=", "__Host-koers=a.b", "__Host-koers=.", good + "x",
    "__Host-koers=\(seal.token(for: Cast.noor.id))",
  ] {
    #expect(try await site.ask(.get, "/wall", cookie: forged).status == .seeOther, "\(forged)")
  }
}

@Test func `a token to sign in with is not a session`() throws {
  let seal = SessionSeal(key: SessionSeal.key(TestSite.secret))
  let sealed = seal.sealed(Session(person: Cast.noor.id, signedInAt: 0, seenAt: 0))
  let mark = try #require(sealed.split(separator: ".").last)
  #expect(!seal.isToken(String(mark), for: Cast.noor.id))
  #expect(seal.opened("\(sealed.split(separator: ".")[0]).\(seal.token(for: Cast.noor.id))") == nil)
}

@Test func `a session ends when it is left alone and when it has lasted long enough`() {
  let session = Session(person: Cast.noor.id, signedInAt: 1000, seenAt: 1000)
  #expect(session.holds(at: 1000 + Session.idleSecondsMax))
  #expect(!session.holds(at: 1001 + Session.idleSecondsMax))
  #expect(!session.holds(at: 999))
  let busy = Session(
    person: Cast.noor.id, signedInAt: 1000, seenAt: 999 + Session.secondsMax)
  #expect(busy.holds(at: 999 + Session.secondsMax))
  #expect(!busy.holds(at: 1000 + Session.secondsMax))
}

@Test func `a session in use is written down again`() async throws {
  let site = try TestSite()
  let earlier = TestSite.noon.addingTimeInterval(-600)
  let answer = try await site.ask(
    .get, "/wall", cookie: TestSite.session(of: Cast.noor, at: earlier))
  #expect(answer.status == .ok)
  #expect(answer.setCookies.contains { $0.hasPrefix("__Host-koers=") })
}

@Test(arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "/a%0D%0Ab"])
func `signing in leads to this site only`(next: String) async throws {
  let site = try TestSite()
  let encoded = next.replacing("%", with: "%25")
  let answer = try await site.post("/sign-in", as: nil, "person=noor&next=\(encoded)")
  let location = try #require(answer.headers[.location])
  #expect(location == "/" || location == "/a%0D%0Ab")
}

@Test func `nobody is offered a choice when the program does not say so`() async throws {
  let site = try TestSite(signIn: .off)
  #expect(!(try await site.ask(.get, "/sign-in").text.contains("Noor de Wit")))
  #expect(try await site.ask(.get, "/wall", as: Cast.noor).status != .ok)
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
