public import Domain
public import EventSourcing
public import Foundation
public import Postgres

/// A case as lists and the top of its page show it; what was logged, found and filed has rows of its own.
public struct CaseFileRow: StreamPart {
  public typealias About = CaseFile
  public typealias Row = CaseFileRow
  public typealias Key = UUID

  public static let name = "case_file"
  public static var audience: Audience { .cases }

  /// How far a case has come.
  public enum Status: String, CaseIterable, Sendable {
    case opened
    case planned
    /// Something was done.
    case underway
    case closed
  }

  /// A task that is not over.
  public struct OpenTask: Hashable, Codable, Sendable {
    public let id: CaseTaskID
    public internal(set) var task: CaseFile.Task
  }

  public let home: CaseHome
  public let number: CaseNumber
  /// The organisation as it was opened for.
  public let organisationName: Line
  public let origin: CaseFile.Origin
  public let openedOn: Day
  public internal(set) var title: Line
  public internal(set) var subject: EntityID?
  public internal(set) var programme: ProgrammeID?
  public internal(set) var targetGroup: TargetGroupID?
  public internal(set) var handlers: [PersonID]
  public internal(set) var confidentiality: CaseFile.Confidentiality
  /// What is still to be done of it; nil once it was.
  public internal(set) var plan: CaseFile.Plan?
  /// When the last plan was made; nil before there was one.
  public internal(set) var plannedOn: Day?
  /// Those that are not over, the first due on top.
  public internal(set) var tasks: [OpenTask]
  public internal(set) var related: [CaseID]
  public internal(set) var outcome: CaseFile.Outcome?
  public internal(set) var closedOn: Day?
  /// How many interventions were logged.
  public internal(set) var interventionCount: Int
  /// The day of the last of them.
  public internal(set) var lastActOn: Day?
  /// The findings that say a rule is broken.
  public internal(set) var violations: [CaseFindingID]

  /// Its identity.
  public var id: CaseID { home.id }

  public var scope: Scope {
    Scope(
      organisation: home.organisation, programme: programme?.identity,
      confidentiality: confidentiality == .normal ? 0 : 1)
  }

  public var status: Status {
    if closedOn != nil { return .closed }
    if interventionCount > 0 { return .underway }
    return plan == nil ? .opened : .planned
  }

  /// The day by which the next thing has to be done; nil when nothing has.
  public var dueOn: Day? { closedOn == nil ? tasks.first?.task.dueOn : nil }

  public static func key(of event: CaseFile.Event, _ recorded: Recorded<LogEvent>) -> UUID? {
    switch event {
    case .documentFiled, .documentReplaced, .documentRemoved, .enforced, .reportIssued,
      .reportWithdrawn, .surveyed, .publicized,
      .kept(.held, _), .kept(.holdLifted, _), .kept(.destructionProposed, _),
      .kept(.destructionApproved, _), .kept(.destructionDeclined, _):
      nil
    case .kept(.destroyed, _), .opened, .retitled, .subjectNamed, .attached, .classified,
      .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .logged, .logCorrected, .findingAdded, .findingCorrected, .findingWithdrawn,
      .closed, .reopened:
      recorded.stream.identity.uuid
    }
  }

  public static func fold(
    _ row: CaseFileRow?, _ event: CaseFile.Event, _ recorded: Recorded<LogEvent>
  ) -> CaseFileRow? {
    if case .opened(let number, let opening, let organisation, let day) = event {
      return CaseFileRow(
        CaseHome(recorded), number, opening, organisation: organisation, openedOn: day)
    }
    var row = row
    row?.take(event)
    return row
  }

  private init(
    _ home: CaseHome, _ number: CaseNumber, _ opening: CaseFile.Opening, organisation: Line,
    openedOn day: Day
  ) {
    self.home = home
    self.number = number
    organisationName = organisation
    origin = opening.origin
    openedOn = day
    title = opening.title
    subject = opening.subject.flatMap(\.unlessErased)
    programme = opening.programme
    targetGroup = opening.targetGroup
    handlers = opening.handlers
    confidentiality = opening.confidentiality
    (tasks, related, violations, interventionCount) = ([], [], [], 0)
  }
}

