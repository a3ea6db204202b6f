import Domain
import ReadModels

/// How letters to begin from look: their list, one with its editions, and the forms to publish and to retire one.
enum LetterViews {
  private static func trail(_ reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("cases.title"), Site.cases),
      Crumb(reader.text("letters.title"), Site.letters),
    ]
  }

  static func list(_ rows: [LetterTemplateRow], _ reader: Reader) -> Page {
    var table = DataTable("letters", caption: reader.text("letters.title"), isCaptionHidden: true)
    table.column(reader.text("letter.field.title"))
    table.column(reader.text("report.field.kind"))
    table.column(reader.text("letter.field.edition"), .number)
    for row in rows {
      let retired: HTML =
        row.retired == nil ? .nothing : " \(StatusBadge.html(reader.text("letter.retired")))"
      table.row(
        """
        <a href="\(reader.to(Site.letter(row.id)))">\(row.newest.content.title)</a>\(retired)
        """,
        HTML(reader.text(row.newest.content.kind.name)), HTML(reader.number(row.newest.number)))
    }
    let new =
      reader.mayPost(to: Site.newLetter)
      ? Button.link(reader.text("letters.new"), to: reader.to(Site.newLetter)) : .nothing
    return Page(
      reader.text("letters.title"), trail: [Crumb(reader.text("cases.title"), Site.cases)],
      body: """
        <p class="lead">\(reader.text("letters.lead"))</p>
        <p class="row">\(new)</p>
        \(table.isEmpty ? EmptyState.html(reader.text("letters.none")) : table.html(for: reader))
        """)
  }

  static func page(_ row: LetterTemplateRow, _ reader: Reader) -> Page {
    let acts: [(Phrase, Link)] = [
      ("letter.act.edit", Site.letter(row.id, "editions")),
      ("letter.act.retire", Site.letter(row.id, "end")),
    ]
    let links = acts.filter { row.retired == nil && reader.mayPost(to: $0.1) }
      .map { Button.link(reader.text($0.0), to: reader.to($0.1), .secondary) }
    return Page(
      row.newest.content.title.description, kicker: reader.text("letter.kicker"),
      trail: trail(reader), width: .read,
      body: """
        <p class="lead">\(reader.text(row.newest.content.kind.name))</p>
        \(row.retired.map { retired($0, reader) })<p class="row">\(links.joined())</p>
        \(row.editions.reversed().map { edition($0, reader) })
        """)
  }

  private static func retired(_ drop: Drop, _ reader: Reader) -> HTML {
    let words = reader.text(
      "letter.retired-because",
      ["day": .text(reader.day(drop.on)), "reason": .text(drop.because.description)])
    return "<p>\(words)</p>\n"
  }

  private static func edition(_ edition: LetterTemplateRow.Edition, _ reader: Reader) -> HTML {
    let title = reader.text(
      "letter.edition",
      ["number": .number(edition.number), "day": .text(reader.day(edition.on))])
    return """
      <section class="part" aria-labelledby="edition-\(edition.number)">
      <h2 id="edition-\(edition.number)">\(title)</h2>
      \(edition.content.text.html)</section>

      """
  }

  static func form(_ form: Form, _ row: LetterTemplateRow?, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: reader.here, button: "letter.publish",
      cancel: row.map { Site.letter($0.id) } ?? Site.letters, for: reader
    ) { sheet in
      sheet.line("title", label: "letter.field.title")
      sheet.radios(
        "kind", label: "report.field.kind", CaseFile.Report.Kind.choices(for: reader))
      sheet.prose(
        "text", label: "letter.field.text",
        hint: Phrase("report.field.text-hint", ["places": .text(LetterPlaces.written)]), rows: 14)
      sheet.happenedOn()
    }
    return Page(
      reader.text(row == nil ? "letters.new" : "letter.act.edit"), trail: trail(reader),
      width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("letter.form-lead"))</p>
        \(sheet)
        """)
  }

  static func end(_ form: Form, _ row: LetterTemplateRow, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: reader.here, button: "letter.act.retire", weight: .danger,
      cancel: Site.letter(row.id), for: reader
    ) { sheet in
      sheet.about(row.newest.content.title)
      sheet.reason()
      sheet.happenedOn()
    }
    return Page(
      reader.text("letter.act.retire"), trail: trail(reader), width: .read,
      hasProblems: !form.isSound, body: sheet)
  }
}
