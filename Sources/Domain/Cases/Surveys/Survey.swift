/// How whoever was supervised looks back on it: a few statements and a remark, asked by a personal link.
///
/// It goes with a case, also when that is closed: people look back when it is over.
public enum Survey {
  /// What may be asked of one survey.
  public enum Command: Equatable, Sendable {
    /// Asks about one intervention, or about the whole case when it is nil.
    case ask(CaseInterventionID?, until: Day)
    case answer(Answers)
    /// Whoever is asked would rather not.
    case decline
    /// Asks no more.
    case withdraw(reason: Prose)
  }

  /// What can have happened to one.
  public enum Event: Codable, Equatable, Sendable {
    case asked(intervention: CaseInterventionID?, until: Day)
    case answered(answers: Answers)
    case declined
    case withdrawn(reason: Prose)
  }

  /// Why something is refused, with what a person needs to know to do otherwise.
  public enum Refusal: Error, Equatable, Sendable {
    /// Nothing was logged and the case is open, so there is nothing to look back on.
    case nothingDone
    case alreadyAsked
    case endsBeforeItBegins
    case notAsked
    case withdrawn
    case over(on: Day)
    /// What was said once stands.
    case alreadyAnswered
    case nothingSaid
  }

  /// How one stands.
  public enum Standing: String, Codable, CaseIterable, Sendable {
    case asked
    case answered
    case declined
    case withdrawn
  }

  /// All that one is now.
  public struct Dossier: Equatable, Sendable {
    public let intervention: CaseInterventionID?
    /// The last day on which it can be answered.
    public let until: Day
    public internal(set) var standing = Standing.asked
  }
}

extension Survey.Command {
  /// Whether it is what the one who is asked says, and nobody else.
  public var isReply: Bool {
    switch self {
    case .answer, .decline: true
    case .ask, .withdraw: false
    }
  }
}

extension CaseFile.Command {
  /// Whether it is a reply to that survey.
  public func isReply(to survey: SurveyID) -> Bool {
    guard case .surveying(survey, let command, _) = self else { return false }
    return command.isReply
  }
}

extension CaseFile.Dossier {
  func decide(
    _ command: Survey.Command, on id: SurveyID, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    guard day >= openedOn else { throw .beforeOpened(on: openedOn) }
    do throws(Survey.Refusal) {
      return [.surveyed(id: id, event: try survey(command, id, on: day), on: day)]
    } catch {
      throw .survey(error)
    }
  }

  private func survey(
    _ command: Survey.Command, _ id: SurveyID, on day: Day
  ) throws(Survey.Refusal) -> Survey.Event {
    switch command {
    case .ask(let intervention, let until):
      try checkAsking(about: intervention, id, until: until, on: day)
      return .asked(intervention: intervention, until: until)
    case .answer(let answers):
      try checkReply(to: id, on: day)
      guard !answers.isEmpty else { throw .nothingSaid }
      return .answered(answers: answers)
    case .decline:
      try checkReply(to: id, on: day)
      return .declined
    case .withdraw(let reason):
      _ = try asked(id)
      return .withdrawn(reason: reason)
    }
  }

  private func checkAsking(
    about intervention: CaseInterventionID?, _ id: SurveyID, until: Day, on day: Day
  ) throws(Survey.Refusal) {
    let isDone = intervention.map { interventions[$0] != nil } ?? (closedOn != nil)
    guard isDone else { throw .nothingDone }
    let isAsked = surveys.entries.contains { key, held in
      key == id || held.intervention == intervention && held.isSettled(on: day)
    }
    guard !isAsked else { throw .alreadyAsked }
    guard until >= day else { throw .endsBeforeItBegins }
  }

  private func checkReply(to id: SurveyID, on day: Day) throws(Survey.Refusal) {
    let held = try asked(id)
    guard day <= held.until else { throw .over(on: held.until) }
  }

  private func asked(_ id: SurveyID) throws(Survey.Refusal) -> Survey.Dossier {
    guard let held = surveys[id] else { throw .notAsked }
    switch held.standing {
    case .asked: return held
    case .answered, .declined: throw .alreadyAnswered
    case .withdrawn: throw .withdrawn
    }
  }
}

extension Survey.Dossier {
  /// Whether nobody need be asked again: it can still be answered, or was.
  fileprivate func isSettled(on day: Day) -> Bool {
    switch standing {
    case .asked: day <= until
    case .answered, .declined: true
    case .withdrawn: false
    }
  }

  /// This one with what `event` says; nil for one that nobody asked.
  static func after(_ event: Survey.Event, _ held: Survey.Dossier?) -> Survey.Dossier? {
    var held = held
    switch event {
    case .asked(let intervention, let until):
      held = Survey.Dossier(intervention: intervention, until: until)
    case .answered: held?.standing = .answered
    case .declined: held?.standing = .declined
    case .withdrawn: held?.standing = .withdrawn
    }
    return held
  }
}
