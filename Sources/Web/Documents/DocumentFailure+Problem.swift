import EventSourcing
import HTTPTypes
import Logging

extension DocumentFailure {
  /// What somebody is told whose content was to be kept in `stream`.
  func problemOfKeeping(in stream: StreamName, _ logger: Logger) -> Problem {
    switch self {
    case .erased: Problem(.gone, "document.not-kept")
    case .missing, .damaged, .unavailable: problem(with: stream, logger)
    }
  }

  /// What somebody is told who has to do with a content of `stream`; the operator is told what is amiss.
  func problem(with stream: StreamName, _ logger: Logger) -> Problem {
    let metadata: Logger.Metadata = ["stream": "\(stream)", "reason": "\(self)"]
    switch self {
    case .erased: return Problem(.notFound, "document.erased")
    case .missing, .damaged:
      logger.error("A document does not open", metadata: metadata)
      return Problem(.internalServerError, "document.unreadable")
    case .unavailable:
      logger.error("The store of documents does not answer", metadata: metadata)
      return .unavailable
    }
  }
}
