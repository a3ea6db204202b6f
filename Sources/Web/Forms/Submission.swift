import Authentication
public import Domain
public import EventSourcing
import HTTPTypes
public import Hummingbird
import Logging
import ReadModels

/// That others changed something between the drawing of a form and its coming in.
public struct Conflict: Hashable, Sendable {
  /// What was changed.
  public let stream: StreamName
  /// The version the writer of the form was looking at.
  public let seen: Int
  /// The version it has now; the form to draw already carries it.
  public let actual: Int
}

/// Carrying out what a form asks, and answering whatever comes of it.
extension Visit {
  /// Refuses what is sent by who looks back: nothing is done in the past, nor to what was not there yet.
  ///
  /// - Throws: 400.
  func checkIsNow() throws(Problem) {
    guard !reader.looksBack else { throw Problem(.badRequest, Phrase("error.looking-back")) }
  }

  /// The form that came in.
  ///
  /// - Throws: 400, 413 or 415 when there is no form in the request that could be one of ours.
  public func form() async throws -> Form {
    try Form(try await FormBody(request), in: reader.language, on: reader.today)
  }

  /// The form that came in with a file, of at most `bytesMax` bytes together.
  ///
  /// - Throws: 400, 413 or 415 when there is no form in the request that could be one of ours.
  func form(withFileUpTo bytesMax: Int) async throws -> Form {
    try Form(
      try await FormBody(withFilesOf: request, atMost: bytesMax), in: reader.language,
      on: reader.today)
  }

  /// Carries out `order` and sends the browser on to `next`; draws the form again when it could not be.
  ///
  /// - Parameters:
  ///   - order: what the form asks.
  ///   - form: where it came from; its command identity makes sending it twice harmless.
  ///   - commands: the door through which state changes.
  ///   - next: where the change is to be seen.
  ///   - explaining: the sentence for a refusal, and the field it concerns.
  ///   - taken: the sentence for a name that another holds.
  ///   - draw: the page with the form, and with the conflict when others were first.
  /// - Returns: 303 to `next`; the page again with 422, 409 when others were first or the form was
  ///   sent before with something else in it, or 503 when it has to
  ///   be sent once more.
  /// - Throws: what `draw` throws, 401 to a stranger, and 403 when whoever is there may not give the command,
  ///   though the address let them in.
  public func submit<D: Decider>(
    _ order: Order<D>, from form: Form, through commands: any CommandGateway, then next: Link,
    explaining: (D.Refusal) -> FormProblem,
    taken: (Claim) -> FormProblem = { _ in FormProblem(Phrase("form.taken")) },
    draw: (Form, Conflict?) async throws -> Page
  ) async throws -> Response where D.Command: Entitled {
    try checkRight(to: order.command, on: order.stream)
    let envelope = try envelope(of: form)
    do throws(CommandFailure<D.Refusal>) {
      let receipt = try await commands.perform(order, in: envelope)
      return go(to: next, after: receipt, of: form.command)
    } catch {
      return try await again(
        form, after: error, explaining: explaining, taken: taken, draw: draw)
    }
  }

  /// Carries out two orders, both or neither, and otherwise does what the one above does.
  public func submit<First: Decider, Second: Decider>(
    _ first: Order<First>, _ second: Order<Second>, from form: Form,
    through commands: any CommandGateway, then next: Link,
    explaining: (EitherRefusal<First.Refusal, Second.Refusal>) -> FormProblem,
    taken: (Claim) -> FormProblem = { _ in FormProblem(Phrase("form.taken")) },
    draw: (Form, Conflict?) async throws -> Page
  ) async throws -> Response where First.Command: Entitled, Second.Command: Entitled {
    try checkRight(to: first.command, on: first.stream)
    try checkRight(to: second.command, on: second.stream)
    let envelope = try envelope(of: form)
    do throws(CommandFailure<EitherRefusal<First.Refusal, Second.Refusal>>) {
      let receipt = try await commands.perform(first, second, in: envelope)
      return go(to: next, after: receipt, of: form.command)
    } catch {
      return try await again(
        form, after: error, explaining: explaining, taken: taken, draw: draw)
    }
  }

