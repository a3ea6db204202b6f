import Crypto
import EventSourcing
import Synchronization

/// A content in memory, as if it had come in.
struct HeldContent {
  let received: ReceivedContent

  init(_ bytes: [UInt8], inPiecesOf size: Int) {
    guard let digest = ContentDigest(SHA256.hash(data: bytes)) else {
      preconditionFailure("a SHA-256 has 32 bytes")
    }
    received = ReceivedContent(digest, byteCount: bytes.count) { Cursor(bytes, size) }
  }

  private final class Cursor: ContentCursor {
    private let rest: Mutex<ArraySlice<UInt8>>
    private let size: Int

    init(_ bytes: [UInt8], _ size: Int) {
      rest = Mutex(bytes[...])
      self.size = size
    }

    func next() async throws(DocumentFailure) -> [UInt8]? {
      rest.withLock { rest in
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
    }
  }
}

/// What is written into it stays in memory.
final class HeldRest: IncomingContent {
  private let written = Mutex<[UInt8]>([])

  var bytes: [UInt8] { written.withLock { $0 } }

  func add(_ bytes: [UInt8]) async throws(DocumentFailure) { written.withLock { $0 += bytes } }

  func end() async throws(DocumentFailure) -> ReceivedContent {
    HeldContent(bytes, inPiecesOf: 1024).received
  }

  func discard() async { written.withLock { $0 = [] } }
}
