public import Domain
import EventSourcing

/// A group of the organisation's directory and the role that it gives.
public struct GroupRule: Hashable, Sendable {
  public let group: Line
  public let role: Role

  public init(_ group: Line, gives role: Role) {
    self.group = group
    self.role = role
  }
}

/// The accounts that follow the organisation's directory: the same way when the directory tells of somebody and when a
/// provider does at sign-in.
struct FollowingAccounts: Sendable {
  let commands: any CommandGateway
  /// Which roles come with which groups.
  let rules: [GroupRule]
  /// The process that records what follows.
  let actor: String

  typealias Failure = CommandFailure<Account.Refusal>

  /// The account is closed, whatever the directory says.
  struct Closed: Error {}

  /// Opens the account of `person`, or restates it, and grants and revokes what its groups say.
  ///
  /// - Throws: `Closed`, or why it cannot follow.
  /// - Returns: the position from which on that shows.
  func follow(
    _ person: PersonID, as profile: Account.Profile, in groups: [String], on today: Day
  ) async throws -> Int {
    do {
      try await open(person, as: profile, on: today)
      _ = try await perform(.restate(profile, on: today), on: person)
      return try await perform(.follow(roles(in: groups), on: today), on: person).position
    } catch Failure.refused(.closed), Failure.refused(.erasureRequested),
      Failure.refused(.erasureApproved), Failure.refused(.erased)
    {
      throw Closed()
    }
  }

  /// Opens the account of `person`, when there is none.
  func open(
    _ person: PersonID, as profile: Account.Profile, on today: Day
  ) async throws {
    do {
      _ = try await perform(.open(person, profile, on: today), on: person)
    } catch Failure.refused(.alreadyOpened), Failure.refused(.erasureApproved),
      Failure.refused(.erased)
    {
      return
    }
  }

  /// Closes the account of `person`, when it is open.
  func letGo(_ person: PersonID, because reason: Prose, on today: Day) async throws -> Int {
    do {
      return try await perform(.letGo(reason: reason, on: today), on: person).position
    } catch Failure.refused(.closed), Failure.refused(.notOpened),
      Failure.refused(.erasureApproved), Failure.refused(.erased)
    {
      return 0
    }
  }

  /// Opens the account of `person` again, when it is closed.
  func reopen(_ person: PersonID, because reason: Prose, on today: Day) async throws {
    do {
      _ = try await perform(.reopen(reason: reason, on: today), on: person)
    } catch Failure.refused(.notClosed), Failure.refused(.notOpened),
      Failure.refused(.erasureRequested), Failure.refused(.erasureApproved),
      Failure.refused(.erased)
    {
      return
    }
  }

  /// A name is compared byte for byte; a group without a role gives nothing.
  private func roles(in named: [String]) -> [Account.GroupRole] {
    rules.filter { rule in
      named.contains { $0.utf8.elementsEqual(rule.group.description.utf8) }
    }.map { Account.GroupRole($0.role, of: $0.group, as: GrantID(.fresh())) }
  }

  private func perform(
    _ command: Account.Command, on person: PersonID
  ) async throws -> Receipt {
    guard let account = person.account else { throw Closed() }
    return try await commands.perform(
      Order<Account>(command, on: account.identity),
      in: Envelope(command: .fresh(), actor: actor))
  }
}
