import Domain
import EventSourcing
import HTTPTypes
import ReadModels

/// One case with all that its page shows and its forms fill in.
struct CaseSubject: Subject {
  let file: CaseFileRow
  let change: Change
  let interventions: [CaseInterventionRow]
  let findings: [CaseFindingRow]
  let documents: [CaseDocumentRow]
  /// The reports and letters that went out on it, the last on top.
  let reports: [CaseReportRow]
  /// Those it is related to, and the last ones about the same subject or of the same programme.
  let neighbours: NeighbouringCases
  /// What the editions of checklists are called that its plan and its interventions name.
  let checklistTitles: [CaseFile.ChecklistEdition: Line]
  /// The checklists that may be used on it; empty where none is to be chosen.
  var usableChecklists: [ChecklistName] = []
  /// What was asked where the intervention was that a form corrects; nil elsewhere, and when nothing was.
  var asked: ChecklistRow.Edition?
  /// Who or what it is about; nil while nobody said.
  let entity: EntityRow?
  /// The intervention of a programme that it came of; nil when it came of none, or of one that the reader does not see.
  let origin: InterventionRow?
  /// When which other agency was there.
  let visits: [AgencyVisitRow]
  /// Of the findings about which something was done.
  let enforcement: [CaseEnforcementRow]
  /// Of violations in other cases about the same subject.
  let enforcementElsewhere: [CaseEnforcementRow]
  /// The indicators of its programme that are counted out of cases.
  let counted: [IndicatorRow]
  let surveys: [CaseSurveyRow]
  let publications: [CasePublicationRow]
  /// Nil at a moment of which it was not kept yet how long cases are.
  let retention: CaseRetentionRow?
  /// How long cases are kept.
  let schedule: RetentionSchedule
  let names: CaseNames

  var reader: Reader { names.reader }
  var id: CaseID { file.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }
  var page: Link { Site.caseFile(id) }
  var isOpen: Bool { file.closedOn == nil }
  var stream: StreamName { StreamName(CaseFile.category, identity) }

  var place: Authority.Place { file.programme.map { .programme($0) } ?? .organisation }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("cases.title"), Site.cases),
      Crumb("\(file.number) \(file.title)", page),
    ]
  }

  /// The form at this part of its address; nil for who may not use it, or when it is not the time.
  func form(_ part: String..., when isTime: Bool = true) -> Link? {
    form(at: Link(segments: page.segments + part), when: isTime)
  }

  func form(at link: Link, when isTime: Bool) -> Link? {
    isTime && isKept && reader.mayPost(to: link) && reader.may(.inspect, at: place)
      ? link : nil
  }

  /// Whom it is about, when that is somebody who can break a rule and be written to.
  var party: Line? {
    guard let entity else { return nil }
    return switch entity.kind {
    case .organisation, .person: entity.name
    case .location, .ship, .vehicle, .site: nil
    }
  }

  /// Whether anything can still be changed about it: nobody agreed to its destruction.
  var isKept: Bool {
    switch retention?.stage ?? .kept {
    case .kept, .proposed: true
    case .approved, .destroyed: false
    }
  }

  /// The cases that it is related to, from whichever side, as far as the reader may see them.
  var related: [CaseFileRow] {
    neighbours.cases.filter { file.related.contains($0.id) || $0.related.contains(id) }
  }

  /// Other cases about the same subject or of the same programme, to be related to.
  var relatable: [CaseFileRow] {
    let related = Set(related.map(\.id))
    return neighbours.cases.filter { $0.id != id && !related.contains($0.id) }
  }

  /// The indicators in which it counts, now that it is closed.
  var countsIn: [IndicatorRow] {
    guard let day = file.closedOn else { return [] }
    return counted.filter {
      $0.counting?.looks(
        atCaseOf: file.targetGroup, from: file.origin.intervention, closedOn: day) ?? false
    }
  }

  /// What the checklist is called that its plan names, in the edition that it names.
  var plannedChecklist: Line? { file.plan?.checklist.flatMap { checklistTitles[$0] } }

  /// How many more cases name it than are among its neighbours.
  var unshownCount: Int {
    neighbours.namingCount - neighbours.cases.count { $0.related.contains(id) }
  }
}

/// The parts of a case that an address names.
extension CaseSubject {
  func task(_ visit: Visit) throws(Problem) -> CaseFileRow.OpenTask {
    let id: CaseTaskID = try visit.parameter("task")
    guard let task = file.tasks.first(where: { $0.id == id }) else {
      throw Problem(.notFound, "case.refusal.task-over")
    }
    return task
  }

