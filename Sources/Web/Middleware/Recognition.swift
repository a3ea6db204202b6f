import Authentication
import Credentials
import Domain
import Foundation
import Hummingbird
import ReadModels

/// Finds out who makes a request: by a session, or by the personal link in the address.
struct Recognition: Sendable {
  let rights: Rights
  let reception: any Reception
  let areas: [any Area]
  let now: @Sendable () -> Date

  /// Who comes with a session; nil for a stranger, for a file, which is everybody's, and for a program, whose cookie is
  /// not looked at.
  func known(
    _ request: Request, at pattern: String?, noticed: Bool
  ) async throws -> Known? {
    guard !request.uri.path.utf8.starts(with: "/assets/".utf8),
      !rights.isForPrograms(request.method, pattern, at: request.uri.path),
      let token = SessionCookie.token(in: request)
    else { return nil }
    let now = now()
    return try await reception.arrival(
      token, at: now, on: Day(now, in: Reader.netherlands), noticed: noticed)
  }

  /// Who takes part by `link`, where only guests come; nil for nobody.
  func guest(_ link: String?, asking request: Request, at pattern: String?) async throws -> Guest? {
    guard let pattern, rights.access(request.method, pattern: pattern) == .guests,
      let token = link.flatMap({ OneTimeToken($0) })
    else { return nil }
    for area in areas {
      if let guest = try await area.guest(by: token, at: now()) { return guest }
    }
    return nil
  }
}

extension Request {
  /// Whether a page asks for it by itself: that is no sign that somebody is there.
  var isByScript: Bool { headers[.fetchDestination] == "empty" }
}