extension CaseFileRow {
  private mutating func take(_ event: CaseFile.Event) {
    switch event {
    case .opened, .documentFiled, .documentReplaced, .documentRemoved, .enforced, .reportIssued,
      .reportWithdrawn, .surveyed, .publicized,
      .kept(.held, _), .kept(.holdLifted, _), .kept(.destructionProposed, _),
      .kept(.destructionApproved, _), .kept(.destructionDeclined, _):
      break
    // What is left of the case says no more whom it was about.
    case .kept(.destroyed, _): subject = nil
    case .retitled(let title, _): self.title = title
    case .subjectNamed(let subject, _): self.subject = subject.unlessErased
    case .attached(let programme, let group, _, _):
      (self.programme, targetGroup) = (programme, group)
    case .classified(let confidentiality, _, _): self.confidentiality = confidentiality
    case .handlerAdded(let person, _): handlers.append(person)
    case .handlerReleased(let person, _): handlers.removeAll { $0 == person }
    case .related(let other, _): related.append(other)
    case .unrelated(let other, _): related.removeAll { $0 == other }
    case .planned(let plan, let day): (self.plan, plannedOn) = (plan, day)
    case .taskAdded(let id, let task, _): put(OpenTask(id: id, task: task))
    case .taskMoved(let id, let dueOn, _, _): move(id, to: dueOn)
    case .taskDone(let id, _), .taskDropped(let id, _, _): tasks.removeAll { $0.id == id }
    case .logged(_, let intervention, let findings, _):
      interventionCount += 1
      if let plannedOn, plan?.isCarriedOut(by: intervention, plannedOn: plannedOn) ?? false {
        plan = nil
      }
      lastActOn = max(lastActOn ?? intervention.on, intervention.on)
      for new in findings { judge(new.id, new.finding) }
    case .logCorrected(_, let intervention, _, _):
      lastActOn = max(lastActOn ?? intervention.on, intervention.on)
    case .findingAdded(let id, let finding, _, _), .findingCorrected(let id, let finding, _, _):
      judge(id, finding)
    case .findingWithdrawn(let id, _, _): violations.removeAll { $0 == id }
    case .closed(let outcome, let day): (self.outcome, closedOn) = (outcome, day)
    case .reopened: closedOn = nil
    }
  }

  private mutating func put(_ task: OpenTask) {
    let place = tasks.firstIndex { $0.task.dueOn > task.task.dueOn } ?? tasks.endIndex
    tasks.insert(task, at: place)
  }

  private mutating func move(_ id: CaseTaskID, to day: Day) {
    guard let place = tasks.firstIndex(where: { $0.id == id }) else { return }
    let held = tasks.remove(at: place).task
    put(OpenTask(id: id, task: CaseFile.Task(held.title, dueOn: day, by: held.by)))
  }

  private mutating func judge(_ id: CaseFindingID, _ finding: CaseFile.Finding) {
    violations.removeAll { $0 == id }
    if finding.outcome == .violation { violations.append(id) }
  }
}

extension CaseFileRow {
  public static let columns: [Column] =
    CaseHome.columns + [
      Column("year", .int4), Column("serial", .int4), Column("organisation_name", .text),
      Column("origin", .json), Column("opened_on", .date), Column("title", .text),
      Column("subject", .uuid), Column("target_group", .uuid), Column("handlers", .textArray),
      Column("confidential", .text), Column("status", .text), Column("plan", .json),
      Column("planned_on", .date),
      Column("tasks", .json), Column("due_on", .date), Column("related", .uuidArray),
      Column("outcome", .json), Column("closed_on", .date), Column("intervention_count", .int4),
      Column("last_act_on", .date), Column("violations", .uuidArray),
    ]

  public func encode(into writer: inout ColumnWriter) {
    writer.write(home)
    writer.write("year", Int32(number.year))
    writer.write("serial", Int32(number.serial))
    writer.write("organisation_name", organisationName)
    writer.write("origin", Whole(origin))
    writer.write("opened_on", openedOn)
    writer.write("title", title)
    writer.write("subject", subject)
    writer.write("target_group", targetGroup)
    writer.write("handlers", handlers.map(\.description))
    writer.write("confidential", confidentiality)
    writer.write("status", status)
    writer.write("plan", plan.map { Whole($0) })
    writer.write("planned_on", plannedOn)
    writer.write("tasks", Whole(tasks))
    writer.write("due_on", dueOn)
    writer.write("related", related)
    writer.write("outcome", outcome.map { Whole($0) })
    writer.write("closed_on", closedOn)
    writer.write("intervention_count", Int32(interventionCount))
    writer.write("last_act_on", lastActOn)
    writer.write("violations", violations)
  }

  public init(from row: Postgres.Row) throws {
    home = try CaseHome(row)
    guard
      let number = CaseNumber(
        year: Int(try row["year"] as Int32), serial: Int(try row["serial"] as Int32))
    else { throw UnreadableRow(Self.name, "no case number") }
    self.number = number
    organisationName = try row["organisation_name"]
    origin = try row.whole("origin")
    openedOn = try row["opened_on"]
    title = try row["title"]
    subject = try row["subject"]
    programme = try row["programme"]
    targetGroup = try row["target_group"]
    handlers = (try row["handlers"] as [String]).compactMap { PersonID($0) }
    confidentiality = try row["confidential"]
    plan = try row.wholeIfAny("plan")
    plannedOn = try row["planned_on"]
    tasks = try row.whole("tasks")
    related = try row["related"]
    outcome = try row.wholeIfAny("outcome")
    closedOn = try row["closed_on"]
    interventionCount = Int(try row["intervention_count"] as Int32)
    lastActOn = try row["last_act_on"]
    violations = try row["violations"]
  }
}

extension CaseFile.Confidentiality: PostgresEncodable, PostgresDecodable {}
extension CaseFileRow.Status: PostgresEncodable, PostgresDecodable {}
