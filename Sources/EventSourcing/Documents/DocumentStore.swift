/// Keeps the contents of documents, which events name by their digest and do not hold.
///
/// A content belongs to a stream, as the events do that name it: who destroys the stream's key destroys it too.
public protocol DocumentStore: Sendable {
  /// Keeps `content` for `stream`.
  ///
  /// When this returns it is on disk, so that an event that names it can be recorded. What is kept twice lies there once.
  ///
  /// - Throws: `.erased` when the key of the stream is destroyed; `.unavailable` when it is not known whether it was kept,
  ///   after which keeping it again does no harm.
  func keep(
    _ content: [UInt8], of stream: StreamName
  ) async throws(DocumentFailure) -> ContentDigest

  /// The content that was kept for `stream` under `digest`, whole and as it came.
  ///
  /// - Throws: why there is none to give; never a part of it.
  func content(
    _ digest: ContentDigest, of stream: StreamName
  ) async throws(DocumentFailure) -> [UInt8]
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
