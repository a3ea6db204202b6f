extension Programme {
  /// Where a programme stands in its life; new insight may lead back.
  public enum Phase: String, CaseIterable, Codable, Comparable, Sendable {
    case exploration
    case development
    case execution
    /// Evaluation, adjustment and accountability.
    case evaluation

    /// Nil after the last.
    public var next: Phase? {
      switch self {
      case .exploration: .development
      case .development: .execution
      case .execution: .evaluation
      case .evaluation: nil
      }
    }

    /// The phases in which a programme that ran before can be taken over.
    ///
    /// Not evaluation: its gate asks for work that was started, which is not here yet when a programme
    /// comes in. Taken over in execution, it can record that work and pass the gate.
    public static let adoptable: [Phase] = [.exploration, .development, .execution]

    public static func < (lhs: Phase, rhs: Phase) -> Bool { lhs.order < rhs.order }

    private var order: Int {
      switch self {
      case .exploration: 0
      case .development: 1
      case .execution: 2
      case .evaluation: 3
      }
    }
  }

  /// What keeps a gate shut.
  public enum GateLack: String, CaseIterable, Codable, Sendable {
    /// For execution: a goal to work for.
    case goal
    /// For execution: an indicator to see by whether it works.
    case indicator
    /// For execution: an intervention that is planned and not cancelled.
    case intervention
    /// For evaluation: an intervention that was started, since else there is nothing to evaluate.
    case startedIntervention
  }

  /// The way through the phases so far, and the gates ahead.
  public struct Course: Equatable, Sendable {
    public internal(set) var phase: Phase
    public internal(set) var since: Day
    /// The day for which each coming gate, named after the phase behind it, is planned.
    public internal(set) var gates: [Phase: Day] = [:]
  }

  /// What can happen on the way through the phases.
  public enum CourseEvent: Equatable, Sendable {
    case gatePlanned(to: Phase, expectedOn: Day)
    case gatePassed(to: Phase, grounds: Prose)
    case loopedBack(to: Phase, reason: Prose)
  }

  /// What may be asked about phases and gates.
  public enum CourseCommand: Equatable, Sendable {
    case planGate(to: Phase, expectedOn: Day)
    case passGate(to: Phase, grounds: Prose)
    case loopBack(to: Phase, reason: Prose)
  }
}

extension Programme.Course {
  /// The gate ahead and its day, when it has one; nil in the last phase.
  public var nextGate: (to: Programme.Phase, expectedOn: Day?)? {
    phase.next.map { ($0, gates[$0]) }
  }

  func decide(
    _ command: Programme.CourseCommand, in dossier: Programme.Dossier, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .planGate(let phase, let expectedOn):
      guard phase > self.phase else { throw .gateIsBehind(phase) }
      guard gates[phase] != expectedOn else { return [] }
      guard expectedOn >= day else { throw .gateDayPast(on: day) }
      guard expectedOn <= dossier.term.end else { throw .gateAfterEnd(on: dossier.term.end) }
      try checkOrder(of: phase, on: expectedOn)
      return [.gatePlanned(to: phase, expectedOn: expectedOn, on: day)]
    case .passGate(let phase, let grounds):
      guard phase == self.phase.next else { throw .notTheNextPhase(self.phase.next) }
      guard day >= since else { throw .beforePhaseBegan(on: since) }
      let lacks = dossier.lacks(for: phase)
      guard lacks.isEmpty else { throw .gateLacks(lacks) }
      return [.gatePassed(to: phase, grounds: grounds, on: day)]
    case .loopBack(let phase, let reason):
      guard phase < self.phase else { throw .notAnEarlierPhase(than: self.phase) }
      guard day >= since else { throw .beforePhaseBegan(on: since) }
      return [.loopedBack(to: phase, reason: reason, on: day)]
    }
  }

  /// Gates are planned for days in the order of their phases.
  private func checkOrder(
    of phase: Programme.Phase, on expectedOn: Day
  ) throws(Programme.Refusal) {
    for (other, day) in gates.sorted(by: { $0.key < $1.key }) where other > self.phase {
      if other < phase, expectedOn < day { throw .gateBeforeEarlier(other, on: day) }
      if other > phase, expectedOn > day { throw .gateAfterLater(other, on: day) }
    }
  }

  /// A gate that is passed, in either direction, needs planning anew.
  mutating func enter(_ phase: Programme.Phase, on day: Day) {
    self.phase = phase
    since = day
    gates[phase] = nil
  }
}

extension Programme.Dossier {
  /// What still keeps the gate to `phase` shut, in the order in which to do it.
  public func lacks(for phase: Programme.Phase) -> [Programme.GateLack] {
    Programme.GateLack.all(
      for: phase, hasGoal: !goals.standing.isEmpty, hasIndicator: !indicators.standing.isEmpty,
      hasIntervention: interventions.hasUncancelled, hasStarted: interventions.hasStarted)
  }
}

extension Programme.GateLack {
  /// What keeps the gate to `phase` shut for a programme that has so much, in the order in which to do it.
  ///
  /// The gate to development asks no more than its grounds.
  public static func all(
    for phase: Programme.Phase, hasGoal: Bool, hasIndicator: Bool, hasIntervention: Bool,
    hasStarted: Bool
  ) -> [Programme.GateLack] {
    switch phase {
    case .exploration, .development: []
    case .execution:
      [hasGoal ? nil : goal, hasIndicator ? nil : indicator, hasIntervention ? nil : intervention]
        .compactMap(\.self)
    case .evaluation: hasStarted ? [] : [.startedIntervention]
    }
  }
}
