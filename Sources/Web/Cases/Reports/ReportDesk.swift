import Domain
import EventSourcing
import ReadModels

/// The form in which a report or letter is made, and how it will look.
struct ReportDesk {
  let about: CaseSubject
  /// Those in use.
  let letters: [LetterTemplateRow]
  /// Whether a PDF can be made.
  let canPrint: Bool

  private var reader: Reader { about.reader }

  /// What stands in the fields to begin with: whom the case is about, and a letter to begin from or the one that it comes in
  /// place of.
  func filled(_ visit: Visit) throws(Problem) -> [String: String] {
    var filled = visit.filledToday.with(["kind": CaseFile.Report.Kind.inspectionReport.rawValue])
      .with(party).with(about.recordedOfViolations)
    if let text = visit.query("replaces") {
      let row = about.reports.first { $0.id.description == text && $0.withdrawn != nil }
      guard let row else { throw .notFound }
      filled = filled.with(row.filled)
    }
    guard let text = visit.query("letter") else { return filled }
    guard let letter = letters.first(where: { $0.id.description == text }) else {
      throw .notFound
    }
    return filled.with([
      "kind": letter.newest.content.kind.rawValue,
      "title": letter.newest.content.title.description,
      "text": letter.newest.content.text.description, "letter": letter.id.description,
      "edition": String(letter.newest.number),
    ])
  }

  /// Whom the case is about, as far as it is somebody who can be written to.
  private var party: [String: String?] {
    guard let name = about.party?.description else { return [:] }
    let lines = about.entity?.particulars.address.map { EntityWords.lines($0) } ?? []
    return ["to": name, "offender": name, "address": lines.joined(separator: "\n")]
  }

  /// The report that was filled in.
  func read(_ form: inout Form) throws(Problem) -> (CaseFile.Report, Day)? {
    form.report(on: about, from: template(form), inPlaceOf: CaseReportID(form.value("replaces")))
  }

  private func template(_ form: Form) -> CaseFile.LetterEdition? {
    guard let letter = letters.first(where: { $0.id.description == form.value("letter") }),
      let number = Int(form.value("edition")), letter.edition(number) != nil
    else { return nil }
    return CaseFile.LetterEdition(letter.id, edition: number)
  }

  func document(_ report: CaseFile.Report, on day: Day, by sender: String) -> ReportDocument {
    ReportDocument(
      number: ReportNumber(about.file.number, serial: about.nextReportSerial), report: report,
      issuedOn: day, organisation: about.file.organisationName, subject: about.file.title,
      sender: sender, facts: about.facts(of: report))
  }

  /// - Parameters:
  ///   - form: what was filled in.
  ///   - document: how it will look; nil before it was asked for.
  ///   - notice: what others changed meanwhile.
  /// - Returns: the form, below how the report will look.
  func page(
    _ form: Form, showing document: ReportDocument? = nil, notice: HTML = .nothing
  ) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.caseFile(about.id, "reports"), button: "report.act.preview",
      weight: document == nil ? .primary : .secondary, cancel: about.page, for: reader
    ) { sheet in
      sheet.report(on: about)
      for name in ["letter", "edition", "replaces"] where !form.value(name).isEmpty {
        sheet.hidden(name, form.value(name))
      }
      if document != nil { sheet.button("report.act.issue", named: "issue") }
    }
    return Page(
      reader.text("report.new.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: """
        \(notice)<p class="lead">\(reader.text("report.new.lead"))</p>
        \(printing)\(document == nil ? beginnings : .nothing)\(document.map(preview))\(sheet)
        """)
  }

  private var printing: HTML {
    canPrint ? .nothing : "<p class=\"notice\">\(reader.text("report.printer-missing"))</p>\n"
  }

  /// The letters that one can begin from.
  private var beginnings: HTML {
    guard !letters.isEmpty else { return .nothing }
    let links = letters.map { letter -> HTML in
      let link = Site.caseFile(about.id, "reports").with("letter", letter.id.description)
      return "<li><a href=\"\(reader.to(link))\">\(letter.newest.content.title)</a></li>\n"
    }
    return """
      <h2>\(reader.text("report.begin-from"))</h2>
      <ul>
      \(links)</ul>

      """
  }

  private func preview(_ document: ReportDocument) -> HTML {
    """
    <section class="part paper" aria-labelledby="preview-title">
    <h2 id="preview-title">\(reader.text("report.preview"))</h2>
    <p class="muted">\(reader.text("report.preview-lead"))</p>
    <article>
    \(document.parts(under: 3, for: reader))</article>
    </section>

    """
  }
}

extension CaseReportRow {
  /// What stands in the form of the one that comes in its place.
  fileprivate var filled: [String: String?] {
    var filled: [String: String?] = [
      "kind": report.kind.rawValue, "title": report.title.description,
      "to": report.addressee.name.description,
      "address": report.addressee.lines.map(\.description).joined(separator: "\n"),
      "offender": report.offender?.description, "text": report.text?.description,
      "closing": report.closing?.description, "replaces": id.description,
    ]
    for reported in report.findings {
      filled["finding-\(reported.finding)"] = "on"
      filled["observed-\(reported.finding)"] = reported.violation?.description
      filled["place-\(reported.finding)"] = reported.place?.description
    }
    return filled
  }
}
