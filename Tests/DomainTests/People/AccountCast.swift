import Domain
import TestCast

/// Joris's account, and the grants of these tests.
enum Joris {
  static let profile = Account.Profile("Joris Smit", mail: MailAddress("joris@example.org"))
  static let opened = Account.Event.opened(person: joris, profile: profile, on: monday)
  static let inspector = Grant(.inspector, Grant.Term(from: monday))
  static let administrator = Grant(.administrator, Grant.Term(from: monday))
  static let inspecting = Account.Event.granted(
    id: 1, grant: inspector, reason: "Nieuw", by: .person(id: noor), on: monday)
  static let proposed = Account.Event.grantProposed(
    id: 2, grant: administrator, reason: "Vervanging", by: noor, on: monday)
  static let followed = Account.Event.granted(
    id: 3, grant: Grant(.analyst, Grant.Term(from: monday)), reason: nil,
    by: .directory(group: "analisten"), on: monday)
  static let beheerders = Account.GroupRole(.administrator, of: "beheerders", as: 7)
  static let named = Account.Event.grantProposedByGroup(
    id: 7, grant: Grant(.administrator, Grant.Term(from: tuesday)), group: "beheerders",
    on: tuesday)
  static let unnamed = Account.Event.grantRevoked(
    id: 7, reason: nil, by: .directory(group: "beheerders"), on: wednesday)
  static let erasure = Account.Erasure(.noLongerNeeded, "Joris Smit vraagt erom")
  static let requesting = Account.Command.erasure(.request(4, erasure, by: noor), on: wednesday)
  static let left = Account.Event.closed(reason: "Uit dienst", on: tuesday)
  static let requested = Account.Event.erasureRequested(
    id: 4, erasure: erasure, by: noor, on: wednesday)
  static let approved = Account.Event.erasureApproved(id: 4, by: amina, on: wednesday)
  static let hold = Account.Hold("Rechtszaak van Joris Smit", until: wednesday)
  static let proof = Account.ErasureProof(
    destroyedAt: nine, eventCount: 3, readModelCount: 7, signInCount: 2, clearEventCount: 0)
  static let nine = Instant(seconds: 1_772_442_000)
  static let emergency = Account.Emergency(
    "Ongeval op het spoor", from: nine, until: nine.adding(seconds: 3600))
}
