import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

private func expectProtected(
  _ answer: TestResponse, sourceLocation: SourceLocation = #_sourceLocation
) {
  for (name, value) in SecurityHeaders().headers {
    #expect(answer.headers[name] == value, "\(name)", sourceLocation: sourceLocation)
  }
  #expect(answer.headers[.cacheControl] != nil, sourceLocation: sourceLocation)
  #expect(answer.headers[.requestID] != nil, sourceLocation: sourceLocation)
}

@Test func `every route answers with every protecting header, to a stranger and to Noor`()
  async throws
{
  let site = try TestSite(timeLimit: .milliseconds(20))
  for route in site.website.routes {
    let address = RouteAddress.of(route)
    for person in [nil, Cast.noor] {
      let answer = try await site.ask(route.method, address, as: person)
      expectProtected(answer)
      let refused = try await site.ask(.put, address, as: person)
      expectProtected(refused)
    }
  }
}

enum RouteAddress {
  /// The address of a route with something in its variable parts.
  static func of(_ route: Route) -> String {
    let parts = route.pattern.split(separator: "/").map { $0.hasPrefix(":") ? "404" : $0 }
    return "/" + parts.joined(separator: "/")
  }
}

@Test(arguments: [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503])
func `every mishap is a page in the reader's language, with every header`(code: Int) async throws {
  let site = try TestSite()
  for (language, word) in [("nl", "Naar de voorpagina"), ("en", "To the front page")] {
    let answer = try await site.ask(
      .get, "/mishaps/\(code)", cookie: "\(Introduction.languageCookie)=\(language)")
    #expect(answer.status.code == code)
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.text.contains("<html lang=\"\(language)\">"))
    #expect(answer.text.contains(word))
    #expect(!answer.text.contains("⟦"))
    expectProtected(answer)
  }
}

@Test func `an unforeseen error is a page that tells nothing of the inside`() async throws {
  let answer = try await TestSite().ask(.get, "/mishap")
  #expect(answer.status == .internalServerError)
  #expect(!answer.text.contains("Mishap"))
  expectProtected(answer)
}

@Test func `an address that does not exist is not found`() async throws {
  let answer = try await TestSite().ask(.get, "/nowhere")
  #expect(answer.status == .notFound)
  expectProtected(answer)
}

@Test func `a method that an address does not know is told which it does`() async throws {
  let site = try TestSite()
  let answer = try await site.ask(.delete, "/wall", headers: [.fetchSite: "same-origin"])
  #expect(answer.status == .methodNotAllowed)
  #expect(answer.headers[.allow] == "GET, HEAD, POST")
  expectProtected(answer)
}

@Test func `HEAD answers as GET does, without a body`() async throws {
  let site = try TestSite()
  for address in ["/", "/nowhere", "/assets/koers.css"] {
    let get = try await site.ask(.get, address)
    let head = try await site.ask(.head, address)
    #expect(head.status == get.status)
    #expect(head.headers[.contentType] == get.headers[.contentType])
    #expect(head.text.isEmpty)
    expectProtected(head)
  }
}

@Test func `a page that takes too long is given up, with when to come back`() async throws {
  let answer = try await TestSite(timeLimit: .milliseconds(10)).ask(.get, "/slow")
  #expect(answer.status == .serviceUnavailable)
  #expect(answer.headers[.retryAfter] == "5")
  expectProtected(answer)
}

@Test func `a file comes with its type, its mark and how long it keeps`() async throws {
  let site = try TestSite()
  let plain = try await site.ask(.get, "/assets/koers.css")
  #expect(plain.headers[.contentType] == "text/css; charset=utf-8")
  #expect(plain.headers[.cacheControl] == "public, no-cache")
  let mark = try #require(plain.headers[.eTag])
  let again = try await site.ask(.get, "/assets/koers.css", headers: [.ifNoneMatch: mark])
  #expect(again.status == .notModified)
  #expect(again.text.isEmpty)
  let pinned = try await site.ask(
    .get, "/assets/koers.css?v=\(mark.replacing("\"", with: ""))")
  #expect(pinned.headers[.cacheControl] == "public, max-age=31536000, immutable")
  for address in ["/assets/none.css", "/assets/..%2Ftext%2Fnl%2Flayout.yaml", "/assets/"] {
    #expect(try await site.ask(.get, address).status == .notFound)
  }
}

@Test func `health tells a machine how things are`() async throws {
  #expect(try await TestSite().ask(.get, "/health/live").status == .ok)
  #expect(try await TestSite().ask(.get, "/health/ready").status == .ok)
  let unready = try await TestSite(isReady: false).ask(.get, "/health/ready")
  #expect(unready.status == .serviceUnavailable)
  #expect(unready.headers[.retryAfter] != nil)
}

@Test(arguments: ["%", "%FF", "a=%00", "a=%ZZ"])
func `questions that cannot be read are refused with a page`(question: String) async throws {
  let answer = try await TestSite().ask(.get, "/echo/x?\(question)")
  #expect(answer.status == .badRequest)
  expectProtected(answer)
}

@Test func `what stands in an address is only ever text on the page`() async throws {
  let answer = try await TestSite().ask(
    .get, "/echo/%22%CC%81%3Cscript%3E?q=%3Cimg%20src%3Dx%20onerror%3Dy%3E")
  #expect(answer.status == .ok)
  #expect(!answer.text.contains("<script>"))
  #expect(!answer.text.contains("<img"))
}