  func intervention(_ visit: Visit) throws(Problem) -> CaseInterventionRow {
    let id: CaseInterventionID = try visit.parameter("intervention")
    guard let row = interventions.first(where: { $0.id == id }) else { throw .notFound }
    return row
  }

  func finding(_ visit: Visit) throws(Problem) -> CaseFindingRow {
    let id: CaseFindingID = try visit.parameter("finding")
    guard let row = findings.first(where: { $0.id == id && $0.withdrawn == nil }) else {
      throw .notFound
    }
    return row
  }

  func document(_ visit: Visit) throws(Problem) -> CaseDocumentRow {
    let id: CaseDocumentID = try visit.parameter("document")
    guard let row = documents.first(where: { $0.id == id }) else { throw .notFound }
    return row
  }
}

extension CaseSubject {
  func report(_ visit: Visit) throws(Problem) -> CaseReportRow {
    let id: CaseReportID = try visit.parameter("report")
    guard let row = reports.first(where: { $0.id == id }) else { throw .notFound }
    return row
  }

  func number(of row: CaseReportRow) -> ReportNumber {
    ReportNumber(file.number, serial: row.serial)
  }
}

extension [ProgrammeNamesQuery.Name] {
  /// Those that go on, to choose from; `kept`, which stood there before, stays among them when it has ended.
  func choices(keeping kept: ProgrammeID?, for reader: Reader) -> [Choice] {
    filter { !$0.isEnded || $0.programme == kept }.map { programme in
      let name = programme.label.name.description
      return Choice(
        programme.programme.description,
        programme.isEnded ? reader.text("case.programme-ended", ["name": .text(name)]) : name)
    }
  }

  /// Whether a form offers `programme` where `kept` stood before.
  func offer(_ programme: ProgrammeID, keeping kept: ProgrammeID?) -> Bool {
    contains { $0.programme == programme && (!$0.isEnded || programme == kept) }
  }
}

/// What the things that a case points to are called.
struct CaseNames {
  let programmes: [ProgrammeNamesQuery.Name]
  let groups: [TargetGroupRow]
  /// Those that run now; empty where none is to be chosen.
  var interventions: [InterventionRow] = []
  /// Nil where no edition of the reference set is known.
  let edition: EditionRow?
  let reader: Reader

  var people: People { reader.people }

  func name(of programme: ProgrammeID) -> String? {
    programmes.first { $0.programme == programme }?.label.name.description
  }

  func name(of group: TargetGroupID) -> String? {
    groups.first { $0.id == group }?.title.description
  }

  func name(of kind: References.InterventionType.Key) -> String {
    ReferenceNames(edition: edition?.edition, reader: reader).name(of: kind)
  }

  func name(of person: PersonID) -> String { people.name(ofActor: person, for: reader) }

  /// Who did something; the program itself where that was no person.
  func name(of person: PersonID?) -> String { person.map { name(of: $0) } ?? People.program }

  /// The types of intervention to choose from, the lightest first.
  var kinds: [Choice] {
    let types = edition?.edition.interventionTypes ?? []
    return types.sorted { ($0.burden, $0.name.description) < ($1.burden, $1.name.description) }
      .map { Choice($0.key.description, $0.name.description) }
  }

  func programme(of group: TargetGroupID) -> ProgrammeID? {
    groups.first { $0.id == group }?.home.programme
  }

  func programme(of intervention: InterventionID) -> ProgrammeID? {
    interventions.first { $0.id == intervention }?.home.programme
  }

  /// The interventions of programmes that run, each with the name of its programme.
  var interventionChoices: [Choice] {
    interventions.filter { $0.status == .running }.map {
      Choice($0.id.description, "\(name(of: $0.home.programme) ?? ""): \($0.plan.name)")
    }
  }

  /// The target groups of all programmes that go on, each with the name of its programme; `kept` stays among them,
  /// however it stands.
  func groupChoices(keeping kept: TargetGroupID?) -> [Choice] {
    programmes.flatMap { programme in
      groups.filter {
        $0.home.programme == programme.programme
          && ($0.id == kept || $0.stands && !programme.isEnded)
      }
      .map { Choice($0.id.description, "\(programme.label.name): \($0.title)") }
    }
  }

  /// The programmes to choose from.
  func programmeChoices(keeping kept: ProgrammeID?) -> [Choice] {
    programmes.choices(keeping: kept, for: reader)
  }
}
