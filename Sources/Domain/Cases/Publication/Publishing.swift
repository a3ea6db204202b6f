/// What may be done about a publication, and when.
extension CaseFile.Dossier {
  func decide(
    _ command: Publication.Command, on id: PublicationID, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    guard day >= openedOn else { throw .beforeOpened(on: openedOn) }
    do throws(Publication.Refusal) {
      return [.publicized(id: id, event: try publicize(command, id, on: day), on: day)]
    } catch {
      throw .publication(error)
    }
  }

  private func publicize(
    _ command: Publication.Command, _ id: PublicationID, on day: Day
  ) throws(Publication.Refusal) -> Publication.Event {
    let last = lastPublicDay(publishedOn: day)
    if case .intend(let text, let viewUntil) = command {
      try checkIntending(id, on: day)
      guard last >= day else { throw .publicLongEnough(last: last) }
      let first = Publication.viewEnds(atFirstAfter: day)
      guard viewUntil >= first else { throw .viewEndsTooEarly(first: first) }
      return .intended(text: text, viewUntil: viewUntil)
    }
    guard let held = publications[id] else { throw .unknown }
    if case .publish = command { try checkResult() }
    return try held.decide(command, on: day, last: last)
  }

  private func checkResult() throws(Publication.Refusal) {
    let hasReport = reports.entries.contains {
      $0.value.report.kind == .inspectionReport && $0.value.withdrawnOn == nil
    }
    guard hasReport || closedOn != nil else { throw .nothingToPublish }
  }

  private func checkIntending(_ id: PublicationID, on day: Day) throws(Publication.Refusal) {
    try checkResult()
    let isUnderway = publications.entries.contains { key, held in
      key == id || held.isUnderway || held.isPublic(on: day)
    }
    guard !isUnderway else { throw .alreadyUnderway }
  }

  /// The last day on which the result of the case may be public that is published on `day`.
  private func lastPublicDay(publishedOn day: Day) -> Day {
    let told = told
    let earlier = publications.entries.compactMap { _, held in
      held.told.map { $0.mayBeSame(as: told) } == true ? held.publishedOn : nil
    }
    return Publication.longest.end(after: min(day, earlier.min() ?? day))
  }

  /// What a publication would tell of now.
  var told: Publication.Told {
    Publication.Told(
      reopeningCount: reopeningCount, result: closedOn == nil ? nil : outcome?.result)
  }

  /// What stops because of `events`: all that rests on what they take away.
  func stops(by events: [CaseFile.Event]) -> [CaseFile.Event] {
    guard let event = events.first, let cause = stop(by: event) else { return [] }
    return publications.entries
      .filter { $0.value.isUnderway || $0.value.isPublic(on: event.on) }
      // What is dated back took nothing away before the last step.
      .map {
        .publicized(id: $0.key, event: .stopped(cause: cause), on: max(event.on, $0.value.lastOn))
      }
  }

  private func stop(by event: CaseFile.Event) -> Publication.Stop? {
    switch event {
    case .reopened: .caseReopened
    case .reportWithdrawn(let id, _, _):
      reports[id]?.report.kind == .inspectionReport ? .reportWithdrawn : nil
    case .findingWithdrawn(let id, _, _):
      findings[id]?.finding.outcome == .violation ? .violationTakenBack : nil
    case .findingCorrected(let id, let finding, _, _):
      findings[id]?.finding.isViolation(otherwiseThan: finding) == true ? .violationTakenBack : nil
    case .subjectNamed(let other, _): other == subject ? nil : .subjectChanged
    case .opened, .retitled, .attached, .classified, .handlerAdded,
      .handlerReleased, .related, .unrelated, .planned, .taskAdded, .taskMoved, .taskDone,
      .taskDropped, .logged, .logCorrected, .findingAdded, .documentFiled, .documentReplaced,
      .documentRemoved, .enforced, .reportIssued, .surveyed, .publicized, .kept, .closed:
      nil
    }
  }

  /// Whether something of it is public on `day`, or may become so.
  func hasPublication(on day: Day) -> Bool {
    publications.entries.contains { $0.value.isUnderway || $0.value.isPublic(on: day) }
  }
}

