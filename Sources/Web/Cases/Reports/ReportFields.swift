import Domain
import ReadModels

/// The fields of a report or letter; of each violation they ask what the file does not say.
extension FormSheet {
  mutating func report(on about: CaseSubject) {
    let reader = about.reader
    radios("kind", label: "report.field.kind", CaseFile.Report.Kind.choices(for: reader))
    line("title", label: "report.field.title")
    line("to", label: "report.field.to")
    prose("address", label: "report.field.address", hint: "report.field.address-hint", rows: 3)
    line(
      "offender", label: "report.offender", hint: "report.field.offender-hint", optional: true)
    let findings = about.standingFindings
    if !findings.isEmpty {
      ticks("finding", legend: "report.field.findings", findings.map { about.choice(of: $0) })
      for row in findings { lacking(in: row, on: about) }
    }
    prose(
      "text", label: "report.field.text",
      hint: Phrase("report.field.text-hint", ["places": .text(LetterPlaces.written)]),
      optional: true, rows: 10)
    prose("closing", label: "report.field.closing", optional: true, rows: 4)
    happenedOn("report.dated")
  }

  private mutating func lacking(in row: CaseFindingRow, on about: CaseSubject) {
    guard row.finding.outcome == .violation else { return }
    let rule: [String: Phrase.Value] = ["rule": .text(row.finding.rule.description)]
    if row.finding.description == nil {
      prose(
        "observed-\(row.id)", label: Phrase("report.field.observed", rule),
        hint: "report.field.observed-hint", optional: true, rows: 3)
    }
    if about.intervention(of: row)?.place == nil {
      let isRecorded = about.recordedReport(of: row)?.place != nil
      line(
        "place-\(row.id)", label: Phrase("report.field.place", rule),
        hint: isRecorded ? "report.field.place-recorded" : "report.field.place-hint",
        optional: true)
    }
  }
}

extension CaseSubject {
  /// The findings that were not withdrawn.
  var standingFindings: [CaseFindingRow] { findings.filter { $0.withdrawn == nil } }

  /// The intervention at which a finding was made.
  func intervention(of row: CaseFindingRow) -> CaseFile.Intervention? {
    interventions.first { $0.id == row.intervention }?.intervention
  }

  /// The report of a violation that was recorded with its enforcement.
  func recordedReport(of row: CaseFindingRow) -> Enforcement.Report? {
    enforcement.first { $0.id == row.id }?.dossier.report?.value
  }

  /// What was recorded of violations and stands nowhere else in the file: the places where no visit has one, and the
  /// offender where it is one for all.
  var recordedOfViolations: [String: String?] {
    var recorded: [String: String?] = [:]
    var offenders: Set<Line> = []
    for row in standingFindings {
      guard let report = recordedReport(of: row) else { continue }
      if let offender = report.offender { offenders.insert(offender) }
      guard intervention(of: row)?.place == nil else { continue }
      recorded["place-\(row.id)"] = report.place?.description
    }
    if offenders.count == 1 { recorded["offender"] = offenders.first?.description }
    return recorded
  }

  fileprivate func choice(of row: CaseFindingRow) -> Choice {
    let words = [
      "\(reader.text(row.finding.outcome.name)): \(row.finding.rule)",
      row.finding.legalBasis?.description,
    ]
    return Choice(row.id.description, words.compactMap { $0 }.joined(separator: ", "))
  }

  /// What a document says of the findings that `report` is about.
  func facts(of report: CaseFile.Report) -> [ReportDocument.Fact] {
    report.findings.compactMap { reported in
      guard let row = standingFindings.first(where: { $0.id == reported.finding }) else {
        return nil
      }
      let seen = intervention(of: row)
      return ReportDocument.Fact(
        finding: row.finding, observed: row.finding.description ?? reported.violation,
        place: seen?.place ?? reported.place, on: seen?.on ?? row.foundOn, from: seen?.from)
    }
  }

  /// The serial that the next report or letter bears.
  var nextReportSerial: Int { (reports.map(\.serial).max() ?? 0) + 1 }
}

extension Form {
  /// The report or letter that was filled in; what is missing is noted at the field that asks it.
  mutating func report(
    on about: CaseSubject, from template: CaseFile.LetterEdition?, inPlaceOf replaced: CaseReportID?
  ) -> (CaseFile.Report, Day)? {
    let kind = choice("kind", as: CaseFile.Report.Kind.self)
    let (title, addressee) = (line("title"), addressee())
    let offender = optionalLine("offender")
    let findings = reportedFindings(on: about)
    let (written, closing) = (optionalProse("text"), optionalProse("closing"))
    guard let day = happenedDay(), let kind, let title, let addressee else { return nil }
    if kind == .inspectionReport { requireFacts(of: findings, by: offender, on: about) }
    let facts = LetterPlaces(
      about: about, to: addressee.name, findings: findings.map(\.finding), on: day)
    let text = written.flatMap { fill($0, with: facts, at: "text") }
    guard isSound else { return nil }
    let report = CaseFile.Report(
      kind, title, to: addressee, offender: offender, findings: findings, text: text,
      closing: closing, template: template, replaces: replaced)
    return (report, day)
  }

  private mutating func addressee() -> CaseFile.Addressee? {
    let (name, address) = (line("to"), lines("address"))
    if address.isEmpty { note(.empty, at: "address") }
    if address.count > CaseFile.Addressee.linesMax {
      note(.tooManyLines(address.count, max: CaseFile.Addressee.linesMax), at: "address")
    }
    return name.map { CaseFile.Addressee($0, lines: address) }
  }

  private mutating func reportedFindings(on about: CaseSubject) -> [CaseFile.ReportedFinding] {
    ticked("finding", among: about.standingFindings.map(\.id)).map { id in
      CaseFile.ReportedFinding(
        id, violation: optionalProse("observed-\(id)"), place: optionalLine("place-\(id)"))
    }
  }

  /// Awb 5:48: the rules refuse what is missing, and here stands where to write it.
  private mutating func requireFacts(
    of findings: [CaseFile.ReportedFinding], by offender: Line?, on about: CaseSubject
  ) {
    if offender == nil { note(.empty, at: "offender") }
    let violations = about.standingFindings.filter { row in
      row.finding.outcome == .violation && findings.contains { $0.finding == row.id }
    }
    if violations.isEmpty { note(FormProblem("report.refusal.violation-missing")) }
    for row in violations {
      let reported = findings.first { $0.finding == row.id }
      if row.finding.description == nil, reported?.violation == nil {
        note(.empty, at: "observed-\(row.id)")
      }
      if about.intervention(of: row)?.place == nil, reported?.place == nil {
        note(.empty, at: "place-\(row.id)")
      }
    }
  }

  private mutating func fill(
    _ text: Prose, with places: LetterPlaces, at field: String
  ) -> Prose? {
    let filled: String
    do throws(LetterContent.Refusal) {
      filled = try places.filled(text)
    } catch {
      note(LetterContent.explain(error))
      return nil
    }
    let missing = places.missing(in: text)
    guard missing.isEmpty else {
      let words = missing.map(\.written).joined(separator: ", ")
      note(.said(Phrase("report.place-unknown", ["places": .text(words)])), at: field)
      return nil
    }
    do throws(TextProblem) {
      return try Prose(filled)
    } catch {
      note(FieldProblem(error), at: field)
      return nil
    }
  }
}
