import Domain
import EventSourcing
import Foundation

/// The checklists and cases of data/cases.yaml.
struct CaseSeedFile: Decodable {
  let checklists: [ChecklistEntry]
  let cases: [Entry]

  struct ChecklistEntry: Decodable {
    let key: String
    let title: String
    let programme: String
    let publishedOn: Day
    let items: [Item]
  }

  struct Item: Decodable {
    let question: String
    let rule: String
    let legalBasis: String
  }

  struct Entry: Decodable {
    let key: String
    let number: CaseNumber
    let title: String
    let programme: String
    let targetGroup: String
    /// By what it was chosen out of data; nil for what somebody saw.
    let criteria: String?
    /// The key of whom it is about in data/entities.yaml; nil while that is not known.
    let subject: String?
    let openedOn: Day
    let handler: PersonID
    let plan: Plan
    /// Nil while nobody went.
    let visit: Visit?
    let tasks: [Task]
    let enforcement: [EnforcementSeed.Entry]?
    /// Nil while it is open.
    let closing: Closing?
    /// Nil of a case of which nothing is made known.
    let publication: PublicationSeed.Entry?
  }

  struct Closing: Decodable {
    let on: Day
    let result: CaseFile.Result
    let compliance: CaseFile.Compliance
    let explanation: String
  }

  struct Plan: Decodable {
    let kind: References.InterventionType.Key
    let day: Day
    let place: String
    let participants: [String]?
    let checklist: String
    let purpose: String?
  }

  /// What was done on the day of the plan; what was not in order was found.
  struct Visit: Decodable {
    let summary: String
    let statement: String?
    /// By the number of the question, counted from 1.
    let answers: [Int: CaseFile.CheckAnswer.Verdict]
  }

  struct Task: Decodable {
    let title: String
    let dueOn: Day
  }
}

/// One checklist as the command that publishes it.
struct ChecklistSeed {
  let id: ChecklistID
  let content: Checklist.Content
  let steps: [SeedStep<Checklist>]

  init(_ entry: CaseSeedFile.ChecklistEntry, of organisation: Line) throws {
    let name = "checklist/\(entry.key)"
    id = ChecklistID(.derived(from: name))
    content = Checklist.Content(
      try Line(entry.title),
      programme: ProgrammeID(.derived(from: "programme/\(entry.programme)")),
      items: try entry.items.enumerated().map { place, item in
        guard let key = Checklist.Item.Key("q\(place + 1)") else {
          throw SeedError.malformed(entry: name, reason: "too many questions")
        }
        return Checklist.Item(
          key, question: try Line(item.question), rule: try Line(item.rule),
          legalBasis: try Line(item.legalBasis))
      })
    steps = [
      SeedStep(
        name: "\(name)/edition/1",
        command: .publish(content, organisation: organisation, on: entry.publishedOn))
    ]
  }
}

/// One case as the commands that bring it about.
struct CaseFileSeed {
  let id: CaseID
  private(set) var steps: [SeedStep<CaseFile>] = []

  private let name: String
  private let entry: CaseSeedFile.Entry

  init(
    _ entry: CaseSeedFile.Entry, checkedBy checklists: [String: ChecklistSeed],
    in programmes: ProgrammeFile, under matrix: Enforcement.MatrixEdition, of organisation: Line
  ) throws {
    name = "case/\(entry.key)"
    id = CaseID(.derived(from: name))
    self.entry = entry
    guard let checklist = checklists[entry.plan.checklist] else {
      throw SeedError.malformed(entry: name, reason: "no checklist \(entry.plan.checklist)")
    }
    add(
      "opened",
      .open(
        entry.number, try opening(in: programmes), organisation: organisation, on: entry.openedOn))
    if let subject = entry.subject {
      let entity = EntitySeed.id(of: subject)
      add("subject", .handling(.nameSubject(entity), on: entry.openedOn))
    }
    add("planned", .planning(.plan(try plan(checklist)), on: entry.openedOn))
    for (index, task) in entry.tasks.enumerated() {
      let part = "task/\(index + 1)"
      let task = CaseFile.Task(try Line(task.title), dueOn: task.dueOn, by: entry.handler)
      add(part, .planning(.addTask(CaseTaskID(identity(part)), task), on: entry.openedOn))
    }
    if let visit = entry.visit { try addVisit(visit, checklist) }
    for enforced in entry.enforcement ?? [] { try addEnforcement(enforced, under: matrix) }
    if let closing = entry.closing { try addClosing(closing) }
    if let publication = entry.publication { try addPublication(publication) }
  }

