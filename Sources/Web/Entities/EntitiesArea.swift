import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of supervised parties and places: who and what the inspectorate watches over, under which names.
public struct EntitiesArea: Area {
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
    [NavigationItem("entities.navigation", Site.entities)]
  }

  public var routes: [Route] {
    let registering = RegisteringPage(library: library, commands: commands)
    let merging = MergingPages(library: library, commands: commands, find: subject)
    return [
      .get("entities", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get(
        "entities/new", for: .holding(.inspect), proof: .any, showing: .work(.view),
        registering.draw),
      .post(
        "entities/new", for: .holding(.inspect), proof: .any, showing: .work(.view),
        registering.take),
      .get("entities/:entity", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        let about = try await subject(visit)
        var selection = CaseSelection()
        selection.subjects = [about.id] + about.merged.map(\.id)
        let before = visit.query("before").flatMap { CaseNumber($0) }
        let found = try await library.look(
          CasesQuery(selection, before: before), as: try visit.viewer(), at: visit.reader.moment)
        let cases = CasesOfEntity.html(found, about, isBegun: before != nil)
        return visit.show(EntityPage.page(about, cases: cases))
      },
    ] + merging.routes
      + desk { form, _, visit in try await NumberHolders.html(form, in: library, for: visit) }
      .routes(EntityForms.all)
      + desk { _, about, _ in about.offer.question }.routes([EntityForms.relation])
  }

  /// Where forms are drawn and taken in, with `above` above each.
  private func desk(
    above: @escaping @Sendable (Form, EntitySubject, Visit) async throws -> HTML
  ) -> CommandDesk<SupervisedEntity, EntitySubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: { refusal, _, reader in EntityRefusals.explain(refusal, reader) },
      taken: EntityRefusals.taken, above: above)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let choice = try EntityChoice(visit)
    let found = try await library.look(
      EntitiesQuery(choice.selection, page: choice.page, atMost: EntityChoice.entitiesMax),
      as: try visit.viewer(), at: visit.reader.moment)
    visit.rows.note(found.entities.count)
    let page = EntitiesPage(found: found, choice: choice, reader: visit.reader)
    return visit.show(page.page)
  }

  @Sendable private func subject(_ visit: Visit) async throws -> EntitySubject {
    let id: EntityID = try visit.parameter("entity")
    let viewer = try visit.viewer()
    let found = try await library.look(
      EntityQuery(id), SurvivorQuery(of: id), MergedEntitiesQuery(into: id),
      RelationsQuery(of: id), AgencyVisitsQuery(to: id),
      LastChangeQuery(of: StreamName(SupervisedEntity.category, id.identity)), as: viewer,
      at: visit.reader.moment)
    guard let entity = found.0, let change = found.5 else { throw Problem.notFound }
    return EntitySubject(
      entity: entity, change: change, survivor: found.1, merged: found.2, relations: found.3,
      visits: found.4, offer: try await EntityOffer(beside: id, in: library, for: visit),
      people: visit.reader.people, reader: visit.reader)
  }
}
