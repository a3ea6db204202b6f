import Domain
import EventSourcing
import TestCast
import Testing

/// Who acts without an account.
struct GuestIdentifierTests {
  @Test func `a guest has an identifier that no account has`() throws {
    let id = try #require(Identity("0190a1b2-0000-7000-8000-0000000000ff"))
    let guest = PersonID.guest(ParticipantID(id))
    #expect(guest.description == "guest-0190a1b2-0000-7000-8000-0000000000ff")
    #expect(guest.isGuest && guest.account == nil)
    #expect(!PersonID.opaque(for: AccountID(id)).isGuest)
    let named: PersonID = "guest-noor"
    #expect(!named.isGuest)
  }
}
