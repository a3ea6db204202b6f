import Authentication
import Foundation
import HTTPTypes
import Hummingbird
import ReadModels

/// Turns away who asks for more than the limit, once it is known who asks and before anything else is looked up.
///
/// Files of the design cost nothing, and whoever watches over the site must always get an answer.
struct RequestLimiting: RouterMiddleware {
  typealias Context = Arrival

  let limit: any RequestLimit
  let areas: [any Area]
  let now: @Sendable () -> Date

  private static let exempt = ["/assets/", "/health/"]

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    guard !Self.exempt.contains(where: { path.utf8.starts(with: $0.utf8) }) else {
      return try await next(request, context)
    }
    let visit = try context.visit(request)
    if let seconds = await limit.wait(of: requester(request, visit), at: now()) {
      throw Problem(.tooManyRequests, retryAfterSeconds: seconds)
    }
    return try await next(request, context)
  }

  private func requester(_ request: Request, _ visit: Visit) -> Requester {
    if let person = visit.reader.visitor.person { return .person(person.id) }
    return areas.lazy.compactMap { $0.requester(request) }.first ?? .address(visit.address)
  }
}
