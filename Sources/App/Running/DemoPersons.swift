import Domain
import Web

/// The people to sign in as when trying Koers out: one for each part that people play.
enum DemoPersons {
  static func all(of organisation: Line) -> [Person] {
    let cast: [(id: String, name: String, roles: [Role])] = [
      ("noor", "Noor Bakker", [.programmeManager]),
      ("amina", "Amina Yılmaz", [.teamMember]),
      ("daan", "Daan de Vries", [.decisionMaker]),
      ("lotte", "Lotte Jansen", [.leadership]),
    ]
    return cast.compactMap { member in
      PersonID(member.id).map {
        Person(
          $0, name: member.name, roles: member.roles, organisation: organisation.description)
      }
    }
  }

  /// The line that the program prints for one of them: `sign-in programme-manager http://…`.
  static func line(_ person: Person, at address: String) -> String {
    let roles = person.roles.map(word).joined(separator: "+")
    return "sign-in \(roles) \(address)"
  }

  private static func word(_ role: Role) -> String {
    switch role {
    case .programmeManager: "programme-manager"
    case .teamMember: "team-member"
    case .decisionMaker: "decision-maker"
    case .leadership: "leadership"
    }
  }
}
