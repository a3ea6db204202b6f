import Domain

/// The people whom a page can name and a form can offer.
struct People: Sendable {
  let persons: [Person]

  /// The name of somebody; of somebody we do not know, what they sign in as, as words.
  func name(_ id: PersonID) -> String {
    persons.first { $0.id == id }?.name ?? id.description.replacing("-", with: " ")
  }

  /// Everybody, to choose from.
  var choices: [Choice] { persons.map { Choice($0.id.description, $0.name) } }

  /// Everybody, and `id` also when it is nobody we know.
  func choices(with id: PersonID?) -> [Choice] {
    guard let id, !persons.contains(where: { $0.id == id }) else { return choices }
    return choices + [Choice(id.description, name(id))]
  }
}
