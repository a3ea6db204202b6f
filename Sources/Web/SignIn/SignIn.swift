import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// How people sign in.
public enum SignIn: Sendable {
  /// Nobody can.
  case off
  /// By choosing who one is: for trying things out on one's own machine, never where others can come.
  case choice([Person])

  var persons: [Person] {
    switch self {
    case .off: []
    case .choice(let persons): persons
    }
  }

  func person(_ id: PersonID) -> Person? { persons.first { $0.id == id } }
}

/// Signing in by choosing who one is, and signing out.
struct SignInPages: Area {
  let signIn: SignIn
  let seal: SessionSeal
  let now: @Sendable () -> Date

  var routes: [Route] {
    let out = Route.post("sign-out", for: .everyone, signOut)
    switch signIn {
    case .off: return [out, .get("sign-in", for: .everyone, tellThatNobodyCan)]
    case .choice:
      return [
        out,
        .get("sign-in", for: .everyone, show),
        .get("sign-in/:person", for: .everyone, follow),
        .post("sign-in", for: .everyone, choose),
      ]
    }
  }

  @Sendable func show(_ visit: Visit) throws -> Response {
    try onlyHere(visit)
    return visit.show(page(next: visit.query("next"), for: visit.reader))
  }

  /// What is typed as it stands.
  private func code(_ typed: String) -> HTML { "<code>\(typed)</code>" }

  /// Says that nobody can sign in, and what whoever runs the program does about it.
  @Sendable func tellThatNobodyCan(_ visit: Visit) -> Response {
    let reader = visit.reader
    return visit.show(
      Page(
        reader.text("sign-in.off-title"), width: .read,
        body: """
          <p class="lead">\(reader.text("sign-in.off"))</p>
          <h2>\(reader.text("sign-in.off-operator-title"))</h2>
          <p>\(reader.html("sign-in.off-operator", ["option": code("--demo"), "command": code("koers serve")]))</p>
          """))
  }

  private func page(next: String?, for reader: Reader) -> Page {
    let title = reader.text("sign-in.title")
    return Page(
      title, width: .read,
      body: """
        <p class="lead">\(reader.text("sign-in.choice"))</p>
        <ul class="persons">
        \(signIn.persons.map { choice($0, next: next, reader) })</ul>
        """)
  }

  private func choice(_ person: Person, next: String?, _ reader: Reader) -> HTML {
    let roles = person.roles.map { HTML(reader.text($0.name)) }.joined(separator: ", ")
    return """
      <li><form method="post" action="\(reader.toNow(Site.signIn))">\
      <input type="hidden" name="person" value="\(person.id)">\
      \(next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">" })\
      <button class="person">\(Icon.person)<span><strong>\(person.name)</strong>\
      <span>\(roles)</span></span></button></form></li>

      """
  }

  /// Signs in through a link that the program printed at its start.
  @Sendable func follow(_ visit: Visit) throws -> Response {
    let id: PersonID = try visit.parameter("person")
    guard let person = signIn.person(id), let token = visit.query("token"),
      seal.isToken(token, for: id)
    else { throw Problem(.forbidden, "sign-in.link-refused") }
    return signedIn(person, visit, next: nil)
  }

  /// Signs in by choice from the list.
  @Sendable func choose(_ visit: Visit) async throws -> Response {
    try onlyHere(visit)
    let body = try await FormBody(visit.request)
    guard
      let person = body.values["person"]?.first.flatMap({ PersonID($0) })
        .flatMap({ signIn.person($0) })
    else { throw Problem(.badRequest, "error.form-unreadable") }
    return signedIn(person, visit, next: body.values["next"]?.first)
  }

  /// Choosing who one is, is for this machine alone: who asks by another name comes through a proxy.
  private func onlyHere(_ visit: Visit) throws(Problem) {
    let host = visit.request.head.authority.flatMap { authority in
      authority.utf8.split(separator: UInt8(ascii: ":")).first.map { String(Substring($0)) }
    }
    guard ["localhost", "127.0.0.1", "[", nil].contains(host) else {
      throw Problem(.forbidden, "sign-in.only-here")
    }
  }

  private func signedIn(_ person: Person, _ visit: Visit, next: String?) -> Response {
    let seconds = Int(now().timeIntervalSince1970)
    var response = visit.go(to: Site.home)
    if let next, Destination.isPath(next) { response.headers[.location] = next }
    response.setCookie(
      SessionCookie.cookie(
        seal.sealed(Session(person: person.id, signedInAt: seconds, seenAt: seconds))))
    response.setCookie(Notice(.signedIn).cookie)
    return response
  }

  @Sendable func signOut(_ visit: Visit) -> Response {
    var response = visit.go(to: Site.signIn)
    response.setCookie(SessionCookie.gone)
    response.setCookie(Notice(.signedOut).cookie)
    return response
  }
}

/// The cookie that holds the session.
enum SessionCookie {
  /// The prefix makes a browser refuse it from another host, another path or without TLS.
  static let name = "__Host-koers"

  static func cookie(_ value: String) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: Session.secondsMax, path: "/", secure: true,
      httpOnly: true, sameSite: .lax)
  }

  static let gone = Cookie(
    name: name, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true, sameSite: .lax)
}
