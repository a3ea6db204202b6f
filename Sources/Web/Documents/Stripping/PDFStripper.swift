public import EventSourcing

/// Takes out of a PDF what its maker wrote about it: title, author, programs, moments.
public protocol PDFStripper: Sendable {
  /// Whether there are programs that do it.
  var isThere: Bool { get }

  /// Writes what is left of `content` into `rest`.
  func strip(
    _ content: ReceivedContent, into rest: any IncomingContent
  ) async throws(StrippingFailure)
}

/// Why nothing was taken out of a content.
public enum StrippingFailure: Error, Sendable {
  /// It is not made as its kind is.
  case malformed
  /// There is no program that does it.
  case missing
  /// As many run as may.
  case busy
  /// It took longer than it may.
  case tooSlow
  /// What the program said, for the operator.
  case failed(String)
  /// What came in could not be read, or what is left not be written.
  case store(DocumentFailure)
}
