import EventSourcing
import HTTPTypes
import Logging

extension DocumentFailure {
  /// What somebody is told who asked for the content; the operator is told what is amiss, and of what.
  func problem(asking stream: StreamName, _ logger: Logger) -> Problem {
    switch self {
    case .erased: return Problem(.notFound, "document.erased")
    case .missing, .damaged:
      logger.error("A document does not open", metadata: metadata(of: stream))
      return Problem(.internalServerError, "document.unreadable")
    case .unavailable:
      logger.error("The documents cannot be asked for", metadata: metadata(of: stream))
      return .unavailable
    }
  }

  /// Why `form` is not taken, whose document was to be kept.
  func words(keepingFor stream: StreamName, _ logger: Logger) -> Phrase {
    switch self {
    case .erased: return "document.erased"
    case .missing, .damaged, .unavailable:
      logger.error("A document could not be kept", metadata: metadata(of: stream))
      return "form.unavailable"
    }
  }

  private func metadata(of stream: StreamName) -> Logger.Metadata {
    ["stream": "\(stream)", "reason": "\(self)"]
  }
}
