import Domain
import ReadModels

/// How a letter to begin from is shown and written.
extension LetterContent: ShownContent {
  static var words: TemplateWords {
    TemplateWords(
      title: "letters.title", lead: "letters.lead", none: "letters.none", new: "letters.new",
      kicker: "letter.kicker", name: "letter.field.title")
  }

  static var addresses: TemplateAddresses {
    TemplateAddresses(
      list: "letters", new: "letters/new", page: "letters/:letter",
      editions: "letters/:letter/editions", end: "letters/:letter/end")
  }

  static var width: Page.Width { .read }

  var filled: [String: String?] {
    ["title": title.description, "kind": kind.rawValue, "text": text.description]
  }

  func purpose(_ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader) -> String {
    reader.text(kind.name)
  }

  static var columns: [(Phrase, DataTable.Alignment)] { [("report.field.kind", .text)] }

  func cells(_ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader) -> [HTML] {
    [HTML(reader.text(kind.name))]
  }

  func html(_ edition: Int, called title: String, _ reader: Reader) -> HTML {
    """
    <section class="part" aria-labelledby="edition-\(edition)">
    <h2 id="edition-\(edition)">\(title)</h2>
    \(text.html)</section>

    """
  }

  static func fields(
    _ sheet: inout FormSheet, after editions: [LetterTemplateRow.Edition],
    _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) {
    sheet.line("title", label: "letter.field.title")
    sheet.radios("kind", label: "report.field.kind", CaseFile.Report.Kind.choices(for: reader))
    sheet.prose(
      "text", label: "letter.field.text",
      hint: Phrase("report.field.text-hint", ["places": .text(LetterPlaces.written)]), rows: 14)
  }

  static func read(
    _ form: inout Form, after editions: [LetterTemplateRow.Edition],
    _ programmes: [ProgrammeNamesQuery.Name]
  ) -> LetterContent? {
    let title = form.line("title")
    let kind = form.choice("kind", as: CaseFile.Report.Kind.self)
    let text = form.prose("text")
    guard let title, let kind, let text else { return nil }
    return LetterContent(title, kind, text: text)
  }

  static func explain(_ refusal: Refusal) -> FormProblem {
    switch refusal {
    case .unknownPlace(let name):
      FormProblem(
        Phrase(
          "letter.refusal.unknown-place",
          ["name": .text(name), "places": .text(LetterPlaces.written)]), at: "text")
    case .braceLeftOpen: FormProblem("letter.refusal.brace-left-open", at: "text")
    }
  }
}
