extension Enforcement {
  /// All that the enforcement of one finding is now.
  public struct Dossier: Equatable, Sendable {
    public internal(set) var report: Dated<Report>?
    /// What was noted of criminal law and not taken back, the first one first.
    var prosecutions: [Dated<Prosecution>] = []
    public internal(set) var placement: Dated<Placement>?
    /// Nil while nothing is chosen, or when the finding was placed anew.
    public internal(set) var choice: Dated<Choice>?
    /// Who else agreed to a choice that is harsher than the cell allows.
    public internal(set) var confirmedBy: PersonID?
    /// What waits for the word of another.
    public internal(set) var proposal: Dated<Choice>?
    public internal(set) var actions = Register<ActionID, Action>()
    /// What was last begun with the standing choice.
    var begun: ActionID?
    public internal(set) var conclusion: Dated<Conclusion>?
    /// The latest day on which something of it happened; nil before anything did.
    var lastOn: Day?

    public init() {}
  }

  /// What became of a finding in the end.
  public enum Ending: String, CaseIterable, Codable, Sendable {
    case restored
    case repeated
    case dismissed
  }

  /// How it ended and why.
  public struct Conclusion: Equatable, Sendable {
    public let ending: Ending
    public let reason: Prose
  }
}

extension Enforcement.Dossier {
  /// What `command` makes happen on `day`.
  ///
  /// - Throws: why nothing may.
  public func decide(
    _ command: Enforcement.Command, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    if case .reopen(let reason) = command { return try reopen(reason, on: day) }
    if let conclusion { throw .ended(on: conclusion.on) }
    switch command {
    case .reopen: throw .notEnded
    case .report(let report):
      if let happenedOn = report.happenedOn, day < happenedOn {
        throw .reportedBeforeViolation(on: happenedOn)
      }
      return report == self.report?.value && day == self.report?.on
        ? [] : [.reported(report: report)]
    case .noteProsecution(let prosecution): return try note(prosecution, on: day)
    case .place(let position, let aspects, let edition):
      return try place(position, aspects, under: edition, on: day)
    case .choose(let measure, let reason, let person):
      return try choose(Enforcement.Choice(measure, reason: reason, by: person), on: day)
    case .confirm(let person): return try confirm(by: person, on: day)
    case .decline(let reason, let person): return try decline(reason, by: person, on: day)
    case .announce(let id, let intention): return try announce(id, intention, on: day)
    case .receiveView(let id, let view): return try receive(view, for: id, on: day)
    case .settle(let id, let decision): return try settle(id, decision, on: day)
    case .send(let id): return try send(id, on: day)
    case .takeEffect(let id): return try takeEffect(id, on: day)
    case .makeIrrevocable(let id): return try makeIrrevocable(id, on: day)
    case .reinspect(let id, let reinspection): return try reinspect(id, reinspection, on: day)
    case .forfeit(let id, let times): return try forfeit(id, times: times, on: day)
    case .decideCollection(let id, let amount): return try decideCollection(id, amount, on: day)
    case .collect(let id, let amount): return try collect(id, amount, on: day)
    case .receiveObjection(let id): return try receiveObjection(id, on: day)
    case .settleObjection(let id, let outcome, let reason):
      return try settleObjection(id, outcome, reason, on: day)
    case .withdraw(let id, let reason): return try withdraw(id, reason, on: day)
    case .end(let ending, let reason):
      try check(lastOn, .lastStep, by: day)
      return [.ended(ending: ending, reason: reason)]
    }
  }

  private func reopen(
    _ reason: Prose, on day: Day
  ) throws(Enforcement.Refusal) -> [Enforcement.Event] {
    guard let conclusion else { throw .notEnded }
    try check(conclusion.on, .ending, by: day)
    return [.reopened(reason: reason)]
  }

  /// Days never run backwards: what follows something does not come before it.
  func check(
    _ earlier: Day?, _ milestone: Enforcement.Milestone, by day: Day
  ) throws(Enforcement.Refusal) {
    if let earlier, day < earlier { throw .before(milestone, on: earlier) }
  }
}
