extension SupervisedEntity {
  /// What one has to do with another, as seen from the one whose relation it is.
  public struct Relation: Hashable, Codable, Sendable {
    /// Which tie it is.
    public enum Kind: String, CaseIterable, Codable, Sendable {
      case operates
      case owns
      case worksFor
      case locatedAt
      case partOf
    }

    public let kind: Kind
    public let other: EntityID

    public init(_ kind: Kind, _ other: EntityID) {
      self.kind = kind
      self.other = other
    }
  }
}

extension SupervisedEntity.Relation.Kind {
  /// Whether it can tie one of kind `one` to one of kind `other`.
  public func ties(_ one: SupervisedEntity.Kind, to other: SupervisedEntity.Kind) -> Bool {
    switch self {
    case .operates: one.isParty && other.isThing
    case .owns: one.isParty && other != .person
    case .worksFor: one == .person && other == .organisation
    case .locatedAt: other.isPlace && one != other
    case .partOf: one == other && one != .person
    }
  }
}

extension SupervisedEntity.Kind {
  /// Whether it can act.
  fileprivate var isParty: Bool {
    switch self {
    case .organisation, .person: true
    case .location, .ship, .vehicle, .site: false
    }
  }

  /// Whether somebody can run it.
  fileprivate var isThing: Bool {
    switch self {
    case .ship, .vehicle, .site: true
    case .organisation, .person, .location: false
    }
  }

  /// Whether others can be there.
  fileprivate var isPlace: Bool {
    switch self {
    case .location, .site: true
    case .organisation, .person, .ship, .vehicle: false
    }
  }
}
