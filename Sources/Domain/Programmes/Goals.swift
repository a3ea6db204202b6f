extension Programme {
  /// Something the programme wants to have reached.
  public struct Goal: Equatable, Sendable {
    public internal(set) var text: Line
    /// Why it was dropped; nil while it stands.
    public internal(set) var droppedBecause: Prose?
  }

  /// What can happen to a goal.
  public enum GoalEvent: Equatable, Sendable {
    case set(Line)
    case reworded(Line)
    case dropped(reason: Prose)
  }

  /// What may be asked about goals.
  public enum GoalCommand: Equatable, Sendable {
    case set(GoalID, Line)
    case reword(GoalID, Line)
    case drop(GoalID, reason: Prose)
  }

  /// What the programme is for.
  public struct Goals: Equatable, Sendable {
    /// Dropped goals included.
    public internal(set) var all = Register<GoalID, Goal>()
  }
}

extension Programme.Goals {
  /// The goals that were not dropped.
  public var standing: [(key: GoalID, value: Programme.Goal)] {
    all.entries.filter { $0.value.droppedBecause == nil }
  }

  func decide(
    _ command: Programme.GoalCommand, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .set(let id, let text):
      guard all[id] == nil else { throw .identifierInUse }
      return [.goalSet(id: id, text: text, on: day)]
    case .reword(let id, let text):
      let goal = try standing(id)
      return goal.text == text ? [] : [.goalReworded(id: id, text: text, on: day)]
    case .drop(let id, let reason):
      _ = try standing(id)
      return [.goalDropped(id: id, reason: reason, on: day)]
    }
  }

  @discardableResult
  func standing(_ id: GoalID) throws(Programme.Refusal) -> Programme.Goal {
    guard let goal = all[id], goal.droppedBecause == nil else { throw .unknownGoal }
    return goal
  }
}
