extension CaseFile.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: CaseFile.Event) -> CaseFile.Dossier {
    var dossier = self
    dossier.apply(event)
    return dossier
  }

  private mutating func apply(_ event: CaseFile.Event) {
    switch event {
    case .opened: break
    case .retitled(let title, _): self.title = title
    case .subjectNamed(let subject, _): self.subject = subject
    case .attached(let programme, let group, _, _):
      self.programme = programme
      targetGroup = group
    case .classified(let confidentiality, _, _): self.confidentiality = confidentiality
    case .handlerAdded(let person, _): handlers.append(person)
    case .handlerReleased(let person, _): handlers.removeAll { $0 == person }
    case .related(let other, _): related.append(other)
    case .unrelated(let other, _): related.removeAll { $0 == other }
    case .planned(let plan, let day):
      self.plan = plan
      plannedOn = day
    case .taskAdded(let id, let task, _): tasks[id] = CaseFile.TaskHeld(task: task)
    case .taskMoved(let id, let dueOn, _, _): tasks[id]?.move(to: dueOn)
    case .taskDone(let id, _), .taskDropped(let id, _, _): tasks[id]?.isOver = true
    case .logged(let id, let intervention, let findings, _):
      interventions[id] = intervention
      if let plannedOn, plan?.isCarriedOut(by: intervention, plannedOn: plannedOn) ?? false {
        plan = nil
      }
      for new in findings { self.findings[new.id] = .init(finding: new.finding, intervention: id) }
      findingIDs.formUnion(findings.map(\.id))
    case .logCorrected(let id, let intervention, _, _): interventions[id] = intervention
    case .findingAdded(let id, let finding, let intervention, _):
      findings[id] = .init(finding: finding, intervention: intervention)
      findingIDs.insert(id)
    case .findingCorrected(let id, let finding, _, _): findings[id]?.finding = finding
    case .findingWithdrawn(let id, _, _): findings[id] = nil
    case .documentFiled(let id, let document, _), .documentReplaced(let id, let document, _):
      documents[id] = document
      documentIDs.insert(id)
    case .documentRemoved(let id, _, _): documents[id] = nil
    case .enforced(let id, let event, let day):
      if let held = findings[id] {
        findings[id]?.enforcement = held.enforcement.after(event, on: day)
      }
    case .reportIssued(let id, let report, let serial, _, let day):
      reports[id] = CaseFile.ReportHeld(report: report, serial: serial, issuedOn: day)
    case .reportWithdrawn(let id, _, let day): reports[id]?.withdrawnOn = day
    case .surveyed(let id, let event, _): surveys[id] = Survey.Dossier.after(event, surveys[id])
    case .publicized(let id, let event, let day):
      publications[id] = Publication.Dossier.after(
        event, publications[id], of: told, on: day)
    case .kept(let event, _): retention.apply(event)
    case .closed(let outcome, let day):
      self.outcome = outcome
      closedOn = day
      turnedOn = day
    case .reopened(_, let day):
      closedOn = nil
      reopeningCount += 1
      turnedOn = day
      retention.reopen()
    }
  }
}

extension CaseFile.TaskHeld {
  fileprivate mutating func move(to day: Day) {
    task = CaseFile.Task(task.title, dueOn: day, by: task.by)
  }
}

extension CaseFile.State {
  /// All that it is now; nil before it was opened.
  public var dossier: CaseFile.Dossier? {
    switch self {
    case .unopened: nil
    case .opened(let dossier): dossier
    }
  }
}

extension CaseFile.Event {
  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .opened(_, _, _, let day), .retitled(_, let day), .subjectNamed(_, let day),
      .attached(_, _, _, let day), .classified(_, _, let day), .handlerAdded(_, let day),
      .handlerReleased(_, let day), .related(_, let day), .unrelated(_, let day),
      .planned(_, let day), .taskAdded(_, _, let day), .taskMoved(_, _, _, let day),
      .taskDone(_, let day), .taskDropped(_, _, let day), .logged(_, _, _, let day),
      .logCorrected(_, _, _, let day), .findingAdded(_, _, _, let day),
      .findingCorrected(_, _, _, let day), .findingWithdrawn(_, _, let day),
      .documentFiled(_, _, let day), .documentReplaced(_, _, let day),
      .documentRemoved(_, _, let day), .enforced(_, _, let day),
      .reportIssued(_, _, _, _, let day), .reportWithdrawn(_, _, let day),
      .surveyed(_, _, let day), .publicized(_, _, let day), .kept(_, let day),
      .closed(_, let day), .reopened(_, let day):
      day
    }
  }
}
