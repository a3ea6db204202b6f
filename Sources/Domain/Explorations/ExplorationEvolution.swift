extension Exploration.Dossier {
  /// The state to which `event` leads from one with this dossier.
  func after(_ event: Exploration.Event, was state: Exploration.State) -> Exploration.State {
    var dossier = self
    dossier.apply(event)
    switch event {
    case .opened, .proposalWithdrawn, .decisionRejected, .reopened: return .open(dossier)
    case .decisionProposed(let id, _, _): return .proposed(dossier, id)
    case .decisionAdopted(let id, _, _): return .decided(dossier, id)
    case .retitled, .reclassified, .sectionRewritten, .partyAdded, .partyRevised, .partyRemoved,
      .findingRecorded, .findingWithdrawn, .argumentPut, .argumentWithdrawn:
      return dossier.standing(as: state)
    }
  }

  private func standing(as state: Exploration.State) -> Exploration.State {
    switch state {
    case .unopened, .open: .open(self)
    case .proposed(_, let id): .proposed(self, id)
    case .decided(_, let id): .decided(self, id)
    }
  }

  private mutating func apply(_ event: Exploration.Event) {
    switch event {
    case .opened: break
    case .reopened(_, _, let day): openSince = day
    case .retitled(let title, _): self.title = title
    case .reclassified(let origin, _): self.origin = origin
    case .sectionRewritten(let section, let text, _): sections[section] = text
    case .partyAdded(let id, let party, _), .partyRevised(let id, let party, _):
      parties[id] = party
    case .partyRemoved(let id, _, _): parties[id] = nil
    case .findingRecorded(let id, let finding, _): findings[id] = finding
    case .findingWithdrawn(let id, _, _): findings[id] = nil
    case .argumentPut(let id, let argument, _): arguments[id] = argument
    case .argumentWithdrawn(let id, _, _): arguments[id] = nil
    case .decisionProposed(let id, let proposal, let day):
      decisions[id] = Exploration.Decision(proposal: proposal, proposedOn: day)
    case .proposalWithdrawn(let id, _, let reason, let day):
      decisions[id]?.fate = .withdrawn(reason: reason, on: day)
      openSince = day
    case .decisionAdopted(let id, let ruling, let day):
      decisions[id]?.fate = .adopted(ruling, on: day)
    case .decisionRejected(let id, let ruling, let day):
      decisions[id]?.fate = .rejected(ruling, on: day)
      openSince = day
    }
  }
}

extension Exploration.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .opened(_, _, _, let day), .retitled(_, let day), .reclassified(_, let day),
      .sectionRewritten(_, _, let day), .partyAdded(_, _, let day), .partyRevised(_, _, let day),
      .partyRemoved(_, _, let day), .findingRecorded(_, _, let day),
      .findingWithdrawn(_, _, let day), .argumentPut(_, _, let day),
      .argumentWithdrawn(_, _, let day), .decisionProposed(_, _, let day),
      .proposalWithdrawn(_, _, _, let day), .decisionAdopted(_, _, let day),
      .decisionRejected(_, _, let day), .reopened(_, _, let day):
      day
    }
  }
}
