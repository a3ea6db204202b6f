/// Keeps the contents of documents, which events name by their digest and do not hold.
///
/// A content belongs to a stream, as the events do that name it: who destroys the stream's key destroys it too. It goes
/// in and out part by part, so that it may be larger than what memory there is.
public protocol DocumentStore: Sendable {
  /// Room for a content that comes in.
  func incoming() async throws(DocumentFailure) -> any IncomingContent

  /// Keeps `content` for `stream`, under its digest.
  ///
  /// When this returns it is on disk, so that an event that names it can be recorded. All of it is kept or nothing, and what
  /// is kept twice lies there once.
  ///
  /// - Throws: `.erased` when the key of the stream is destroyed; `.unavailable` when it is not known whether it was kept,
  ///   after which keeping it again does no harm.
  func keep(_ content: ReceivedContent, of stream: StreamName) async throws(DocumentFailure)

  /// The content that was kept for `stream` under `digest`, as it came.
  ///
  /// It has all its parts, and the first one opens. A later one that does not fails when it is asked for, the last one also
  /// when the whole has another digest: whoever hands on what was read then breaks off.
  ///
  /// - Throws: why there is none to give.
  func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> any ContentCursor
}

extension DocumentStore {
  /// Keeps what is in memory already.
  public func keep(
    _ bytes: [UInt8], of stream: StreamName
  ) async throws(DocumentFailure) -> ContentDigest {
    let incoming = try await incoming()
    do throws(DocumentFailure) {
      try await incoming.add(bytes)
      let content = try await incoming.end()
      try await keep(content, of: stream)
      await incoming.discard()
      return content.digest
    } catch {
      await incoming.discard()
      throw error
    }
  }
}

/// Why a content is not given or not kept.
public enum DocumentFailure: Error, Sendable {
  /// Nothing was kept under that digest.
  case missing
  /// What lies there is not what was kept.
  case damaged
  /// The stream's key is destroyed, and with it every content that it had.
  case erased
  /// The store could not be asked.
  case unavailable(any Error)
}

extension DocumentFailure: CustomStringConvertible {
  /// What an operator needs.
  public var description: String {
    switch self {
    case .missing: "nothing was kept under its digest"
    case .damaged: "what lies there is not what was kept"
    case .erased: "the key of its stream is destroyed"
    case .unavailable(let error): "\(error)"
    }
  }
}
