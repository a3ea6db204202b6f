public import Authentication
import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of the toolbox of a programme: choose, understand, act, and the sessions in which people do that.
public struct ToolboxArea: Area {
  private let library: Library
  private let commands: any CommandGateway
  private let links: PersonalLinks
  private let documents: DocumentDesk
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - links: by which people without an account take part in sessions.
  ///   - documents: where attachments come in and go out.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway, links: PersonalLinks,
    documents: DocumentDesk,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.links = links
    self.documents = documents
    self.changes = changes
  }

  public var routes: [Route] {
    let planning = PlanningPage(commands: commands, find: subject)
    return [
      page("programmes/:programme/toolbox") { about, _ in ToolboxPage.page(about) },
      page("programmes/:programme/toolbox/choose") { about, _ in ChoosePage.page(about) },
      page("programmes/:programme/toolbox/understand") { about, _ in
        UnderstandPage.page(about)
      },
      page("programmes/:programme/toolbox/understand/:group") { about, visit in
        GroupPage.page(try about.group(visit), of: about)
      },
      page("programmes/:programme/toolbox/act") { about, _ in ActPage.page(about) },
      page("programmes/:programme/toolbox/act/suggestions/:suggestion") { about, visit in
        SuggestionPage.page(try about.suggestion(visit), of: about)
      },
      page("programmes/:programme/toolbox/sessions/:session") { about, visit in
        SessionPage.page(try about.session(visit), of: about)
      },
      .live(
        "programmes/:programme/toolbox/sessions/:session/changes", for: .holding(.read),
        proof: .any
      ) { visit in
        let about = try await subject(visit)
        _ = try about.session(visit)
        return Watched(StreamName(Analysis.category, about.identity), at: about.version)
      },
      .get(
        "programmes/:programme/toolbox/act/choices/:choice/plan", for: .holding(.work),
        proof: .any, showing: .work(.view), planning.draw),
      .post(
        "programmes/:programme/toolbox/act/choices/:choice/plan", for: .holding(.work),
        proof: .any, showing: .work(.view), planning.take),
    ] + GuestLinkPage(links: links, find: subject).routes
      + AttachmentPages(commands: commands, documents: documents, find: subject).routes
      + desk.routes(ToolboxForms.all)
  }

  private func page(
    _ pattern: StaticString, _ draw: @escaping @Sendable (ToolboxSubject, Visit) throws -> Page
  ) -> Route {
    .get(pattern, for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
      visit.show(try draw(try await subject(visit), visit))
    }
  }

  private var desk: CommandDesk<Analysis, ToolboxSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: running, changes: changes,
      explaining: ToolboxRefusals.explain)
  }

  /// The analysis of a programme that is not over: the toolbox of one that is stays as it was.
  @Sendable private func running(_ visit: Visit) async throws -> ToolboxSubject {
    let about = try await subject(visit)
    guard !about.programme.isEnded else { throw Problem(.conflict, "toolbox.programme-ended") }
    return about
  }

  /// The analysis of the programme that the address names, asked in one go.
  @Sendable private func subject(_ visit: Visit) async throws -> ToolboxSubject {
    let id: ProgrammeID = try visit.parameter("programme")
    let found = try await library.look(
      ProgrammeQuery(id), AnalysisPartsQuery(AnalysisRow.self, of: id),
      LastChangeQuery(of: StreamName(Analysis.category, id.identity)),
      PartsQuery(TargetGroupRow.self, of: id), PartsQuery(EstimateRow.self, of: id),
      AnalysisPartsQuery(SubRiskRow.self, of: id), AnalysisPartsQuery(ProfileRow.self, of: id),
      AnalysisPartsQuery(JudgementRow.self, of: id),
      AnalysisPartsQuery(InfluencerRow.self, of: id),
      AnalysisPartsQuery(SuggestionRow.self, of: id), AnalysisPartsQuery(ChoiceRow.self, of: id),
      AnalysisPartsQuery(SessionRow.self, of: id), AnalysisPartsQuery(ScoreRow.self, of: id),
      PartsQuery(InterventionRow.self, of: id),
      PartsQuery(InterventionEvaluationRow.self, of: id), PartsQuery(GoalRow.self, of: id),
      PartsQuery(IndicatorRow.self, of: id), EditionsQuery(),
      TrialsQuery(when: visit.reader.here.segments.last == "suggestion"),
      as: try visit.viewer(), at: visit.reader.moment)
    guard let programme = found.0 else { throw Problem.notFound }
    return ToolboxSubject(
      programme: programme, analysis: found.1.first, change: found.2, targetGroups: found.3,
      damage: found.4.last(where: \.stands), subRisks: found.5, profiles: found.6,
      judgements: found.7, influencers: found.8, suggestions: found.9, choices: found.10,
      sessions: found.11, scores: found.12, interventions: found.13,
      interventionEvaluations: found.14, goals: found.15, indicators: found.16,
      editions: found.17, trials: found.18, people: visit.reader.people, reader: visit.reader)
  }
}
