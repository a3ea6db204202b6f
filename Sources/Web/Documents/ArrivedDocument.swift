import Domain
import EventSourcing

/// A file that came in with a form, as it waits to be kept or refused.
struct ArrivedDocument: Sendable {
  /// What it is called where it came from, composed as every text is.
  let name: String
  let byteCount: Int
  /// Nil for one that is not taken.
  let kind: FiledDocument.Kind?
  /// Where it waits, or why it could not be taken in; nil for one that is larger than it may be, or one too many.
  let content: Result<ReceivedContent, DocumentFailure>?
}
