import Crypto
import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import Web

/// A document on its way out.
struct DocumentDownloadTests {
  @Test func `it is read no faster than it is sent`() async throws {
    let content = Counted(partCount: 20)
    let answer = try await desk(content).download(
      try file(content), of: Self.stream, asked: [:], RememberedLog().logger)
    #expect(answer.body.contentLength == content.byteCount)
    let sent = Sent(of: content)
    try await answer.body.write(sent)
    #expect(sent.state.withLock { $0 } == Sent.State(partCount: 20, isWhole: true))
  }

  @Test func `one that does not open halfway breaks off before its end, and the operator is told`()
    async throws
  {
    let content = Counted(partCount: 20, damagedFrom: 7)
    let said = RememberedLog()
    let answer = try await desk(content).download(
      try file(content), of: Self.stream, asked: [:], said.logger)
    let sent = Sent(of: content)
    await #expect(throws: DocumentFailure.self) { try await answer.body.write(sent) }
    #expect(sent.state.withLock { $0 } == Sent.State(partCount: 7, isWhole: false))
    #expect(said.lines(at: .error).contains { $0.hasPrefix("A document does not open") })
  }

  private static let stream = StreamName("case", .fresh())

  private func desk(_ content: Counted) -> DocumentDesk {
    DocumentDesk(
      store: Shelf(content: content), scanner: nil, strippers: [], bytesMax: 1024)
  }

  private func file(_ content: Counted) throws -> FiledDocument {
    FiledDocument(
      try Line("lang.txt"), .text, byteCount: content.byteCount,
      digest: try #require(ContentDigest(SHA256.hash(data: []))))
  }
}

/// A content of one byte a part, which knows how many were asked for.
private final class Counted: ContentCursor {
  let partCount: Int
  private let damagedFrom: Int
  private let asked = Mutex(0)

  init(partCount: Int, damagedFrom: Int = .max) {
    self.partCount = partCount
    self.damagedFrom = damagedFrom
  }

  var byteCount: Int { partCount }
  var askedCount: Int { asked.withLock { $0 } }

  func next() async throws(DocumentFailure) -> [UInt8]? {
    let number = asked.withLock { asked in
      defer { asked += 1 }
      return asked
    }
    guard number < damagedFrom else { throw .damaged }
    return number < partCount ? [UInt8(number)] : nil
  }
}

/// A store that has one content.
private struct Shelf: DocumentStore {
  let content: Counted

  func incoming() async throws(DocumentFailure) -> any IncomingContent { throw .missing }
  func keep(_ content: ReceivedContent, of stream: StreamName) async throws(DocumentFailure) {}
  func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> any ContentCursor { content }
}

/// Takes what goes out, and sees to it that nothing more was read by then.
private final class Sent: ResponseBodyWriter {
  struct State: Equatable {
    var partCount = 0
    var isWhole = false
  }

  let state = Mutex(State())
  private let content: Counted

  init(of content: Counted) { self.content = content }

  func write(_ buffer: ByteBuffer) async throws {
    let count = state.withLock { state in
      state.partCount += 1
      return state.partCount
    }
    #expect(content.askedCount == count)
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {
    state.withLock { $0.isWhole = true }
  }
}
