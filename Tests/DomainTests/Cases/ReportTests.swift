import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<CaseFile>

/// Reports on the case of the warehouse.
enum Reporting {
  static let addressee = CaseFile.Addressee(
    "Koelhuis De Boer B.V.", lines: ["Havenweg 1", "3011 AA Rotterdam"])
  static let report = report(about: [CaseFile.ReportedFinding(1)])
  static let issue = CaseFile.Issue(
    html: file("rapport.html", .html), pdf: file("rapport.pdf", .pdf))
  static let issued = CaseFile.Event.reportIssued(
    id: 1, report: report, serial: 1, issue: issue, on: wednesday)
  static let withdrawn = CaseFile.Event.reportWithdrawn(id: 1, reason: "Naam fout", on: thursday)

  static func report(
    _ kind: CaseFile.Report.Kind = .inspectionReport, offender: Line? = "Koelhuis De Boer B.V.",
    about findings: [CaseFile.ReportedFinding], text: Prose? = nil, replaces: CaseReportID? = nil
  ) -> CaseFile.Report {
    CaseFile.Report(
      kind, "Lekkage in hal 3", to: addressee, offender: offender, findings: findings, text: text,
      replaces: replaces)
  }

  static func issue(_ report: CaseFile.Report, serial: Int = 1, id: CaseReportID = 1, on day: Day)
    -> CaseFile.Command
  {
    .reporting(.issue(id, report, serial: serial, issue), on: day)
  }

  private static func file(_ name: Line, _ kind: FiledDocument.Kind) -> FiledDocument {
    FiledDocument(
      name, kind, byteCount: 4096, digest: Warehouse.filed("x.jpg", digest: 9).file.digest)
  }
}

struct ReportTests {
  private let visited = Story.given(Warehouse.opened, Warehouse.logged)

  @Test func `serials have no gap, and what is withdrawn keeps its own`() {
    visited.when(Reporting.issue(Reporting.report, on: wednesday)).then(Reporting.issued)
    visited.when(Reporting.issue(Reporting.report, serial: 2, on: wednesday))
      .refuses(.reporting(.serialNotNext(1)))
    let second = Reporting.report(
      about: [CaseFile.ReportedFinding(1)], replaces: 1)
    Story.given(Warehouse.opened, Warehouse.logged, Reporting.issued, Reporting.withdrawn)
      .when(Reporting.issue(second, serial: 2, id: 2, on: thursday))
      .then(
        .reportIssued(
          id: 2, report: second, serial: 2, issue: Reporting.issue, on: thursday))
  }

  @Test func `an inspection report is of a violation`() {
    visited.when(Reporting.issue(Reporting.report(about: [], text: "Tekst"), on: wednesday))
      .refuses(.reporting(.violationMissing))
    visited.when(
      Reporting.issue(Reporting.report(about: [CaseFile.ReportedFinding(2)]), on: wednesday)
    ).refuses(.reporting(.violationMissing))
    visited.when(
      Reporting.issue(Reporting.report(about: [CaseFile.ReportedFinding(7)]), on: wednesday)
    ).refuses(.reporting(.unknownFinding))
    let twice = [CaseFile.ReportedFinding(1), CaseFile.ReportedFinding(1)]
    visited.when(Reporting.issue(Reporting.report(about: twice), on: wednesday))
      .refuses(.reporting(.findingTwice(1)))
  }

  @Test func `what neither the file nor the report says refuses it (Awb 5:48)`() {
    visited.when(
      Reporting.issue(
        Reporting.report(offender: nil, about: [CaseFile.ReportedFinding(1)]), on: wednesday)
    ).refuses(.reporting(.lacks([.offender])))
    let bare = Story.given(
      Warehouse.opened,
      .logged(
        id: 1,
        intervention: CaseFile.Intervention("visit", on: tuesday, summary: "Het lekte"),
        findings: [
          CaseFile.NewFinding(
            1, CaseFile.Finding(.violation, rule: "Dicht", legalBasis: "Artikel 3"))
        ], on: tuesday))
    bare.when(Reporting.issue(Reporting.report, on: wednesday))
      .refuses(.reporting(.lacks([.violation, .place])))
    let whole = Reporting.report(
      about: [CaseFile.ReportedFinding(1, violation: "Een plas olie", place: "Hal 3")])
    bare.when(Reporting.issue(whole, on: wednesday))
      .then(
        .reportIssued(id: 1, report: whole, serial: 1, issue: Reporting.issue, on: wednesday))
  }

  @Test func `a letter needs no finding, but says something`() {
    let letter = Reporting.report(.informationLetter, offender: nil, about: [], text: "Geachte")
    visited.when(Reporting.issue(letter, on: wednesday))
      .then(
        .reportIssued(id: 1, report: letter, serial: 1, issue: Reporting.issue, on: wednesday))
    visited.when(
      Reporting.issue(Reporting.report(.informationLetter, about: []), on: wednesday)
    ).refuses(.reporting(.saysNothing))
  }

  @Test func `a report is withdrawn once, and one comes in its place`() {
    let standing = Story.given(Warehouse.opened, Warehouse.logged, Reporting.issued)
    standing.when(.reporting(.withdraw(1, reason: "Naam fout"), on: thursday))
      .then(Reporting.withdrawn)
    standing.when(.reporting(.withdraw(1, reason: "Naam fout"), on: tuesday))
      .refuses(.reporting(.beforeIssued(on: wednesday)))
    standing.when(.reporting(.withdraw(2, reason: "x"), on: thursday))
      .refuses(.reporting(.unknownReport))
    let second = Reporting.report(about: [CaseFile.ReportedFinding(1)], replaces: 1)
    standing.when(Reporting.issue(second, serial: 2, id: 2, on: thursday))
      .refuses(.reporting(.replacedStands))
    let gone = Story.given(
      Warehouse.opened, Warehouse.logged, Reporting.issued, Reporting.withdrawn)
    gone.when(.reporting(.withdraw(1, reason: "x"), on: thursday))
      .refuses(.reporting(.withdrawn(on: thursday)))
    Story.given(
      Warehouse.opened, Warehouse.logged, Reporting.issued, Reporting.withdrawn,
      .reportIssued(id: 2, report: second, serial: 2, issue: Reporting.issue, on: thursday)
    ).when(Reporting.issue(second, serial: 3, id: 3, on: thursday))
      .refuses(.reporting(.replacedBefore(by: 2)))
  }

  @Test func `nothing goes out of a closed case, and what was wrong is withdrawn from it`() {
    let closed = Story.given(
      Warehouse.opened, Warehouse.logged, Reporting.issued,
      .closed(outcome: Warehouse.restored, on: wednesday))
    closed.when(Reporting.issue(Reporting.report, serial: 2, id: 2, on: thursday))
      .refuses(.closed(on: wednesday))
    closed.when(.reporting(.withdraw(1, reason: "Naam fout"), on: thursday))
      .then(Reporting.withdrawn)
  }
}
