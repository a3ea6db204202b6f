import Authentication
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ReadModels

/// Holds every request against the table of rights.
///
/// What the table does not name is not let in.
struct Admission: RouterMiddleware {
  typealias Context = Arrival

  let rights: Rights
  let now: @Sendable () -> Date

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    guard let pattern = context.endpointPath, pattern != "NotFound" else {
      return try await next(request, context)
    }
    guard let entry = rights.entry(request.method, pattern: pattern) else {
      throw Problem(.forbidden)
    }
    let visit = try context.visit(request)
    let programme = visit.parameter("programme").flatMap { ProgrammeID($0) }
    guard !entry.access.admits(visit.reader.visitor, in: programme) else {
      if let flaw = context.flaw { throw flaw }
      guard entry.isOwnAffair || !visit.lacksFactor else {
        return try await askFactor(visit, at: pattern)
      }
      let isProven = entry.proof.isGiven(by: visit.session, at: now())
      return try await isProven ? next(request, context) : askWho(visit, at: pattern)
    }
    switch visit.reader.visitor {
    // Nobody scores for somebody else.
    case .person where entry.access == .guests: throw Problem(.forbidden, "take-part.signed-in")
    case .person, .guest: throw Problem(.forbidden)
    case .stranger where context.isDoorShut: throw Problem.unavailable
    case .stranger where entry.access == .guests:
      return DeadLinkPage.answer(visit, at: entry.written)
    case .stranger: return try await askWho(visit, at: pattern)
    }
  }

  /// Leads to the sign-in and back; what was sent is kept on the way.
  private func askWho(_ visit: Visit, at pattern: String) async throws -> Response {
    note("a sign-in, or one that is minutes old", visit, at: pattern)
    return try await [.get, .head].contains(visit.request.method)
      ? signIn(visit) : SignedOutPage.answer(visit)
  }

  /// Leads to where a second factor is set up, and says so there; what was sent is kept.
  private func askFactor(_ visit: Visit, at pattern: String) async throws -> Response {
    note("a second factor", visit, at: pattern)
    return try await [.get, .head].contains(visit.request.method)
      ? visit.go(to: Site.ownAccount) : SignedOutPage.answer(visit)
  }

  /// Tells the operator's log what was asked for before a page was shown.
  private func note(_ asked: String, _ visit: Visit, at pattern: String) {
    visit.logger.notice(
      "Something more was asked for",
      metadata: ["route": "\(pattern)", "asked": "\(asked)"])
  }

  /// The way to the page through the sign-in.
  private func signIn(_ visit: Visit) -> Response {
    visit.go(to: Site.signIn.with("next", visit.reader.to(visit.reader.here).address))
  }
}
