import Domain
import ReadModels

/// All entries, page by page, searched by words and narrowed by what they are about and how far they have come.
struct BankPage {
  let entries: BankEntries
  let figures: BankFigures
  let edition: References.Edition?
  let choice: BankChoice
  let reader: Reader

  var page: Page {
    Page(
      reader.text("bank.title"),
      body: """
        <p class="lead">\(reader.text("bank.lead"))</p>
        \(acts)\(work)\(question)\(filters)
        \(table)
        \(leafing)
        """)
  }

  private var acts: HTML {
    let types = Button.link(reader.text("bank.types"), to: reader.to(Site.bankTypes), .secondary)
    return """
      <p class="row">\(button("bank.new", Site.newBankEntry, .primary))\
      \(types)\(button("bank.import", Site.bankImport, .secondary))</p>

      """
  }

  private func button(_ words: Phrase, _ link: Link, _ weight: Button.Weight) -> HTML {
    reader.mayPost(to: link)
      ? Button.link(reader.text(words), to: reader.to(link), weight) : .nothing
  }

  private var work: HTML {
    BankWork(figures: figures).html(for: reader)
  }

  private var question: HTML {
    var form = QuestionForm(to: asked, for: reader)
    form.search("words", "bank.search", written: choice.selection.words)
    form.select(
      "type", "bank.field.types", chosen: choice.selection.type?.description, none: "bank.all",
      [(nil, (edition?.interventionTypes ?? []).map { Choice("\($0.key)", $0.name.description) })])
    form.select(
      "determinant", "bank.field.determinants",
      chosen: choice.selection.determinant?.description, none: "bank.all",
      [(nil, (edition?.determinants ?? []).map { Choice("\($0.code)", "\($0.code) \($0.name)") })])
    form.select(
      "sector", "bank.field.sector", chosen: choice.selection.sector?.description,
      none: "bank.all", [(nil, figures.sectors.map { Choice("\($0)", "\($0)") })])
    form.select(
      "evidence", "bank.field.evidence", chosen: choice.selection.evidence?.rawValue,
      none: "bank.all",
      [(nil, BankEntry.EvidenceGrade.allCases.map { Choice($0.rawValue, reader.text($0.name)) })])
    return form.html(button: "bank.find")
  }

  /// The list with what the question does not ask: that was chosen by links.
  private var asked: Link {
    Site.bank.with("kind", choice.selection.kind?.rawValue)
      .with("standing", choice.selection.standing?.rawValue)
  }

  private var filters: HTML {
    filter(
      "kind", "bank.by-kind", chosen: choice.selection.kind,
      BankEntry.Kind.allCases.map { ($0, $0.name) })
      + filter(
        "standing", "bank.by-standing", chosen: choice.selection.standing,
        BankSelection.Standing.allCases.map { ($0, $0.name) })
  }

  private func filter<Value: RawRepresentable<String> & Equatable>(
    _ name: String, _ label: Phrase, chosen: Value?, _ values: [(Value, Phrase)]
  ) -> HTML {
    var links = FilterLinks(reader.text(label))
    links.add(reader.text("bank.all"), choice.link(name, nil), isChosen: chosen == nil)
    for (value, words) in values {
      links.add(
        reader.text(words), choice.link(name, value.rawValue), isChosen: chosen == value)
    }
    return links.html(for: reader)
  }

  private var table: HTML {
    guard !entries.entries.isEmpty else {
      return EmptyState.html(reader.text(choice.isNarrowed ? "bank.none" : "bank.empty"))
    }
    return BankTable(edition: edition, reader: reader).html(entries.entries)
  }

  /// How many there are, which of them are shown, the way to the others and to all of them as a file.
  private var leafing: HTML {
    guard !entries.entries.isEmpty else { return .nothing }
    let (previous, next) = choice.neighbours(of: entries.count, from: entries.first)
    let part = reader.text(
      "bank.part",
      [
        "first": .number(entries.first), "last": .number(entries.first + entries.entries.count - 1),
        "count": .number(entries.count),
      ])
    return """
      <p class="muted">\(part) \
      <a href="\(reader.to(choice.file))" download>\(reader.text("bank.file"))</a></p>
      \(Pagination.html(previous: previous, next: next, for: reader))
      """
  }
}

/// Entries in a table.
struct BankTable {
  let edition: References.Edition?
  let reader: Reader

  func html(_ entries: [BankEntryRow]) -> HTML {
    var table = DataTable("entries", caption: reader.text("bank.title"), isCaptionHidden: true)
    table.column(reader.text("bank.field.title"))
    table.column(reader.text("bank.field.kind"), .words)
    table.column(reader.text("bank.field.types"))
    table.column(reader.text("bank.field.sector"), .words)
    table.column(reader.text("bank.field.evidence"), .words)
    table.column(reader.text("bank.column.standing"), .words)
    for entry in entries {
      guard let article = entry.article else { continue }
      table.row(
        "<a href=\"\(reader.to(Site.bankEntry(entry.id)))\">\(article.title)</a>",
        HTML(reader.text(article.kind.name)),
        BankWords.types(article.interventionTypes, in: edition, reader),
        HTML(article.sector?.description ?? ""), HTML(reader.text(article.evidence.name)),
        BankWords.badges(entry, reader))
    }
    return table.html(for: reader)
  }
}
