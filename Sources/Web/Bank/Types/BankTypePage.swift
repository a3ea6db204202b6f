import Domain
import ReadModels

/// What is known of one type of intervention: what the reference set says, what the data bank has, and what came of it
/// where it was tried.
struct BankTypePage {
  let key: References.InterventionType.Key
  /// The last edition of the reference set; nil when there is none yet.
  let edition: EditionRow?
  /// The first entries that name the type.
  let entries: BankEntries
  /// Those that the reader may see.
  let trials: [Trial]
  let reader: Reader

  /// Nil when nobody knows such a type.
  var page: Page? {
    guard type != nil || entries.count > 0 || !trials.isEmpty else { return nil }
    return Page(
      BankWords.name(of: key, in: edition?.edition), kicker: reader.text("bank.type.kicker"),
      trail: [
        Crumb(reader.text("bank.title"), Site.bank),
        Crumb(reader.text("bank.types"), Site.bankTypes),
      ],
      body: """
        \(reference)
        \(Part.html("entries-part", "bank.type.entries", known, for: reader))
        \(TrialsPart(trials: trials, edition: edition?.edition, reader: reader).html)
        """)
  }

  private var type: References.InterventionType? { edition?.edition.interventionType(key) }

  private var reference: HTML {
    guard let edition, let type else {
      return "<p class=\"lead\">\(reader.text("bank.type.unknown"))</p>\n"
    }
    var list = SummaryList()
    list.add(
      reader.text("references.field.burden"),
      text: reader.text(
        "bank.type.burden",
        [
          "burden": .number(type.burden.rawValue),
          "most": .number(References.Burden.range.upperBound),
        ]))
    list.add(reader.text("references.field.fits"), fits(in: edition.edition))
    list.add(reader.text("programme.field.certainty"), certainty(type.certainty))
    list.add(
      reader.text("references.title"),
      "<a href=\"\(reader.to(Site.edition(edition.number)))\">\(EditionWords.name(edition.number, reader))</a>"
    )
    return list.html(for: reader)
  }

  /// What it can change, each with how sure that is.
  private func fits(in edition: References.Edition) -> HTML {
    let fits = edition.fits.filter { $0.intervention == key }
    guard !fits.isEmpty else { return .nothing }
    let items = fits.map { fit -> HTML in
      let name = BankWords.name(of: fit.determinant, in: edition)
      return "<li>\(fit.determinant) \(name) (\(certainty(fit.certainty)))</li>\n"
    }
    return "<ul>\n\(items)</ul>\n"
  }

  private func certainty(_ certainty: Certainty) -> HTML {
    "<span class=\"muted\">\(reader.text(certainty.name))</span>"
  }

  private var known: HTML {
    guard !entries.entries.isEmpty else {
      return EmptyState.html(reader.text("bank.type.no-entries"))
    }
    let table = BankTable(edition: edition?.edition, reader: reader).html(entries.entries)
    guard entries.count > entries.entries.count else { return table }
    let all = Site.bank.with("type", key.description)
    let words = reader.text("bank.type.all-entries", ["count": .number(entries.count)])
    return table + "<p><a href=\"\(reader.to(all))\">\(words)</a></p>\n"
  }
}

/// Every type of intervention, with how often it was tried and what followed.
struct BankTypesPage {
  let edition: References.Edition?
  let trials: [Trial]
  let reader: Reader

  var page: Page {
    Page(
      reader.text("bank.types"), trail: [Crumb(reader.text("bank.title"), Site.bank)],
      body: """
        <p class="lead">\(reader.text("bank.types.lead"))</p>
        \(table)
        """)
  }

  private var table: HTML {
    guard let edition else { return EmptyState.html(reader.text("references.empty")) }
    let tried = Dictionary(grouping: trials, by: \.type)
    var table = DataTable("types", caption: reader.text("bank.types"), isCaptionHidden: true)
    table.column(reader.text("references.field.name"))
    table.column(reader.text("references.field.burden"), .number)
    table.column(reader.text("references.field.fits"))
    TallyColumns.add(to: &table, reader)
    for type in edition.interventionTypes {
      let fits = edition.determinants(fitting: type.key).map(\.code.description)
      table.row(
        [
          BankWords.types([type.key], in: edition, reader),
          HTML(reader.number(type.burden.rawValue)), HTML(fits.joined(separator: ", ")),
        ] + TallyColumns.cells(TrialTally(of: tried[type.key] ?? []), reader))
    }
    return table.html(for: reader)
  }
}
