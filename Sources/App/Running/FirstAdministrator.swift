import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import ReadModels

/// The first administrator, without whom nobody could be let in: the account is opened at the first start, and a link to
/// choose its password is printed at every start until an administrator has one.
struct FirstAdministrator {
  let door: Door
  let accounts: LocalAccounts
  let today: Day

  private static let id = "p-first-administrator"

  /// Opens the account and makes it an administrator's, unless there is an administrator.
  ///
  /// - Returns: how many events that took, and the position of the last one.
  func open(through gateway: any CommandGateway) async throws -> Seeder.Outcome {
    guard try await administrators().isEmpty, let person = PersonID(Self.id) else {
      return Seeder.Outcome()
    }
    let profile = Account.Profile(try Line("Beheerder"))
    var outcome = try await perform(.open(person, profile, on: today), "open", gateway)
    let grant = GrantID(.derived(from: "grant/\(Self.id)"))
    outcome.add(try await perform(.found(grant, on: today), "found", gateway))
    return outcome
  }

  private func perform(
    _ command: Account.Command, _ name: String, _ gateway: any CommandGateway
  ) async throws -> Seeder.Outcome {
    let envelope = Envelope(
      command: .derived(from: "command/account/\(Self.id)/\(name)"), actor: Seeder.actor)
    let account = Identity.derived(from: "account/\(Self.id)")
    do throws(CommandFailure<Account.Refusal>) {
      let receipt = try await gateway.perform(Order<Account>(command, on: account), in: envelope)
      return Seeder.Outcome(
        events: receipt.isRepeated ? 0 : receipt.eventCount, position: receipt.position)
    } catch {
      throw SeedError.refused(entry: "account/\(Self.id)/\(name)", reason: "\(error)")
    }
  }

  /// Whether anybody is left who lets people in.
  func isAdministered() async throws -> Bool { try await !administrators().isEmpty }

  /// What is in a new link for the first administrator; nil as soon as an administrator can sign in with a password, and
  /// when the first is one no more: what is printed lets nobody in as somebody else.
  func invitation(at now: Date) async throws -> OneTimeToken? {
    let administrators = try await administrators()
    for administrator in administrators {
      if try await accounts.standing(of: administrator.id).hasPassword { return nil }
    }
    guard let first = administrators.first(where: { $0.id == PersonID(Self.id) }) else {
      return nil
    }
    return try await door.link(for: first.id, to: .invitation, at: now)
  }

  private func administrators() async throws -> [Person] {
    try await door.people(on: today).filter { $0.may(.administer) }
  }
}
