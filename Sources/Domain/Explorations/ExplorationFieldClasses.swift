public import EventSourcing

extension Exploration.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .opened:
      ["title": .text, "origin": .impersonal, "organisation": .impersonal, "on": .impersonal]
    case .retitled:
      ["title": .text, "on": .impersonal]
    case .reclassified:
      ["origin": .impersonal, "on": .impersonal]
    case .sectionRewritten:
      ["section": .impersonal, "text": .text, "on": .impersonal]
    case .partyAdded, .partyRevised:
      ["id": .impersonal, "party": .part(Exploration.Party.self), "on": .impersonal]
    case .partyRemoved, .findingWithdrawn, .argumentWithdrawn:
      ["id": .impersonal, "reason": .text, "on": .impersonal]
    case .findingRecorded:
      ["id": .impersonal, "finding": .part(Exploration.Finding.self), "on": .impersonal]
    case .argumentPut:
      ["id": .impersonal, "argument": .part(Exploration.Argument.self), "on": .impersonal]
    case .decisionProposed:
      ["id": .impersonal, "proposal": .part(Exploration.Proposal.self), "on": .impersonal]
    case .proposalWithdrawn:
      ["id": .impersonal, "by": .pseudonym, "reason": .text, "on": .impersonal]
    case .decisionAdopted, .decisionRejected:
      ["id": .impersonal, "ruling": .part(Exploration.Ruling.self), "on": .impersonal]
    case .reopened:
      ["by": .pseudonym, "reason": .text, "on": .impersonal]
    }
  }
}
