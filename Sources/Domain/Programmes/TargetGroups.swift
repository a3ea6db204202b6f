extension Programme {
  /// People or firms whose behaviour the programme wants to change.
  public struct TargetGroup: Equatable, Sendable {
    public internal(set) var name: Line
    /// Why it was dropped; nil while it stands.
    public internal(set) var droppedBecause: Prose?
  }

  /// What can happen to a target group.
  public enum TargetGroupEvent: Equatable, Sendable {
    case added(Line)
    case renamed(Line)
    case dropped(reason: Prose)
  }

  /// What may be asked about target groups.
  public enum TargetGroupCommand: Equatable, Sendable {
    case add(TargetGroupID, Line)
    case rename(TargetGroupID, Line)
    case drop(TargetGroupID, reason: Prose)
  }

  /// Whose behaviour the programme wants to change.
  public struct TargetGroups: Equatable, Sendable {
    /// Dropped groups included.
    public internal(set) var all = Register<TargetGroupID, TargetGroup>()
  }
}

extension Programme.TargetGroups {
  /// The groups that were not dropped.
  public var standing: [(key: TargetGroupID, value: Programme.TargetGroup)] {
    all.entries.filter { $0.value.droppedBecause == nil }
  }

  func decide(
    _ command: Programme.TargetGroupCommand, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    switch command {
    case .add(let id, let name):
      guard all[id] == nil else { throw .identifierInUse }
      return [.targetGroupAdded(id: id, name: name, on: day)]
    case .rename(let id, let name):
      let group = try standing(id)
      return group.name == name ? [] : [.targetGroupRenamed(id: id, name: name, on: day)]
    case .drop(let id, let reason):
      try standing(id)
      return [.targetGroupDropped(id: id, reason: reason, on: day)]
    }
  }

  @discardableResult
  func standing(_ id: TargetGroupID) throws(Programme.Refusal) -> Programme.TargetGroup {
    guard let group = all[id], group.droppedBecause == nil else { throw .unknownTargetGroup }
    return group
  }
}
