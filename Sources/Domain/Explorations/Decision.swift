extension Exploration.Dossier {
  func propose(
    _ proposal: Exploration.Proposal, as id: DecisionID, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard decisions[id] == nil else { throw .identifierInUse }
    guard missing.isEmpty else { throw .incomplete(missing) }
    guard day >= openSince else { throw .proposedBeforeOpened(on: openSince) }
    try check(proposal.outcome, decidedOn: day)
    return [.decisionProposed(id: id, proposal: proposal, on: day)]
  }

  func withdraw(
    _ id: DecisionID, by: PersonID, _ reason: Prose, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    if let proposedOn = decisions[id]?.proposedOn, day < proposedOn {
      throw .withdrawnBeforeProposed(on: proposedOn)
    }
    return [.proposalWithdrawn(id: id, by: by, reason: reason, on: day)]
  }

  func decide(
    _ verdict: Exploration.Verdict, _ ruling: Exploration.Ruling, on id: DecisionID, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    guard let decision = decisions[id] else { throw .notProposed }
    guard ruling.by != decision.proposal.by else { throw .proposerCannotDecide(ruling.by) }
    guard day >= decision.proposedOn else {
      throw .decidedBeforeProposed(on: decision.proposedOn)
    }
    switch verdict {
    case .adopt:
      try check(decision.proposal.outcome, decidedOn: day)
      return [.decisionAdopted(id: id, ruling: ruling, on: day)]
    case .reject: return [.decisionRejected(id: id, ruling: ruling, on: day)]
    }
  }

  func reopen(
    _ id: DecisionID, by: PersonID, _ reason: Prose, on day: Day
  ) throws(Exploration.Refusal) -> [Exploration.Event] {
    if let decidedOn = decisions[id]?.adoptedOn, day < decidedOn {
      throw .reopenedBeforeDecided(on: decidedOn)
    }
    return [.reopened(by: by, reason: reason, on: day)]
  }

  private func check(
    _ outcome: Exploration.Outcome, decidedOn day: Day
  ) throws(Exploration.Refusal) {
    switch outcome {
    case .noAction(let lookAgainOn):
      guard lookAgainOn > day else { throw .lookAgainNotAfter(day) }
    case .programme, .project, .lineActivity, .signal: break
    }
  }
}

extension Exploration.Decision {
  /// The day on which it was adopted; nil when it was not.
  public var adoptedOn: Day? {
    switch fate {
    case .adopted(_, let day): day
    case .pending, .withdrawn, .rejected: nil
    }
  }
}
