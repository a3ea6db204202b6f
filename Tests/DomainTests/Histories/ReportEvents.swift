import Domain
import TestCast

/// Every event of the reports of a case as the log keeps it, for ever.
extension Golden<CaseFile> {
  static let reports: [Self] = [
    Golden(
      .reportIssued(
        id: 1,
        report: CaseFile.Report(
          .warning, "Lekkage", to: Reporting.addressee, offender: "De Boer",
          findings: [CaseFile.ReportedFinding(1, violation: "Een plas", place: "Hal 3")],
          text: "Geachte", closing: "Herstel dit",
          template: CaseFile.LetterEdition(4, edition: 2), replaces: 3), serial: 2,
        issue: Reporting.issue, on: monday),
      "case.reportIssued",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","issue":{"html":{"byteCount":4096,\#
      "digest":"0909090909090909090909090909090909090909090909090909090909090909","kind":\#
      "html","name":"rapport.html"},"pdf":{"byteCount":4096,"digest":\#
      "0909090909090909090909090909090909090909090909090909090909090909","kind":"pdf",\#
      "name":"rapport.pdf"}},"on":"2026-03-02","report":{"addressee":{"lines":\#
      ["Havenweg 1","3011 AA Rotterdam"],"name":"Koelhuis De Boer B.V."},"closing":\#
      "Herstel dit","findings":[{"finding":"00000000-0000-7000-8000-000000000001","place":\#
      "Hal 3","violation":"Een plas"}],"kind":"warning","offender":"De Boer","replaces":\#
      "00000000-0000-7000-8000-000000000003","template":{"edition":2,"letter":\#
      "00000000-0000-7000-8000-000000000004"},"text":"Geachte","title":"Lekkage"},"serial":2}
      """#),
    Golden(
      .reportIssued(
        id: 1,
        report: CaseFile.Report(
          .informationLetter, "Regels", to: Reporting.addressee, text: "Geachte"), serial: 1,
        issue: CaseFile.Issue(html: Reporting.issue.html, pdf: nil), on: monday),
      "case.reportIssued",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","issue":{"html":{"byteCount":4096,\#
      "digest":"0909090909090909090909090909090909090909090909090909090909090909","kind":\#
      "html","name":"rapport.html"}},"on":"2026-03-02","report":{"addressee":{"lines":\#
      ["Havenweg 1","3011 AA Rotterdam"],"name":"Koelhuis De Boer B.V."},"findings":[],\#
      "kind":"informationLetter","text":"Geachte","title":"Regels"},"serial":1}
      """#),
    Golden(
      .reportWithdrawn(id: 1, reason: "Naam fout", on: monday),
      "case.reportWithdrawn",
      #"""
      {"id":"00000000-0000-7000-8000-000000000001","on":"2026-03-02","reason":"Naam fout"}
      """#),
  ]
}
