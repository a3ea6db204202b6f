/// What takes away what a publication rests on, so that it stops.
extension CaseFile.Dossier {
  /// What stops because of `events`: all that rests on what they take away.
  func stops(by events: [CaseFile.Event]) -> [CaseFile.Event] {
    guard let event = events.first, let cause = stop(by: event) else { return [] }
    return publications.entries
      .filter { $0.value.isUnderway || $0.value.isPublic(on: event.on) }
      // What is dated back took nothing away before the last step.
      .map {
        .publicized(id: $0.key, event: .stopped(cause: cause), on: max(event.on, $0.value.lastOn))
      }
  }

  private func stop(by event: CaseFile.Event) -> Publication.Stop? {
    switch event {
    case .reopened: .caseReopened
    case .reportWithdrawn(let id, _, _):
      reports[id]?.report.kind == .inspectionReport ? .reportWithdrawn : nil
    case .findingWithdrawn(let id, _, _):
      findings[id]?.finding.outcome == .violation ? .violationTakenBack : nil
    case .findingCorrected(let id, let finding, _, _):
      findings[id]?.finding.isViolation(otherwiseThan: finding) == true ? .violationTakenBack : nil
    case .subjectNamed(let other, _): other == subject ? nil : .subjectChanged
    case .enforced(let id, let event, _):
      findings[id]?.enforcement.losesDecision(by: event) == true ? .measureTakenBack : nil
    case .opened, .retitled, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .logged, .logCorrected, .findingAdded, .documentFiled, .documentReplaced,
      .documentRemoved, .reportIssued, .surveyed, .publicized, .kept, .closed:
      nil
    }
  }
}

extension CaseFile.Finding {
  /// Whether it is a violation that `other` is not: none, or one of another article.
  fileprivate func isViolation(otherwiseThan other: CaseFile.Finding) -> Bool {
    outcome == .violation && (other.outcome != .violation || other.legalBasis != legalBasis)
  }
}

extension Enforcement.Dossier {
  /// Whether `event` takes a decision away that stood.
  fileprivate func losesDecision(by event: Enforcement.Event) -> Bool {
    switch event {
    case .withdrawn(let action, _): hasStandingDecision(action)
    case .objectionSettled(let action, let outcome, _):
      outcome.takesDecisionAway && hasStandingDecision(action)
    case .reported, .prosecutionNoted, .placed, .measureChosen, .measureProposed,
      .proposalConfirmed, .proposalDeclined, .intentionAnnounced, .viewReceived, .decided, .sent,
      .tookEffect, .becameIrrevocable, .reinspected, .forfeited, .collectionDecided, .collected,
      .objectionReceived, .ended, .reopened:
      false
    }
  }

  private func hasStandingDecision(_ id: Enforcement.ActionID) -> Bool {
    guard let action = actions[id] else { return false }
    return action.decision != nil && action.isStanding
  }
}
