public import Authentication
public import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of cases: what inspectors select, visit, find and bring to an end.
public struct CasesArea: Area {
  private let library: Library
  private let commands: any CommandGateway
  private let names: any ClaimedNames
  private let documents: DocumentDesk
  private let printer: any Printer
  private let matrix: Enforcement.MatrixEdition
  private let schedule: RetentionSchedule
  private let surveys: SurveyLinks
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - names: which numbers are taken.
  ///   - documents: where documents and photos come in and go out.
  ///   - matrix: the edition under which findings are placed.
  ///   - schedule: how long cases are kept.
  ///   - surveys: the links by which those who were supervised look back on it.
  ///   - printer: what makes a PDF of a report.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway, names: any ClaimedNames,
    documents: DocumentDesk, matrix: Enforcement.MatrixEdition, schedule: RetentionSchedule,
    surveys: SurveyLinks, printer: any Printer,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.names = names
    self.documents = documents
    self.printer = printer
    self.matrix = matrix
    self.schedule = schedule
    self.surveys = surveys
    self.changes = changes
  }

  public var navigation: [NavigationItem] { [NavigationItem("cases.navigation", Site.cases)] }

  public var routes: [Route] {
    let opening = CaseOpeningPage(library: library, commands: commands, claimed: names)
    let filing = CaseDocumentPages(commands: commands, documents: documents, find: subject)
    let logging = LogPage(
      library: library, commands: commands, documents: documents, find: subject)
    let checklists = TemplatePages<ChecklistContent>(
      library: library, commands: commands, changes: changes)
    let naming = CaseSubjectPage(
      library: library, commands: commands, changes: changes, find: subject)
    let relating = CaseRelationPage(library: library, commands: commands, find: subject)
    let letters = TemplatePages<LetterContent>(
      library: library, commands: commands, changes: changes)
    let reporting = ReportPages(
      library: library, commands: commands, documents: documents, printer: printer,
      changes: changes, find: subject)
    let asking = SurveyPages(
      library: library, commands: commands, links: surveys, find: subject)
    let keeping = RetentionPages(library: library, schedule: schedule)
    return [
      .get("cases", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get("cases/new", for: .holding(.inspect), proof: .any, showing: .work(.view), opening.draw),
      .post("cases/new", for: .holding(.inspect), proof: .any, showing: .work(.view), opening.take),
      .get("cases/:case", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        visit.show(CasePage(about: try await subject(visit)).page)
      },
      .get("cases/matrix", for: .holding(.read), proof: .any, showing: .nothing) { visit in
        visit.show(MatrixPage(matrix: matrix, reader: visit.reader).page)
      },
      .get(
        "cases/:case/findings/:finding", for: .holding(.read), proof: .any, showing: .work(.view)
      ) {
        visit in visit.show(FindingPage(about: try await finding(visit)).page)
      },
    ] + desk(subject).routes(CaseForms.all) + desk(planned).routes([PlanForms.plan])
      + desk(corrected).routes([LogForms.correction]) + keepingDesk.routes(RetentionForms.all)
      + enforcement.routes(EnforcementForms.all) + filing.routes
      + logging.routes
      + checklists.routes + naming.routes + relating.routes + letters.routes + reporting.routes
      + asking.routes + keeping.routes
  }

  private func desk(
    _ find: @escaping @Sendable (Visit) async throws -> CaseSubject
  ) -> CommandDesk<CaseFile, CaseSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: find, changes: changes,
      explaining: { refusal, _, reader in CaseRefusals.explain(refusal, reader) },
      above: { _, about, visit in ClosedCaseNotice.html(about, at: visit.reader.here) })
  }

  /// There is no way back from a destruction.
  private var keepingDesk: CommandDesk<CaseFile, KeptCase> {
    CommandDesk(
      commands: commands, proof: .fresh, showing: .work(.view), find: kept, changes: changes,
      explaining: { refusal, _, reader in CaseRefusals.explain(refusal, reader) })
  }

  private var enforcement: CommandDesk<CaseFile, FindingSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: finding, changes: changes,
      explaining: { refusal, _, reader in CaseRefusals.explain(refusal, reader) },
      above: { _, about, _ in ClosedCaseNotice.html(about.file) })
  }

  @Sendable private func finding(_ visit: Visit) async throws -> FindingSubject {
    try await subject(visit).enforced(visit, under: matrix)
  }

  @Sendable private func kept(_ visit: Visit) async throws -> KeptCase {
    let kept = try await library.look(
      CaseKeptQuery(try visit.parameter("case")), as: try visit.viewer(), at: visit.reader.moment)
    guard let kept else { throw Problem.notFound }
    return KeptCase(kept: kept, schedule: schedule)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let choice = try CaseChoice(visit)
    let found = try await library.look(
      CasesQuery(choice.selection(for: visit.reader), before: choice.before),
      ProgrammeNamesQuery(), as: try visit.viewer(), at: visit.reader.moment)
    let page = CasesPage(
      found: found.0, programmes: found.1, choice: choice, named: try await named(choice, visit))
    return visit.show(page.page(for: visit.reader))
  }

  /// The case that those of a list name; nil when they need name none.
  private func named(_ choice: CaseChoice, _ visit: Visit) async throws -> CaseFileRow? {
    guard let id = choice.naming else { return nil }
    let found = try await library.look(
      CaseQuery(id), as: try visit.viewer(), at: visit.reader.moment)
    guard let found else { throw Problem.notFound }
    return found
  }

  /// With the checklists to choose from.
  @Sendable private func planned(_ visit: Visit) async throws -> CaseSubject {
    var about = try await subject(visit)
    about.usableChecklists = try await library.look(
      UsableChecklistsQuery(on: about.id), as: try visit.viewer(), at: visit.reader.moment)
    return about
  }

  /// With what was asked where the intervention was that is corrected.
  @Sendable private func corrected(_ visit: Visit) async throws -> CaseSubject {
    var about = try await subject(visit)
    if let checked = try about.intervention(visit).intervention.checked {
      about.asked = try await library.look(
        ChecklistEditionQuery(checked.against), as: try visit.viewer(), at: visit.reader.moment)
    }
    return about
  }

  @Sendable private func subject(_ visit: Visit) async throws -> CaseSubject {
    let id: CaseID = try visit.parameter("case")
    let found = try await library.look(
      CaseQuery(id), LastChangeQuery(of: StreamName(CaseFile.category, id.identity)),
      CasePartsQuery(CaseInterventionRow.self, of: id), CasePartsQuery(CaseFindingRow.self, of: id),
      CasePartsQuery(CaseDocumentRow.self, of: id), NeighbouringCasesQuery(of: id),
      NamedChecklistsQuery(on: id), ProgrammeNamesQuery(),
      PartsQuery(ofAll: TargetGroupRow.self),
      EditionQuery(), SubjectOfCaseQuery(of: id), VisitsToSubjectQuery(of: id),
      CasePartsQuery(CaseReportRow.self, of: id),
      CasePartsQuery(CaseEnforcementRow.self, of: id), EnforcementElsewhereQuery(of: id),
      CountedIndicatorsQuery(of: id), CasePartsQuery(CaseSurveyRow.self, of: id),
      CasePartsQuery(CasePublicationRow.self, of: id),
      CasePartsQuery(CaseRetentionRow.self, of: id), OriginOfCaseQuery(of: id),
      as: try visit.viewer(), at: visit.reader.moment)
    guard let file = found.0, let change = found.1 else { throw Problem.notFound }
    return CaseSubject(
      file: file, change: change, interventions: found.2, findings: found.3, documents: found.4,
      reports: found.12, neighbours: found.5, checklistTitles: found.6, entity: found.10,
      origin: found.19, visits: found.11, enforcement: found.13,
      enforcementElsewhere: found.14, counted: found.15, surveys: found.16,
      publications: found.17, retention: found.18.first, schedule: schedule,
      names: CaseNames(
        programmes: found.7, groups: found.8, edition: found.9, reader: visit.reader))
  }
}
