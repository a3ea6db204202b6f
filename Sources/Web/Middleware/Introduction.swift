import Authentication
public import Domain
import EventSourcing
public import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ReadModels

/// Finds out who comes in: session, language, moment, and what just happened to them.
///
/// It refuses nothing, so that even the page that says no is in the reader's language; what is wrong with
/// the address is noted, and said behind the error pages.
struct Introduction: RouterMiddleware {
  typealias Context = Arrival

  let house: House
  let recognition: Recognition
  let progress: any EventSourcing.Progress
  let moments: any LogMoments
  let now: @Sendable () -> Date

  static let languageCookie = "__Host-koers-language"
  /// How long a page waits for its reader's own last change.
  static let catchUpBound = Duration.seconds(2)
  /// How many of the last moments are offered to look back to.
  static let momentsOffered = 3

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    var context = context
    let questions = Questions(request.uri.query)
    context.questions = questions?.values ?? [:]
    if questions == nil { context.flaw = Problem(.badRequest, "error.address-unreadable") }

    let asked = context.questions["lang"].flatMap { Language(rawValue: $0) }
    let kept = request.cookies[Self.languageCookie]
      .flatMap { Language(rawValue: String($0.value)) }
    let language = asked ?? kept ?? .dutch

    let today = Day(now(), in: Reader.netherlands)
    var moment = Moment.now
    if let text = context.questions["as-of"], !text.isEmpty {
      if let read = Self.moment(text) {
        moment = read
        // What will be known then, nobody can show yet.
        if case .endOf(let day) = read, day > today {
          moment = .now
          context.flaw = context.flaw ?? Problem(.badRequest, "error.as-of-future")
        }
      } else {
        context.flaw = context.flaw ?? Problem(.badRequest, "error.as-of-unreadable")
      }
    }

    var known = await recognised(request, &context)
    let guest = known == nil ? await guest(request, &context) : nil
    // A guest sees what is asked now.
    if guest != nil { moment = .now }
    let isPage = request.method == .get && !request.uri.path.utf8.starts(with: "/assets/".utf8)
    let notice =
      isPage && !request.isByScript
      ? request.cookies[Notice.cookieName].flatMap { Notice(String($0.value)) } : nil
    var isShown = true
    if let notice, notice.position > 0, known != nil || guest != nil {
      isShown = await progress.reached(notice.position, within: Self.catchUpBound)
      // The change may have been to what its reader may see.
      if known != nil { known = await recognised(request, &context) }
    }
    let lookBack = try? await lookBack(to: moment, as: isPage ? known?.person.viewer : nil)
    if let flaw = lookBack?.flaw {
      moment = .now
      context.flaw = context.flaw ?? flaw
    }
    context.session = known?.session
    // It says whose request it was to who may read the read log, and to nobody else.
    if let session = known?.session.id ?? guest?.link {
      context.logger[metadataKey: "session"] = "\(session)"
    }
    context.reader = Reader(
      language: language, namesLanguage: asked != nil,
      visitor: known.map { .person($0.person) } ?? guest.map { .guest($0) } ?? .stranger,
      people: People(persons: known?.people ?? []), moment: moment, today: today,
      now: Instant(seconds: Int(now().timeIntervalSince1970)),
      here: Link(request.uri.path, questions: context.questions), notice: notice,
      isCatchingUp: !isShown, lastMoments: lookBack?.last ?? [],
      isAmidAppend: lookBack?.isAmidAppend ?? false,
      emergenciesToReview: known?.emergenciesToReview ?? 0, house: house)

    var response = try await next(request, context)
    if let asked, asked != kept {
      response.setCookie(
        Cookie(
          name: Self.languageCookie, value: asked.rawValue, maxAge: 31_536_000, path: "/",
          secure: true, httpOnly: true, sameSite: .lax))
    }
    // Taken away only once it was told, on a page; a redirect on the way keeps it.
    if notice != nil, response.headers[.location] == nil { response.setCookie(Notice.gone) }
    return response
  }

  /// What there is to look back to, and what is wrong with the moment that was asked for.
  private struct LookBackMoments {
    var last: [LogMoment]
    var isAmidAppend = false
    var flaw: Problem?
  }

  /// Nil for who may not look back.
  private func lookBack(
    to moment: Moment, as viewer: Viewer?
  ) async throws -> LookBackMoments? {
    guard let viewer else { return nil }
    var found = LookBackMoments(last: try await moments.last(Self.momentsOffered))
    switch moment {
    case .now, .endOf: break
    case .position(let position):
      let head = found.last.first?.position ?? 0
      if position > head {
        found.flaw = Problem(.badRequest, Phrase("error.as-of-beyond", ["head": .number(head)]))
      } else {
        found.isAmidAppend = try await moments.isAmidAppend(position, as: viewer)
      }
    }
    return found
  }

  /// Who comes with `request`; nil also when nobody could be asked, of which `context` takes note.
  private func recognised(_ request: Request, _ context: inout Arrival) async -> Known? {
    do {
      return try await recognition.known(
        request, at: context.endpointPath, noticed: !request.isByScript)
    } catch {
      shut(&context, error)
      return nil
    }
  }

  /// Who takes part by the personal link in the address; nil also when nobody could be asked.
  private func guest(_ request: Request, _ context: inout Arrival) async -> Guest? {
    do {
      return try await recognition.guest(
        context.parameters.get("link"), asking: request, at: context.endpointPath)
    } catch {
      shut(&context, error)
      return nil
    }
  }

  private func shut(_ context: inout Arrival, _ error: any Error) {
    context.logger.error("Nobody can be recognised", metadata: ["error": "\(error)"])
    context.isDoorShut = true
  }

  /// A day however it is written, or a position of the log.
  static func moment(_ text: String) -> Moment? {
    if let day = Day(text) ?? Day(written: text) { return .endOf(day) }
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let position = Int(text)
    else { return nil }
    return .position(position)
  }
}

/// The questions in an address, decoded as strictly as a form.
struct Questions: Equatable, Sendable {
  let values: [String: String]

  /// Nil when they are not well-formed.
  init?(_ query: String?) {
    guard let query, !query.isEmpty else {
      values = [:]
      return
    }
    guard let body = FormBody(bytes: query.utf8) else { return nil }
    values = body.values.compactMapValues(\.first)
  }
}

extension Link {
  /// The place that `path` names, with the same questions, in the order of their names.
  init(_ path: String, questions: [String: String]) {
    self.init(
      segments: path.utf8.split(separator: UInt8(ascii: "/")).map {
        FormBody.text($0.map { $0 == 0x2B ? 0x20 : $0 }) ?? ""
      })
    query = questions.sorted { $0.key < $1.key }
      .filter { $0.key != "lang" && $0.key != "token" }
      .map { Parameter(name: $0.key, value: $0.value) }
  }
}

extension Day {
  /// The day that `date` is in `zone`.
  public init(_ date: Date, in zone: TimeZone) {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
    let ordinal = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    self = Day(ordinal: ordinal) ?? .last
  }
}
