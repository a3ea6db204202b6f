extension Analysis {
  /// All that an analysis is now.
  public struct Dossier: Equatable, Sendable {
    /// What the programme was called when the analysis was begun.
    public let title: Line
    public let organisation: Line
    public let begunOn: Day
    public internal(set) var edition: References.EditionNumber
    public internal(set) var course = Course()
    public internal(set) var sessions = Register<SessionID, Session>()
    public internal(set) var choosing = Choosing()
    public internal(set) var understanding = Understanding()
    public internal(set) var acting = Acting()

    init(title: Line, organisation: Line, edition: References.EditionNumber, on day: Day) {
      self.title = title
      self.organisation = organisation
      self.edition = edition
      begunOn = day
    }

    /// The groups whose behaviour the programme looks at; none before the focus is chosen.
    public var groupsInFocus: [TargetGroupID] { choosing.focus?.targetGroups ?? [] }
  }
}

extension Analysis.Dossier {
  func decide(_ command: Analysis.Command) throws(Analysis.Refusal) -> [Analysis.Event] {
    let events = try judge(command)
    for event in events where event.on < begunOn { throw .beforeBeginning(on: begunOn) }
    return events
  }

  private func judge(_ command: Analysis.Command) throws(Analysis.Refusal) -> [Analysis.Event] {
    switch command {
    case .begin: throw .alreadyBegun
    case .moveOn(let number, let reason, let day):
      guard number > edition else { throw .editionNotLater(than: edition) }
      return [.movedOn(edition: number, reason: reason, on: day)]
    case .sessions(let id, let command, let day): return try decide(command, of: id, on: day)
    case .choosing(let command, let day):
      try checkOpen(.choose)
      try checkClosed(command.round)
      return try choosing.decide(command, on: day)
    case .understanding(let command, let day):
      try checkOpen(.understand)
      try checkClosed(command.round)
      return try decide(command, on: day)
    case .acting(let command, let day):
      if command.changesMix { try checkOpen(.act) }
      return try decide(command, on: day)
    case .finish(let step, let conclusion, let day):
      return try finish(step, conclusion, on: day)
    case .skipUnderstanding(let person, let reason, let day):
      return try skipUnderstanding(by: person, reason, on: day)
    case .reopen(let step, let reason, let day): return try reopen(step, reason, on: day)
    }
  }

  /// What was scored counts when everybody had their say.
  private func checkClosed(_ reference: RoundReference?) throws(Analysis.Refusal) {
    guard let reference else { return }
    guard sessions[reference.session]?.rounds[reference.round]?.closedOn != nil else {
      throw .roundNotClosed
    }
  }
}

extension Analysis.ChoosingCommand {
  /// The round of scores that it rests on.
  fileprivate var round: RoundReference? {
    switch self {
    case .weigh(_, let weighing): weighing.round
    case .find, .revise, .drop, .prioritise, .focus: nil
    }
  }
}

extension Analysis.UnderstandingCommand {
  /// The round of scores that it rests on.
  fileprivate var round: RoundReference? {
    switch self {
    case .judge(_, _, let judgement): judgement.round
    case .sector, .size, .goal, .segments, .withdraw, .name, .revise, .remove: nil
    }
  }
}
