import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Web

private let body = "command=01890000-0000-7000-8000-000000000001&line=hello"

@Test(
  arguments: [
    ("same-origin", nil, 303), ("same-site", nil, 403), ("cross-site", nil, 403),
    ("none", nil, 403), ("", nil, 403), ("cross-site", "https://koers.example", 403),
    (nil, "https://koers.example", 303), (nil, "https://evil.example", 403), (nil, "null", 403),
    (nil, "https://koers.example.evil.example", 403), (nil, "http://koers.example", 403),
    (nil, nil, 403),
  ] as [(String?, String?, Int)])
func `a change is let in only from a page of this site`(
  site: String?, origin: String?, code: Int
) async throws {
  var headers: HTTPFields = [:]
  if let site { headers[.fetchSite] = site }
  if let origin { headers[.origin] = origin }
  let answer = try await TestSite(origin: "https://koers.example")
    .ask(.post, "/wall", as: Cast.noor, headers: headers, body: body)
  #expect(answer.status.code == code)
}

@Test func `a page may be read from anywhere`() async throws {
  let answer = try await TestSite().ask(.get, "/", headers: [.fetchSite: "cross-site"])
  #expect(answer.status == .ok)
}

@Test func `a change that was refused recorded nothing`() async throws {
  let site = try TestSite()
  _ = try await site.ask(
    .post, "/wall", as: Cast.noor, headers: [.fetchSite: "cross-site"], body: body)
  #expect(try await site.log.head() == 0)
}
