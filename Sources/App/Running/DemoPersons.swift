import Domain
import EventSourcing
import Foundation

/// The people to sign in as when trying Koers out: one for each role.
///
/// Their accounts are opened through the same door as everybody's, once.
struct DemoPersons {
  let gateway: any CommandGateway
  let today: Day

  /// One of them.
  struct Member: Sendable {
    let id: PersonID
    let name: Line
    let role: Role

    init?(_ id: String, _ name: String, _ role: Role) {
      guard let id = PersonID(id), let name = try? Line(name) else { return nil }
      self.id = id
      self.name = name
      self.role = role
    }

    var account: AccountID { AccountID(.derived(from: "account/\(id)")) }

    /// Where the role is played: a partner comes for one of the programmes that Koers comes with.
    fileprivate var scope: Grant.Scope {
      switch role.reach {
      case .anywhere, .organisation: .organisation
      case .programme: .programme(id: ProgrammeID(.derived(from: "programme/schoon-schip")))
      }
    }

    /// The line that the program prints: `sign-in programme-manager http://…`.
    func line(at address: String) -> String { "sign-in \(role.word) \(address)" }
  }

  static let cast: [Member] = [
    Member("noor", "Noor Bakker", .programmeManager),
    Member("amina", "Amina Yılmaz", .teamMember),
    Member("daan", "Daan de Vries", .decisionMaker),
    Member("lotte", "Lotte Jansen", .leadership),
    Member("sem", "Sem van Dijk", .inspector),
    Member("yara", "Yara Visser", .analyst),
    Member("pieter", "Pieter Hofman", .partner),
    Member("fatima", "Fatima el Amrani", .privacyOfficer),
    Member("ruben", "Ruben Meijer", .recordsManager),
    Member("iris", "Iris Smits", .administrator),
  ].compactMap { $0 }

  /// Opens every account that is not there yet.
  ///
  /// - Returns: how many events that took, and the position of the last one.
  func load() async throws -> Seeder.Outcome {
    var outcome = Seeder.Outcome()
    for member in Self.cast {
      let profile = Account.Profile(member.name, mail: MailAddress("\(member.id)@koers.example"))
      outcome.add(try await give(.open(member.id, profile, on: today), member, "open"))
      outcome.add(try await give(try grant(member), member, "grant"))
    }
    return outcome
  }

  /// Four eyes would take two administrators, so that one is founded.
  private func grant(_ member: Member) throws -> Account.Command {
    let id = GrantID(.derived(from: "grant/\(member.id)"))
    guard let granter = PersonID(Seeder.actor), member.role != .administrator else {
      return .found(id, on: today)
    }
    return .grant(
      id, Grant(member.role, in: member.scope, Grant.Term(from: today)),
      reason: try Prose("Demonstratie"), by: granter, on: today)
  }

  private func give(
    _ command: Account.Command, _ member: Member, _ name: String
  ) async throws -> Seeder.Outcome {
    let envelope = Envelope(
      command: .derived(from: "command/account/\(member.id)/\(name)"), actor: Seeder.actor)
    do throws(CommandFailure<Account.Refusal>) {
      let receipt = try await gateway.perform(
        Order<Account>(command, on: member.account.identity), in: envelope)
      return Seeder.Outcome(
        events: receipt.isRepeated ? 0 : receipt.eventCount, position: receipt.position)
    } catch {
      throw SeedError.refused(entry: "account/\(member.id)/\(name)", reason: "\(error)")
    }
  }
}

extension Role {
  /// The role as the command line writes it: `programme-manager`.
  var word: String {
    rawValue.unicodeScalars.reduce(into: "") { word, scalar in
      if scalar.properties.isUppercase { word += "-" }
      word += scalar.properties.lowercaseMapping
    }
  }
}
