import Crypto
import Domain
import EventSourcing
import NIOCore
import Synchronization
import TestStaging
import TestSupport
import Testing

@testable import Web

/// A form with a document while it comes in, and a document while it goes out.
struct IncomingFormTests {
  private static let megabyte = 1024 * 1024

  @Test(arguments: [4, 24])
  func `however large a document is, no more than a part of it is on its way`(
    megabytes: Int
  ) async throws {
    try await TestStage.with { stage in
      let store = ObservedStore(stage.documents)
      let form = LongForm(byteCount: megabytes * Self.megabyte, arrivedAt: store)
      let coming = IncomingForm(
        boundary: LongForm.boundary, to: store, documentBytesMax: 100 * Self.megabyte)
      let body = try await coming.read(form, RememberedLog().logger)
      let document = try #require(body.documents["file"]?.first)
      #expect(document.byteCount == megabytes * Self.megabyte)
      #expect(document.kind == .pdf && body.values["after"] == ["ook"])
      #expect(
        form.outstandingMax <= 2 * LongForm.pieceByteCount,
        "what the browser sent and the store had not taken")
      let content = try #require(try document.content?.get())
      #expect(content.digest.bytes == form.digest)
      let stream = StreamName("case", .fresh())
      try await store.keep(content, of: stream)
      await coming.discard()
      let cursor = try await store.content(content.digest, of: stream)
      var (hash, longest) = (SHA256(), 0)
      while let part = try await cursor.next() {
        hash.update(data: part)
        longest = max(longest, part.count)
      }
      #expect(Array(hash.finalize()) == form.digest)
      #expect(longest == 256 * 1024)
    }
  }

  @Test func `what breaks off halfway leaves nothing behind`() async throws {
    try await StagedSite.with { staged in
      let form = LongForm(
        byteCount: 4 * Self.megabyte, arrivedAt: ObservedStore(staged.stage.documents),
        breakingOffAt: 2 * Self.megabyte)
      let coming = IncomingForm(
        boundary: LongForm.boundary, to: staged.stage.documents,
        documentBytesMax: 10 * Self.megabyte)
      await #expect(throws: Problem.self) { try await coming.read(form, RememberedLog().logger) }
      let waiting = try await staged.incomingCount()
      #expect(waiting > 0)
      await coming.discard()
      let left = try await staged.incomingCount()
      #expect(left == 0)
    }
  }

  @Test func `of what is too large nothing is taken in beyond the bound`() async throws {
    try await TestStage.with { stage in
      let store = ObservedStore(stage.documents)
      let form = LongForm(byteCount: 3 * Self.megabyte / 2, arrivedAt: store)
      let coming = IncomingForm(
        boundary: LongForm.boundary, to: store, documentBytesMax: Self.megabyte)
      let body = try await coming.read(form, RememberedLog().logger)
      #expect(body.documents["file"]?.map(\.byteCount) == [3 * Self.megabyte / 2])
      #expect(body.documents["file"]?.first?.content == nil)
      #expect(body.values["after"] == ["ook"], "the other fields are not lost")
      #expect(store.byteCount <= Self.megabyte)
      await coming.discard()
    }
  }

  @Test func `fields are as long together as in any other form`() async throws {
    try await TestStage.with { stage in
      let text = String(repeating: "x", count: FormBody.bytesMax + 1)
      let form = FormWithFile([("on", text)], file: Array("tekst".utf8), called: "a.txt")
      let coming = IncomingForm(
        boundary: Array("----grens".utf8), to: stage.documents, documentBytesMax: Self.megabyte)
      await #expect(throws: Problem.self) {
        try await coming.read(Pieces(form.bytes), RememberedLog().logger)
      }
    }
  }
}

/// The bytes of a form at once.
private struct Pieces: AsyncSequence, Sendable {
  typealias Element = ByteBuffer
  typealias Failure = any Error
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  struct AsyncIterator: AsyncIteratorProtocol {
    var bytes: [UInt8]?

    mutating func next() async throws -> ByteBuffer? {
      defer { bytes = nil }
      return bytes.map { ByteBuffer(bytes: $0) }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(bytes: bytes) }
}

/// A form with a document that is made while it is sent, and which knows how much of it is on its way.
private final class LongForm: AsyncSequence, Sendable {
  typealias Element = ByteBuffer
  typealias Failure = any Error
  struct BrokenOff: Error {}

  static let boundary = Array("grens".utf8)
  static let pieceByteCount = 64 * 1024

  private struct State {
    var sent = 0
    var outstandingMax = 0
    var hash = SHA256()
  }

  private let byteCount: Int
  private let end: Int?
  private let store: ObservedStore
  private let state = Mutex(State())

  init(byteCount: Int, arrivedAt store: ObservedStore, breakingOffAt end: Int? = nil) {
    self.byteCount = byteCount
    self.store = store
    self.end = end
  }

  /// The most that was sent at any time and not taken by the store.
  var outstandingMax: Int { state.withLock { $0.outstandingMax } }
  var digest: [UInt8] { state.withLock { Array($0.hash.finalize()) } }

  struct AsyncIterator: AsyncIteratorProtocol {
    private let form: LongForm
    private var hasBegun = false
    private var hasEnded = false

    init(_ form: LongForm) { self.form = form }

    mutating func next() async throws -> ByteBuffer? {
      guard hasBegun else {
        hasBegun = true
        return LongForm.text(
          "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lang.pdf\"\r\n\r\n")
      }
      if let piece = try form.piece() { return piece }
      guard !hasEnded else { return nil }
      hasEnded = true
      return LongForm.text(
        "\r\n--grens\r\nContent-Disposition: form-data; name=\"after\"\r\n\r\nook\r\n--grens--\r\n")
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  private static func text(_ text: String) -> ByteBuffer { ByteBuffer(string: text) }

  /// The next piece of the document; asking for it shows how much the reader had not handed on by then.
  private func piece() throws -> ByteBuffer? {
    try state.withLock { state in
      state.outstandingMax = Swift.max(state.outstandingMax, state.sent - store.byteCount)
      guard state.sent < byteCount else { return nil }
      if let end, state.sent >= end { throw BrokenOff() }
      var piece = [UInt8](
        repeating: UInt8(truncatingIfNeeded: state.sent >> 16), count: Self.pieceByteCount)
      if state.sent == 0 { piece.replaceSubrange(0..<5, with: "%PDF-".utf8) }
      state.sent += piece.count
      state.hash.update(data: piece)
      return ByteBuffer(bytes: piece)
    }
  }
}

/// A store that knows how much it has taken.
private final class ObservedStore: DocumentStore {
  private let store: any DocumentStore
  private let taken = Mutex(0)

  init(_ store: any DocumentStore) { self.store = store }

  /// How many bytes have a place by now.
  var byteCount: Int { taken.withLock { $0 } }

  func incoming() async throws(DocumentFailure) -> any IncomingContent {
    Observed(content: try await store.incoming(), store: self)
  }

  func keep(_ content: ReceivedContent, of stream: StreamName) async throws(DocumentFailure) {
    try await store.keep(content, of: stream)
  }

  func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> any ContentCursor {
    try await store.content(digest, of: stream)
  }

  private struct Observed: IncomingContent {
    let content: any IncomingContent
    let store: ObservedStore

    func add(_ bytes: [UInt8]) async throws(DocumentFailure) {
      try await content.add(bytes)
      store.taken.withLock { $0 += bytes.count }
    }

    func end() async throws(DocumentFailure) -> ReceivedContent { try await content.end() }
    func discard() async { await content.discard() }
  }
}
