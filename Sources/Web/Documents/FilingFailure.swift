import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import Logging

/// Why a document that came in was not kept.
enum FilingFailure: Error {
  /// Not as it is.
  case refused(FormProblem)
  /// Not now: the same form may be sent once more.
  case later(Phrase)
  /// Not at all.
  case never(Problem)
}

extension FilingFailure {
  /// The same of the document of that name, for who chose several.
  func naming(_ document: Line) -> FilingFailure {
    switch self {
    case .refused(let found):
      .refused(FormProblem(found.problem.phrase.naming(document), at: found.field))
    case .later, .never: self
    }
  }

  /// That the store would not have a content of `stream`; the operator is told what is amiss.
  init(_ failure: DocumentFailure, of stream: StreamName, _ logger: Logger) {
    let problem = failure.problemOfKeeping(in: stream, logger)
    self = problem.status == .serviceUnavailable ? .later("form.unavailable") : .never(problem)
  }

  /// That nothing could be taken out of a content of `stream`.
  init(_ failure: StrippingFailure, of stream: StreamName, _ logger: Logger) {
    let metadata: Logger.Metadata = ["stream": "\(stream)", "reason": "\(failure)"]
    switch failure {
    case .malformed: self = .refused(FormProblem("document.strip.malformed", at: "strip"))
    case .missing, .failed, .tooSlow:
      logger.error("A document could not be stripped", metadata: metadata)
      self = .refused(FormProblem("document.strip.failed", at: "strip"))
    case .busy: self = .later("document.strip.busy")
    case .store(let failure): self.init(failure, of: stream, logger)
    }
  }
}

extension Visit {
  /// The same form once more, with why its document was not kept.
  ///
  /// - Throws: the problem with a form that is of no use any more.
  func again(
    _ form: Form, after failure: FilingFailure, draw: (Form) async throws -> Page
  ) async throws -> Response {
    switch failure {
    case .refused(let problem):
      var form = form
      form.note(problem)
      return again(try await draw(form))
    case .later(let reason):
      return try await later(form, reason) { form, _ in try await draw(form) }
    case .never(let problem): throw problem
    }
  }
}
