import Domain
import ReadModels

/// The loop of a programme for each group: as a drawing, and as a table that is complete without it.
enum ChainSection {
  /// What stands under its heading; nothing while nothing was chosen.
  static func body(_ view: ChainView?) -> HTML {
    guard let view, !view.chained.isEmpty else { return .nothing }
    return """
      <p>\(view.reader.text("toolbox.chain.lead"))</p>
      \(view.chained.map { group($0.group, $0.chains, view) })
      """
  }

  private static func group(
    _ group: TargetGroupRow, _ chains: [ResultsChain], _ view: ChainView
  ) -> HTML {
    """
    \(ChainDrawing.html(chains.map { view.cells(of: $0) }, of: group, view.reader))
    \(table(group, chains, view))
    """
  }

  private static func table(
    _ group: TargetGroupRow, _ chains: [ResultsChain], _ view: ChainView
  ) -> HTML {
    let reader = view.reader
    var table = DataTable(
      "chain-table-\(group.id)",
      caption: reader.text(
        "toolbox.chain.caption", ["group": .text(group.title.description)]))
    for heading in ChainView.headings { table.column(reader.text(heading), .sentences) }
    table.column(reader.text("toolbox.column.stands-on"), .sentences)
    for chain in chains {
      let cells = view.cells(of: chain).map { cell -> HTML in
        "<a href=\"\(reader.to(cell.page))\">\(cell.words)</a>"
      }
      table.row(cells + [FoundationWords.html(chain.foundation, reader)])
    }
    return table.html(for: reader)
  }
}

/// On which versions of the steps a choice stands, and that there are later ones.
enum FoundationWords {
  static func html(_ foundation: ResultsChain.Foundation, _ reader: Reader) -> HTML {
    let versions = foundation.versions.map { StepWords.version($0, reader) }
    let edition = reader.text(
      "toolbox.edition.number", ["number": .number(foundation.edition.rawValue)])
    return """
      \(reader.listed(versions + [edition]))\
      \(foundation.skipsUnderstanding ? ". \(reader.text("toolbox.chain.skipped"))" as HTML : nil)\
      \(later(foundation, reader))
      """
  }

  private static func later(_ foundation: ResultsChain.Foundation, _ reader: Reader) -> HTML {
    guard !foundation.later.isEmpty else { return .nothing }
    let versions = foundation.later.map { StepWords.version($0, reader) }
    let words = reader.text(
      "toolbox.chain.later", ["versions": .text(reader.listed(versions))])
    return "<br>\(StatusBadge.html(words, .warn))"
  }
}

/// On which analysis an intervention stands, on its own page; nothing for one that no toolbox chose.
enum FoundationPart {
  static func html(_ intervention: InterventionRow, _ view: ChainView?) -> HTML {
    guard let view, let chain = view.chain(of: intervention.id) else { return .nothing }
    let (reader, choice) = (view.reader, chain.choice.choice)
    var list = SummaryList()
    list.add(
      reader.text("toolbox.column.because"),
      text: reader.listed(choice.determinants.map { view.names.name(of: $0) }))
    list.add(reader.text("toolbox.column.why"), choice.reason.map { FoldedText.html($0) })
    list.add(
      reader.text("toolbox.column.stands-on"), FoundationWords.html(chain.foundation, reader))
    let page = Site.toolbox(view.programme, "act").at("group-\(chain.group)")
    return Part.html(
      "foundation", "toolbox.chain.foundation", list.html(for: reader),
      actions: Act.html("toolbox.chain.to-choice", on: nil, to: page, for: reader), for: reader)
  }
}
