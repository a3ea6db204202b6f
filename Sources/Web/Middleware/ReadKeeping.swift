import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ReadModels
import Reads

/// Keeps a line in the read log for every page that a marked route shows, or refuses, to somebody who is signed in or who
/// takes part by a personal link.
///
/// A page goes out after its line was taken, and one about people after it is on disk. What leads elsewhere shows
/// nothing; what was changed is an event.
struct ReadKeeping: RouterMiddleware {
  typealias Context = Arrival

  let rights: Rights
  let log: any ReadLog
  let now: @Sendable () -> Date

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    guard let pattern = context.endpointPath,
      let entry = rights.entry(request.method, pattern: pattern), entry.disclosure.kind != nil
    else { return try await next(request, context) }
    let visit = try context.visit(request)
    let response: Response
    do {
      response = try await next(request, context)
    } catch let problem as Problem {
      try await keep(problem.status, of: visit, entry)
      throw problem
    }
    if response.status.kind != .redirection { try await keep(response.status, of: visit, entry) }
    return response
  }

  private func keep(
    _ status: HTTPResponse.Status, of visit: Visit, _ entry: Rights.Entry
  ) async throws {
    guard let who = Who(visit), let marked = entry.disclosure.kind else { return }
    let subject = Self.subject(of: visit)
    let kind = marked == .view && subject == nil && visit.isSearch ? .search : marked
    let right = entry.access.right
    let emergency = who.emergency(right, at: Self.place(of: visit), on: visit.reader.here)
    let read = Read(
      at: now(), organisation: who.organisation, person: who.person, session: who.session,
      kind: kind, route: entry.written, subject: subject, right: right, emergency: emergency,
      asOf: Self.asOf(visit.reader.moment), status: status.code, rowCount: visit.rows.count)
    do throws(ReadLogFailure) {
      try await log.keep(read, entry.disclosure.assurance(isEmergency: emergency != nil))
    } catch {
      visit.logger.error(
        "A page is not shown, for there is no line of it", metadata: ["reason": "\(error)"])
      throw Problem.unavailable
    }
  }

  /// Who sees some programmes by a role sees the others by emergency access.
  private static func place(of visit: Visit) -> Authority.Place {
    visit.parameter("programme").flatMap { ProgrammeID($0) }.map { .programme($0) }
      ?? .organisation
  }

  /// What the address names, by a part of it or by a question.
  private static func subject(of visit: Visit) -> Read.Subject? {
    for kind in Read.Subject.Kind.allCases {
      if let text = visit.parameter(kind.rawValue), let identity = Identity(text) {
        return Read.Subject(kind, identity)
      }
    }
    if let seat = visit.reader.visitor.guest?.seat {
      return Read.Subject(.programme, seat.programme.identity)
    }
    if let subject = visit.query("subject").flatMap({ Read.Subject($0) }) { return subject }
    let person = visit.query("person").flatMap { PersonID($0) }
    return visit.reader.people.persons.first { $0.id == person }
      .map { Read.Subject(.account, $0.account.identity) }
  }

  private static func asOf(_ moment: Moment) -> String? {
    switch moment {
    case .now: nil
    case .position(let position): String(position)
    case .endOf(let day): day.description
    }
  }
}

/// Whose line it is.
private struct Who {
  let organisation: String
  let person: PersonID
  /// The session, or the personal link.
  let session: Identity
  private let authority: Authority

  /// Nil for a stranger.
  init?(_ visit: Visit) {
    switch visit.reader.visitor {
    case .stranger: return nil
    case .person(let person):
      guard let id = visit.session?.id else { return nil }
      (organisation, self.person, session) = (person.organisation, person.id, id)
      authority = person.authority
    case .guest(let guest):
      (organisation, person, session) = (guest.organisation, guest.id, guest.link)
      authority = Authority([])
    }
  }

  /// The emergency access that may be why something is seen there; nil when there is another reason.
  ///
  /// It alone gives the right, or the page tells of cases or of whom they are about, among which are those that but for it
  /// only their handlers might see.
  func emergency(_ right: Right, at place: Authority.Place, on page: Link) -> EmergencyID? {
    let tellsOfCases = ["cases", "entities"].contains(page.segments.first)
    guard authority.isEmergency(right, at: place) || tellsOfCases else { return nil }
    return authority.emergency?.id
  }
}
