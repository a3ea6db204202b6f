import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// One line for each request, with what an operator needs and nothing about who asked what.
///
/// The route's pattern is logged instead of the address, so that no identity and no question of anybody's
/// gets into the logs.
struct AccessLog: RouterMiddleware {
  typealias Context = Arrival

  let clock = ContinuousClock()

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    let start = clock.now
    var response = try await next(request, context)
    let milliseconds = (clock.now - start) / .milliseconds(1)
    response.headers[Self.requestID] = context.id
    context.logger.info(
      "request",
      metadata: [
        "method": "\(Self.known(request.method))",
        "route": "\(context.endpointPath ?? "-")",
        "status": "\(response.status.code)",
        "milliseconds": "\(Int(milliseconds.rounded()))",
      ])
    return response
  }

  static let requestID = HTTPField.Name.requestID

  /// A method is whatever the sender wrote, so only those that we know are logged as such.
  private static func known(_ method: HTTPRequest.Method) -> String {
    let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
    return known.contains(method) ? method.rawValue : "other"
  }
}

extension HTTPField.Name {
  static let requestID = Self.named("X-Request-Id")
  static let strictTransport = Self.named("Strict-Transport-Security")
  static let referrerPolicy = Self.named("Referrer-Policy")
  static let openerPolicy = Self.named("Cross-Origin-Opener-Policy")
  static let resourcePolicy = Self.named("Cross-Origin-Resource-Policy")
  static let permissionsPolicy = Self.named("Permissions-Policy")
  static let robots = Self.named("X-Robots-Tag")
  static let fetchSite = Self.named("Sec-Fetch-Site")
  static let fetchDestination = Self.named("Sec-Fetch-Dest")
  static let accelBuffering = Self.named("X-Accel-Buffering")
  static let clearSiteData = Self.named("Clear-Site-Data")
  static let forwardedFor = Self.named("X-Forwarded-For")

  /// A name that is written here, and so is one.
  private static func named(_ name: StaticString) -> HTTPField.Name {
    guard let name = HTTPField.Name(name.description) else {
      preconditionFailure("\(name) is not the name of a header")
    }
    return name
  }
}
