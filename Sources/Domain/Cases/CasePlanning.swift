extension CaseFile {
  /// What may be asked of the plan of a case, and of what has to be done by when.
  public enum PlanningCommand: Equatable, Sendable {
    case plan(Plan)
    case addTask(CaseTaskID, Task)
    case moveTask(CaseTaskID, dueOn: Day, reason: Prose)
    case completeTask(CaseTaskID)
    case dropTask(CaseTaskID, reason: Prose)
  }
}

extension CaseFile.Dossier {
  func decide(
    _ command: CaseFile.PlanningCommand, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    switch command {
    case .plan(let plan):
      let most = CaseFile.Intervention.participantsMax
      guard plan.participants.count <= most else { throw .tooManyParticipants(max: most) }
      return plan == self.plan ? [] : [.planned(plan: plan, on: day)]
    case .addTask(let id, let task):
      guard tasks[id] == nil else { throw .identifierInUse }
      guard task.dueOn >= day else { throw .dueBefore(day) }
      return [.taskAdded(id: id, task: task, on: day)]
    case .moveTask(let id, let dueOn, let reason):
      let task = try openTask(id)
      guard dueOn >= day else { throw .dueBefore(day) }
      return dueOn == task.dueOn
        ? [] : [.taskMoved(id: id, dueOn: dueOn, reason: reason, on: day)]
    case .completeTask(let id):
      _ = try openTask(id)
      return [.taskDone(id: id, on: day)]
    case .dropTask(let id, let reason):
      _ = try openTask(id)
      return [.taskDropped(id: id, reason: reason, on: day)]
    }
  }

  private func openTask(_ id: CaseTaskID) throws(CaseFile.Refusal) -> CaseFile.Task {
    guard let held = tasks[id] else { throw .unknownTask }
    guard !held.isOver else { throw .taskOver }
    return held.task
  }
}
