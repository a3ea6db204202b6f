extension CaseFile {
  /// All that a case is now, as far as its rules look at it.
  public struct Dossier: Equatable, Sendable {
    public let number: CaseNumber
    public let organisation: Line
    public let openedOn: Day
    public internal(set) var title: Line
    public internal(set) var subject: EntityID?
    public internal(set) var programme: ProgrammeID?
    public internal(set) var targetGroup: TargetGroupID?
    public internal(set) var handlers: [PersonID]
    public internal(set) var confidentiality: Confidentiality
    /// What is still to be done of it; nil once it was.
    public internal(set) var plan: Plan?
    /// When the last plan was made; nil before there was one.
    var plannedOn: Day?
    public internal(set) var tasks = Register<CaseTaskID, TaskHeld>()
    public internal(set) var interventions = Register<CaseInterventionID, Intervention>()
    /// Those that were withdrawn are no longer there.
    public internal(set) var findings = Register<CaseFindingID, FindingHeld>()
    /// Those that were removed are no longer there.
    public internal(set) var documents = Register<CaseDocumentID, Document>()
    /// Those that were withdrawn are still there, as their serials are.
    public internal(set) var reports = Register<CaseReportID, ReportHeld>()
    public internal(set) var surveys = Register<SurveyID, Survey.Dossier>()
    public internal(set) var publications = Register<PublicationID, Publication.Dossier>()
    public internal(set) var retention = Retention.Dossier()
    public internal(set) var related: [CaseID] = []
    public internal(set) var outcome: Outcome?
    /// The day on which it was closed; nil while it is open.
    public internal(set) var closedOn: Day?
    /// The day on which it was last closed or reopened.
    var turnedOn: Day
    var reopeningCount = 0
    /// Whatever was ever named, so that no identifier says two things.
    var findingIDs: Set<CaseFindingID> = []
    var documentIDs: Set<CaseDocumentID> = []

    init(_ number: CaseNumber, _ opening: Opening, organisation: Line, on day: Day) {
      self.number = number
      self.organisation = organisation
      openedOn = day
      title = opening.title
      subject = opening.subject
      programme = opening.programme
      targetGroup = opening.targetGroup
      handlers = opening.handlers
      confidentiality = opening.confidentiality
      turnedOn = day
    }
  }

  /// A task and how it stands.
  public struct TaskHeld: Equatable, Sendable {
    public internal(set) var task: Task
    public internal(set) var isOver = false
  }

  /// A finding and the intervention at which it was made.
  public struct FindingHeld: Equatable, Sendable {
    public internal(set) var finding: Finding
    public let intervention: CaseInterventionID
    public internal(set) var enforcement = Enforcement.Dossier()
  }
}

extension CaseFile.Dossier {
  /// The findings that say a rule is broken.
  public var violations: [(key: CaseFindingID, value: CaseFile.FindingHeld)] {
    findings.entries.filter { $0.value.finding.outcome == .violation }
  }

  func decide(_ command: CaseFile.Command) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    try checkKept(for: command)
    let events = try answer(to: command)
    return events + stops(by: events)
  }

  private func answer(
    to command: CaseFile.Command
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    switch command {
    case .open: throw .alreadyOpened
    case .handling(let command, let day):
      try checkOpen(on: day)
      return try decide(command, on: day)
    case .planning(let command, let day):
      try checkOpen(on: day)
      return try decide(command, on: day)
    case .logging(let command, let day):
      try checkLogging(command, on: day)
      return try decide(command, on: day)
    case .documents(let command, let day):
      try checkOpen(on: day)
      return try decide(command, on: day)
    case .enforcing(let id, let command, let day):
      // What came in while the case was closed bears the day on which it came.
      if let closedOn { throw .closed(on: closedOn) }
      guard day >= openedOn || command.mayPrecedeCase else { throw .beforeOpened(on: openedOn) }
      return try enforce(command, on: id, on: day)
    case .reporting(let command, let day): return try decide(command, on: day)
    case .surveying(let id, let command, let day): return try decide(command, on: id, on: day)
    case .publicizing(let id, let command, let day): return try decide(command, on: id, on: day)
    case .keeping(let command, let day): return try decide(command, on: day)
    case .close(let outcome, let day): return try close(outcome, on: day)
    case .reopen(let reason, let day):
      guard let closedOn else { throw .notClosed }
      guard day >= closedOn else { throw .beforeLast(on: closedOn) }
      return [.reopened(reason: reason, on: day)]
    }
  }

  private func enforce(
    _ command: Enforcement.Command, on id: CaseFindingID, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    guard let held = findings[id] else { throw .unknownFinding }
    guard held.finding.outcome == .violation else { throw .notViolation }
    do throws(Enforcement.Refusal) {
      return try held.enforcement.decide(command, on: day)
        .map { .enforced(id: id, event: $0, on: day) }
    } catch {
      throw .enforcement(error)
    }
  }

  func checkOpen(on day: Day) throws(CaseFile.Refusal) {
    if let closedOn { throw .closed(on: closedOn) }
    guard day >= openedOn else { throw .beforeOpened(on: openedOn) }
    guard day >= turnedOn else { throw .beforeLast(on: turnedOn) }
  }

  /// What was wrong is corrected in a closed case too; nothing is added to one.
  private func checkLogging(
    _ command: CaseFile.LoggingCommand, on day: Day
  ) throws(CaseFile.Refusal) {
    switch command {
    // A visit may lie before the case that it gave rise to.
    case .log, .addFinding: if let closedOn { throw .closed(on: closedOn) }
    case .correct, .correctFinding, .withdrawFinding:
      guard day >= openedOn else { throw .beforeOpened(on: openedOn) }
    }
  }

  private func close(
    _ outcome: CaseFile.Outcome, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    try checkOpen(on: day)
    let open = tasks.entries.count { !$0.value.isOver }
    guard open == 0 else { throw .tasksOpen(open) }
    if !violations.isEmpty {
      guard outcome.result != .inOrder else { throw .violationsFound(violations.count) }
      guard outcome.compliance != nil else { throw .complianceMissing }
    }
    try checkEnforcement(closingWith: outcome.result)
    return [.closed(outcome: outcome, on: day)]
  }
}
