import Domain
import ReadModels

/// How checklists look: their list, one with its questions, and the forms to publish and to retire one.
enum ChecklistViews {
  private static func trail(_ reader: Reader) -> [Crumb] {
    [
      Crumb(reader.text("cases.title"), Site.cases),
      Crumb(reader.text("checklists.title"), Site.checklists),
    ]
  }

  private static func name(
    _ programme: ProgrammeID?, _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) -> String {
    let known = programmes.first { $0.programme == programme }?.label.name.description
    return known ?? reader.text("case.regular-supervision")
  }

  static func list(
    _ rows: [ChecklistRow], _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) -> Page {
    var table = DataTable(
      "checklists", caption: reader.text("checklists.title"), isCaptionHidden: true)
    table.column(reader.text("checklist.field.title"))
    table.column(reader.text("case.field.programme"))
    table.column(reader.text("checklist.field.edition"), .number)
    table.column(reader.text("checklist.field.items"), .number)
    for row in rows {
      let retired: HTML =
        row.retired == nil ? .nothing : " \(StatusBadge.html(reader.text("checklist.retired")))"
      table.row(
        """
        <a href="\(reader.to(Site.checklist(row.id)))">\(row.newest.content.title)</a>\(retired)
        """,
        HTML(name(row.newest.content.programme, programmes, reader)),
        HTML(reader.number(row.newest.number)), HTML(reader.number(row.newest.content.items.count)))
    }
    let new =
      reader.mayPost(to: Site.newChecklist)
      ? Button.link(reader.text("checklists.new"), to: reader.to(Site.newChecklist)) : .nothing
    return Page(
      reader.text("checklists.title"),
      trail: [Crumb(reader.text("cases.title"), Site.cases)],
      body: """
        <p class="lead">\(reader.text("checklists.lead"))</p>
        <p class="row">\(new)</p>
        \(table.isEmpty ? EmptyState.html(reader.text("checklists.none")) : table.html(for: reader))
        """)
  }

  static func page(
    _ row: ChecklistRow, _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) -> Page {
    let acts: [(Phrase, Link)] = [
      ("checklist.act.edit", Site.checklist(row.id, "editions")),
      ("checklist.act.retire", Site.checklist(row.id, "end")),
    ]
    let links = acts.filter { row.retired == nil && reader.mayPost(to: $0.1) }
      .map { Button.link(reader.text($0.0), to: reader.to($0.1), .secondary) }
    return Page(
      row.newest.content.title.description, kicker: reader.text("checklist.kicker"),
      trail: trail(reader),
      body: """
        <p class="lead">\(name(row.newest.content.programme, programmes, reader))</p>
        \(row.retired.map { retired($0, reader) })<p class="row">\(links.joined())</p>
        \(row.editions.reversed().map { edition($0, reader) })
        """)
  }

  private static func retired(_ drop: Drop, _ reader: Reader) -> HTML {
    let words = reader.text(
      "checklist.retired-because",
      ["day": .text(reader.day(drop.on)), "reason": .text(drop.because.description)])
    return "<p>\(words)</p>\n"
  }

  private static func edition(_ edition: ChecklistRow.Edition, _ reader: Reader) -> HTML {
    let title = reader.text(
      "checklist.edition",
      ["number": .number(edition.number), "day": .text(reader.day(edition.on))])
    var table = DataTable("edition-\(edition.number)", caption: title)
    for column: Phrase in [
      "checklist.field.question", "case.field.rule", "case.field.basis",
    ] {
      table.column(reader.text(column), .sentences)
    }
    for item in edition.content.items {
      table.row(
        HTML(item.question.description), HTML(item.rule.description),
        HTML(item.legalBasis?.description ?? ""))
    }
    return table.html(for: reader)
  }

  static func form(
    _ form: Form, _ row: ChecklistRow?, _ programmes: [ProgrammeNamesQuery.Name], _ reader: Reader
  ) -> Page {
    let sheet = FormSheet.html(
      form, to: reader.here, button: "checklist.publish",
      cancel: row.map { Site.checklist($0.id) } ?? Site.checklists, for: reader
    ) { sheet in
      sheet.line("title", label: "checklist.field.title")
      sheet.select(
        "programme", label: "case.field.programme", hint: "case.field.programme-hint",
        optional: true,
        programmes.filter { !$0.isEnded }
          .map { Choice($0.programme.description, $0.label.name.description) })
      sheet.prose("items", label: "checklist.field.items", hint: "checklist.items-hint", rows: 12)
      sheet.happenedOn()
    }
    return Page(
      reader.text(row == nil ? "checklists.new" : "checklist.act.edit"), trail: trail(reader),
      width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("checklist.form-lead"))</p>
        \(sheet)
        """)
  }

  static func end(_ form: Form, _ row: ChecklistRow, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: reader.here, button: "checklist.act.retire", weight: .danger,
      cancel: Site.checklist(row.id), for: reader
    ) { sheet in
      sheet.about(row.newest.content.title)
      sheet.reason()
      sheet.happenedOn()
    }
    return Page(
      reader.text("checklist.act.retire"), trail: trail(reader), width: .read,
      hasProblems: !form.isSound, body: sheet)
  }

  static func explain(_ refusal: Checklist.Refusal, _ reader: Reader) -> FormProblem {
    switch refusal {
    case .empty: FormProblem("checklist.refusal.empty", at: "items")
    case .keyTwice, .questionTwice: FormProblem("checklist.refusal.twice", at: "items")
    case .keyUsedBefore: FormProblem("form.taken")
    case .notPublished: FormProblem("checklist.refusal.not-published")
    case .retired(let day):
      FormProblem(Phrase("checklist.refusal.retired", ["day": .text(reader.day(day))]))
    case .beforeLast(let day):
      FormProblem(
        Phrase("case.refusal.before-last", ["day": .text(reader.day(day))]), at: "on")
    }
  }
}
