public import EventSourcing

extension Analysis {
  /// A part of the problem small enough to choose.
  public struct SubRisk: Hashable, Codable, Sendable {
    public let title: Line
    public let description: Prose?
    public let source: Source?

    public init(title: Line, description: Prose? = nil, source: Source? = nil) {
      self.title = title
      self.description = description
      self.source = source
    }
  }

  /// How likely a sub-risk is, and how bad, as it was settled.
  public struct Weighing: Hashable, Codable, Sendable {
    public let chance: Score
    public let effect: Score
    public let reason: Prose
    /// The round of scores that it rests on; nil when nobody scored.
    public let round: RoundReference?

    public init(chance: Score, effect: Score, reason: Prose, round: RoundReference? = nil) {
      self.chance = chance
      self.effect = effect
      self.reason = reason
      self.round = round
    }

    /// Chance times effect, from 1 to 25.
    public var product: Int { chance.rawValue * effect.rawValue }
  }

  /// Which sub-risks the programme goes for, and whose behaviour it looks at.
  public struct Focus: Hashable, Codable, Sendable {
    public let subRisks: [SubRiskID]
    public let targetGroups: [TargetGroupID]

    public init(subRisks: [SubRiskID], targetGroups: [TargetGroupID]) {
      self.subRisks = subRisks
      self.targetGroups = targetGroups
    }
  }

  /// What may be asked in the first step.
  public enum ChoosingCommand: Equatable, Sendable {
    case find(SubRiskID, SubRisk)
    case revise(SubRiskID, SubRisk)
    case drop(SubRiskID, reason: Prose)
    case weigh(SubRiskID, Weighing)
    /// The first is the most urgent.
    case prioritise([SubRiskID], reason: Prose)
    case focus(Focus, reason: Prose)
  }

  /// What the first step lacks before it can be finished.
  public enum ChoosingGap: Hashable, Sendable {
    case noSubRisks
    case unweighed(SubRiskID)
    case unprioritised
    case noFocus
  }

  /// A sub-risk and what became of it.
  public struct RiskFound: Equatable, Sendable {
    public internal(set) var subRisk: SubRisk
    public internal(set) var weighing: Weighing?
    /// Why it was dropped; nil while it stands.
    public internal(set) var droppedBecause: Prose?
  }

  /// All of the first step.
  public struct Choosing: Equatable, Sendable {
    /// Dropped ones included.
    public internal(set) var subRisks = Register<SubRiskID, RiskFound>()
    /// The most urgent first; empty until it is settled.
    public internal(set) var priorities: [SubRiskID] = []
    public internal(set) var focus: Focus?
  }
}

extension Analysis.Choosing {
  /// The sub-risks that were not dropped.
  public var standing: [SubRiskID] {
    subRisks.entries.filter { $0.value.droppedBecause == nil }.map(\.key)
  }

  var gaps: [Analysis.ChoosingGap] {
    guard !standing.isEmpty else { return [.noSubRisks] }
    var gaps = standing.filter { subRisks[$0]?.weighing == nil }
      .map { Analysis.ChoosingGap.unweighed($0) }
    if Set(priorities) != Set(standing) { gaps.append(.unprioritised) }
    if focus == nil { gaps.append(.noFocus) }
    return gaps
  }

  func decide(
    _ command: Analysis.ChoosingCommand, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    switch command {
    case .find(let id, let subRisk):
      guard subRisks[id] == nil else { throw .identifierInUse }
      return [.subRiskFound(id: id, subRisk: subRisk, on: day)]
    case .revise(let id, let subRisk):
      let present = try known(id).subRisk
      return present == subRisk ? [] : [.subRiskRevised(id: id, subRisk: subRisk, on: day)]
    case .drop(let id, let reason):
      try known(id)
      return [.subRiskDropped(id: id, reason: reason, on: day)]
    case .weigh(let id, let weighing):
      let present = try known(id).weighing
      return present == weighing ? [] : [.subRiskWeighed(id: id, weighing: weighing, on: day)]
    case .prioritise(let order, let reason): return try prioritise(order, reason, on: day)
    case .focus(let focus, let reason): return try choose(focus, reason, on: day)
    }
  }

  private func prioritise(
    _ order: [SubRiskID], _ reason: Prose, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    for id in order { try known(id) }
    guard Set(order) == Set(standing), order.count == standing.count else {
      throw .prioritiesIncomplete(standing.filter { !order.contains($0) })
    }
    return order == priorities ? [] : [.prioritised(subRisks: order, reason: reason, on: day)]
  }

  private func choose(
    _ focus: Analysis.Focus, _ reason: Prose, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    for id in focus.subRisks { try known(id) }
    guard !focus.subRisks.isEmpty, !focus.targetGroups.isEmpty else { throw .focusEmpty }
    return focus == self.focus ? [] : [.focusChosen(focus: focus, reason: reason, on: day)]
  }

  @discardableResult
  private func known(_ id: SubRiskID) throws(Analysis.Refusal) -> Analysis.RiskFound {
    guard let found = subRisks[id], found.droppedBecause == nil else { throw .unknownSubRisk }
    return found
  }

  /// Without the sub-risk, in the priorities and the focus too.
  mutating func drop(_ id: SubRiskID, _ reason: Prose) {
    subRisks[id]?.droppedBecause = reason
    priorities.removeAll { $0 == id }
    focus = focus.flatMap { focus in
      let left = focus.subRisks.filter { $0 != id }
      return left.isEmpty
        ? nil : Analysis.Focus(subRisks: left, targetGroups: focus.targetGroups)
    }
  }
}

extension Analysis.SubRisk: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "title": .text, "description": .text, "source": .part(Source.self),
  ]
}

extension Analysis.Weighing: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "chance": .impersonal, "effect": .impersonal, "reason": .text,
    "round": .part(RoundReference.self),
  ]
}

extension Analysis.Focus: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "subRisks": .each(.impersonal), "targetGroups": .each(.impersonal),
  ]
}
