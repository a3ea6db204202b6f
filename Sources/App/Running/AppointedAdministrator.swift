import Domain
import EventSourcing

/// An administrator whom the operator makes, for when none is left who can come in.
struct AppointedAdministrator {
  let name: Line
  /// Why; it stays to be read beside the role.
  let reason: Prose
  let today: Day

  private static let actor = "koers-operator"

  /// Opens an account and makes it an administrator's.
  ///
  /// - Returns: whose it is.
  func open(through gateway: any CommandGateway) async throws -> PersonID {
    let account = AccountID(.fresh())
    let person = PersonID.opaque(for: account)
    for command in [
      .open(person, Account.Profile(name), on: today),
      .appoint(GrantID(.fresh()), reason: reason, on: today),
    ] as [Account.Command] {
      _ = try await gateway.perform(
        Order<Account>(command, on: account.identity),
        in: Envelope(command: .fresh(), actor: Self.actor))
    }
    return person
  }
}
