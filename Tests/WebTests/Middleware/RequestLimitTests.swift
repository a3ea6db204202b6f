import Authentication
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import ReadModels
import Synchronization
import TestStaging
import Testing

@testable import Web

/// How many requests one account or address may make, over all nodes together.
@Suite struct RequestLimitTests {
  @Test func `two nodes together let through what one would`() async throws {
    try await TestStage.with { stage in
      let nodes = Self.nodes(2, over: stage)
      let noor = Requester.person(Cast.noor.id)
      let passed = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<400 {
          group.addTask { await nodes[number % 2].wait(of: noor, at: TestSite.noon) == nil }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(passed == 60)
      #expect(await nodes[0].wait(of: .person(Cast.amina.id), at: TestSite.noon) == nil)
    }
  }

  @Test func `a lot is there again in six seconds, once for both`() async throws {
    try await TestStage.with { stage in
      let nodes = Self.nodes(2, over: stage)
      let visitor = Requester.address("192.0.2.1")
      func passed(at seconds: Double) async -> Int {
        var count = 0
        for number in 0..<200
        where await nodes[number % 2].wait(of: visitor, at: TestSite.noon + seconds) == nil {
          count += 1
        }
        return count
      }
      #expect(await passed(at: 0) == 60)
      #expect(await nodes[0].wait(of: visitor, at: TestSite.noon + 1) == 5)
      #expect(await passed(at: 6) == 6)
      #expect(await passed(at: 3600) == 60)
    }
  }

  @Test func `a node that cannot ask the database counts by itself`() async throws {
    try await TestStage.with { stage in
      let away = Database(stage.entrance.configuration)
      await away.close()
      let node = SharedRequestLimit(away, perMinute: 60, logger: .silent)
      let noor = Requester.person(Cast.noor.id)
      for _ in 0..<6 { #expect(await node.wait(of: noor, at: TestSite.noon) == nil) }
      #expect(await node.wait(of: noor, at: TestSite.noon + 1) == 5)
      #expect(await node.wait(of: noor, at: TestSite.noon + 6) == nil)
    }
  }

  @Test func `who asks too much is told when to come back, on a page; files and health are free`()
    async throws
  {
    let site = try TestSite(requestLimit: Spent())
    let answer = try await site.ask(.get, "/wall", as: Cast.noor)
    #expect(answer.status == .tooManyRequests)
    #expect(answer.headers[.retryAfter] == "6")
    #expect(answer.text.contains("Er kwamen in korte tijd te veel verzoeken."))
    #expect(answer.headers[.contentSecurityPolicy] != nil)
    #expect(await site.reads.lines == [])
    for address in ["/assets/koers.css", "/health/live", "/health/ready"] {
      #expect(try await site.ask(.get, address).status == .ok, "\(address)")
    }
    #expect(try await site.ask(.get, "/sign-in").status == .tooManyRequests)
  }

  @Test func `who comes through a proxy is known by what the proxy adds, and not by what they say`()
    async throws
  {
    let asked = AskedLimit()
    let site = try TestSite(requestLimit: asked)
    try await Application(router: site.website.router()).test(.live) { client in
      for named in ["203.0.113.9, 192.0.2.7", "192.0.2.7, <b>", ""] {
        _ = try await client.execute(
          uri: "/", method: .get, headers: [.forwardedFor: named])
      }
    }
    let requesters = asked.requesters
    try #require(requesters.count == 3)
    #expect(requesters[0] == .address("192.0.2.7"))
    for requester in requesters.dropFirst() {
      #expect([.address("127.0.0.1"), .address("::1")].contains(requester))
    }
  }

  private static func nodes(_ count: Int, over stage: TestStage) -> [SharedRequestLimit] {
    (0..<count).map { _ in SharedRequestLimit(stage.entrance, perMinute: 60) }
  }
}

extension Logger {
  /// For what is meant to fail.
  static var silent: Logger {
    Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
  }
}

/// A limit without an end, which remembers who was counted.
private final class AskedLimit: RequestLimit {
  private let asked = Mutex<[Requester]>([])

  var requesters: [Requester] { asked.withLock { $0 } }

  func wait(of requester: Requester, at now: Date) async -> Int? {
    asked.withLock { $0.append(requester) }
    return nil
  }
}

/// A limit that everybody has used up.
private struct Spent: RequestLimit {
  func wait(of requester: Requester, at now: Date) async -> Int? { 6 }
}
