import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever is thrown behind it into a page in the reader's language; for the directory, which reads no pages, into
/// what its protocol says.
struct ErrorPages: RouterMiddleware {
  typealias Context = Arrival

  let rights: Rights

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = problem(error, request, context)
      note(problem, context)
      if DirectoryArea.isAddress(request.uri.path) { return DirectoryAnswer.no(problem) }
      let visit = try context.visit(request)
      return Self.answer(problem, visit, id: context.id)
    }
  }

  private func problem(
    _ error: any Error, _ request: Request, _ context: Arrival
  ) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case is CancellationError: return .unavailable
    case let error as any HTTPResponseError:
      guard error.status == .notFound else { return Problem(error.status) }
      let methods = rights.methods(at: request.uri.path)
      return methods.isEmpty || methods.contains(request.method)
        ? .notFound : Problem(allowing: methods)
    case _:
      context.logger.error("A request failed", metadata: ["error": "\(error)"])
      return Problem(.internalServerError)
    }
  }

  /// Tells the operator what was refused, and why: who tries what they may not does so more than once.
  private func note(_ problem: Problem, _ context: Arrival) {
    guard problem.status.kind == .clientError else { return }
    context.logger.log(
      level: problem.status == .notFound ? .debug : .notice, "A request was refused",
      metadata: [
        "route": "\(context.endpointPath ?? "-")", "status": "\(problem.status.code)",
        "reason": "\(problem.explanation?.key ?? "-")",
      ])
  }

  static func answer(_ problem: Problem, _ visit: Visit, id: String) -> Response {
    var response = visit.show(
      page(problem, id: id, for: visit.reader), status: problem.status)
    if let seconds = problem.retryAfterSeconds { response.headers[.retryAfter] = "\(seconds)" }
    if !problem.allowed.isEmpty {
      response.headers[.allow] = problem.allowed.map(\.rawValue).joined(separator: ", ")
    }
    return response
  }

  /// What happened, whose doing it was, and what one can do now.
  static func page(_ problem: Problem, id: String, for reader: Reader) -> Page {
    let words =
      problem.status == .notFound && reader.looksBack
      ? Words.notThen : Words(problem.status)
    return Page(
      reader.text(words.title), width: .read,
      body: """
        <p class="lead">\(reader.text(problem.explanation ?? words.explanation))</p>
        <p>\(reader.text(words.advice))</p>
        \(problem.status == .forbidden || problem.status == .notFound
          ? EmergencyBanner.offer(for: reader) : .nothing)
        <p><a class="button button-secondary" href="\(reader.to(Site.home))">\
        \(reader.text("error.home"))</a></p>
        <p class="muted">\(reader.text("error.reference", ["id": .text(id)]))</p>
        """)
  }

  /// What a status says to a person.
  private struct Words {
    let title: Phrase
    let explanation: Phrase
    let advice: Phrase

    /// What was not there yet, or never was.
    static let notThen = Words(
      "error.404.not-then-title", "error.404.not-then", "error.advice-address")

    init(_ status: HTTPResponse.Status) {
      switch status.code {
      case 400: self.init("error.400.title", "error.400.text", "error.advice-back")
      case 401: self.init("error.401.title", "error.401.text", "error.advice-sign-in")
      case 403: self.init("error.403.title", "error.403.text", "error.advice-rights")
      case 404: self.init("error.404.title", "error.404.text", "error.advice-address")
      case 405: self.init("error.405.title", "error.405.text", "error.advice-back")
      case 409: self.init("error.409.title", "error.409.text", "error.advice-reload")
      case 410: self.init("error.410.title", "error.410.text", "error.advice-address")
      case 413: self.init("error.413.title", "error.413.text", "error.advice-shorter")
      case 415: self.init("error.415.title", "error.415.text", "error.advice-back")
      case 422: self.init("error.422.title", "error.422.text", "error.advice-back")
      case 429: self.init("error.429.title", "error.429.text", "error.advice-later")
      case 503: self.init("error.503.title", "error.503.text", "error.advice-later")
      case 400..<500: self.init("error.400.title", "error.400.text", "error.advice-back")
      case _: self.init("error.500.title", "error.500.text", "error.advice-report")
      }
    }

    private init(_ title: Phrase, _ explanation: Phrase, _ advice: Phrase) {
      self.title = title
      self.explanation = explanation
      self.advice = advice
    }
  }
}
