import HTTPTypes
import HummingbirdTesting
import Logging
import TestSupport
import Testing

@testable import Web

@Test func `the operator reads what was refused, why and in which session, and not to whom`()
  async throws
{
  let site = try TestSite()
  _ = try await site.post("/decisions", "x=1")
  _ = try await site.ask(
    .post, "/wall", as: Cast.noor, headers: [.fetchSite: "cross-site"], body: "line=x")
  let refusals = site.said.lines(at: .notice).filter { $0.hasPrefix("A request was refused") }
  try #require(refusals.count == 2)
  #expect(refusals[0].contains("reason=- route=/decisions"))
  #expect(refusals[1].contains("reason=error.foreign-form route=/wall"))
  for line in refusals {
    #expect(line.contains("session=") && line.contains("status=403"))
    #expect(!line.contains("noor"))
  }
}

@Test func `the operator reads that a form was sent back, and in which session`() async throws {
  let site = try TestSite()
  _ = try await site.post("/wall", "command=01890000-0000-7000-8000-000000000001&line=")
  let line = try #require(site.said.lines().first { $0.hasPrefix("A form was sent back") })
  #expect(line.contains("session="))
}

@Test func `what is not there is no news`() async throws {
  let site = try TestSite()
  _ = try await site.ask(.get, "/nothing")
  #expect(site.said.lines(at: .notice) == [])
}
