public import Authentication
public import ReadModels

/// Who is asking.
public enum Visitor: Hashable, Sendable {
  /// Somebody who has not signed in.
  case stranger
  case person(Person)
  /// Somebody without an account, by the personal link in the address.
  case guest(Guest)

  public var person: Person? {
    switch self {
    case .stranger, .guest: nil
    case .person(let person): person
    }
  }

  public var guest: Guest? {
    switch self {
    case .stranger, .person: nil
    case .guest(let guest): guest
    }
  }
}