  /// Carries out `orders` one after the other, each a command of its own that is known by the form's and its number:
  /// sent again, it goes on where it stopped.
  ///
  /// What the rules refuse is passed over; any other failure ends it.
  /// - Returns: the receipt of the last one that was carried out, and the last failure.
  /// - Throws: 401 when nobody has signed in, and 403 when whoever has may not give the command.
  func submit<D: Decider>(
    each orders: [NumberedOrder<D>], from form: Form, through commands: any CommandGateway
  ) async throws(Problem) -> (receipt: Receipt?, failure: CommandFailure<D.Refusal>?)
  where D.Command: Entitled {
    var (receipt, failure): (Receipt?, CommandFailure<D.Refusal>?)
    for numbered in orders {
      try checkRight(to: numbered.order.command, on: numbered.order.stream)
      let envelope = Envelope(
        command: form.command.numbered(numbered.number), actor: try actor().description,
        correlation: form.command, content: Array(request.uri.path.utf8) + [0] + numbered.content)
      do throws(CommandFailure<D.Refusal>) {
        receipt = try await commands.perform(numbered.order, in: envelope)
      } catch {
        failure = error
        guard case .refused = error else { break }
      }
    }
    return (receipt, failure)
  }

  private func checkRight(to command: some Entitled, on stream: StreamName) throws(Problem) {
    let may =
      switch reader.visitor {
      case .stranger: throw Problem(.unauthorized)
      case .person(let person): person.may(command.right, at: .of(stream, for: command.right))
      case .guest(let guest): guest.may(give: command, on: stream)
      }
    guard may else { throw Problem(.forbidden) }
  }

  private func envelope(of form: Form) throws(Problem) -> Envelope {
    Envelope(
      command: form.command, actor: try actor().description,
      content: form.content(sentTo: request.uri.path))
  }

  /// The answer to a form with problems: the same form, with what is wrong.
  public func again(_ page: Page) -> Response {
    logger.info("A form was sent back")
    return show(page, status: .unprocessableContent)
  }

  private func again<Refusal: Error>(
    _ form: Form, after failure: CommandFailure<Refusal>,
    explaining: (Refusal) -> FormProblem, taken: (Claim) -> FormProblem,
    draw: (Form, Conflict?) async throws -> Page
  ) async throws -> Response {
    var form = form
    switch failure {
    case .refused(let refusal): form.note(explaining(refusal))
    case .taken(let claim): form.note(taken(claim))
    case .outdated(let stream, let seen, let actual):
      let conflict = Conflict(stream: stream, seen: seen, actual: actual)
      return show(try await draw(form.renewed(at: actual), conflict), status: .conflict)
    case .reused:
      // A new command, so that whoever looked at what was saved can still send it.
      var renewed = form.renewed(at: form.version)
      renewed.note(FormProblem(Phrase("form.reused")))
      return show(try await draw(renewed, nil), status: .conflict)
    case .contended, .busy: return try await later(form, Phrase("form.busy"), draw)
    case .outcomeUnknown: return try await later(form, Phrase("form.outcome-unknown"), draw)
    case .unavailable(let error):
      logger.error("The store is unavailable", metadata: ["error": "\(error)"])
      return try await later(form, Phrase("form.unavailable"), draw)
    }
    return again(try await draw(form, nil))
  }

  /// The same form with the same command, to send once more; when even the page cannot be drawn, the
  /// page that says so.
  func later(
    _ form: Form, _ reason: Phrase, _ draw: (Form, Conflict?) async throws -> Page
  ) async throws -> Response {
    var form = form
    form.note(FormProblem(reason))
    let page: Page
    do {
      page = try await draw(form, nil)
    } catch {
      logger.error("The page could not be drawn either", metadata: ["error": "\(error)"])
      throw Problem.unavailable
    }
    var response = show(page, status: .serviceUnavailable)
    response.headers[.retryAfter] = "5"
    return response
  }
}

/// One of the orders that a form gives together, by its number in the form.
struct NumberedOrder<D: Decider>: Sendable {
  let number: Int
  let order: Order<D>
  /// What is asked, in bytes that are the same each time it is sent.
  let content: [UInt8]
}
