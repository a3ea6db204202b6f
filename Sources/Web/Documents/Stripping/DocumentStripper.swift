public import Domain
public import EventSourcing

/// Takes out of documents of some kinds what their makers' programs wrote about them: title, author, programs, moments.
public protocol DocumentStripper: Sendable {
  /// The kinds of which it can do so here; none while a program that it needs is not there.
  var kinds: [FiledDocument.Kind] { get }

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
