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
    if case .intend(let text, let viewUntil) = command {
      try checkIntending(id, on: day)
      guard viewUntil > day else { throw .viewEndsTooEarly }
      return .intended(text: text, viewUntil: viewUntil)
    }
    guard let held = publications[id] else { throw .unknown }
    return try held.decide(command, on: day)
  }

  private func checkIntending(_ id: PublicationID, on day: Day) throws(Publication.Refusal) {
    let hasReport = reports.entries.contains {
      $0.value.report.kind == .inspectionReport && $0.value.withdrawnOn == nil
    }
    guard hasReport || closedOn != nil else { throw .nothingToPublish }
    let isUnderway = publications.entries.contains { key, held in
      key == id || held.isUnderway || held.isPublic(on: day)
    }
    guard !isUnderway else { throw .alreadyUnderway }
  }

  /// Whether something of it is public on `day`, or may become so.
  func hasPublication(on day: Day) -> Bool {
    publications.entries.contains { $0.value.isUnderway || $0.value.isPublic(on: day) }
  }
}

extension Publication.Dossier {
  fileprivate func decide(
    _ command: Publication.Command, on day: Day
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
      guard text.name == nil || text.name == self.text.name else { throw .nameNotPutToThem }
      return .decided(text: text, viewChanged: viewChanged)
    case .publish(let until, let reason):
      try checkPublishing(until: until, reason: reason, on: day)
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

  private func checkPublishing(
    until: Day, reason: Prose?, on day: Day
  ) throws(Publication.Refusal) {
    try check(.decided)
    if let first = publishableFrom, day < first { throw .tooEarly(first: first) }
    guard until >= day else { throw .endsTooEarly }
    let last = Publication.longest.end(after: day)
    guard until <= last else { throw .endsTooLate(last: last) }
    guard until == last || reason != nil else { throw .reasonMissing }
  }

  /// This one with what `event` says; nil for one that nobody intended.
  static func after(
    _ event: Publication.Event, _ held: Publication.Dossier?, on day: Day
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
    case .published(let until, _):
      held?.until = until
      held?.standing = .published
    case .refrained: held?.standing = .refrained
    case .withdrawn: held?.standing = .withdrawn
    }
    held?.lastOn = day
    return held
  }
}