  private func opening(in programmes: ProgrammeFile) throws -> CaseFile.Opening {
    let groups = programmes.programmes.first { $0.key == entry.programme }?.targetGroups ?? []
    guard let place = groups.firstIndex(of: entry.targetGroup) else {
      throw SeedError.malformed(entry: name, reason: "no target group \(entry.targetGroup)")
    }
    let group = "programme/\(entry.programme)/target-group/\(place + 1)"
    return CaseFile.Opening(
      try Line(entry.title),
      origin: try entry.criteria.map { .dataSelection(criteria: try Prose($0)) } ?? .ownObservation,
      programme: ProgrammeID(.derived(from: "programme/\(entry.programme)")),
      targetGroup: TargetGroupID(.derived(from: group)), handlers: [entry.handler])
  }

  private func plan(_ checklist: ChecklistSeed) throws -> CaseFile.Plan {
    CaseFile.Plan(
      entry.plan.kind, purpose: try entry.plan.purpose.map { try Prose($0) }, day: entry.plan.day,
      place: try Line(entry.plan.place),
      participants: try (entry.plan.participants ?? []).map { try Line($0) },
      checklist: CaseFile.ChecklistEdition(checklist.id, edition: 1))
  }

  private mutating func addVisit(_ visit: CaseSeedFile.Visit, _ checklist: ChecklistSeed) throws {
    var answers: [CaseFile.CheckAnswer] = []
    var findings: [CaseFile.NewFinding] = []
    for (place, item) in checklist.content.items.enumerated() {
      guard let verdict = visit.answers[place + 1] else { continue }
      answers.append(CaseFile.CheckAnswer(item.key, verdict))
      guard verdict == .notInOrder else { continue }
      let finding = CaseFile.Finding(.violation, rule: item.rule, legalBasis: item.legalBasis)
      findings.append(
        CaseFile.NewFinding(findingID(ofQuestion: place + 1), finding))
    }
    let intervention = CaseFile.Intervention(
      entry.plan.kind, on: entry.plan.day, place: try Line(entry.plan.place),
      summary: try Prose(visit.summary), statement: try visit.statement.map { try Prose($0) },
      checked: CaseFile.Checked(
        against: CaseFile.ChecklistEdition(checklist.id, edition: 1), answers))
    add(
      "visit",
      .logging(
        .log(CaseInterventionID(identity("visit")), intervention, findings: findings),
        on: entry.plan.day))
  }

  private mutating func addEnforcement(
    _ enforced: EnforcementSeed.Entry, under matrix: Enforcement.MatrixEdition
  ) throws {
    let part = "enforcement/\(enforced.question)"
    let finding = findingID(ofQuestion: enforced.question)
    let seed = try EnforcementSeed(
      enforced, as: Enforcement.ActionID(identity(part)), by: entry.handler, under: matrix)
    for act in seed.acts {
      add("\(part)/\(act.part)", .enforcing(finding, act.command, on: act.on))
    }
  }

  private mutating func addClosing(_ closing: CaseSeedFile.Closing) throws {
    let outcome = CaseFile.Outcome(
      closing.result, compliance: closing.compliance,
      explanation: try Prose(closing.explanation))
    add("closed", .close(outcome, on: closing.on))
  }

  private mutating func addPublication(_ publication: PublicationSeed.Entry) throws {
    let id = PublicationID(identity("publication"))
    for act in try PublicationSeed(publication).acts {
      add("publication/\(act.part)", .publicizing(id, act.command, on: act.on))
    }
  }

  private func findingID(ofQuestion number: Int) -> CaseFindingID {
    CaseFindingID(identity("visit/finding/\(number)"))
  }

  private func identity(_ part: String) -> Identity { .derived(from: "\(name)/\(part)") }

  private mutating func add(_ part: String, _ command: CaseFile.Command) {
    steps.append(SeedStep(name: "\(name)/\(part)", command: command))
  }
}
