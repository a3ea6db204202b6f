import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
public import ReadModels
import Reads

/// The history: of one thing, and of everything the reader may see.
public struct HistoryPages: Area {
  let library: Library

  /// - Parameter library: the read models.
  public init(library: Library) {
    self.library = library
  }

  public var navigation: [NavigationItem] {
    [NavigationItem("history.navigation", Site.history)]
  }

  public var routes: [Route] {
    [
      .get("history", for: .holding(.read), proof: .any, showing: .work(.view), showRecent),
      .get(
        "explorations/:exploration/history", for: .holding(.read), proof: .any,
        showing: .work(.view)
      ) {
        visit in
        let id: ExplorationID = try visit.parameter("exploration")
        return try await show(
          StreamName(Exploration.category, id.identity), "history.kicker.exploration",
          in: Crumb(visit.reader.text("history.about.explorations"), Site.explorations), visit)
      },
      .get(
        "programmes/:programme/history", for: .holding(.read), proof: .any, showing: .work(.view)
      ) { visit in
        let id: ProgrammeID = try visit.parameter("programme")
        return try await show(
          StreamName(Programme.category, id.identity), "history.kicker.programme",
          in: Crumb(visit.reader.text("portfolio.title"), Site.home), visit)
      },
      .get("signals/:signal/history", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        let id: SignalID = try visit.parameter("signal")
        return try await show(
          StreamName(Signal.category, id.identity), "history.kicker.signal",
          in: Crumb(visit.reader.text("history.about.signals"), Site.signals), visit)
      },
      .get(
        "programmes/:programme/toolbox/history", for: .holding(.read), proof: .any,
        showing: .work(.view)
      ) { visit in
        let id: ProgrammeID = try visit.parameter("programme")
        return try await show(
          StreamName(Analysis.category, id.identity), "history.kicker.analysis",
          in: Crumb(visit.reader.text("portfolio.title"), Site.home), visit)
      },
      .get("references/history", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        try await show(
          StreamName(References.category, ReferencesArea.identity),
          "history.kicker.references",
          in: Crumb(visit.reader.text("references.title"), Site.references), visit)
      },
      .get("bank/:entry/history", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        let id: BankEntryID = try visit.parameter("entry")
        return try await show(
          StreamName(BankEntry.category, id.identity), "history.kicker.bank",
          in: Crumb(visit.reader.text("bank.title"), Site.bank), visit)
      },
      .get("cases/:case/history", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        let id: CaseID = try visit.parameter("case")
        return try await show(
          StreamName(CaseFile.category, id.identity), "history.kicker.case",
          in: Crumb(visit.reader.text("cases.title"), Site.cases), visit,
          naming: try await known(of: id, visit))
      },
      .get(
        "checklists/:checklist/history", for: .holding(.read), proof: .any, showing: .work(.view)
      ) { visit in
        let id: ChecklistID = try visit.parameter("checklist")
        return try await show(
          StreamName(Checklist.category, id.identity), "checklist.kicker",
          in: Crumb(visit.reader.text("checklists.title"), Site.checklists), visit)
      },
      .get("entities/:entity/history", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        let id: EntityID = try visit.parameter("entity")
        return try await show(
          StreamName(SupervisedEntity.category, id.identity), "history.kicker.entity",
          in: Crumb(visit.reader.text("entities.title"), Site.entities), visit)
      },
      .get("letters/:letter/history", for: .holding(.read), proof: .any, showing: .work(.view)) {
        visit in
        let id: LetterTemplateID = try visit.parameter("letter")
        return try await show(
          StreamName(LetterTemplate.category, id.identity), "letter.kicker",
          in: Crumb(visit.reader.text("letters.title"), Site.letters), visit)
      },
      .get("people/:account/history", for: .holding(.review), proof: .any, showing: .people(.view))
      { visit in
        let id: AccountID = try visit.parameter("account")
        return try await show(
          StreamName(Account.category, id.identity), "history.kicker.account",
          in: Crumb(visit.reader.text("people.title"), Site.people), visit)
      },
    ]
  }

  private func show(
    _ subject: StreamName, _ kicker: Phrase, in list: Crumb, _ visit: Visit,
    naming known: [Identity: String] = [:]
  ) async throws -> Response {
    let (events, edition) = try await library.look(
      HistoryQuery(of: subject), EditionQuery(), as: try visit.viewer(), at: visit.reader.moment)
    var teller = teller(visit, edition)
    teller.known = known
    let page = SubjectHistoryPage(
      story: Story(events, told: teller), kind: try kind(visit), list: list,
      kicker: kicker)
    guard let page = page.page(for: visit.reader) else { throw Problem.notFound }
    return visit.show(page)
  }

  /// What programmes, their target groups and the intervention that a case came of are called.
  private func known(of file: CaseID, _ visit: Visit) async throws -> [Identity: String] {
    let (programmes, groups, origin) = try await library.look(
      ProgrammeNamesQuery(), PartsQuery(ofAll: TargetGroupRow.self), OriginOfCaseQuery(of: file),
      as: try visit.viewer(), at: visit.reader.moment)
    var known: [Identity: String] = [:]
    for programme in programmes {
      known[programme.programme.identity] = programme.label.name.description
    }
    for group in groups { known[group.id.identity] = group.title.description }
    if let origin { known[origin.id.identity] = origin.plan.name.description }
    return known
  }

  private func kind(_ visit: Visit) throws(Problem) -> HistoryKind? {
    guard let text = visit.query("kind"), !text.isEmpty else { return nil }
    guard let kind = HistoryKind(rawValue: text) else {
      throw Problem(.badRequest, "history.unreadable")
    }
    return kind
  }

  @Sendable private func showRecent(_ visit: Visit) async throws -> Response {
    let choice = try RecentChangesPage.Choice(visit)
    let (changes, edition) = try await library.look(
      RecentChangesQuery(
        since: choice.since, before: choice.before, category: choice.about?.category),
      EditionQuery(), as: try visit.viewer(), at: visit.reader.moment)
    let page = RecentChangesPage(
      story: Story(changes.events, titles: changes.titles, told: teller(visit, edition)) {
        changes.asked.contains($0.position)
      },
      changes: changes, choice: choice)
    return visit.show(page.page(for: visit.reader))
  }

  private func teller(_ visit: Visit, _ edition: EditionRow?) -> Teller {
    Teller(reader: visit.reader, people: visit.reader.people, edition: edition?.edition)
  }
}

extension HistoryPages {
  /// How long a conflict page waits until the history tells what the log already knows.
  private static let catchUpBound = Duration.seconds(2)

  /// What others did to something since a form about it was drawn, newest first.
  public func changes(
    for conflict: Conflict, _ visit: Visit
  ) async throws -> Timeline {
    let viewer = try visit.viewer()
    let events = try await events(upTo: conflict, as: viewer)
    let edition = try await library.look(EditionQuery(), as: viewer)
    return Story(events, told: teller(visit, edition)) { $0.version > conflict.seen }.timeline()
  }

  /// The history is written after the log, so the change that was in the way may still be missing.
  private func events(
    upTo conflict: Conflict, as viewer: Viewer
  ) async throws -> [Recorded<LogEvent>] {
    let deadline = ContinuousClock.now + Self.catchUpBound
    while true {
      let events = try await library.look(HistoryQuery(of: conflict.stream), as: viewer)
      let isThere = events.last.map { $0.version >= conflict.actual } ?? false
      if isThere || ContinuousClock.now >= deadline { return events }
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
