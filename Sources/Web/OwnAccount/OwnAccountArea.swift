import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import ReadModels

/// What somebody sees and changes of the own account: sessions, password, codes and passkeys.
struct OwnAccountArea: Area {
  let accounts: LocalAccounts?
  let host: SessionHost

  var routes: [Route] {
    [
      .get("account", for: .signedIn, proof: .any, showing: .nothing, show),
      .post(
        "account/sessions/:session/end", for: .signedIn, proof: .fresh, showing: .nothing,
        endSession),
      .post("account/sessions/end", for: .signedIn, proof: .fresh, showing: .nothing, endOthers),
    ] + (accounts.map { OwnSecrets(accounts: $0, host: host).routes } ?? [])
  }

  @Sendable private func show(_ visit: Visit) async throws -> Response {
    let person = try visit.person()
    let page = OwnAccountPage(
      person: person,
      sessions: try await host.reception.sessions(of: person.id, at: host.now()),
      current: visit.session?.id, lacksFactor: visit.lacksFactor,
      secrets: try await secrets(of: person.id))
    return visit.show(page.page(for: visit.reader))
  }

  private func secrets(of person: PersonID) async throws -> OwnAccountPage.Secrets? {
    guard let accounts else { return nil }
    return OwnAccountPage.Secrets(
      standing: try await accounts.standing(of: person),
      passkeys: try await accounts.namedPasskeys(of: person),
      offersPasskeys: accounts.relyingParty != nil)
  }

  @Sendable private func endSession(_ visit: Visit) async throws -> Response {
    let id: Identity = try visit.parameter("session")
    try await host.reception.end(id, of: try visit.person().id)
    return visit.go(to: Site.ownAccount)
  }

  /// Ends every session but the one that asks.
  @Sendable private func endOthers(_ visit: Visit) async throws -> Response {
    let person = try visit.person().id
    for session in try await host.reception.sessions(of: person, at: host.now())
    where session.id != visit.session?.id {
      try await host.reception.end(session.id, of: person)
    }
    return visit.go(to: Site.ownAccount)
  }
}
