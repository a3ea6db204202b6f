/// A content on its way in, which nobody finds and no event names until it is kept.
public protocol IncomingContent: Sendable {
  /// Takes what comes next.
  ///
  /// Returns when it has a place, so that who brings it goes no faster than it is taken.
  func add(_ bytes: [UInt8]) async throws(DocumentFailure)

  /// That everything has come.
  func end() async throws(DocumentFailure) -> ReceivedContent

  /// Takes away what came in, also when whoever asks it has been told to give up.
  ///
  /// What has been kept by then stays. Nothing is lost by not asking it, but the room until the store sees to it.
  func discard() async
}

/// A content that came in whole, and may be looked at as often as it takes to know whether it is kept.
public struct ReceivedContent: Sendable {
  public let digest: ContentDigest
  public let byteCount: Int
  private let begin: @Sendable () -> any ContentCursor

  /// - Parameters:
  ///   - digest: what it is known by.
  ///   - byteCount: how many bytes it has.
  ///   - begin: reads it from its first byte on.
  public init(
    _ digest: ContentDigest, byteCount: Int, from begin: @escaping @Sendable () -> any ContentCursor
  ) {
    self.digest = digest
    self.byteCount = byteCount
    self.begin = begin
  }

  /// Reads it from its first byte on.
  public func cursor() -> any ContentCursor { begin() }
}

/// Reads a content once, part by part.
public protocol ContentCursor: Sendable {
  /// The next part, of some hundreds of kilobytes at most; nil after the last.
  ///
  /// Nothing is read before it is asked for.
  func next() async throws(DocumentFailure) -> [UInt8]?
}
