import Domain
import ReadModels

/// How templates of one kind look: their list, and one with its editions.
enum TemplateViews<Content: ShownContent> {
  static func trail(_ reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("cases.title"), Site.cases),
      Crumb(reader.text(Content.words.title), Content.list),
    ]
  }

  static func list(
    _ rows: [TemplateRow<Content>], _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) -> Page {
    let words = Content.words
    var table = DataTable("templates", caption: reader.text(words.title), isCaptionHidden: true)
    table.column(reader.text(words.name))
    for (name, alignment) in Content.columns { table.column(reader.text(name), alignment) }
    table.column(reader.text("template.field.edition"), .number)
    for row in rows {
      let retired: HTML =
        row.retired == nil ? .nothing : " \(StatusBadge.html(reader.text("template.retired")))"
      let content = row.newest.content
      table.row(
        ["<a href=\"\(reader.to(Content.page(row.id)))\">\(content.title)</a>\(retired)"]
          + content.cells(programmes, reader) + [HTML(reader.number(row.newest.number))])
    }
    let new =
      reader.mayPost(to: Content.new)
      ? Button.link(reader.text(words.new), to: reader.to(Content.new)) : .nothing
    return Page(
      reader.text(words.title), trail: [Crumb(reader.text("cases.title"), Site.cases)],
      body: """
        <p class="lead">\(reader.text(words.lead))</p>
        <p class="row">\(new)</p>
        \(table.isEmpty ? EmptyState.html(reader.text(words.none)) : table.html(for: reader))
        """)
  }

  static func page(_ about: TemplateSubject<Content>) -> Page {
    let (row, reader) = (about.row, about.reader)
    let acts: [(Phrase, Link)] = [
      ("template.act.edit", Content.page(row.id, "editions")),
      ("template.act.retire", Content.page(row.id, "end")),
    ]
    let links = acts.filter { row.retired == nil && reader.mayPost(to: $0.1) }
      .map { Button.link(reader.text($0.0), to: reader.to($0.1), .secondary) }
    return Page(
      row.newest.content.title.description, kicker: reader.text(Content.words.kicker),
      trail: trail(reader), width: Content.width,
      body: """
        <p class="lead">\(row.newest.content.purpose(about.programmes, reader))</p>
        \(row.retired.map { retired($0, reader) })<p class="row">\(links.joined())</p>
        \(row.editions.reversed().map { edition($0, reader) })
        """)
  }

  private static func retired(_ drop: Drop, _ reader: Reader) -> HTML {
    let words = reader.text(
      "template.retired-because",
      ["day": .text(reader.day(drop.on)), "reason": .text(drop.because.description)])
    return "<p>\(words)</p>\n"
  }

  private static func edition(_ edition: TemplateRow<Content>.Edition, _ reader: Reader) -> HTML {
    let title = reader.text(
      "template.edition",
      ["number": .number(edition.number), "day": .text(reader.day(edition.on))])
    return edition.content.html(edition.number, called: title, reader)
  }

  static func explain(_ refusal: Template<Content>.Refusal, _ reader: Reader) -> FormProblem {
    switch refusal {
    case .content(let refusal): Content.explain(refusal)
    case .notPublished: FormProblem("template.refusal.not-published")
    case .retired(let day):
      FormProblem(Phrase("template.refusal.retired", ["day": .text(reader.day(day))]))
    case .beforeLast(let day):
      FormProblem(
        Phrase("case.refusal.before-last", ["day": .text(reader.day(day))]), at: "on")
    }
  }
}
