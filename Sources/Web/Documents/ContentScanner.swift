public import EventSourcing

/// Looks for what does harm in a content that came in.
public protocol ContentScanner: Sendable {
  /// What there is to say of `content`.
  ///
  /// - Throws: why there is nothing to say, which is never a yes.
  func verdict(on content: ReceivedContent) async throws(ScanningFailure) -> ScanVerdict
}

/// What a scanner found.
public enum ScanVerdict: Equatable, Sendable {
  case clean
  /// Something that does harm, by the name that the scanner has for it.
  case harmful(String)
}

/// Why a content was not scanned.
public struct ScanningFailure: Error, Equatable, CustomStringConvertible {
  /// For the operator.
  public let description: String

  public init(_ description: String) { self.description = description }
}
