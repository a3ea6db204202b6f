import Domain
import ReadModels

/// All supervised parties and places, page by page, narrowed by kind and found by name or number.
struct EntitiesPage {
  let found: FoundEntities
  let choice: EntityChoice
  let reader: Reader

  var page: Page {
    Page(
      reader.text("entities.title"),
      body: """
        <p class="lead">\(reader.text("entities.lead"))</p>
        \(begin)\(question)\(kinds)
        \(table)
        \(leafing)
        """)
  }

  private var begin: HTML {
    guard reader.mayPost(to: Site.newEntity) else { return .nothing }
    let button = Button.link(reader.text("entities.new"), to: reader.to(Site.newEntity))
    return "<p class=\"row\">\(button)</p>\n"
  }

  private var question: HTML {
    var form = QuestionForm(
      to: Site.entities.with("kind", choice.selection.kind?.rawValue), for: reader)
    form.search("q", "entities.search", written: choice.selection.words)
    return form.html(button: "entities.find")
  }

  private var kinds: HTML {
    var links = FilterLinks(reader.text("entities.by-kind"))
    links.add(
      reader.text("entities.all"), choice.link.with("kind", nil),
      isChosen: choice.selection.kind == nil)
    for kind in SupervisedEntity.Kind.allCases {
      links.add(
        reader.text(kind.plural), choice.link.with("kind", kind.rawValue),
        isChosen: choice.selection.kind == kind)
    }
    return links.html(for: reader)
  }

  private var table: HTML {
    guard !found.entities.isEmpty else {
      return EmptyState.html(reader.text(choice.isNarrowed ? "entities.none" : nothing))
    }
    return EntityTable(reader: reader).html(found.entities)
  }

  /// Who may not register one is not told that there are none: there may be some they do not see.
  private var nothing: Phrase {
    reader.mayPost(to: Site.newEntity) ? "entities.empty" : "entities.none-in-sight"
  }

  private var leafing: HTML {
    guard !found.entities.isEmpty else { return .nothing }
    let (previous, next) = choice.neighbours(of: found.count, from: found.first)
    let part = reader.text(
      "entities.part",
      [
        "first": .number(found.first), "last": .number(found.first + found.entities.count - 1),
        "count": .number(found.count),
      ])
    return """
      <p class="muted">\(part)</p>
      \(Pagination.html(previous: previous, next: next, for: reader))
      """
  }
}

/// Parties and places in a table; with words, why each was found.
struct EntityTable {
  let reader: Reader

  func html(_ entities: [FoundEntity]) -> HTML {
    let saysWhy = entities.contains { $0.reason != nil }
    var table = DataTable(
      "entities", caption: reader.text("entities.title"), isCaptionHidden: true)
    table.column(reader.text("entity.field.name"))
    table.column(reader.text("entity.field.kind"), .words)
    table.column(reader.text("entity.field.numbers"))
    table.column(reader.text("entity.field.place"))
    if saysWhy { table.column(reader.text("entities.column.why"), .words) }
    for found in entities {
      let cells = [
        name(found.row), HTML(reader.text(found.row.kind.name)),
        EntityWords.numbers(found.row, reader), HTML(EntityWords.place(found.row) ?? ""),
      ]
      table.row(saysWhy ? cells + [why(found)] : cells)
    }
    return table.html(for: reader)
  }

  private func name(_ row: EntityRow) -> HTML {
    let merged =
      row.merge == nil
      ? HTML.nothing : " \(StatusBadge.html(reader.text("entity.merged-badge"), .neutral))"
    return "<a href=\"\(reader.to(Site.entity(row.id)))\">\(row.name)</a>\(merged)"
  }

  private func why(_ found: FoundEntity) -> HTML {
    guard let reason = found.reason else { return .nothing }
    return "\(reader.text(reason.name))\(alias(found))"
  }

  /// The other names of one that was found by another name.
  private func alias(_ found: FoundEntity) -> HTML {
    guard found.reason == .alias else { return .nothing }
    let names = found.row.aliases.map(\.alias.name.description).joined(separator: ", ")
    return ": \(names)"
  }
}
