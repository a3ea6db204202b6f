import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of the data bank: what is known of ways to change behaviour, proposed by anybody and accepted by an editor.
public struct BankArea: Area {
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
    [NavigationItem("bank.navigation", Site.bank)]
  }

  public var routes: [Route] {
    let proposing = ProposingPage(library: library, commands: commands)
    return [
      .get("bank", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get("bank/new", for: .holding(.analyse), proof: .any, showing: .work(.view), proposing.draw),
      .post(
        "bank/new", for: .holding(.analyse), proof: .any, showing: .work(.view), proposing.take),
      .get("bank/:entry", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        visit.show(BankEntryPage.page(try await subject(visit)))
      },
    ] + desk.routes(BankForms.all)
  }

  private var desk: CommandDesk<BankEntry, BankSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: BankRefusals.explain)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let choice = try BankChoice(visit)
    let found = try await library.look(
      BankQuery(words: choice.words), EditionQuery(), as: try visit.viewer(),
      at: visit.reader.moment)
    let page = BankPage(entries: found.0, edition: found.1?.edition, choice: choice)
    return visit.show(page.page(for: visit.reader))
  }

  @Sendable private func subject(_ visit: Visit) async throws -> BankSubject {
    let id: BankEntryID = try visit.parameter("entry")
    let found = try await library.look(
      BankEntryQuery(id), EditionQuery(),
      LastChangeQuery(of: StreamName(BankEntry.category, id.identity)), as: try visit.viewer(),
      at: visit.reader.moment)
    guard let entry = found.0, let change = found.2 else { throw Problem.notFound }
    return BankSubject(
      entry: entry, edition: found.1?.edition, change: change, people: visit.reader.people,
      reader: visit.reader)
  }
}

/// One entry, as its page shows it and its forms fill in.
struct BankSubject: Subject {
  let entry: BankEntryRow
  /// What types and determinants are called now; nil before there is a reference set.
  let edition: References.Edition?
  let change: Change
  let people: People
  let reader: Reader

  var id: BankEntryID { entry.id }
  var identity: Identity { id.identity }
  var version: Int { change.version }
  var page: Link { Site.bankEntry(id) }

  func trail(for reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("bank.title"), Site.bank),
      Crumb(entry.article?.title.description ?? reader.text("bank.title"), page),
    ]
  }

  /// The form at this part of its address; nil for who may not use it, or when it is not the time.
  func form(_ part: String, when isTime: Bool) -> Link? {
    let link = Site.bankEntry(id, part)
    return isTime && entry.drop == nil && reader.mayPost(to: link) ? link : nil
  }
}
