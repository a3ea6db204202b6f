import Domain
import EventSourcing
import ReadModels

/// One supervised party or place, as its page shows it and its forms fill in.
struct EntitySubject: Subject {
  let entity: EntityRow
  let change: Change
  /// The one that it proved to be the same as; nil while it stands by itself.
  let survivor: EntityRow?
  /// Those that proved to be this one.
  let merged: [EntityRow]
  let relations: [SeenRelation]
  let visits: [AgencyVisitRow]
  /// Others to choose from.
  var offer: EntityOffer
  let people: People
  let reader: Reader

  var id: EntityID { entity.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }
  var page: Link { Site.entity(id) }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("entities.title"), Site.entities),
      Crumb(entity.name.description, page),
    ]
  }

  func name(_ person: PersonID?) -> String {
    person.map { people.name(ofActor: $0, for: reader) } ?? reader.text("entity.nobody")
  }

  /// The form at this part of its address; nil for who may not use it, or when it was merged.
  func form(_ parts: String...) -> Link? {
    let link = Site.entity(id, parts)
    return entity.merge == nil && reader.mayPost(to: link) ? link : nil
  }

  /// The form by which a merge is undone; nil for who may not use it, or when it was not merged.
  var undoing: Link? {
    let link = Site.entity(id, ["merge", "undo"])
    return entity.merge != nil && reader.mayPost(to: link) ? link : nil
  }

  /// The other name that the address names.
  func alias(_ visit: Visit) throws(Problem) -> EntityRow.KnownAlias {
    let id: AliasID = try visit.parameter("alias")
    guard let alias = entity.aliases.first(where: { $0.id == id }) else { throw .notFound }
    return alias
  }

  /// The relation of its own that the address names, as long as it goes on.
  func relation(_ visit: Visit) throws(Problem) -> SeenRelation {
    let id: RelationID = try visit.parameter("relation")
    guard
      let relation = relations.first(where: {
        $0.row.id == id && $0.isOwn && $0.row.endedOn == nil
      })
    else { throw .notFound }
    return relation
  }

  /// The visit of another agency that the address names.
  func visit(_ visit: Visit) throws(Problem) -> AgencyVisitRow {
    let id: AgencyVisitID = try visit.parameter("visit")
    guard let noted = visits.first(where: { $0.id == id && $0.home.entity == self.id }) else {
      throw .notFound
    }
    return noted
  }
}
