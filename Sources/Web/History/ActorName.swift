import Domain
import ReadModels

extension People {
  /// Who did something; a process of our own gets a name one can read.
  func name(ofActor actor: PersonID, for reader: Reader) -> String {
    if persons.contains(where: { $0.id == actor }) { return name(actor) }
    if actor.isGuest { return reader.text("history.actor.guest") }
    let id = actor.description
    if id == "koers-seed" { return reader.text("history.actor.seed") }
    if id == "koers-directory" { return reader.text("history.actor.directory") }
    if id.utf8.starts(with: "koers-".utf8) { return reader.text("history.actor.process") }
    return name(actor)
  }
}
