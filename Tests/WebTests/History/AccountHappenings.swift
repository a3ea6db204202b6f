import Domain
import EventSourcing

@testable import Web

extension Happenings {
  /// Somebody joins, is granted roles, takes emergency access, leaves and comes back.
  func joined() throws -> [LogEvent] {
    let day = try day(2)
    let (noor, amina) = (try person("noor"), try person("amina"))
    let profile = Account.Profile(try line("joris"), mail: MailAddress("joris@example.org"))
    func grant(_ role: Role, in scope: Grant.Scope = .organisation) throws -> Grant {
      Grant(role, in: scope, Grant.Term(from: day, until: try self.day(9)))
    }
    let nine = Instant(seconds: 1_772_442_000)
    let events: [Account.Event] = [
      .opened(person: try person("joris"), profile: profile, on: day),
      .restated(profile: Account.Profile(try line("joris smit")), on: day),
      .granted(
        id: id(1), grant: try grant(.partner, in: .programme(id: id(2))),
        reason: try prose("samen"), by: .person(id: noor), on: day),
      .granted(
        id: id(2), grant: try grant(.inspector, in: .caseType(name: try line("taxi"))),
        reason: nil, by: .directory(group: try line("inspecteurs")), on: day),
      .granted(id: id(3), grant: try grant(.administrator), reason: nil, by: .founding, on: day),
      .granted(
        id: id(10), grant: try grant(.administrator), reason: try prose("iedereen weg"),
        by: .operator, on: day),
      .grantProposed(
        id: id(4), grant: try grant(.administrator), reason: try prose("vervanging"), by: noor,
        on: day),
      .grantConfirmed(id: id(4), by: amina, on: day),
      .grantProposed(
        id: id(5), grant: try grant(.administrator), reason: try prose("nog een"), by: noor,
        on: day),
      .grantDeclined(id: id(5), reason: try prose("niet nodig"), by: amina, on: day),
      .grantProposedByGroup(
        id: id(9), grant: try grant(.administrator), group: try line("beheerders"), on: day),
      .grantRevoked(
        id: id(9), reason: nil, by: .directory(group: try line("beheerders")), on: day),
      .grantRevoked(
        id: id(1), reason: try prose("klaar"), by: .person(id: noor), on: day),
      .grantRevoked(
        id: id(2), reason: nil, by: .directory(group: try line("inspecteurs")), on: day),
      .glassBroken(
        id: id(1),
        emergency: Account.Emergency(
          try prose("ongeval"), from: nine, until: nine.adding(seconds: 3600)), on: day),
      .glassMended(id: id(1), at: nine.adding(seconds: 60), on: day),
      .emergencyReviewed(id: id(1), finding: try prose("terecht"), by: amina, on: day),
      .closed(reason: try prose("uit dienst"), on: day),
      .reopened(reason: try prose("terug"), on: day),
      .closed(reason: try prose("weer weg"), on: day),
      .held(
        id: id(6), hold: Account.Hold(try prose("rechtszaak"), until: try self.day(9)), by: amina,
        on: day),
      .holdLifted(id: id(6), reason: try prose("uitspraak"), by: amina, on: day),
      .erasureRequested(
        id: id(7), erasure: Account.Erasure(.objection, try prose("verzoek")), by: noor, on: day),
      .erasureDeclined(id: id(7), reason: try prose("nog niet"), by: amina, on: day),
      .erasureRequested(
        id: id(8), erasure: Account.Erasure(.objection, try prose("verzoek")), by: noor, on: day),
      .erasureApproved(id: id(8), by: amina, on: day),
      .erased(
        id: id(8),
        proof: Account.ErasureProof(
          destroyedAt: nine, eventCount: 4, readModelCount: 6, signInCount: 2,
          clearEventCount: 0), on: day),
    ]
    return events.map(LogEvent.account)
  }
}
