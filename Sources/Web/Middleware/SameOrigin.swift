import HTTPTypes
import Hummingbird

/// Lets a change in only from a page of this site.
///
/// A browser says where a request comes from in `Sec-Fetch-Site`; an older one in `Origin`. A request that
/// says neither is refused: a SameSite cookie alone still comes along from another port or a sister host.
struct SameOrigin: RouterMiddleware {
  typealias Context = Arrival

  /// The scheme and host under which people reach the site; nil takes the host they asked for.
  let origin: String?
  /// Which addresses programs post to, which have no pages of ours.
  let rights: Rights

  func handle(
    _ request: Request, context: Arrival, next: (Request, Arrival) async throws -> Response
  ) async throws -> Response {
    let isSafe = [.get, .head, .options].contains(request.method)
    guard isSafe || isOurs(request) || isForPrograms(request, context) else {
      throw Problem(.forbidden, "error.foreign-form")
    }
    return try await next(request, context)
  }

  /// Programs bring no cookie that counts, so that no browser can be made to speak for somebody there; what such an
  /// address does not answer to, it says itself.
  private func isForPrograms(_ request: Request, _ context: Arrival) -> Bool {
    rights.isForPrograms(request.method, context.endpointPath, at: request.uri.path)
  }

  private func isOurs(_ request: Request) -> Bool {
    if let site = request.headers[.fetchSite] { return site == "same-origin" }
    guard let sender = request.headers[.origin] else { return false }
    if let origin { return sender == origin }
    guard let host = request.head.authority, !host.isEmpty else { return false }
    return sender == "https://\(host)" || sender == "http://\(host)"
  }
}
