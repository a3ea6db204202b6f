public import EventSourcing

extension Account.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .opened:
      ["person": .pseudonym, "profile": .part(Account.Profile.self), "on": .impersonal]
    case .restated:
      ["profile": .part(Account.Profile.self), "on": .impersonal]
    case .closed, .reopened:
      ["reason": .text, "on": .impersonal]
    case .granted:
      [
        "id": .impersonal,
        "grant": .part(Grant.self),
        "reason": .text,
        "by": .part(Grant.Grantor.self),
        "on": .impersonal,
      ]
    case .grantProposed:
      [
        "id": .impersonal,
        "grant": .part(Grant.self),
        "reason": .text,
        "by": .pseudonym,
        "on": .impersonal,
      ]
    case .grantProposedByGroup:
      [
        "id": .impersonal, "grant": .part(Grant.self), "group": .impersonal, "on": .impersonal,
      ]
    case .grantConfirmed:
      ["id": .impersonal, "by": .pseudonym, "on": .impersonal]
    case .grantDeclined:
      ["id": .impersonal, "reason": .text, "by": .pseudonym, "on": .impersonal]
    case .grantRevoked:
      ["id": .impersonal, "reason": .text, "by": .part(Grant.Grantor.self), "on": .impersonal]
    case .glassBroken:
      ["id": .impersonal, "emergency": .part(Account.Emergency.self), "on": .impersonal]
    case .emergencyReviewed:
      ["id": .impersonal, "finding": .text, "by": .pseudonym, "on": .impersonal]
    case .erasureRequested:
      [
        "id": .impersonal, "erasure": .part(Account.Erasure.self), "by": .pseudonym,
        "on": .impersonal,
      ]
    case .erasureApproved:
      ["id": .impersonal, "by": .pseudonym, "on": .impersonal]
    case .erasureDeclined, .holdLifted:
      ["id": .impersonal, "reason": .text, "by": .pseudonym, "on": .impersonal]
    case .held:
      ["id": .impersonal, "hold": .part(Account.Hold.self), "by": .pseudonym, "on": .impersonal]
    case .erased:
      ["id": .impersonal, "proof": .part(Account.ErasureProof.self), "on": .impersonal]
    case .glassMended:
      ["id": .impersonal, "at": .impersonal, "on": .impersonal]
    }
  }
}
