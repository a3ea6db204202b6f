/// What may be done about the keeping of a case, and when.
extension CaseFile.Dossier {
  /// Refuses everything about a case on whose destruction two people agreed.
  func checkKept(for command: CaseFile.Command) throws(CaseFile.Refusal) {
    // That has its own word for it, and says when it was carried out.
    if case .keeping = command { return }
    switch retention.stage {
    case .kept, .proposed: return
    case .approved, .destroyed: throw .retention(.destroyed)
    }
  }

  func decide(
    _ command: Retention.Command, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    do throws(Retention.Refusal) {
      return [.kept(event: try keep(command, on: day), on: day)]
    } catch {
      throw .retention(error)
    }
  }

  private func keep(
    _ command: Retention.Command, on day: Day
  ) throws(Retention.Refusal) -> Retention.Event {
    if case .complete(let statement) = command {
      guard retention.stage == .approved else { throw .notApproved }
      return .destroyed(statement: statement)
    }
    switch retention.stage {
    case .kept, .proposed: break
    case .approved, .destroyed: throw .destroyed
    }
    switch command {
    case .hold(let reason):
      guard !retention.isHeld else { throw .onHold }
      return .held(reason: reason)
    case .liftHold(let reason):
      guard retention.isHeld else { throw .notOnHold }
      return .holdLifted(reason: reason)
    case .propose(let schedule, let by):
      guard retention.stage == .kept else { throw .alreadyProposed }
      return .destructionProposed(term: try termOver(under: schedule, on: day), by: by)
    case .approve(let by):
      guard retention.stage == .proposed else { throw .notProposed }
      guard by != retention.proposedBy else { throw .sameEyes }
      guard !retention.isHeld else { throw .onHold }
      guard !hasPublication(on: day) else { throw .stillPublic }
      return .destructionApproved(by: by)
    case .decline(let reason, let by):
      guard retention.stage == .proposed else { throw .notProposed }
      return .destructionDeclined(reason: reason, by: by)
    case .complete: throw .notApproved
    }
  }

  /// The term of the case, which is over and which nothing extends.
  private func termOver(
    under schedule: RetentionSchedule, on day: Day
  ) throws(Retention.Refusal) -> Retention.Term {
    guard let closedOn, let outcome else { throw .notClosed }
    let term = schedule.term(after: outcome.result, on: closedOn)
    guard day > term.until else { throw .notOver(until: term.until) }
    guard !retention.isHeld else { throw .onHold }
    guard !hasPublication(on: day) else { throw .stillPublic }
    return term
  }
}

extension Retention.Dossier {
  mutating func apply(_ event: Retention.Event) {
    switch event {
    case .held: isHeld = true
    case .holdLifted: isHeld = false
    case .destructionProposed(_, let by): (stage, proposedBy) = (.proposed, by)
    case .destructionApproved: stage = .approved
    case .destructionDeclined: (stage, proposedBy) = (.kept, nil)
    case .destroyed: stage = .destroyed
    }
  }

  /// What goes on again is not destroyed.
  mutating func reopen() { (stage, proposedBy) = (.kept, nil) }
}
