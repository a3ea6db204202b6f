import Domain

/// A report or letter with all that stands in it, so that what is shown before it goes out and what goes out are drawn by
/// the same function.
struct ReportDocument {
  let number: ReportNumber
  let report: CaseFile.Report
  let issuedOn: Day
  let organisation: Line
  /// What its case is called.
  let subject: Line
  /// Who issues it, by name.
  let sender: String
  let facts: [Fact]

  /// What it says of one finding.
  struct Fact {
    let finding: CaseFile.Finding
    /// What was seen.
    let observed: Prose?
    let place: Line?
    let on: Day
    let from: TimeOfDay?
  }

  /// The whole file, which stands by itself: it leads nowhere and fetches nothing.
  func html(for reader: Reader) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(reader.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="author" content="\(organisation)">
    <title>\(title(for: reader))</title>
    \(ReportStyle.html)
    </head>
    <body>
    <main>
    \(parts(under: 1, for: reader))</main>
    </body>
    </html>

    """
  }

  /// What it is called, with its number.
  func title(for reader: Reader) -> String {
    reader.text(
      "report.title",
      ["kind": .phrase(report.kind.name), "number": .text(number.description)])
  }

  /// What it says, its highest heading at `level`.
  func parts(under level: Int, for reader: Reader) -> HTML {
    """
    <header>
    <p><strong>\(organisation)</strong></p>
    \(envelope)</header>
    <h\(level)>\(report.kind == .inspectionReport ? title(for: reader) : report.title.description)</h\(level)>
    \(references(for: reader))\(report.text.map(\.html))
    \(findings(under: level + 1, for: reader))\(closing(under: level + 1, for: reader))
    <p>\(sender)<br>\(organisation)</p>
    <footer><p>\(title(for: reader)), \(reader.day(issuedOn))</p></footer>

    """
  }

  private var envelope: HTML {
    let lines = ([report.addressee.name] + report.addressee.lines).map { HTML($0.description) }
    return "<address>\(lines.joined(separator: "<br>"))</address>\n"
  }

  private func references(for reader: Reader) -> HTML {
    var rows: [(Phrase, HTML)] = [
      ("report.number", HTML(number.description)), ("report.dated", reader.time(issuedOn)),
      ("report.case", "\(number.file) \(subject)"),
    ]
    if report.kind == .inspectionReport {
      rows.append(("report.subject", HTML(report.title.description)))
      if let offender = report.offender {
        rows.append(("report.offender", HTML(offender.description)))
      }
    }
    let terms = rows.map { name, value -> HTML in
      "<dt>\(reader.text(name))</dt>\n<dd>\(value)</dd>\n"
    }
    return "<dl>\n\(terms)</dl>\n"
  }

  private func findings(under level: Int, for reader: Reader) -> HTML {
    guard !facts.isEmpty else { return .nothing }
    return """
      <h\(level)>\(reader.text("report.findings"))</h\(level)>
      \(overview(for: reader))\(facts.enumerated().map { place, fact in
        self.fact(fact, place + 1, under: level + 1, reader)
      })
      """
  }

  private func overview(for reader: Reader) -> HTML {
    let head: [Phrase] = [
      "report.column.number", "report.column.rule", "report.column.basis", "report.column.outcome",
    ]
    let columns = head.map { "<th scope=\"col\">\(reader.text($0))</th>\n" as HTML }
    let rows = facts.enumerated().map { place, fact -> HTML in
      """
      <tr><th scope="row">\(place + 1)</th><td>\(fact.finding.rule)</td>\
      <td>\(fact.finding.legalBasis?.description ?? "")</td>\
      <td>\(reader.text(fact.finding.outcome.name))</td></tr>

      """
    }
    return """
      <table>
      <caption>\(reader.text("report.overview"))</caption>
      <thead><tr>
      \(columns)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }

  private func fact(_ fact: Fact, _ number: Int, under level: Int, _ reader: Reader) -> HTML {
    var rows: [(Phrase, HTML)] = [("report.outcome", HTML(reader.text(fact.finding.outcome.name)))]
    if let basis = fact.finding.legalBasis {
      rows.append(("report.rule", "\(fact.finding.rule) (\(basis))"))
    }
    if let observed = fact.observed { rows.append(("report.observed", observed.html)) }
    if let place = fact.place { rows.append(("report.place", HTML(place.description))) }
    rows.append(("report.moment", moment(of: fact, reader)))
    let terms = rows.map { name, value -> HTML in
      "<dt>\(reader.text(name))</dt>\n<dd>\(value)</dd>\n"
    }
    return """
      <h\(level)>\(number). \(fact.finding.rule)</h\(level)>
      <dl>
      \(terms)</dl>

      """
  }

  private func moment(of fact: Fact, _ reader: Reader) -> HTML {
    guard let from = fact.from else { return reader.time(fact.on) }
    return reader.html("report.day-and-time", ["day": reader.time(fact.on), "time": "\(from)"])
  }

  private func closing(under level: Int, for reader: Reader) -> HTML {
    guard let closing = report.closing else { return .nothing }
    return """
      <h\(level)>\(reader.text("report.closing"))</h\(level)>
      \(closing.html)

      """
  }
}
