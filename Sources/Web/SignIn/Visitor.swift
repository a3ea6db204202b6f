public import Domain
public import ReadModels

/// Who is asking.
public enum Visitor: Hashable, Sendable {
  /// Somebody who has not signed in.
  case stranger
  case person(Person)

  public var person: Person? {
    switch self {
    case .stranger: nil
    case .person(let person): person
    }
  }
}

/// Somebody who may sign in, with the parts they play, which decide what they may do.
public struct Person: Hashable, Sendable {
  public let id: PersonID
  public let name: String
  /// In the order in which they are shown.
  public let roles: [Role]
  /// The organisation whose work the person sees.
  public let organisation: String
  /// The highest confidentiality the person may see; 0 is for everyone in the organisation.
  public let clearance: Int

  public init(
    _ id: PersonID, name: String, roles: [Role], organisation: String, clearance: Int = 0
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.organisation = organisation
    self.clearance = clearance
  }

  /// Whether one of the parts this person plays has the right.
  public func may(_ right: Right) -> Bool { roles.contains { $0.may(right) } }
}

extension Person {
  /// What the read models must know to show this person what they may see.
  public var viewer: Viewer { Viewer(id, of: organisation, clearance: clearance) }
}
