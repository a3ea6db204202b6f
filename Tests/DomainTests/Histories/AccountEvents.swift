import Domain
import TestCast

/// Every event of an account as the log keeps it, for ever.
extension Golden<Account> {
  static let accounts: [Self] = [
    Golden(
      Joris.opened,
      "account.opened",
      #"""
      {"on":"2026-03-02","person":"joris","profile":{"mail":"joris@example.org","name":"Joris Smit"}}
      """#),
    Golden(
      .restated(profile: Account.Profile("Joris Jansen"), on: monday),
      "account.restated",
      #"""
      {"on":"2026-03-02","profile":{"name":"Joris Jansen"}}
      """#),
    Golden(
      .closed(reason: "Uit dienst", on: monday),
      "account.closed",
      #"""
      {"on":"2026-03-02","reason":"Uit dienst"}
      """#),
    Golden(
      .reopened(reason: "Terug", on: monday),
      "account.reopened",
      #"""
      {"on":"2026-03-02","reason":"Terug"}
      """#),
    Golden(
      Joris.inspecting,
      "account.granted",
      #"""
      {"by":{"person":{"id":"noor"}},"grant":{"role":"inspector","scope":{"organisation":{}},\#
      "term":{"start":"2026-03-02"}},"id":"00000000-0000-7000-8000-000000000001",\#
      "on":"2026-03-02","reason":"Nieuw"}
      """#),
    Golden(
      .granted(
        id: 1,
        grant: Grant(.partner, in: .programme(id: 7), Grant.Term(from: monday, until: tuesday)),
        reason: nil, by: .directory(group: "partners"), on: monday),
      "account.granted",
      #"""
      {"by":{"directory":{"group":"partners"}},"grant":{"role":"partner","scope":{"programme":{\#
      "id":"00000000-0000-7000-8000-000000000007"}},"term":{"end":"2026-03-03",\#
      "start":"2026-03-02"}},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .granted(
        id: 1, grant: Grant(.inspector, in: .caseType(name: "taxi"), Grant.Term(from: monday)),
        reason: nil, by: .founding, on: monday),
      "account.granted",
      #"""
      {"by":{"founding":{}},"grant":{"role":"inspector","scope":{"caseType":{"name":"taxi"}},\#
      "term":{"start":"2026-03-02"}},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .granted(
        id: 1, grant: Joris.administrator, reason: "Iedereen weg", by: .operator, on: monday),
      "account.granted",
      #"""
      {"by":{"operator":{}},"grant":{"role":"administrator","scope":{"organisation":{}},"term":{\#
      "start":"2026-03-02"}},"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02",\#
      "reason":"Iedereen weg"}
      """#),
    Golden(
      Joris.proposed,
      "account.grantProposed",
      #"""
      {"by":"noor","grant":{"role":"administrator","scope":{"organisation":{}},"term":{\#
      "start":"2026-03-02"}},"id":"00000000-0000-7000-8000-000000000002","on":"2026-03-02",\#
      "reason":"Vervanging"}
      """#),
    Golden(
      Joris.named,
      "account.grantProposedByGroup",
      #"""
      {"grant":{"role":"administrator","scope":{"organisation":{}},"term":{"start":"2026-03-03"}},\#
      "group":"beheerders","id":"00000000-0000-7000-8000-000000000007","on":"2026-03-03"}
      """#),
    Golden(
      .grantConfirmed(id: 2, by: amina, on: tuesday),
      "account.grantConfirmed",
      #"""
      {"by":"amina","id":"00000000-0000-7000-8000-000000000002","on":"2026-03-03"}
      """#),
    Golden(
      .grantDeclined(id: 2, reason: "Niet nodig", by: amina, on: tuesday),
      "account.grantDeclined",
      #"""
      {"by":"amina","id":"00000000-0000-7000-8000-000000000002","on":"2026-03-03",\#
      "reason":"Niet nodig"}
      """#),
    Golden(
      .grantRevoked(id: 1, reason: "Andere baan", by: .person(id: noor), on: tuesday),
      "account.grantRevoked",
      #"""
      {"by":{"person":{"id":"noor"}},"id":"00000000-0000-7000-8000-000000000001",\#
      "on":"2026-03-03","reason":"Andere baan"}
      """#),
    Golden(
      .glassBroken(id: 1, emergency: Joris.emergency, on: monday),
      "account.glassBroken",
      #"""
      {"emergency":{"from":1772442000,"reason":"Ongeval op het spoor","until":1772445600},\#
      "id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .glassMended(id: 1, at: Joris.nine, on: monday),
      "account.glassMended",
      #"""
      {"at":1772442000,"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02"}
      """#),
    Golden(
      .emergencyReviewed(id: 1, finding: "Terecht", by: amina, on: tuesday),
      "account.emergencyReviewed",
      #"""
      {"by":"amina","finding":"Terecht","id":"00000000-0000-7000-8000-000000000001",\#
      "on":"2026-03-03"}
      """#),
    Golden(
      Joris.requested,
      "account.erasureRequested",
      #"""
      {"by":"noor","erasure":{"ground":"noLongerNeeded","reason":"Joris Smit vraagt erom"},\#
      "id":"00000000-0000-7000-8000-000000000004","on":"2026-03-04"}
      """#),
    Golden(
      Joris.approved,
      "account.erasureApproved",
      #"""
      {"by":"amina","id":"00000000-0000-7000-8000-000000000004","on":"2026-03-04"}
      """#),
    Golden(
      .erasureDeclined(id: 4, reason: "Nog niet", by: amina, on: wednesday),
      "account.erasureDeclined",
      #"""
      {"by":"amina","id":"00000000-0000-7000-8000-000000000004","on":"2026-03-04",\#
      "reason":"Nog niet"}
      """#),
    Golden(
      .held(id: 5, hold: Joris.hold, by: amina, on: monday),
      "account.held",
      #"""
      {"by":"amina","hold":{"reason":"Rechtszaak van Joris Smit","until":"2026-03-04"},\#
      "id":"00000000-0000-7000-8000-000000000005","on":"2026-03-02"}
      """#),
    Golden(
      .holdLifted(id: 5, reason: "Uitspraak", by: amina, on: tuesday),
      "account.holdLifted",
      #"""
      {"by":"amina","id":"00000000-0000-7000-8000-000000000005","on":"2026-03-03",\#
      "reason":"Uitspraak"}
      """#),
    Golden(
      .erased(id: 4, proof: Joris.proof, on: wednesday),
      "account.erased",
      #"""
      {"id":"00000000-0000-7000-8000-000000000004","on":"2026-03-04","proof":{\#
      "clearEventCount":0,"destroyedAt":1772442000,"eventCount":3,"readModelCount":7,\#
      "signInCount":2}}
      """#),
  ]
}
