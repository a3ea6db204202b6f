import Domain
import EventSourcing
import ReadModels

/// The reports and letters that went out on a case, each with its two files and by what these are known.
struct CaseReportsPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let rows = about.reports
    let body: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text("reports.none"))
      : "<ul class=\"things\">\n\(rows.map(item))</ul>\n\(checking)"
    return Part.html(
      "reports", "reports.title", body,
      actions: Act.html(
        "report.act.make", on: nil, to: about.form("reports", when: about.isOpen), for: reader),
      for: reader)
  }

  private func item(_ row: CaseReportRow) -> HTML {
    let number = about.number(of: row).description
    return """
      <li id="report-\(row.id)"><span><strong>\(number)</strong> \(reader.text(row.report.kind.name)): \(row.report.title)\
      <br><span class="muted">\(facts(row))</span>\(standing(row))\
      \(file(row, row.issue.html, "html"))\(row.issue.pdf.map { file(row, $0, "pdf") } ?? noPDF)</span>\
      \(acts(row, number))</li>

      """
  }

  private func facts(_ row: CaseReportRow) -> String {
    reader.text(
      "report.facts",
      [
        "day": .text(reader.day(row.issuedOn)), "to": .text(row.report.addressee.name.description),
        "person": .text(about.names.name(of: row.issuedBy)),
      ])
  }

  private func standing(_ row: CaseReportRow) -> HTML {
    var lines: [String] = []
    if let replaced = row.report.replaces.flatMap({ id in about.reports.first { $0.id == id } }) {
      let number = about.number(of: replaced).description
      lines.append(reader.text("report.in-place-of", ["number": .text(number)]))
    }
    if let withdrawn = row.withdrawn {
      lines.append(
        reader.text(
          "case.finding.withdrawn",
          ["day": .text(reader.day(withdrawn.on)), "reason": .text(withdrawn.because.description)]))
    }
    return lines.map { "<br>\($0)" as HTML }.joined()
  }

  private func file(_ row: CaseReportRow, _ file: FiledDocument, _ format: String) -> HTML {
    let link = Site.caseFile(about.id, "reports", row.id.description, format)
    return """
      <br><a href="\(reader.to(link))">\(file.name)</a> \
      <span class="muted">\(reader.text(file.kind.name)), \(reader.size(file.byteCount))</span>\
      <br><span class="muted">\(reader.text("report.digest"))</span> <code class="digest">\(file.digest.description)</code>
      """
  }

  private var noPDF: HTML { "<br><span class=\"muted\">\(reader.text("report.no-pdf"))</span>" }

  private func acts(_ row: CaseReportRow, _ number: String) -> HTML {
    let id = row.id.description
    let isReplaced = about.reports.contains { $0.report.replaces == row.id }
    let withdrawal = about.form("reports", id, "end", when: row.withdrawn == nil)
    let replacement = about.form(
      "reports", when: about.isOpen && row.withdrawn != nil && !isReplaced)
    return Act.html("report.act.withdraw", on: number, to: withdrawal, for: reader)
      + Act.html(
        "report.act.replace", on: number, to: replacement?.with("replaces", id), for: reader)
  }

  private var checking: HTML {
    let ways: [Phrase] = ["report.check.linux", "report.check.macos", "report.check.windows"]
    return """
      <details class="folded"><summary>\(reader.text("report.check.title"))</summary>
      <p>\(reader.text("report.check.lead"))</p>
      <ul>
      \(ways.map { "<li>\(reader.text($0))</li>\n" as HTML })</ul></details>

      """
  }
}
