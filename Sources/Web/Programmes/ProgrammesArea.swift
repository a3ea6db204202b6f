import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of programmes: each with its indicators and interventions, and the forms to change them.
public struct ProgrammesArea: Area {
  private let library: Library
  private let commands: any CommandGateway
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.changes = changes
  }

  public var routes: [Route] {
    let adoption = AdoptionPage(commands: commands)
    return [
      .get("programmes", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        Response(status: .seeOther, headers: [.location: visit.reader.to(Site.home).address])
      },
      .get(
        "programmes/new", for: .holding(.decide), proof: .any, showing: .work(.view), adoption.draw),
      .post(
        "programmes/new", for: .holding(.decide), proof: .any, showing: .work(.view), adoption.take),
      .get("programmes/:programme", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        visit.show(ProgrammePage(try await subject(visit)).page)
      },
      .get(
        "programmes/:programme/indicators/:indicator", for: .holding(.read), proof: .any,
        showing: .work(.view)
      ) { visit in
        let about = try await subject(visit)
        return visit.show(IndicatorPage.page(try about.indicator(visit), of: about))
      },
      .get(
        "programmes/:programme/interventions/:intervention", for: .holding(.read),
        proof: .any, showing: .work(.view)
      ) { visit in
        let about = try await subject(visit)
        return visit.show(InterventionPage.page(try about.intervention(visit), of: about))
      },
    ] + desk.routes(ProgrammeForms.all)
  }

  private var desk: CommandDesk<Programme, ProgrammeSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: ProgrammeRefusals.explain, taken: ProgrammeRefusals.taken)
  }

  /// The programme that the address names, with all it consists of, asked in one go.
  @Sendable private func subject(_ visit: Visit) async throws -> ProgrammeSubject {
    let id: ProgrammeID = try visit.parameter("programme")
    let chained = showsChains(visit) ? id : nil
    let found = try await library.look(
      ProgrammeQuery(id), PartsQuery(ProblemRow.self, of: id), PartsQuery(LabelRow.self, of: id),
      PartsQuery(PhaseRow.self, of: id), PartsQuery(ExtensionRow.self, of: id),
      PartsQuery(GoalRow.self, of: id), PartsQuery(IndicatorRow.self, of: id),
      LatestMeasurementsQuery(of: id), MeasurementsQuery(measured(at: visit), in: id),
      PartsQuery(EstimateRow.self, of: id), PartsQuery(TargetGroupRow.self, of: id),
      PartsQuery(PartnerRow.self, of: id), PartsQuery(AgreementRow.self, of: id),
      PartsQuery(MemberRow.self, of: id), PartsQuery(InterventionRow.self, of: id),
      PartsQuery(InterventionEvaluationRow.self, of: id), PartsQuery(AchievementRow.self, of: id),
      PartsQuery(EvaluationRow.self, of: id), AnalysisPartsQuery(AnalysisRow.self, of: chained),
      AnalysisPartsQuery(SubRiskRow.self, of: chained),
      AnalysisPartsQuery(ChoiceRow.self, of: chained), AnalysisEditionQuery(of: chained),
      LastChangeQuery(of: StreamName(Programme.category, id.identity)), as: try visit.viewer(),
      at: visit.reader.moment)
    guard let programme = found.0, let change = found.22 else { throw Problem.notFound }
    let outline = found.18.first.map {
      ToolboxOutline(analysis: $0, subRisks: found.19, choices: found.20)
    }
    let counting = counting(at: visit, among: found.6)
    let tally =
      counting == nil
      ? nil
      : try await library.look(
        CaseTallyQuery(counting, in: id), as: try visit.viewer(), at: visit.reader.moment)
    return ProgrammeSubject(
      programme: programme, change: change, problems: found.1, labels: found.2, phases: found.3,
      extensions: found.4, goals: found.5, indicators: found.6, latest: found.7,
      measurements: found.8, estimates: found.9, targetGroups: found.10, partners: found.11,
      agreements: found.12, members: found.13, interventions: found.14,
      interventionEvaluations: found.15, achievements: found.16, evaluations: found.17,
      chains: outline.map { outline in
        ChainView(
          programme: id, chains: outline.chains(found.14, found.15), groups: found.10,
          names: ReferenceNames(edition: found.21?.edition, reader: visit.reader))
      },
      tally: tally, people: visit.reader.people, reader: visit.reader)
  }

  /// Whether the page is one that shows how interventions were chosen: that of the programme or of one of them.
  private func showsChains(_ visit: Visit) -> Bool {
    let parts = visit.reader.here.segments.dropFirst(2)
    return parts.isEmpty || parts.count == 2 && parts.first == "interventions"
  }

  /// Which cases the page that an address names tells about.
  private func counting(
    at visit: Visit, among indicators: [IndicatorRow]
  ) -> Programme.CaseCounting? {
    if let id = visit.parameter("intervention").flatMap({ InterventionID($0) }) {
      return .of(id)
    }
    let indicator = visit.parameter("indicator").flatMap { IndicatorID($0) }
    return indicators.first { $0.id == indicator }?.counting
  }

  /// What an address asks to see of what was measured.
  private func measured(at visit: Visit) -> MeasurementsQuery.Asked {
    if let indicator = visit.parameter("indicator").flatMap({ IndicatorID($0) }) {
      return .one(indicator)
    }
    let intervention: String? = visit.parameter("intervention")
    return intervention == nil ? .none : .every
  }
}
