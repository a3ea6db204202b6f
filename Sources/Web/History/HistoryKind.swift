import Domain

/// What an event is about, to leaf through a history by.
enum HistoryKind: String, CaseIterable, Sendable {
  case text
  case parties
  case findings
  case arguments
  case decision
  case charter
  case course
  case goals
  case indicators
  case damage
  case surroundings
  case team
  case interventions
  case achievements
  case evaluation
  case message
  case response
  case publicity
  case toolbox
  case sessions
  case references
  case bank
  case handling
  case planning
  case logging
  case documents
  case reports
  case checklists
  case letters
  case enforcement
  case surveys
  case publications
  case retention
  case particulars
  case names
  case relations
  case merges
  case visits
  case account
  case grants
  case emergency
  case erasure

  var name: Phrase {
    switch self {
    case .text: "history.kind.text"
    case .parties: "history.kind.parties"
    case .findings: "history.kind.findings"
    case .arguments: "history.kind.arguments"
    case .decision: "history.kind.decision"
    case .charter: "history.kind.charter"
    case .course: "history.kind.course"
    case .goals: "history.kind.goals"
    case .indicators: "history.kind.indicators"
    case .damage: "history.kind.damage"
    case .surroundings: "history.kind.surroundings"
    case .team: "history.kind.team"
    case .interventions: "history.kind.interventions"
    case .achievements: "history.kind.achievements"
    case .evaluation: "history.kind.evaluation"
    case .message: "history.kind.message"
    case .response: "history.kind.response"
    case .publicity: "history.kind.publicity"
    case .toolbox: "history.kind.toolbox"
    case .sessions: "history.kind.sessions"
    case .references: "history.kind.references"
    case .bank: "history.kind.bank"
    case .handling: "history.kind.handling"
    case .planning: "history.kind.planning"
    case .logging: "history.kind.logging"
    case .documents: "history.kind.documents"
    case .reports: "history.kind.reports"
    case .checklists: "history.kind.checklists"
    case .letters: "history.kind.letters"
    case .enforcement: "history.kind.enforcement"
    case .surveys: "history.kind.surveys"
    case .publications: "history.kind.publications"
    case .retention: "history.kind.retention"
    case .particulars: "history.kind.particulars"
    case .names: "history.kind.names"
    case .relations: "history.kind.relations"
    case .merges: "history.kind.merges"
    case .visits: "history.kind.visits"
    case .account: "history.kind.account"
    case .grants: "history.kind.grants"
    case .emergency: "history.kind.emergency"
    case .erasure: "history.kind.erasure"
    }
  }
}

extension LogEvent {
  var kind: HistoryKind {
    switch self {
    case .exploration(let event): event.kind
    case .programme(let event): event.kind
    case .signal(let event): event.kind
    case .account(let event): event.kind
    case .references: .references
    case .analysis(let event): event.kind
    case .bankEntry: .bank
    case .caseFile(let event): event.kind
    case .checklist: .checklists
    case .entity(let event): event.kind
    case .letter: .letters
    }
  }
}

extension Exploration.Event {
  fileprivate var kind: HistoryKind {
    switch self {
    case .opened, .retitled, .reclassified, .sectionRewritten: .text
    case .partyAdded, .partyRevised, .partyRemoved: .parties
    case .findingRecorded, .findingWithdrawn: .findings
    case .argumentPut, .argumentWithdrawn: .arguments
    case .decisionProposed, .proposalWithdrawn, .decisionAdopted, .decisionRejected, .reopened:
      .decision
    }
  }
}

extension Programme.Event {
  fileprivate var kind: HistoryKind {
    switch self {
    case .established, .adopted, .renamed, .problemRestated, .extended: .charter
    case .gatePlanned, .gatePassed, .loopedBack, .ended: .course
    case .goalSet, .goalReworded, .goalDropped: .goals
    case .indicatorDefined, .targetRevised, .countingChosen, .measured, .measurementCorrected,
      .indicatorDropped:
      .indicators
    case .damageEstimated, .estimateWithdrawn: .damage
    case .targetGroupAdded, .targetGroupRenamed, .targetGroupDropped, .partnerInvolved,
      .partnerRevised, .agreementMade, .partnerLeft:
      .surroundings
    case .managerAppointed, .memberJoined, .memberLeft: .team
    case .interventionPlanned, .interventionRevised, .interventionStarted,
      .interventionFinished, .interventionCancelled, .interventionEvaluated,
      .interventionEvaluationRevised:
      .interventions
    case .achievementRecorded, .achievementWithdrawn: .achievements
    case .evaluationRecorded, .evaluationRevised: .evaluation
    }
  }
}

extension Signal.Event {
  fileprivate var kind: HistoryKind {
    switch self {
    case .raised, .revised: .message
    case .sent, .responded, .takenInTreatment, .handled, .reopened, .rescheduled: .response
    case .published, .withheld: .publicity
    }
  }
}

extension Analysis.Event {
  fileprivate var kind: HistoryKind {
    switch topic {
    case .session: .sessions
    case .course, .subRisk, .focus, .profile, .judgement, .influencer, .suggestion, .choice:
      .toolbox
    }
  }
}

extension CaseFile.Event {
  fileprivate var kind: HistoryKind {
    switch self {
    case .opened, .retitled, .subjectNamed, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .closed, .reopened:
      .handling
    case .planned, .taskAdded, .taskMoved, .taskDone, .taskDropped: .planning
    case .logged, .logCorrected, .findingAdded, .findingCorrected, .findingWithdrawn: .logging
    case .documentFiled, .documentReplaced, .documentRemoved: .documents
    case .enforced: .enforcement
    case .reportIssued, .reportWithdrawn: .reports
    case .surveyed: .surveys
    case .publicized: .publications
    case .kept: .retention
    }
  }
}

extension SupervisedEntity.Event {
  fileprivate var kind: HistoryKind {
    switch self {
    case .registered, .revised: .particulars
    case .aliasAdded, .aliasRemoved: .names
    case .related, .relationEnded: .relations
    case .merged, .mergeUndone, .absorbed, .released: .merges
    case .agencyNoted, .agencyNoteWithdrawn: .visits
    }
  }
}

extension Account.Event {
  fileprivate var kind: HistoryKind {
    switch self {
    case .opened, .restated, .closed, .reopened: .account
    case .granted, .grantProposed, .grantProposedByGroup, .grantConfirmed, .grantDeclined,
      .grantRevoked:
      .grants
    case .glassBroken, .glassMended, .emergencyReviewed: .emergency
    case .erasureRequested, .erasureApproved, .erasureDeclined, .held, .holdLifted, .erased:
      .erasure
    }
  }
}
