import Domain
import EventSourcing

/// What happened to the reports and letters of a case, and to the letters that these begin from.
extension Teller {
  func issuing(
    _ report: CaseFile.Report, _ serial: Int, _ issue: CaseFile.Issue,
    _ dossier: CaseFile.Dossier?
  ) -> Tale {
    Tale(
      "history.case.report-issued",
      ["kind": .phrase(report.kind.name), "number": number(serial, dossier)]
    )
    .saying("report.field.title", report.title.description)
    .saying("report.field.to", report.addressee.name.description)
    .saying("report.field.address", reader.listed(report.addressee.lines.map(\.description)))
    .saying("report.offender", report.offender?.description)
    .saying("report.observed", added(\.violation?.description, in: report))
    .saying("report.place", added(\.place?.description, in: report))
    .saying("report.field.text", report.text)
    .saying("report.field.closing", report.closing)
    .saying("history.case.report-html", known(issue.html))
    .saying("history.case.report-pdf", issue.pdf.map { known($0) })
  }

  /// What a report says of its findings beside what the file does.
  private func added(
    _ words: (CaseFile.ReportedFinding) -> String?, in report: CaseFile.Report
  ) -> String? {
    let said = report.findings.compactMap(words)
    return said.isEmpty ? nil : reader.listed(said)
  }

  private func known(_ file: FiledDocument) -> String {
    "\(file.name): \(file.digest.description)"
  }

  func number(ofReport id: CaseReportID, _ dossier: CaseFile.Dossier?) -> Phrase.Value {
    dossier?.reports[id].map { number($0.serial, dossier) } ?? .text("")
  }

  private func number(_ serial: Int, _ dossier: CaseFile.Dossier?) -> Phrase.Value {
    .text(
      dossier.map { ReportNumber($0.number, serial: serial).description } ?? String(serial))
  }

  /// What `event` did to a letter to begin from.
  func tale(of event: LetterTemplate.Event) -> Tale {
    switch event {
    case .published(let edition, let content, let organisation, _):
      Tale(
        "history.letter.published",
        ["title": line(content.title), "edition": .number(edition)]
      )
      .saying("report.field.kind", reader.text(content.kind.name))
      .saying("letter.field.text", content.text)
      .saying("history.organisation", organisation.description)
    case .retired(let reason, _):
      Tale("history.letter.retired").saying("history.reason", reason)
    }
  }
}
