extension CaseFile {
  /// What may be asked of the log of a case: what was done, and what was found.
  public enum LoggingCommand: Equatable, Sendable {
    /// With what was found, and the photos and documents that were made at it.
    case log(CaseInterventionID, Intervention, findings: [NewFinding], files: [NewFile] = [])
    case correct(CaseInterventionID, Intervention, reason: Prose)
    case addFinding(CaseFindingID, Finding, at: CaseInterventionID)
    case correctFinding(CaseFindingID, Finding, reason: Prose)
    case withdrawFinding(CaseFindingID, reason: Prose)
  }
}

extension CaseFile.Dossier {
  func decide(
    _ command: CaseFile.LoggingCommand, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    switch command {
    case .log(let id, let intervention, let findings, let files):
      guard interventions[id] == nil else { throw .identifierInUse }
      guard intervention.saysSomething || !findings.isEmpty || !files.isEmpty else {
        throw .nothingLogged
      }
      try intervention.check()
      try checkNew(findings)
      let filed = try filing(files, madeAt: id, on: day)
      return [.logged(id: id, intervention: intervention, findings: findings, on: day)] + filed
    case .correct(let id, let intervention, let reason):
      guard let logged = interventions[id] else { throw .unknownIntervention }
      try intervention.check()
      return intervention == logged
        ? [] : [.logCorrected(id: id, intervention: intervention, reason: reason, on: day)]
    case .addFinding(let id, let finding, let intervention):
      guard interventions[intervention] != nil else { throw .unknownIntervention }
      try checkNew([CaseFile.NewFinding(id, finding)])
      return [.findingAdded(id: id, finding: finding, intervention: intervention, on: day)]
    case .correctFinding(let id, let finding, let reason):
      guard let held = findings[id] else { throw .unknownFinding }
      try finding.check()
      if finding.outcome != .violation { try checkNothingRests(on: held) }
      return finding == held.finding
        ? [] : [.findingCorrected(id: id, finding: finding, reason: reason, on: day)]
    case .withdrawFinding(let id, let reason):
      guard let held = findings[id] else { throw .unknownFinding }
      try checkNothingRests(on: held)
      return [.findingWithdrawn(id: id, reason: reason, on: day)]
    }
  }

  private func checkNew(_ new: [CaseFile.NewFinding]) throws(CaseFile.Refusal) {
    guard Set(new.map(\.id)).count == new.count, new.allSatisfy({ !findingIDs.contains($0.id) })
    else { throw .identifierInUse }
    for finding in new { try finding.finding.check() }
  }
}

extension CaseFile.Intervention {
  fileprivate func check() throws(CaseFile.Refusal) {
    guard lasts.map({ $0 <= Self.minutesMax }) ?? true else { throw .endsBeforeItBegins }
    guard participants.count <= Self.participantsMax else {
      throw .tooManyParticipants(max: Self.participantsMax)
    }
  }
}

extension CaseFile.Finding {
  fileprivate func check() throws(CaseFile.Refusal) {
    guard outcome != .violation || legalBasis != nil else { throw .legalBasisMissing }
  }
}
