import Domain
import HTTPTypes
import ReadModels

/// Which entries the list shows.
struct BankChoice {
  /// How far an entry has come, as the list is chosen by it.
  enum Standing: String, CaseIterable {
    case accepted
    case pending
    case due
    case retired
  }

  let words: String?
  let kind: BankEntry.Kind?
  let standing: Standing?
  let type: References.InterventionType.Key?

  /// What the address asks.
  ///
  /// - Throws: 400 for a choice that is none.
  init(_ visit: Visit) throws(Problem) {
    let written = visit.query("words") ?? ""
    words = written.isEmpty ? nil : written
    kind = try Self.read("kind", visit) { BankEntry.Kind(rawValue: $0) }
    standing = try Self.read("standing", visit) { Standing(rawValue: $0) }
    type = try Self.read("type", visit) { References.InterventionType.Key($0) }
  }

  private static func read<Choice>(
    _ name: String, _ visit: Visit, _ read: (String) -> Choice?
  ) throws(Problem) -> Choice? {
    guard let text = visit.query(name), !text.isEmpty else { return nil }
    guard let choice = read(text) else {
      throw Problem(.badRequest, "bank.choice-unreadable")
    }
    return choice
  }

  func admits(_ entry: BankEntryRow, on today: Day) -> Bool {
    (kind == nil || kind == entry.article?.kind)
      && (standing.map { $0.admits(entry, on: today) } ?? true)
      && (type.map { entry.article?.interventionTypes.contains($0) ?? false } ?? true)
  }

  /// The list with these choices.
  var link: Link {
    Site.bank.with("words", words).with("kind", kind?.rawValue)
      .with("standing", standing?.rawValue).with("type", type?.description)
  }
}

extension BankChoice.Standing {
  var name: Phrase {
    switch self {
    case .accepted: "bank.standing.accepted"
    case .pending: "bank.standing.pending"
    case .due: "bank.standing.due"
    case .retired: "bank.standing.retired"
    }
  }

  func admits(_ entry: BankEntryRow, on today: Day) -> Bool {
    switch self {
    case .accepted: entry.accepted != nil && entry.drop == nil
    case .pending: entry.pending != nil
    case .due: entry.isDue(on: today)
    case .retired: entry.drop != nil
    }
  }
}

extension BankEntryRow {
  /// Whether the day to look at it again has come.
  func isDue(on today: Day) -> Bool { drop == nil && reviewOn.map { $0 <= today } ?? false }
}

/// All entries, searched by words and narrowed by kind, standing and type of intervention.
struct BankPage {
  let entries: [BankEntryRow]
  let edition: References.Edition?
  let choice: BankChoice

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("bank.title"),
      body: """
        <p class="lead">\(reader.text("bank.lead"))</p>
        \(begin(reader))\(search(reader))\(filters(reader))
        \(table(reader))
        """)
  }

  private func begin(_ reader: Reader) -> HTML {
    guard reader.mayPost(to: Site.newBankEntry) else { return .nothing }
    let button = Button.link(reader.text("bank.new"), to: reader.to(Site.newBankEntry))
    return "<p class=\"row\">\(button)</p>\n"
  }

  private func search(_ reader: Reader) -> HTML {
    let kept = reader.here.query.filter { $0.name != "words" }
    return """
      <form class="since" method="get" action="\(Site.bank.path)" role="search">
      \(kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })\
      <label for="words">\(reader.text("bank.search"))</label>
      <div class="look-back-row">\
      <input class="input" id="words" name="words" type="search"\(attribute: "value", choice.words) \
      autocomplete="off"><button class="button button-secondary">\(reader.text("bank.find"))</button></div>
      </form>

      """
  }

  private func filters(_ reader: Reader) -> HTML {
    var kinds = FilterLinks(reader.text("bank.by-kind"))
    kinds.add(reader.text("bank.all"), choice.link.with("kind", nil), isChosen: choice.kind == nil)
    for kind in BankEntry.Kind.allCases {
      kinds.add(
        reader.text(kind.name), choice.link.with("kind", kind.rawValue),
        isChosen: choice.kind == kind)
    }
    var standings = FilterLinks(reader.text("bank.by-standing"))
    standings.add(
      reader.text("bank.all"), choice.link.with("standing", nil),
      isChosen: choice.standing == nil)
    for standing in BankChoice.Standing.allCases {
      standings.add(
        reader.text(standing.name), choice.link.with("standing", standing.rawValue),
        isChosen: choice.standing == standing)
    }
    return kinds.html(for: reader) + standings.html(for: reader)
  }

  private func table(_ reader: Reader) -> HTML {
    let shown = entries.filter { choice.admits($0, on: reader.dayShown) }
    guard !shown.isEmpty else {
      return EmptyState.html(
        reader.text(entries.isEmpty && choice.words == nil ? "bank.empty" : "bank.none"))
    }
    var table = DataTable("entries", caption: reader.text("bank.title"), isCaptionHidden: true)
    table.column(reader.text("bank.field.title"))
    table.column(reader.text("bank.field.kind"), .words)
    table.column(reader.text("bank.field.types"))
    table.column(reader.text("bank.field.sector"))
    table.column(reader.text("bank.field.evidence"), .words)
    table.column(reader.text("bank.column.standing"), .words)
    for entry in shown {
      guard let article = entry.article else { continue }
      table.row(
        "<a href=\"\(reader.to(Site.bankEntry(entry.id)))\">\(article.title)</a>",
        HTML(reader.text(article.kind.name)),
        HTML(reader.listed(article.interventionTypes.map { BankWords.name(of: $0, in: edition) })),
        HTML(article.sector?.description ?? ""), HTML(reader.text(article.evidence.name)),
        BankWords.badges(entry, reader))
    }
    return table.html(for: reader)
  }
}
