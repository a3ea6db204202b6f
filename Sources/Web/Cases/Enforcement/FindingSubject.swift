import Domain
import EventSourcing
import ReadModels

/// One finding of a case with its enforcement, as its page shows it and its forms fill in.
struct FindingSubject: Subject {
  let file: CaseSubject
  let row: CaseFindingRow
  /// The edition of the matrix under which it is placed from now on.
  let matrix: Enforcement.MatrixEdition

  var reader: Reader { file.reader }
  var identity: Identity { file.identity }
  var version: Int { file.version }
  var page: Link { Site.finding(file.id, row.id) }
  var place: Authority.Place { file.place }

  func trail(for reader: Reader) -> [Crumb] {
    file.trail(for: reader) + [Crumb(row.finding.rule.description, page)]
  }

  /// Nil before anything was done about it.
  var enforcement: CaseEnforcementRow? { file.enforcement.first { $0.id == row.id } }

  var dossier: Enforcement.Dossier { enforcement?.dossier ?? Enforcement.Dossier() }

  /// The day of the intervention at which it was made, as that stands after corrections.
  var foundOn: Day { file.intervention(of: row)?.on ?? row.foundOn }

  /// Whether something can be done about it: it stands as a violation, in a case that is open.
  var isEnforceable: Bool { row.isEnforceable && file.isOpen }

  /// Whether that goes on.
  var isUnderway: Bool { isEnforceable && dossier.conclusion == nil }

  /// What the law says of it today, beside the other findings of the case and of other cases about the same subject.
  var warnings: [LegalWarning] {
    let others = file.others(than: row)
    return LegalCheck.warnings(
      for: dossier, others: others.all, foundAlike: others.foundAlike, on: reader.dayShown)
  }

  /// The inspection report about it that was issued last and stands.
  var issuedReport: CaseReportRow? {
    file.reports.first { issued in
      issued.withdrawn == nil && issued.report.kind == .inspectionReport
        && issued.report.findings.contains { $0.finding == row.id }
    }
  }

  var legalDays: [NextLegalDay] {
    guard row.isEnforceable else { return [] }
    return NextLegalDay.all(
      for: dossier, ofSameViolation: file.enforcementOfSameViolation(as: row), on: reader.dayShown)
  }

  /// The form at these parts of its address; nil for who may not use it, or when it is not the time.
  func form(_ parts: String..., when isTime: Bool) -> Link? {
    let link = Link(segments: page.segments + parts)
    return isTime && reader.mayPost(to: link) && reader.may(.inspect, at: place) ? link : nil
  }

  func enforcing(_ command: Enforcement.Command, on day: Day) -> CaseFile.Command {
    .enforcing(row.id, command, on: day)
  }

  /// The action that an address names.
  func action(_ visit: Visit) throws(Problem) -> (id: Enforcement.ActionID, Enforcement.Action) {
    let id: Enforcement.ActionID = try visit.parameter("action")
    guard let action = dossier.actions[id] else { throw .notFound }
    return (id, action)
  }
}

extension CaseFindingRow {
  /// Whether it stands and says that a rule is broken.
  var isEnforceable: Bool { withdrawn == nil && finding.outcome == .violation }

  /// Whether the same rule was found broken at the same visit.
  func wasFoundAlong(with other: CaseFindingRow) -> Bool {
    intervention == other.intervention && finding.breaksSameRule(as: other.finding)
  }
}

extension CaseSubject {
  /// The enforcement of findings that stand as violations.
  var standingEnforcement: [CaseEnforcementRow] {
    let standing = Set(findings.filter(\.isEnforceable).map(\.id))
    return enforcement.filter { standing.contains($0.id) }
  }

  /// The enforcement of other findings, of this case and of others about the same subject; and of these, what was found of
  /// the same rule at the same visit.
  func others(
    than row: CaseFindingRow
  ) -> (all: [Enforcement.Dossier], foundAlike: [Enforcement.Dossier]) {
    let others = standingEnforcement.filter { $0.id != row.id }
    let alike = Set(findings.filter { $0.wasFoundAlong(with: row) }.map(\.id))
    return (
      others.map(\.dossier) + enforcementElsewhere.map(\.dossier),
      others.filter { alike.contains($0.id) }.map(\.dossier)
    )
  }

  func enforcementOfSameViolation(as row: CaseFindingRow) -> [Enforcement.Dossier] {
    guard let own = enforcement.first(where: { $0.id == row.id })?.dossier else { return [] }
    let others = others(than: row)
    return LegalCheck.ofSameViolation(as: own, among: others.all, foundAlike: others.foundAlike)
  }

  /// The day that is waited for first in the enforcement of a finding; nil when nothing is.
  func nextLegalDay(of row: CaseFindingRow) -> NextLegalDay? {
    enforcement.first { $0.id == row.id }.flatMap {
      NextLegalDay.next(
        for: $0.dossier, ofSameViolation: enforcementOfSameViolation(as: row),
        on: reader.dayShown)
    }
  }

  /// The finding that an address names, withdrawn or not.
  func enforced(_ visit: Visit, under matrix: Enforcement.MatrixEdition) throws(Problem)
    -> FindingSubject
  {
    let id: CaseFindingID = try visit.parameter("finding")
    guard let row = findings.first(where: { $0.id == id }) else { throw .notFound }
    return FindingSubject(file: self, row: row, matrix: matrix)
  }
}
