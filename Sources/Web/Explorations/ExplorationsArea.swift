import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of explorations and of the decisions taken on them.
public struct ExplorationsArea: Area {
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

  public var navigation: [NavigationItem] {
    [NavigationItem("explorations.navigation", Site.explorations)]
  }

  public var routes: [Route] {
    let opening = OpeningPage(commands: commands)
    let adoption = AdoptionPages(commands: commands, find: subject)
    return [
      .get("explorations", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get(
        "explorations/new", for: .holding(.explore), proof: .any, showing: .work(.view),
        opening.draw),
      .post(
        "explorations/new", for: .holding(.explore), proof: .any, showing: .work(.view),
        opening.take),
      .get("explorations/:exploration", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        visit.show(ExplorationPage.page(try await subject(visit)))
      },
      .get(
        "explorations/:exploration/decisions/:decision", for: .holding(.read), proof: .any,
        showing: .work(.view)
      ) { visit in
        let about = try await subject(visit)
        let decision = try about.decision(visit)
        return visit.show(
          DecisionPage.page(
            decision, of: about, leadingTo: try await followUp(decision, visit)))
      },
      .get(
        AdoptionPages.pattern, for: .holding(.decide), proof: .any, showing: .work(.view),
        adoption.draw),
      .post(
        AdoptionPages.pattern, for: .holding(.decide), proof: .any, showing: .work(.view),
        adoption.take),
    ] + desk.routes(ExplorationForms.all)
  }

  private var desk: CommandDesk<Exploration, ExplorationSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: ExplorationRefusals.explain)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let choice = try ExplorationChoice(visit)
    let (explorations, decisions) = try await library.look(
      ExplorationsQuery(), AdoptedDecisionsQuery(), as: try visit.viewer(),
      at: visit.reader.moment)
    let page = ExplorationsPage(
      explorations: explorations, decisions: decisions, choice: choice, people: visit.reader.people,
      reader: visit.reader)
    return visit.show(page.page)
  }

  /// What the programme or the signal is called that came of the decision; nil when nothing did.
  private func followUp(_ decision: DecisionRow, _ visit: Visit) async throws -> Line? {
    let (viewer, moment) = (try visit.viewer(), visit.reader.moment)
    switch decision.proposal.outcome.followUp {
    case .establish(let id):
      let programme = try await library.look(ProgrammeQuery(id), as: viewer, at: moment)
      return programme?.label.name
    case .raise(let id):
      let signal = try await library.look(SignalQuery(id), as: viewer, at: moment)
      return signal?.message.title
    case nil: return nil
    }
  }

  /// The exploration that the address names, with all that it says, asked in one go.
  @Sendable private func subject(_ visit: Visit) async throws -> ExplorationSubject {
    let id: ExplorationID = try visit.parameter("exploration")
    let found = try await library.look(
      ExplorationQuery(id), ExplorationPartsQuery(SectionRow.self, of: id),
      ExplorationPartsQuery(PartyRow.self, of: id), ExplorationPartsQuery(FindingRow.self, of: id),
      ExplorationPartsQuery(ArgumentRow.self, of: id),
      ExplorationPartsQuery(DecisionRow.self, of: id),
      LastChangeQuery(of: StreamName(Exploration.category, id.identity)), as: try visit.viewer(),
      at: visit.reader.moment)
    guard let exploration = found.0, let change = found.6 else { throw Problem.notFound }
    return ExplorationSubject(
      exploration: exploration, change: change, sections: found.1, parties: found.2,
      findings: found.3, arguments: found.4, decisions: found.5, people: visit.reader.people,
      reader: visit.reader)
  }
}
