import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import HummingbirdTesting
import ReadModels
import TestStaging
import Testing

@testable import Web

/// That somebody is left who lets people in, and what is seen when nobody is.
@Suite struct LastAdministratorTests {
  @Test func `an administrator closes not the own account, nor revokes the own role`() async throws
  {
    try await DirectorySite.with { site in
      let iris = try await site.signedIn(as: .administrator)
      let account = try await administrator(of: site).account.description
      let page = try await site.site.ask(.get, "/people/\(account)", cookie: iris).text
      #expect(!page.contains("/closing") && !page.contains("/revocation"))
      let closed = try await site.site.ask(
        .post, "/people/\(account)/closing", cookie: iris, headers: [.fetchSite: "same-origin"],
        body: "command=\(Identity.fresh())&reason=Klaar&on=2026-03-02")
      #expect(closed.status == .unprocessableContent)
      #expect(closed.text.contains("U kunt uw eigen account niet sluiten."))
      let revoked = try await site.send(
        "revocation", "&reason=Klaar", about: account, as: iris)
      #expect(revoked.status == .unprocessableContent)
      #expect(try await administrator(of: site).isOpen)
    }
  }

  @Test func `the directory's word counts for the last administrator too, and a warning stands`()
    async throws
  {
    try await DirectorySite.with { site in
      let lotte = try await site.signedIn(as: .leadership)
      let iris = try await site.signedIn(as: .administrator)
      let first = try await administrator(of: site)
      let noor = try await site.join("noor")
      _ = try await site.group("koers-admins", [noor])
      try await site.send("admission", about: noor, as: iris)
      try await site.stage.perform(
        .close(
          reason: try Prose("Uit dienst"), by: .opaque(for: try #require(AccountID(noor))),
          on: Day(TestSite.noon, in: Reader.netherlands)),
        to: Account.self, on: first.account.identity, by: StagedSite.noor.id)
      func isWarned() async throws -> Bool {
        try await site.site.ask(.get, "/people", cookie: lotte).text
          .contains("Er is geen beheerder meer.")
      }
      #expect(try await !isWarned())
      try await site.patch(
        "Users/\(noor)", #"{"op": "replace", "path": "active", "value": false}"#)
      #expect(try await site.person(noor)?.isOpen == false)
      #expect(try await isWarned())
    }
  }

  private func administrator(of site: DirectorySite) async throws -> Person {
    let people = try await site.door.people(on: Day(TestSite.noon, in: Reader.netherlands))
    return try #require(people.first { $0.may(.administer) })
  }
}
