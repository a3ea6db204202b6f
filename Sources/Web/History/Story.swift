import Domain
import EventSourcing
import ReadModels

/// What the events of some streams come to, told one after the other, each from what was before it.
struct Story: Sendable {
  /// One event with its tale.
  struct Chapter: Sendable {
    let recorded: Recorded<LogEvent>
    let tale: Tale
    /// What its subject is called after it.
    let title: String
  }

  /// In the order in which they happened.
  private(set) var chapters: [Chapter] = []

  private let teller: Teller
  private let titles: [Identity: Line]
  /// What each subject was called last.
  private var called: [Identity: String] = [:]
  private var explorations: [Identity: Exploration.State] = [:]
  private var programmes: [Identity: Programme.State] = [:]
  private var signals: [Identity: Signal.State] = [:]
  private var accounts: [Identity: Account.State] = [:]
  private var references: [Identity: References.State] = [:]
  private var analyses: [Identity: Analysis.State] = [:]
  private var bankEntries: [Identity: BankEntry.State] = [:]
  private var cases: [Identity: CaseFile.State] = [:]
  private var entities: [Identity: SupervisedEntity.State] = [:]

  /// - Parameters:
  ///   - events: every event of each stream from its first on, in order.
  ///   - titles: what the subjects are called whose streams do not begin at their first event; what their
  ///     events changed cannot be told, and only what it became is.
  ///   - teller: in which language, and with which names.
  ///   - isTold: which events become chapters; the others are only what was before them.
  init(
    _ events: [Recorded<LogEvent>], titles: [Identity: Line] = [:], told teller: Teller,
    where isTold: (Recorded<LogEvent>) -> Bool = { _ in true }
  ) {
    self.teller = teller
    self.titles = titles
    for recorded in events { tell(recorded, asChapter: isTold(recorded)) }
  }

  /// What the subject of the last chapter is called; nil when nothing happened.
  var title: String? { chapters.last?.title }

  private mutating func tell(_ recorded: Recorded<LogEvent>, asChapter isTold: Bool) {
    let subject = recorded.stream.identity
    let turn = turn(of: subject, recorded.event)
    let known = titles[subject]
    // An entry of the data bank that was declined has no title any more.
    let title =
      (known ?? turn.title)?.description ?? called[subject] ?? teller.reader.text("history.unknown")
    called[subject] = title
    guard isTold else { return }
    let tale = turn.tale()
    chapters.append(
      Chapter(
        recorded: recorded, tale: known == nil ? tale : tale.withoutWhatWas, title: title))
  }

  /// What an event comes to for its subject.
  private struct Turn {
    /// What the subject is called after it.
    let title: Line?
    /// Told when somebody wants to hear it: most of what it takes to show a history is in these.
    let tale: () -> Tale

    init(_ title: Line?, tale: @escaping () -> Tale) {
      self.title = title
      self.tale = tale
    }
  }

  private mutating func turn(of subject: Identity, _ event: LogEvent) -> Turn {
    let teller = teller
    switch event {
    case .exploration(let event):
      let (before, after) = follow(event, of: subject, \.explorations, as: Exploration.self)
      return Turn(after.dossier?.title) { teller.tale(of: event, after: before) }
    case .programme(let event):
      let (before, after) = follow(event, of: subject, \.programmes, as: Programme.self)
      return Turn(after.dossier?.label?.name) { teller.tale(of: event, after: before) }
    case .signal(let event):
      let (before, after) = follow(event, of: subject, \.signals, as: Signal.self)
      return Turn(after.dossier?.message.title) { teller.tale(of: event, after: before) }
    case .account(let event):
      let (before, after) = follow(event, of: subject, \.accounts, as: Account.self)
      return Turn(after.dossier?.profile.name) { teller.tale(of: event, after: before) }
    case .references(let event):
      let (before, _) = follow(event, of: subject, \.references, as: References.self)
      return Turn(Line(recorded: teller.reader.text("references.title"))) {
        teller.tale(of: event, after: before)
      }
    case .analysis(let event):
      let (before, after) = follow(event, of: subject, \.analyses, as: Analysis.self)
      return Turn(after.dossier?.title) { teller.tale(of: event, after: before) }
    case .bankEntry(let event):
      let (before, after) = follow(event, of: subject, \.bankEntries, as: BankEntry.self)
      return Turn(after.dossier?.accepted?.article.title ?? after.dossier?.pending?.article.title) {
        teller.tale(of: event, after: before)
      }
    case .caseFile(let event):
      let (before, after) = follow(event, of: subject, \.cases, as: CaseFile.self)
      return Turn(after.dossier?.title) { teller.tale(of: event, after: before) }
    case .checklist(let event): return Turn(event.title) { teller.tale(of: event) }
    case .entity(let event):
      let (before, after) = follow(event, of: subject, \.entities, as: SupervisedEntity.self)
      return Turn(after.dossier?.particulars.name) { teller.tale(of: event, after: before) }
    case .letter(let event): return Turn(event.title) { teller.tale(of: event) }
    }
  }

