import HTTPTypes
import Hummingbird

/// The headers that protect a reader, on every answer without exception.
///
/// It stands outside the error pages, so that an answer to a mistake carries them too. What somebody added comes with a
/// content security policy of its own, in which nothing is let in.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = Arrival

  let headers: [(HTTPField.Name, String)]

  /// Headers that let forms lead to this site, and to `provider` when people sign out there too.
  init(alsoTo provider: String? = nil) {
    let policy = Self.contentSecurityPolicy(formsTo: ["'self'", provider].compactMap { $0 })
    headers = [(.contentSecurityPolicy, policy)] + Self.headers
  }

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let ownPolicy = response.headers[.contentSecurityPolicy]
    for (name, value) in headers { response.headers[name] = value }
    if let ownPolicy { response.headers[.contentSecurityPolicy] = ownPolicy }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return request.method == .head ? response.createHeadResponse() : response
  }

  /// No inline script or style, nothing from elsewhere, in nobody's frame.
  private static func contentSecurityPolicy(formsTo destinations: [String]) -> String {
    [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
      "connect-src 'self'", "form-action \(destinations.joined(separator: " "))",
      "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  private static let headers: [(HTTPField.Name, String)] = [
    (.strictTransport, "max-age=31536000; includeSubDomains"),
    (.xContentTypeOptions, "nosniff"),
    (.referrerPolicy, "same-origin"),
    (.openerPolicy, "same-origin"),
    (.resourcePolicy, "same-origin"),
    (
      .permissionsPolicy,
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    (.robots, "noindex, nofollow"),
  ]
}
