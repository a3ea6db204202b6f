extension Enforcement.Dossier {
  /// This dossier with what `event` says, which happened on `day`.
  public func after(_ event: Enforcement.Event, on day: Day) -> Enforcement.Dossier {
    var dossier = self
    dossier.apply(event, on: day)
    dossier.lastOn = max(day, lastOn ?? day)
    return dossier
  }

  private mutating func apply(_ event: Enforcement.Event, on day: Day) {
    switch event {
    case .reported(let report): self.report = .init(report, on: day)
    case .prosecutionNoted(let prosecution): apply(prosecution, on: day)
    case .placed(let placement):
      self.placement = .init(placement, on: day)
      choose(nil)
    case .measureChosen(let choice): choose(.init(choice, on: day))
    case .measureProposed(let choice): proposal = .init(choice, on: day)
    case .proposalConfirmed(let person):
      choose(proposal.map { .init($0.value, on: day) }, confirmedBy: person)
    case .proposalDeclined: proposal = nil
    case .intentionAnnounced(let id, let measure, let intention):
      var action = Enforcement.Action(measure)
      action.intention = .init(intention, on: day)
      actions[id] = action
      begun = id
    case .decided(let id, let measure, let decision):
      if actions[id] == nil { begun = id }
      var action = actions[id] ?? Enforcement.Action(measure)
      action.decision = .init(decision, on: day)
      actions[id] = action
    case .ended(let ending, let reason):
      conclusion = .init(.init(ending: ending, reason: reason), on: day)
    case .reopened: conclusion = nil
    case .viewReceived(let id, _), .sent(let id), .tookEffect(let id), .becameIrrevocable(let id),
      .reinspected(let id, _), .forfeited(let id, _), .collectionDecided(let id, _),
      .collected(let id, _), .objectionReceived(let id), .objectionSettled(let id, _, _),
      .withdrawn(let id, _):
      actions[id]?.apply(event, on: day)
    }
  }

  private mutating func choose(
    _ choice: Enforcement.Dated<Enforcement.Choice>?, confirmedBy person: PersonID? = nil
  ) {
    self.choice = choice
    confirmedBy = person
    proposal = nil
    begun = nil
  }
}

extension Enforcement.Action {
  /// What happened to an action that was begun.
  fileprivate mutating func apply(_ event: Enforcement.Event, on day: Day) {
    switch event {
    case .viewReceived(_, let view): self.view = .init(view, on: day)
    case .sent: sentOn = day
    case .tookEffect: effectiveOn = day
    case .becameIrrevocable: irrevocableOn = day
    case .reinspected(_, let reinspection): reinspections.append(.init(reinspection, on: day))
    case .forfeited(_, let forfeiture): forfeitures.append(.init(forfeiture, on: day))
    case .collectionDecided(_, let amount): collectionDecisions.append(.init(amount, on: day))
    case .collected(_, let amount): collections.append(.init(amount, on: day))
    case .objectionReceived: objection = Enforcement.Objection(receivedOn: day)
    case .objectionSettled(_, let outcome, _): objection?.outcome = .init(outcome, on: day)
    case .withdrawn: withdrawnOn = day
    case .reported, .prosecutionNoted, .placed, .measureChosen, .measureProposed,
      .proposalConfirmed, .proposalDeclined, .intentionAnnounced, .decided, .ended, .reopened:
      break
    }
  }
}