  /// What the subject was before the event and is after it.
  private mutating func follow<Work: Decider>(
    _ event: Work.Event, of subject: Identity,
    _ states: WritableKeyPath<Story, [Identity: Work.State]>, as _: Work.Type
  ) -> (before: Work.State, after: Work.State) {
    let before = self[keyPath: states][subject] ?? Work.initial
    let after = Work.evolve(before, event)
    self[keyPath: states][subject] = after
    return (before, after)
  }
}

extension Story {
  /// Its chapters that `isShown` admits as a history, newest first.
  ///
  /// - Parameters:
  ///   - namesSubject: whether each says what it is about, as where several things stand together.
  ///   - isShown: which chapters to show.
  /// - Returns: the history, to be drawn for the reader it was told to.
  func timeline(
    namingSubject namesSubject: Bool = false, _ isShown: (Chapter) -> Bool = { _ in true }
  ) -> Timeline {
    var timeline = Timeline()
    for chapter in chapters.reversed() where isShown(chapter) {
      let recorded = chapter.recorded
      timeline.add(
        position: recorded.position,
        namesSubject ? sentenceWithSubject(chapter) : sentence(chapter),
        by: teller.name(ofActor: recorded.actor), recordedAt: recorded.recordedAt,
        happenedOn: recorded.event.happened(otherThan: recorded.recordedAt),
        details: chapter.tale.details(for: teller.reader), permalink: recorded.historyPage,
        page: recorded.subjectPage,
        isOwn: recorded.actor == teller.reader.visitor.person?.id.description)
    }
    return timeline
  }

  private func sentence(_ chapter: Chapter) -> HTML {
    HTML(teller.reader.text(chapter.tale.sentence))
  }

  private func sentenceWithSubject(_ chapter: Chapter) -> HTML {
    let reader = teller.reader
    let link: HTML =
      "<a href=\"\(reader.to(chapter.recorded.subjectPage))\">\(chapter.title)</a>"
    return reader.html(
      "history.about-subject", ["subject": link, "sentence": sentence(chapter)])
  }
}

extension Recorded<LogEvent> {
  /// The page of what it happened to.
  var subjectPage: Link {
    switch event {
    case .exploration: Site.exploration(ExplorationID(stream.identity))
    case .programme: Site.programme(ProgrammeID(stream.identity))
    case .signal: Site.signal(SignalID(stream.identity))
    case .account: Site.account(AccountID(stream.identity))
    case .references: Site.references
    case .analysis: Site.toolbox(ProgrammeID(stream.identity))
    case .bankEntry: Site.bankEntry(BankEntryID(stream.identity))
    case .caseFile: Site.caseFile(CaseID(stream.identity))
    case .checklist: Site.checklist(ChecklistID(stream.identity))
    case .entity: Site.entity(EntityID(stream.identity))
    case .letter: Site.letter(LetterTemplateID(stream.identity))
    }
  }

  /// The page with all that happened to the same.
  var historyPage: Link {
    switch event {
    case .exploration: Site.exploration(ExplorationID(stream.identity), "history")
    case .programme: Site.programme(ProgrammeID(stream.identity), "history")
    case .signal: Site.signal(SignalID(stream.identity), "history")
    case .account: Site.account(AccountID(stream.identity), "history")
    case .references: Site.referencesHistory
    case .analysis: Site.toolbox(ProgrammeID(stream.identity), "history")
    case .bankEntry: Site.bankEntry(BankEntryID(stream.identity), "history")
    case .caseFile: Site.caseFile(CaseID(stream.identity), "history")
    case .checklist: Site.checklist(ChecklistID(stream.identity), "history")
    case .entity: Site.entity(EntityID(stream.identity), ["history"])
    case .letter: Site.letter(LetterTemplateID(stream.identity), "history")
    }
  }
}
