public import EventSourcing

/// A case (zaak): what an inspectorate does about one supervised party or place, from why it began to what came of it.
///
/// It is open from its first event on. Nothing is added to a closed case until it is reopened with a reason, but what
/// was wrong in it can be corrected.
public enum CaseFile: Decider {
  /// What may be asked of a case.
  public enum Command: Equatable, Sendable {
    case open(CaseNumber, Opening, organisation: Line, on: Day)
    case handling(HandlingCommand, on: Day)
    case planning(PlanningCommand, on: Day)
    case logging(LoggingCommand, on: Day)
    case documents(DocumentCommand, on: Day)
    case enforcing(CaseFindingID, Enforcement.Command, on: Day)
    case reporting(ReportingCommand, on: Day)
    case surveying(SurveyID, Survey.Command, on: Day)
    case publicizing(PublicationID, Publication.Command, on: Day)
    case keeping(Retention.Command, on: Day)
    case close(Outcome, on: Day)
    case reopen(reason: Prose, on: Day)
  }

  /// What can have happened to a case.
  public enum Event: Codable, Equatable, Sendable {
    case opened(number: CaseNumber, opening: Opening, organisation: Line, on: Day)

    case retitled(title: Line, on: Day)
    case subjectNamed(subject: EntityID, on: Day)
    case attached(programme: ProgrammeID?, targetGroup: TargetGroupID?, reason: Prose, on: Day)
    case classified(confidentiality: Confidentiality, reason: Prose, on: Day)
    case handlerAdded(person: PersonID, on: Day)
    case handlerReleased(person: PersonID, on: Day)
    case related(other: CaseID, on: Day)
    case unrelated(other: CaseID, on: Day)

    case planned(plan: Plan, on: Day)
    case taskAdded(id: CaseTaskID, task: Task, on: Day)
    case taskMoved(id: CaseTaskID, dueOn: Day, reason: Prose, on: Day)
    case taskDone(id: CaseTaskID, on: Day)
    case taskDropped(id: CaseTaskID, reason: Prose, on: Day)

    case logged(
      id: CaseInterventionID, intervention: Intervention, findings: [NewFinding], on: Day)
    case logCorrected(
      id: CaseInterventionID, intervention: Intervention, reason: Prose, on: Day)
    case findingAdded(
      id: CaseFindingID, finding: Finding, intervention: CaseInterventionID, on: Day)
    case findingCorrected(id: CaseFindingID, finding: Finding, reason: Prose, on: Day)
    case findingWithdrawn(id: CaseFindingID, reason: Prose, on: Day)

    case documentFiled(id: CaseDocumentID, document: Document, on: Day)
    case documentReplaced(id: CaseDocumentID, document: Document, on: Day)
    case documentRemoved(id: CaseDocumentID, reason: Prose, on: Day)

    case enforced(id: CaseFindingID, event: Enforcement.Event, on: Day)

    case reportIssued(id: CaseReportID, report: Report, serial: Int, issue: Issue, on: Day)
    case reportWithdrawn(id: CaseReportID, reason: Prose, on: Day)

    case surveyed(id: SurveyID, event: Survey.Event, on: Day)
    case publicized(id: PublicationID, event: Publication.Event, on: Day)
    case kept(event: Retention.Event, on: Day)

    case closed(outcome: Outcome, on: Day)
    case reopened(reason: Prose, on: Day)
  }

  /// Why a command on a case is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyOpened
    case notOpened
    case closed(on: Day)
    case notClosed
    case beforeOpened(on: Day)
    /// It was closed, or reopened, on that day.
    case beforeLast(on: Day)
    case identifierInUse
    /// A case has somebody who handles it at every moment.
    case handlerMissing
    case alreadyHandler(PersonID)
    case notHandler(PersonID)
    /// A target group belongs to a programme.
    case targetGroupWithoutProgramme
    case relatedToItself
    case alreadyRelated
    case notRelated
    case unknownTask
    case taskOver
    /// A term ends on or after the day on which it is set.
    case dueBefore(Day)
    /// An intervention that says nothing, finds nothing and measures nothing.
    case nothingLogged
    case endsBeforeItBegins
    case unknownIntervention
    case unknownFinding
    /// Whoever is told of a violation must be able to look up the rule.
    case legalBasisMissing
    case unknownDocument
    case tooManyParticipants(max: Int)
    /// The same content stands in the file under that identity.
    case alreadyFiled(CaseDocumentID)
    /// What was taken upon oneself is done or dropped before a case is closed.
    case tasksOpen(Int)
    /// A violation takes an answer to whether the rules are kept now.
    case complianceMissing
    /// A violation was found, so it cannot be that nothing was wrong.
    case violationsFound(Int)
    /// Of a finding by that rule something is to be settled first.
    case enforcementUnsettled(rule: Line, Enforcement.Unsettled)
    /// A case that ends in a sanction has one that was decided and stands.
    case sanctionMissing
    /// A number that may be a citizen service number stands in a text.
    case citizenServiceNumber
    /// Enforcement goes with a violation, and with nothing else.
    case notViolation
    case enforcement(Enforcement.Refusal)
    case reporting(ReportingRefusal)
    case survey(Survey.Refusal)
    case publication(Publication.Refusal)
    case retention(Retention.Refusal)
  }

  /// What a case is at some moment: not there yet, or all that the rules look at.
  public enum State: Equatable, Sendable {
    case unopened
    case opened(Dossier)
  }

  public static let category = "case"
  public static let initial = State.unopened

  /// A step of a publication can say since its second shape of which party a view is and who decided; what was kept under
  /// the first says neither, and there was one party.
  public static let upcasters = [Upcaster("publicized", from: 1) { $0 }]

  public static func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event] {
    let events = try events(of: command, state)
    guard !CitizenServiceNumber.mayStand(in: events) else { throw .citizenServiceNumber }
    return events
  }

  private static func events(
    of command: Command, _ state: State
  ) throws(Refusal) -> [Event] {
    switch (command, state) {
    case (.open(let number, let opening, let organisation, let day), .unopened):
      try opening.check()
      return [
        .opened(number: number, opening: opening, organisation: organisation, on: day)
      ]
    case (.open, .opened): throw .alreadyOpened
    case (.handling, .unopened), (.planning, .unopened), (.logging, .unopened),
      (.documents, .unopened), (.enforcing, .unopened), (.reporting, .unopened),
      (.surveying, .unopened), (.publicizing, .unopened), (.keeping, .unopened),
      (.close, .unopened), (.reopen, .unopened):
      throw .notOpened
    case (_, .opened(let dossier)): return try dossier.decide(command)
    }
  }

  public static func evolve(_ state: State, _ event: Event) -> State {
    switch (event, state) {
    case (.opened(let number, let opening, let organisation, let day), _):
      .opened(Dossier(number, opening, organisation: organisation, on: day))
    case (_, .unopened): .unopened
    case (_, .opened(let dossier)): .opened(dossier.after(event))
    }
  }

  /// A case claims its number when it is opened, and keeps it for good.
  public static func claims(of event: Event, in stream: StreamName) -> [Claim] {
    guard case .opened(let number, _, _, _) = event else { return [] }
    return [Claim(.take, scope: CaseNumber.series(of: number.year), key: number.key)]
  }
}

extension CaseFile.Opening {
  func check() throws(CaseFile.Refusal) {
    guard !handlers.isEmpty else { throw .handlerMissing }
    guard programme != nil || targetGroup == nil else { throw .targetGroupWithoutProgramme }
  }
}
