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
  init(
    _ events: [Recorded<LogEvent>], titles: [Identity: Line] = [:], told teller: Teller
  ) {
    self.teller = teller
    self.titles = titles
    for recorded in events { tell(recorded) }
  }

  /// What the subject of the last chapter is called; nil when nothing happened.
  var title: String? { chapters.last?.title }

  private mutating func tell(_ recorded: Recorded<LogEvent>) {
    let subject = recorded.stream.identity
    let (tale, title) =
      switch recorded.event {
      case .exploration(let event): tell(event, of: subject)
      case .programme(let event): tell(event, of: subject)
      case .signal(let event): tell(event, of: subject)
      case .account(let event): tell(event, of: subject)
      case .references(let event): tell(event, of: subject)
      case .analysis(let event): tell(event, of: subject)
      case .bankEntry(let event): tell(event, of: subject)
      case .caseFile(let event): tell(event, of: subject)
      case .checklist(let event): (teller.tale(of: event), event.title)
      case .entity(let event): tell(event, of: subject)
      case .letter(let event): (teller.tale(of: event), event.title)
      }
    let known = titles[subject]
    chapters.append(
      Chapter(
        recorded: recorded, tale: known == nil ? tale : tale.withoutWhatWas,
        title: (known ?? title)?.description ?? formerTitle(of: recorded.stream)
          ?? teller.reader.text("history.unknown")))
  }

  /// What it was called before: an entry of the data bank that was declined has no title any more.
  private func formerTitle(of stream: StreamName) -> String? {
    chapters.last { $0.recorded.stream == stream }?.title
  }

  private mutating func tell(
    _ event: Exploration.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = explorations[subject] ?? Exploration.initial
    let after = Exploration.evolve(before, event)
    explorations[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.title)
  }

  private mutating func tell(
    _ event: Programme.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = programmes[subject] ?? Programme.initial
    let after = Programme.evolve(before, event)
    programmes[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.label?.name)
  }

  private mutating func tell(
    _ event: Signal.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = signals[subject] ?? Signal.initial
    let after = Signal.evolve(before, event)
    signals[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.message.title)
  }

  private mutating func tell(
    _ event: Account.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = accounts[subject] ?? Account.initial
    let after = Account.evolve(before, event)
    accounts[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.profile.name)
  }
}

extension Story {
  private mutating func tell(
    _ event: SupervisedEntity.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = entities[subject] ?? SupervisedEntity.initial
    let after = SupervisedEntity.evolve(before, event)
    entities[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.particulars.name)
  }
}

/// The toolbox.
extension Story {
  private mutating func tell(
    _ event: References.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = references[subject] ?? References.initial
    references[subject] = References.evolve(before, event)
    let title = teller.reader.text("references.title")
    return (teller.tale(of: event, after: before), Line(recorded: title))
  }

  private mutating func tell(
    _ event: Analysis.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = analyses[subject] ?? Analysis.initial
    let after = Analysis.evolve(before, event)
    analyses[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.title)
  }

  private mutating func tell(
    _ event: BankEntry.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = bankEntries[subject] ?? BankEntry.initial
    let after = BankEntry.evolve(before, event)
    bankEntries[subject] = after
    let dossier = after.dossier
    return (
      teller.tale(of: event, after: before),
      dossier?.accepted?.article.title ?? dossier?.pending?.article.title
    )
  }
}

/// Cases.
extension Story {
  private mutating func tell(
    _ event: CaseFile.Event, of subject: Identity
  ) -> (Tale, title: Line?) {
    let before = cases[subject] ?? CaseFile.initial
    let after = CaseFile.evolve(before, event)
    cases[subject] = after
    return (teller.tale(of: event, after: before), after.dossier?.title)
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
