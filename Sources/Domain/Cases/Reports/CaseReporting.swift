extension CaseFile {
  /// What may be asked of the reports and letters of a case.
  public enum ReportingCommand: Equatable, Sendable {
    /// The serial stands in the documents, so whoever makes them says it.
    case issue(CaseReportID, Report, serial: Int, Issue)
    case withdraw(CaseReportID, reason: Prose)
  }

  /// Why a report or letter is refused, with what a person needs to know to do otherwise.
  public enum ReportingRefusal: Error, Equatable, Sendable {
    /// Serials have no gap.
    case serialNotNext(Int)
    /// The same finding is told of twice.
    case findingTwice(CaseFindingID)
    case unknownFinding
    /// Neither a text nor a finding.
    case saysNothing
    /// An inspection report is of at least one violation.
    case violationMissing
    /// What the law asks of it and neither the file nor the report says (Awb 5:48).
    case lacks([Enforcement.ReportPart])
    case unknownReport
    case withdrawn(on: Day)
    /// Only in place of one that was withdrawn comes another.
    case replacedStands
    case replacedBefore(by: Int)
    case beforeIssued(on: Day)
  }

  /// A report and how it stands.
  public struct ReportHeld: Equatable, Sendable {
    public let report: Report
    public let serial: Int
    public let issuedOn: Day
    /// Nil while it stands.
    public internal(set) var withdrawnOn: Day?
  }
}

extension CaseFile.Dossier {
  /// The serial that the next report or letter bears.
  public var nextReportSerial: Int { reports.count + 1 }

  func decide(
    _ command: CaseFile.ReportingCommand, on day: Day
  ) throws(CaseFile.Refusal) -> [CaseFile.Event] {
    switch command {
    case .issue(let id, let report, let serial, let issue):
      try checkOpen(on: day)
      guard reports[id] == nil else { throw .identifierInUse }
      do throws(CaseFile.ReportingRefusal) {
        try check(report, serial: serial)
      } catch {
        throw .reporting(error)
      }
      return [.reportIssued(id: id, report: report, serial: serial, issue: issue, on: day)]
    case .withdraw(let id, let reason):
      guard let held = reports[id] else { throw .reporting(.unknownReport) }
      if let withdrawnOn = held.withdrawnOn { throw .reporting(.withdrawn(on: withdrawnOn)) }
      guard day >= held.issuedOn else { throw .reporting(.beforeIssued(on: held.issuedOn)) }
      return [.reportWithdrawn(id: id, reason: reason, on: day)]
    }
  }

  private func check(
    _ report: CaseFile.Report, serial: Int
  ) throws(CaseFile.ReportingRefusal) {
    guard serial == nextReportSerial else { throw .serialNotNext(nextReportSerial) }
    var seen: Set<CaseFindingID> = []
    for reported in report.findings {
      guard findings[reported.finding] != nil else { throw .unknownFinding }
      guard seen.insert(reported.finding).inserted else { throw .findingTwice(reported.finding) }
    }
    guard report.text != nil || !report.findings.isEmpty else { throw .saysNothing }
    if report.kind == .inspectionReport { try checkFacts(of: report) }
    if let replaced = report.replaces { try checkReplaced(replaced) }
  }

  /// Algemene wet bestuursrecht, article 5:48, second paragraph.
  private func checkFacts(of report: CaseFile.Report) throws(CaseFile.ReportingRefusal) {
    let violations = report.findings.filter {
      findings[$0.finding]?.finding.outcome == .violation
    }
    guard !violations.isEmpty else { throw .violationMissing }
    let missing = Set(violations.flatMap { facts(of: $0, by: report.offender).missing })
    guard missing.isEmpty else {
      throw .lacks(Enforcement.ReportPart.allCases.filter(missing.contains))
    }
  }

  /// All that is known of a violation: what the file says, and what the report adds where it does not.
  private func facts(
    of reported: CaseFile.ReportedFinding, by offender: Line?
  ) -> Enforcement.Report {
    guard let held = findings[reported.finding] else { return Enforcement.Report() }
    let seen = interventions[held.intervention]
    return Enforcement.Report(
      offender: offender, violation: held.finding.description ?? reported.violation,
      rules: held.finding.legalBasis.map { [$0] } ?? [], place: seen?.place ?? reported.place,
      happenedOn: seen?.on, time: seen?.from)
  }

  private func checkReplaced(_ id: CaseReportID) throws(CaseFile.ReportingRefusal) {
    guard let held = reports[id] else { throw .unknownReport }
    guard held.withdrawnOn != nil else { throw .replacedStands }
    let later = reports.entries.first { $0.value.report.replaces == id }
    if let later { throw .replacedBefore(by: later.value.serial) }
  }
}
