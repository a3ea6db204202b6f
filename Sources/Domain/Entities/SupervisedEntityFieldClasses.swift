public import EventSourcing

extension SupervisedEntity.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .registered:
      [
        "kind": .impersonal, "particulars": .part(SupervisedEntity.Particulars.self),
        "on": .impersonal,
      ]
    case .revised:
      [
        "particulars": .part(SupervisedEntity.Particulars.self),
        "dropped": .each(.part(RegistrationNumber.self)), "reason": .text, "on": .impersonal,
      ]
    case .aliasAdded:
      ["id": .impersonal, "alias": .part(SupervisedEntity.Alias.self), "on": .impersonal]
    case .aliasRemoved, .relationEnded: ["id": .impersonal, "on": .impersonal]
    case .related:
      ["id": .impersonal, "relation": .part(SupervisedEntity.Relation.self), "on": .impersonal]
    case .merged: ["into": .pseudonym, "reason": .text, "on": .impersonal]
    case .mergeUndone: ["reason": .text, "on": .impersonal]
    case .absorbed, .released: ["entity": .pseudonym, "on": .impersonal]
    case .agencyNoted:
      ["id": .impersonal, "visit": .part(SupervisedEntity.AgencyVisit.self), "on": .impersonal]
    case .agencyNoteWithdrawn: ["id": .impersonal, "reason": .text, "on": .impersonal]
    }
  }
}

extension RegistrationNumber: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "register": .impersonal, "number": .personal(.identifier),
  ]
}

extension SupervisedEntity.Particulars: ClassifiedPart {
  /// Of whatever kind it is, the name may be a person's: of a firm called after its owner as well.
  public static let fieldClasses: FieldClasses = [
    "name": .personal(.name), "numbers": .each(.part(RegistrationNumber.self)),
    "sector": .text, "chainRole": .text, "address": .part(Address.self),
    "coordinates": .personal(.place), "notes": .text,
  ]
}

extension SupervisedEntity.Alias: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["name": .personal(.name), "note": .text]
}

extension SupervisedEntity.Relation: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["kind": .impersonal, "other": .pseudonym]
}

extension SupervisedEntity.AgencyVisit: ClassifiedPart {
  public static let fieldClasses: FieldClasses = ["agency": .text, "visitedOn": .impersonal]
}