extension CaseFile.Finding {
  /// Whether it is a violation that `other` is not: none, or one of another article.
  fileprivate func isViolation(otherwiseThan other: CaseFile.Finding) -> Bool {
    outcome == .violation && (other.outcome != .violation || other.legalBasis != legalBasis)
  }
}

extension Publication.Dossier {
  fileprivate func decide(
    _ command: Publication.Command, on day: Day, last: Day
  ) throws(Publication.Refusal) -> Publication.Event {
    guard day >= lastOn else { throw .beforeLast(on: lastOn) }
    switch command {
    case .intend: throw .alreadyUnderway
    case .noteView(let view):
      try check(.intended)
      guard self.view == nil else { throw .viewAlreadyReceived }
      return .viewReceived(view: view)
    case .decide(let text, let viewChanged):
      try checkDeciding(viewChanged: viewChanged, on: day)
      try checkPut(text, viewChanged: viewChanged)
      return .decided(text: text, viewChanged: viewChanged)
    case .makeKnown:
      try check(.decided)
      return .madeKnown
    case .publish(let until, let reason):
      try checkPublishing(until: until, reason: reason, on: day, last: last)
      return .published(until: until, reason: reason)
    case .refrain(let reason):
      guard isUnderway else { throw .notNow(standing) }
      return .refrained(reason: reason)
    case .withdraw(let reason):
      try check(.published)
      return .withdrawn(reason: reason)
    }
  }

  private func check(_ standing: Publication.Standing) throws(Publication.Refusal) {
    guard self.standing == standing else { throw .notNow(self.standing) }
  }

  /// Nobody decides while the view may still come in.
  private func checkDeciding(viewChanged: Bool?, on day: Day) throws(Publication.Refusal) {
    try check(.intended)
    guard view != nil || day > viewUntil else { throw .viewAwaited(until: viewUntil) }
    guard view == nil || viewChanged != nil else { throw .viewUnweighed }
    guard view != nil || viewChanged == nil else { throw .viewMissing }
  }

  /// Whoever it is about could say what they thought of all that is published (Awb 4:8); a view may change it, but brings no
  /// name and no finding along, and what it changed is to be seen.
  private func checkPut(
    _ text: Publication.Text, viewChanged: Bool?
  ) throws(Publication.Refusal) {
    guard text.name == nil || text.name == self.text.name else { throw .nameNotPutToThem }
    if viewChanged == true {
      guard text != self.text else { throw .viewChangedNothing }
      guard text.findings.count <= self.text.findings.count else { throw .notPutToThem(.findings) }
    } else if let part = text.partBeyond(self.text) {
      throw .notPutToThem(part)
    }
  }

  private func checkPublishing(
    until: Day, reason: Prose?, on day: Day, last: Day
  ) throws(Publication.Refusal) {
    guard standing != .decided else { throw .notMadeKnown }
    try check(.madeKnown)
    if let first = publishableFrom, day < first { throw .tooEarly(first: first) }
    guard last >= day else { throw .publicLongEnough(last: last) }
    guard until >= day else { throw .endsTooEarly }
    guard until <= last else { throw .endsTooLate(last: last) }
    guard until == last || reason != nil else { throw .reasonMissing }
  }

  /// This one with what `event` says; nil for one that nobody intended.
  static func after(
    _ event: Publication.Event, _ held: Publication.Dossier?, of told: Publication.Told, on day: Day
  ) -> Publication.Dossier? {
    var held = held
    switch event {
    case .intended(let text, let viewUntil):
      held = Publication.Dossier(text, viewUntil: viewUntil, on: day)
    case .viewReceived(let view): held?.view = view
    case .decided(let text, _):
      held?.text = text
      held?.decidedOn = day
      held?.standing = .decided
    case .madeKnown:
      held?.madeKnownOn = day
      held?.standing = .madeKnown
    case .published(let until, _):
      held?.publishedOn = day
      held?.told = told
      held?.until = until
      held?.standing = .published
    case .refrained: held?.standing = .refrained
    case .withdrawn: held?.standing = .withdrawn
    case .stopped: held?.standing = .stopped
    }
    held?.lastOn = day
    return held
  }
}
