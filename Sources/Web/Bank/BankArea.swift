public import Domain
public import EventSourcing
import Hummingbird
public import ReadModels
import Reads

/// The pages of the data bank: what is known of ways to change behaviour, proposed by anybody and accepted by an editor.
public struct BankArea: Area {
  private let library: Library
  private let commands: any CommandGateway
  private let licence: Line
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - licence: under which licence others may use what was written here.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway, licence: Line,
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.licence = licence
    self.changes = changes
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("bank.navigation", Site.bank)]
  }

  public var routes: [Route] { pages + sharing + types + desk.routes(BankForms.all) }

  private var pages: [Route] {
    let proposing = ProposingPage(library: library, commands: commands)
    return [
      .get("bank", for: .holding(.read), proof: .any, showing: .work(.view), list),
      .get("bank/new", for: .holding(.analyse), proof: .any, showing: .work(.view), proposing.draw),
      .post(
        "bank/new", for: .holding(.analyse), proof: .any, showing: .work(.view), proposing.take),
      .get("bank/:entry", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        visit.show(BankEntryPage.page(try await subject(visit)))
      },
      .get(
        "bank/:entry/versions/:version", for: .holding(.read), proof: .any, showing: .work(.view)
      ) {
        visit in
        let about = try await subject(visit)
        let events = try await library.look(
          HistoryQuery(of: StreamName(BankEntry.category, about.identity)),
          as: try visit.viewer(), at: visit.reader.moment)
        let version: Int = try visit.parameter("version")
        guard let page = BankVersionPage(version, in: events, of: about)?.page else {
          throw Problem.notFound
        }
        return visit.show(page)
      },
    ]
  }

  private var sharing: [Route] {
    let importing = BankImport(library: library, commands: commands)
    return [
      .get("bank/file", for: .holding(.read), proof: .any, showing: .work(.export), file),
      .get(
        "bank/import", for: .holding(.curate), proof: .any, showing: .work(.view), importing.draw),
      .post(
        "bank/import", for: .holding(.curate), proof: .any, showing: .work(.view), importing.preview
      ),
      .post(
        "bank/import/takeover", for: .holding(.curate), proof: .any, showing: .work(.view),
        importing.take),
    ]
  }

  private var types: [Route] {
    [
      .get("bank/types", for: .holding(.read), proof: .any, showing: .work(.view)) { visit in
        let found = try await library.look(
          EditionQuery(), TrialsQuery(), as: try visit.viewer(), at: visit.reader.moment)
        let page = BankTypesPage(
          edition: found.0?.edition, trials: found.1, reader: visit.reader)
        return visit.show(page.page)
      },
      .get("bank/types/:type", for: .holding(.read), proof: .any, showing: .work(.view), type),
    ]
  }

  private var desk: CommandDesk<BankEntry, BankSubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .work(.view), find: subject, changes: changes,
      explaining: BankRefusals.explain)
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let (choice, today) = (try BankChoice(visit), visit.reader.dayShown)
    let found = try await library.look(
      BankQuery(
        choice.selection, page: choice.page, atMost: BankChoice.entriesMax, on: today),
      BankFiguresQuery(on: today), EditionQuery(), as: try visit.viewer(),
      at: visit.reader.moment)
    visit.rows.note(found.0.entries.count)
    let page = BankPage(
      entries: found.0, figures: found.1, edition: found.2?.edition, choice: choice,
      reader: visit.reader)
    return visit.show(page.page)
  }

  @Sendable private func type(_ visit: Visit) async throws -> Response {
    let key: References.InterventionType.Key = try visit.parameter("type")
    var selection = BankSelection()
    selection.type = key
    let found = try await library.look(
      EditionQuery(),
      BankQuery(selection, atMost: BankChoice.entriesMax, on: visit.reader.dayShown),
      TrialsQuery(of: key), as: try visit.viewer(), at: visit.reader.moment)
    let page = BankTypePage(
      key: key, edition: found.0, entries: found.1, trials: found.2, reader: visit.reader)
    guard let page = page.page else { throw Problem.notFound }
    return visit.show(page)
  }

  @Sendable private func file(_ visit: Visit) async throws -> Response {
    var selection = try BankChoice(visit).selection
    selection.standing = .accepted
    let found = try await library.look(
      BankQuery(selection, atMost: BankFile.entriesMax, on: visit.reader.dayShown),
      as: try visit.viewer(), at: visit.reader.moment)
    // Half a file that does not say so would be taken for the whole.
    guard found.count <= BankFile.entriesMax else {
      throw Problem(
        .badRequest, Phrase("bank.file-too-long", ["count": .number(BankFile.entriesMax)]))
    }
    visit.rows.note(found.count)
    let organisation = Line(recorded: visit.reader.house.organisation)
    let file = BankFile(
      organisation: organisation, licence: licence, writtenOn: visit.reader.dayShown,
      entries: found.entries.compactMap {
        BankFile.Entry($0, sharedBy: organisation, under: licence)
      })
    return try file.answer()
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
