import Authentication
import Credentials
import Domain
import HTTPTypes
import Hummingbird
import ReadModels

/// Signing in by choosing who one is, where things are only tried out.
struct ChoiceOfPersons: Sendable {
  let host: SessionHost

  var routes: [Route] {
    [
      .post("sign-in", for: .everyone, proof: .any, showing: .nothing, choose),
      .get("sign-in/as/:token", for: .everyone, proof: .any, showing: .nothing, follow),
    ]
  }

  /// Everybody, each with a button.
  func list(next: String?, _ visit: Visit) async throws -> HTML {
    try onlyHere(visit)
    let people = try await host.reception.people(on: visit.reader.today)
    return """
      <p class="lead">\(visit.reader.text("sign-in.choice"))</p>
      <ul class="persons">
      \(people.filter(\.isOpen).map { choice($0, next: next, visit.reader) })</ul>
      """
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

  /// Signs in by choice from the list.
  @Sendable func choose(_ visit: Visit) async throws -> Response {
    try onlyHere(visit)
    let body = try await FormBody(visit.request)
    let people = try await host.reception.people(on: visit.reader.today)
    guard let id = body.values["person"]?.first.flatMap({ PersonID($0) }),
      people.contains(where: { $0.id == id && $0.isOpen })
    else { throw Problem(.badRequest, "error.form-unreadable") }
    return try await host.welcome(id, by: .choice, to: body.values["next"]?.first, visit)
  }

  /// Signs in through a link that the program printed at its start.
  @Sendable func follow(_ visit: Visit) async throws -> Response {
    guard let token = visit.parameter("token").flatMap({ OneTimeToken($0) }),
      let person = try await host.reception.visitor(by: token, at: host.now())
    else { throw Problem(.forbidden, "sign-in.link-refused") }
    return try await host.welcome(person, by: .link, to: nil, visit)
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
}
