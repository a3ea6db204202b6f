extension Programme {
  /// What can happen to a member of the team.
  public enum MemberEvent: Equatable, Sendable {
    case joined(role: Line)
    case left
  }

  /// What may be asked about the team.
  public enum TeamCommand: Equatable, Sendable {
    /// Joins, or takes another role.
    case join(PersonID, role: Line)
    case leave(PersonID)
  }

  /// Who works on the programme, each in a role.
  public struct Team: Equatable, Sendable {
    public internal(set) var members = Register<PersonID, Line>()
  }
}

extension Programme.Team {
  func decide(
    _ command: Programme.TeamCommand, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .join(let person, let role):
      return members[person] == role ? [] : [.memberJoined(person: person, role: role, on: day)]
    case .leave(let person):
      guard members[person] != nil else { throw .notInTeam(person) }
      return [.memberLeft(person: person, on: day)]
    }
  }
}
