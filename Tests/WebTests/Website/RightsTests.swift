import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Test func `a route that the table of rights does not name cannot be reached`() async throws {
  let router = try TestSite().website.router()
  router.get("secret") { _, _ in "reached" }
  try await Application(router: router).test(.router) { client in
    let answer = try await client.execute(uri: "/secret", method: .get)
    #expect(answer.status == .forbidden)
    #expect(!answer.text.contains("reached"))
  }
}

@Test func `each route lets in exactly whom the table names`() async throws {
  let site = try TestSite(timeLimit: .milliseconds(20))
  for route in site.website.routes where route.method == .get {
    let address = RouteAddress.of(route)
    for visitor in [Visitor.stranger, .person(Cast.noor), .person(Cast.amina)] {
      let answer = try await site.ask(.get, address, as: visitor.person)
      let isRefused =
        answer.status == .forbidden
        || answer.headers[.location]?.hasPrefix("/sign-in?next=") == true
      // Signing in by a link that was never made is refused to everyone, by the page itself.
      if route.pattern == "sign-in/as/:token" { continue }
      #expect(isRefused == !route.access.admits(visitor, in: nil), "\(address) \(visitor)")
    }
  }
}

@Test func `a page knows what its reader may do`() throws {
  let reader = try Reader.example()
  #expect(reader.mayPost(to: Link("wall")))
  #expect(!reader.mayPost(to: Link("decisions")))
  #expect(!reader.maySee(Link("decisions")))
  #expect(!reader.maySee(Link("nowhere")))
  #expect(reader.may(.explore, at: .organisation) && !reader.may(.decide, at: .organisation))
  let amina = try Reader.example(visitor: .person(Cast.amina))
  #expect(amina.mayPost(to: Link("decisions")))
  let stranger = try Reader.example(visitor: .stranger)
  #expect(!stranger.mayPost(to: Link("wall")))
}

@Test func `a stranger is led past the sign-in, back to where they were going`() async throws {
  let answer = try await TestSite().ask(.get, "/wall?as-of=12")
  #expect(answer.status == .seeOther)
  #expect(answer.headers[.location] == "/sign-in?next=%2Fwall%3Fas-of%3D12")
}

@Test func `a form without the right to send it is refused with a page`() async throws {
  let answer = try await TestSite().post("/decisions", "x=1")
  #expect(answer.status == .forbidden)
  #expect(answer.text.contains("Dit mag u niet"))
}
