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
      try Publication.checkTerm(until: viewUntil, askedOn: day)
      return .intended(text: text, viewUntil: viewUntil, subject: subject)
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
    return Publication.lastDay(from: min(day, earlier.min() ?? day))
  }

  /// What a publication would tell of now.
  var told: Publication.Told {
    Publication.Told(
      reopeningCount: reopeningCount, result: closedOn == nil ? nil : outcome?.result)
  }

  /// Whether something of it is public on `day`, or may become so.
  func hasPublication(on day: Day) -> Bool {
    publications.entries.contains { $0.value.isUnderway || $0.value.isPublic(on: day) }
  }
}

extension Publication {
  /// Whoever is asked for a view has time for it.
  fileprivate static func checkTerm(until: Day, askedOn day: Day) throws(Refusal) {
    let first = viewEnds(atFirstAfter: day)
    guard until >= first else { throw .viewEndsTooEarly(first: first) }
    let last = viewEnds(atLastAfter: day)
    guard until <= last else { throw .viewEndsTooLate(last: last) }
  }
}

extension Publication.Dossier {
  fileprivate func decide(
    _ command: Publication.Command, on day: Day, last: Day
  ) throws(Publication.Refusal) -> Publication.Event {
    if case .noteView(let view, let party) = command {
      try checkView(of: party, on: day)
      return .viewReceived(view: view, party: party)
    }
    guard day >= lastOn else { throw .beforeLast(on: lastOn) }
    switch command {
    case .intend, .noteView: throw .alreadyUnderway
    case .put(let party, let name, let viewUntil):
      try checkPutting(to: party, name, until: viewUntil, on: day)
      return .putTo(party: party, name: name, viewUntil: viewUntil)
    case .takeBackHearing(let party, let anewUntil, let reason):
      try checkTakingBackHearing(of: party, anewUntil: anewUntil, on: day)
      return .hearingTakenBack(party: party, anewUntil: anewUntil, reason: reason)
    case .takeBackView(let party, let reason):
      try checkUnsent()
      guard try hearing(of: party).view != nil else { throw .noView }
      return .viewTakenBack(party: party, reason: reason)
    case .revise(let text, let viewUntil):
      try checkUnsent()
      // After a decision the same text can be put once more, which takes the decision back.
      guard text != put || standing == .decided else { throw .nothingRevised }
      try Publication.checkTerm(until: viewUntil, askedOn: day)
      return .revised(text: text, viewUntil: viewUntil)
    case .decide(let text, let viewChanged, let person):
      try checkDeciding(viewChanged: viewChanged, on: day)
      try checkPut(text, viewChanged: viewChanged)
      return .decided(text: text, viewChanged: viewChanged, by: person)
    case .agree(let person, let recorder):
      try checkAgreeing(person, recorder: recorder)
      return .agreed(by: person)
    case .makeKnown:
      try check(.decided)
      guard agreedBy != nil else { throw .notAgreed }
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

  /// A decision that was sent stands as it is.
  private func checkUnsent() throws(Publication.Refusal) {
    guard isUnsent else { throw .notNow(standing) }
  }

  private func hearing(
    of party: Publication.HearingID?
  ) throws(Publication.Refusal) -> Publication.Hearing {
    guard let hearing = hearings.first(where: { $0.party == party }) else { throw .notPut }
    return hearing
  }

  private func checkPutting(
    to party: Publication.HearingID, _ name: Line, until: Day, on day: Day
  ) throws(Publication.Refusal) {
    try checkUnsent()
    let isPut = hearings.contains { $0.party == party || $0.name?.isSameName(as: name) == true }
    guard !isPut else { throw .alreadyPut }
    try Publication.checkTerm(until: until, askedOn: day)
  }

  /// A view bears the day on which it came, whatever was put to another since.
  private func checkView(
    of party: Publication.HearingID?, on day: Day
  ) throws(Publication.Refusal) {
    try checkUnsent()
    let hearing = try hearing(of: party)
    guard hearing.view == nil else { throw .viewAlreadyReceived }
    guard day >= hearing.putOn else { throw .beforeLast(on: hearing.putOn) }
  }

  /// A view that was given on it is taken back first, so that none goes unseen.
  private func checkTakingBackHearing(
    of party: Publication.HearingID?, anewUntil: Day?, on day: Day
  ) throws(Publication.Refusal) {
    try checkUnsent()
    guard try hearing(of: party).view == nil else { throw .viewStands }
    if let anewUntil {
      try Publication.checkTerm(until: anewUntil, askedOn: day)
    } else if party == nil {
      throw .subjectUnheard
    }
  }

  /// Nobody decides while a view may still come in.
  private func checkDeciding(viewChanged: Bool?, on day: Day) throws(Publication.Refusal) {
    try checkUnsent()
    if let until = hearings.awaited(on: day) { throw .viewAwaited(until: until) }
    guard !hearings.hasView || viewChanged != nil else { throw .viewUnweighed }
    guard hearings.hasView || viewChanged == nil else { throw .viewMissing }
  }

  /// Whoever it is about could say what they thought of all that is published (Awb 4:8), so what a view changed beyond
  /// leaving something out is put to them again.
  private func checkPut(
    _ text: Publication.Text, viewChanged: Bool?
  ) throws(Publication.Refusal) {
    guard text.name == nil || text.name == put.name else { throw .nameNotPutToThem }
    if let part = text.partBeyond(put) { throw .notPutToThem(part) }
    guard viewChanged != true || text != put else { throw .viewChangedNothing }
  }

  /// What was made known before it took a second person waits for one too.
  private func checkAgreeing(
    _ person: PersonID, recorder: PersonID?
  ) throws(Publication.Refusal) {
    guard agreedBy == nil else { throw .alreadyAgreed }
    switch standing {
    case .decided, .madeKnown: break
    case .intended, .published, .refrained, .withdrawn, .stopped: throw .notNow(standing)
    }
    guard person != decidedBy ?? recorder else { throw .sameEyes }
    // What was decided before may say what was not put to whoever it is about.
    try checkPut(text, viewChanged: nil)
  }

  private func checkPublishing(
    until: Day, reason: Prose?, on day: Day, last: Day
  ) throws(Publication.Refusal) {
    guard standing != .decided else { throw .notMadeKnown }
    try check(.madeKnown)
    guard agreedBy != nil else { throw .notAgreed }
    if let first = publishableFrom, day < first { throw .tooEarly(first: first) }
    guard last >= day else { throw .publicLongEnough(last: last) }
    guard until >= day else { throw .endsTooEarly }
    guard until <= last else { throw .endsTooLate(last: last) }
    guard until == last || reason != nil else { throw .reasonMissing }
  }
}

extension Line {
  /// Whether it names the same, however it is spaced and capitalized.
  fileprivate func isSameName(as other: Line) -> Bool { nameParts == other.nameParts }

  private var nameParts: [Substring] {
    description.lowercased().split(whereSeparator: \.isWhitespace)
  }
}
