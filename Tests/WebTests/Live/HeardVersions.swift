import AsyncHTTPClient
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOHTTP1
import ReadModels
import TestSupport
import Testing

@testable import Web

/// What a browser hears of a page that it has open, message by message.
struct HeardVersions {
  private var parts: HTTPClientResponse.Body.AsyncIterator
  private var text = ""

  init(_ response: HTTPClientResponse) { parts = response.body.makeAsyncIterator() }

  /// The next version that is told; nil when the stream has ended.
  mutating func next() async throws -> Int? {
    while true {
      while let end = text.range(of: "\n\n") {
        let message = text[..<end.lowerBound]
        text = String(text[end.upperBound...])
        if message.hasPrefix("data: ") { return Int(message.dropFirst("data: ".count)) }
      }
      guard let part = try await parts.next() else { return nil }
      text += String(buffer: part)
    }
  }
}

extension TestSite {
  /// Opens the stream at `address` over a socket, as a page of `person` or of a guest does.
  func listening(
    to address: String, as person: Person? = nil,
    _ body: @Sendable (inout HeardVersions) async throws -> Void
  ) async throws {
    let app = Application(router: website.router(), logger: said.logger)
    try await app.test(.live) { client in
      let port = try #require(client.port)
      var request = HTTPClientRequest(url: "http://localhost:\(port)\(address)")
      request.headers.add(name: "Sec-Fetch-Dest", value: "empty")
      if let person {
        request.headers.add(name: "Cookie", value: Self.session(of: person))
      }
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(120))
      #expect(response.status == .ok)
      #expect(response.headers["Content-Type"] == ["text/event-stream; charset=utf-8"])
      #expect(response.headers["Cache-Control"] == ["no-store"])
      var heard = HeardVersions(response)
      try await body(&heard)
    }
  }
}
