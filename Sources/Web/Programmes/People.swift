import Domain
import ReadModels

/// The people whom a page can name and a form can offer.
struct People: Sendable {
  let persons: [Person]

  /// Who loads the data that Koers comes with.
  private static let seeder = "koers-seed"
  /// The name of the program itself, where it did something that no person did.
  static let program = "Koers"
  /// Who is written where nobody holds a post yet: a plan names its programmes before it names who leads them.
  private static let vacancy = "nog-te-benoemen"

  /// The name of somebody; of somebody we do not know, what they sign in as, as words.
  func name(_ id: PersonID) -> String {
    if id.description == Self.seeder { return Self.program }
    return persons.first { $0.id == id }?.name ?? words(of: id)
  }

  private func words(of id: PersonID) -> String {
    let (hyphen, space) = (UInt8(ascii: "-"), UInt8(ascii: " "))
    return String(decoding: id.description.utf8.map { $0 == hyphen ? space : $0 }, as: UTF8.self)
  }

  /// Who holds a post; nil while nobody does.
  static func holder(_ id: PersonID) -> PersonID? { id.description == vacancy ? nil : id }

  /// The name of who manages a programme, or that nobody does yet.
  func manager(_ id: PersonID, for reader: Reader) -> String {
    Self.holder(id).map { name($0) } ?? reader.text("programme.manager.nobody")
  }

  /// Who had an account that is closed.
  var left: [PersonID] { persons.filter { !$0.isOpen }.map(\.id) }

  /// Everybody with an open account, to choose from.
  var choices: [Choice] {
    persons.filter(\.isOpen).map { Choice($0.id.description, $0.name) }
  }

  /// Whether it is somebody we know, who may lead a programme.
  func mayManage(_ id: PersonID) -> Bool {
    persons.contains { person in
      person.id == id && person.may(.manage)
    }
  }

  /// Those with an open account who may do what `right` is, somewhere.
  func holding(_ right: Right) -> People {
    People(persons: persons.filter { $0.isOpen && $0.may(right) })
  }

  /// Those who may lead a programme, and `present`, who does already.
  fileprivate func managers(with present: PersonID?) -> [Choice] {
    choices(with: present).filter { choice in
      choice.value == present?.description || PersonID(choice.value).map(mayManage) == true
    }
  }

  /// Everybody, and `id` also when it is nobody we know.
  func choices(with id: PersonID?) -> [Choice] {
    guard let id, !persons.contains(where: { $0.id == id && $0.isOpen }) else { return choices }
    return choices + [Choice(id.description, name(id))]
  }
}

extension FormSheet {
  /// Who leads a programme: one of those who may, or `present`, who does already.
  mutating func manager(_ people: People, or present: PersonID? = nil) {
    select("manager", label: "programme.field.manager", people.managers(with: present))
  }
}

extension Form {
  /// Somebody who may lead a programme, or `present`, who does already.
  mutating func manager(among people: People, or present: PersonID? = nil) -> PersonID? {
    guard let id = person("manager", among: people, or: present) else { return nil }
    guard id == present || people.mayManage(id) else {
      note(
        FormProblem(
          Phrase("programme.manager.may-not", ["person": .text(people.name(id))]), at: "manager"))
      return nil
    }
    return id
  }

  /// Somebody whom the form offered: one of `people`, or `present`, who was there already.
  mutating func person(
    _ field: String, among people: People, or present: PersonID? = nil
  ) -> PersonID? {
    guard let id = offered(field, as: PersonID.self) else { return nil }
    guard people.choices(with: present).contains(where: { $0.value == id.description }) else {
      note(.notAChoice, at: field)
      return nil
    }
    return id
  }

  mutating func optionalPerson(
    _ field: String, among people: People, or present: PersonID? = nil
  ) -> PersonID? {
    isFilled(field) ? person(field, among: people, or: present) : nil
  }
}
