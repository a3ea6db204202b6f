import Domain
public import EventSourcing
import Foundation
import Hummingbird
public import ReadModels
import Reads

/// Emergency access: taking it, ending it, and looking over what others took.
public struct EmergencyArea: Area {
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
    [
      NavigationItem("emergency.title", Site.emergencies) { $0.emergenciesToReview }
    ]
  }

  public var routes: [Route] {
    let taking = EmergencyTaking(commands: commands)
    return [
      .get("emergency", for: .holding(.breakGlass), proof: .fresh, showing: .nothing, taking.draw),
      .post("emergency", for: .holding(.breakGlass), proof: .fresh, showing: .nothing, taking.take),
      // Giving it back takes no proof and no role.
      .post("emergency/end", for: .signedIn, proof: .any, showing: .nothing, taking.end),
      .get("emergencies", for: .holding(.protect), proof: .any, showing: .people(.view), list),
      .get("emergencies/:emergency", for: .holding(.protect), proof: .any, showing: .people(.view))
      { visit in
        visit.show(EmergencyPage.page(try await subject(visit)))
      },
    ] + desk.routes([EmergencyReview.form])
  }

  private var desk: CommandDesk<Account, EmergencySubject> {
    CommandDesk(
      commands: commands, proof: .any, showing: .people(.view), find: subject, changes: changes,
      explaining: { refusal, _, reader in AccountRefusals.explain(refusal, nil, reader) })
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let found = try await library.look(
      EmergenciesQuery(), AccountsQuery(), as: try visit.viewer(), at: visit.reader.moment)
    return visit.show(
      EmergenciesPage(emergencies: found.0, accounts: found.1).page(for: visit.reader))
  }

  @Sendable private func subject(_ visit: Visit) async throws -> EmergencySubject {
    let id: EmergencyID = try visit.parameter("emergency")
    let (viewer, moment) = (try visit.viewer(), visit.reader.moment)
    let emergency = try await library.look(EmergencyQuery(id), as: viewer, at: moment)
    guard let emergency else { throw Problem.notFound }
    var choice = ReadsChoice()
    choice.emergency = id
    let found = try await library.look(
      AccountsQuery(), ReadsQuery(choice, atMost: ReadsFile.linesMax), as: viewer, at: moment)
    let titles = try await library.look(SubjectTitlesQuery(of: found.1), as: viewer, at: moment)
    guard let account = found.0.first(where: { $0.home == emergency.home }) else {
      throw Problem.notFound
    }
    return EmergencySubject(
      emergency: emergency, account: account, reads: found.1,
      names: SubjectNames(accounts: found.0, titles: titles), reader: visit.reader)
  }
}
