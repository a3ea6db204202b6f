public import Authentication
import Domain
public import EventSourcing
public import Foundation
import Hummingbird
import Logging
public import ReadModels
import Reads

/// Who has an account, what was granted to them and why: for who lets people in, and who reviews that.
public struct PeopleArea: Area {
  private let library: Library
  private let commands: any CommandGateway
  private let reception: any Reception
  private let invitations: InvitationPage
  private let changes: @Sendable (Conflict, Visit) async throws -> Timeline

  /// - Parameters:
  ///   - library: the read models.
  ///   - commands: the door through which state changes.
  ///   - reception: makes the links with which people choose how to sign in, and knows how they do.
  ///   - now: what time it is.
  ///   - changes: what others did since a form was drawn, as a history.
  public init(
    library: Library, commands: any CommandGateway, reception: any Reception,
    now: @escaping @Sendable () -> Date = { Date() },
    changes: @escaping @Sendable (Conflict, Visit) async throws -> Timeline
  ) {
    self.library = library
    self.commands = commands
    self.changes = changes
    self.reception = reception
    invitations = InvitationPage(reception: reception, now: now)
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("people.navigation", Site.people)]
  }

  public var routes: [Route] {
    let opening = AccountOpeningPage(commands: commands)
    return [
      .get("people", for: .holding(.review), proof: .any, showing: .people(.view), list),
      .get(
        "people/new", for: .holding(.administer), proof: .fresh, showing: .nothing, opening.draw),
      .post(
        "people/new", for: .holding(.administer), proof: .fresh, showing: .nothing, opening.take),
      .get("people/review", for: .holding(.review), proof: .any, showing: .people(.view)) { visit in
        visit.show(try await review(visit).page(for: visit.reader))
      },
      .get("people/review/file", for: .holding(.review), proof: .fresh, showing: .people(.export)) {
        visit in
        let review = try await review(visit)
        visit.rows.note(review.count)
        return review.file(for: visit.reader)
      },
      .get("people/why", for: .holding(.review), proof: .any, showing: .people(.search), why),
      .post(
        "people/:account/invitation", for: .holding(.administer), proof: .fresh,
        showing: .people(.view)
      ) { visit in
        try await invitations.make(for: try await subject(visit), visit)
      },
      .post(
        "people/:account/sessions/end", for: .holding(.administer), proof: .fresh, showing: .nothing
      ) { visit in
        try await endSessions(of: try await subject(visit), visit)
      },
      .get("people/:account", for: .holding(.review), proof: .any, showing: .people(.view)) {
        visit in
        let about = try await subject(visit)
        let isClosed = about.account.closing != nil
        let left = isClosed ? try await work(of: about.account.person, visit) : []
        return visit.show(AccountPage.page(about, left: left))
      },
      .get("people/:account/erasures", for: .holding(.review), proof: .any, showing: .people(.view))
      { visit in
        let about = try await subject(visit)
        return visit.show(ErasurePage.page(about, exports: try await exports(of: about, visit)))
      },
      .get("people/:account/held", for: .holding(.protect), proof: .fresh, showing: .people(.view))
      { visit in
        visit.show(try await held(visit, wholly: false).page())
      },
      .get(
        "people/:account/held/file", for: .holding(.protect), proof: .fresh,
        showing: .people(.export)
      ) {
        visit in
        try await held(visit, wholly: true).file()
      },
      .get(
        "people/:account/held/data", for: .holding(.protect), proof: .fresh,
        showing: .people(.export)
      ) {
        visit in
        try await held(visit, wholly: true).data()
      },
    ] + desk.routes(AccountForms.all + ErasureForms.all)
  }

  /// Ends every session of somebody else at once: one's own are ended at the own account.
  private func endSessions(of about: AccountSubject, _ visit: Visit) async throws -> Response {
    try await reception.end(nil, of: about.account.person)
    visit.logger.notice(
      "All sessions of an account were ended", metadata: ["account": "\(about.id)"])
    var response = visit.go(to: about.page)
    response.setCookie(Notice(.sessionsEnded).cookie)
    return response
  }

  private var desk: CommandDesk<Account, AccountSubject> {
    CommandDesk(
      commands: commands, proof: .fresh, showing: .people(.view), find: subject, changes: changes,
      explaining: { refusal, about, reader in AccountRefusals.explain(refusal, about, reader) })
  }

  @Sendable private func list(_ visit: Visit) async throws -> Response {
    let found = try await library.look(
      AccountsQuery(), GrantsQuery(), EmergenciesQuery(), ErasuresQuery(),
      as: try visit.viewer(), at: visit.reader.moment)
    visit.rows.note(found.0.count)
    return visit.show(
      PeoplePage(
        accounts: found.0, grants: found.1, emergencies: found.2, erasures: found.3
      ).page(for: visit.reader))
  }

  @Sendable private func subject(_ visit: Visit) async throws -> AccountSubject {
    let id: AccountID = try visit.parameter("account")
    let found = try await library.look(
      AccountQuery(id), GrantsQuery(of: id), EmergenciesQuery(of: id), ErasuresQuery(of: id),
      HoldsQuery(of: id), as: try visit.viewer(), at: visit.reader.moment)
    guard let account = found.0 else { throw Problem.notFound }
    return AccountSubject(
      account: account, grants: found.1, emergencies: found.2, erasures: found.3, holds: found.4,
      programmes: try await programmes(visit), reader: visit.reader)
  }

  /// What is held about whom the address names: with every line of the read log when it is told wholly, as in a file.
  private func held(_ visit: Visit, wholly: Bool) async throws -> HeldFile {
    let about = try await subject(visit)
    let person = about.account.person
    let traces = try await library.look(
      TracesQuery(of: person, with: about.id), as: try visit.viewer(), at: visit.reader.moment)
    return HeldFile(
      about: about, signIn: try await reception.record(of: person), traces: traces,
      reads: try await reads([ReadsChoice(by: person)], wholly: wholly, visit),
      readsByOthers: try await reads(
        about.subjectsOfReads.map { ReadsChoice(of: $0) }, wholly: wholly, visit))
  }

  private func reads(
    _ choices: [ReadsChoice], wholly: Bool, _ visit: Visit
  ) async throws -> HeldReads {
    let (viewer, moment) = (try visit.viewer(), visit.reader.moment)
    return wholly
      ? try await HeldReads.all(of: choices, in: library, as: viewer, at: moment)
      : try await HeldReads.last(of: choices, in: library, as: viewer, at: moment)
  }

  /// The files about somebody that were taken along, which no erasure reaches; nil for who may not know.
  private func exports(of about: AccountSubject, _ visit: Visit) async throws -> [Read]? {
    guard visit.reader.visitor.person?.may(.protect) ?? false else { return nil }
    let choices = [ReadsChoice(of: about.subjectOfReads, as: .export)]
    return try await reads(choices, wholly: true, visit).lines.filter(\.isShown)
  }

  private func work(of person: PersonID, _ visit: Visit) async throws -> [HeldWork] {
    try await library.look(
      HeldWorkQuery(by: [person]), as: try visit.viewer(), at: visit.reader.moment)
  }

  /// What programmes are called is no secret to who grants access to them, though their work is.
  private func programmes(_ visit: Visit) async throws -> [ProgrammeNamesQuery.Name] {
    let person = try visit.viewer()
    return try await library.look(
      ProgrammeNamesQuery(), as: Viewer(person.person, of: person.organisation))
  }

  private func review(_ visit: Visit) async throws -> RightsReview {
    let found = try await library.look(
      AccountsQuery(), GrantsQuery(), as: try visit.viewer(), at: visit.reader.moment)
    return RightsReview(
      accounts: found.0, grants: found.1, period: try ReviewPeriod(visit),
      programmes: try await programmes(visit))
  }

  @Sendable private func why(_ visit: Visit) async throws -> Response {
    let reader = visit.reader
    let found = try await library.look(
      AccountsQuery(), GrantsQuery(), EmergenciesQuery(), as: try visit.viewer(),
      at: reader.moment)
    let page = WhyPage(
      accounts: found.0, grants: found.1,
      // It holds by the hour, of which a moment in the past says nothing; the account tells it to the minute.
      emergencies: reader.looksBack ? [] : found.2,
      programmes: try await programmes(visit), choice: try WhyPage.Question(visit))
    return visit.show(page.page(for: reader))
  }
}
