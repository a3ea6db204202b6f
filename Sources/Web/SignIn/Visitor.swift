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
