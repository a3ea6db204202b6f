import Domain
import ReadModels

/// What was gathered: parties, findings, and arguments on both sides.
enum MaterialParts {
  static func parties(_ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    let present = about.parties.filter { $0.removal == nil }
    let add = about.form("parties")
    let gone = about.parties.compactMap { row in
      row.removal.map { "<li>\(row.party.name) – \(dropped($0, reader))</li>\n" as HTML }
    }
    guard !present.isEmpty else {
      return Part.html(
        "parties", "exploration.parties",
        nothing("exploration.party.empty", "exploration.act.add-party", add, about)
          + earlier("exploration.party.earlier", gone, reader), for: reader)
    }
    var table = DataTable(
      "party-table", caption: reader.text("exploration.parties"), isCaptionHidden: true)
    table.column(reader.text("exploration.field.party-name"))
    table.column(reader.text("exploration.field.party-role"))
    let mayChange = add != nil
    if mayChange { table.column(reader.text("exploration.column.act")) }
    for row in present {
      let (id, name) = (row.id.description, row.party.name.description)
      var cells: [HTML] = [HTML(name), HTML(row.party.role.description)]
      if mayChange {
        cells.append(
          about.act("exploration.act.change", on: name, about.form("parties", id))
            + about.act("exploration.act.remove", on: name, about.form("parties", id, "removal")))
      }
      table.row(cells)
    }
    return Part.html(
      "parties", "exploration.parties",
      table.html(for: reader) + earlier("exploration.party.earlier", gone, reader),
      actions: about.act("exploration.act.add-party", add), for: reader)
  }

  static func findings(_ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    let standing = about.findings.filter { $0.withdrawal == nil }
    let add = about.form("findings")
    let gone = about.findings.compactMap { row in
      row.withdrawal.map { drop -> HTML in
        "<li>\(row.finding.text.html)<p>\(dropped(drop, reader))</p></li>\n"
      }
    }
    let list: HTML =
      standing.isEmpty
      ? nothing("exploration.finding.empty", "exploration.act.add-finding", add, about)
      : "<ul class=\"entries\">\n\(standing.map { finding($0, about) })</ul>\n"
    return Part.html(
      "findings", "exploration.findings",
      list + earlier("exploration.finding.earlier", gone, reader),
      actions: standing.isEmpty ? .nothing : about.act("exploration.act.add-finding", add),
      for: reader)
  }

  private static func finding(_ row: FindingRow, _ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    return """
      <li>\(row.finding.text.html)
      <p class="muted">\(reader.text("exploration.finding.source")) \
      \(reader.source(row.finding.source)) · \(reader.time(row.recordedOn)) · \
      \(about.name(row.recordedBy))</p>
      \(about.act(
        "exploration.act.withdraw", on: opening(of: row.finding.text),
        about.form("findings", row.id.description, "withdrawal")))</li>

      """
  }

  static func arguments(_ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    let gone = about.arguments.compactMap { row in
      row.withdrawal.map { drop -> HTML in
        """
        <li><p><strong>\(reader.text(row.argument.side.name))</strong></p>\
        \(row.argument.text.html)<p>\(dropped(drop, reader))</p></li>

        """
      }
    }
    return Part.html(
      "arguments", "exploration.arguments",
      """
      <div class="sides">
      \(Exploration.Argument.Side.allCases.map { side($0, about) })</div>
      \(earlier("exploration.argument.earlier", gone, reader))
      """, for: reader)
  }

  private static func side(
    _ side: Exploration.Argument.Side, _ about: ExplorationSubject
  ) -> HTML {
    let reader = about.reader
    let rows = about.arguments.filter { $0.argument.side == side && $0.withdrawal == nil }
    let list: HTML =
      rows.isEmpty
      ? "<p class=\"none\">\(reader.text("exploration.argument.empty"))</p>\n"
      : "<ul class=\"entries\">\n\(rows.map { argument($0, about) })</ul>\n"
    let add = about.form("arguments")?.with("side", side.rawValue)
    return """
      <div class="side">
      <h3>\(reader.text(side.name))</h3>
      \(list)\(about.act("exploration.act.add-argument", on: reader.text(side.name), add))</div>

      """
  }

  private static func argument(_ row: ArgumentRow, _ about: ExplorationSubject) -> HTML {
    """
    <li>\(row.argument.text.html)
    <p class="muted">\(about.reader.time(row.putOn)) · \(about.name(row.putBy))</p>
    \(about.act(
      "exploration.act.withdraw", on: opening(of: row.argument.text),
      about.form("arguments", row.id.description, "withdrawal")))</li>

    """
  }

  private static func nothing(
    _ sentence: Phrase, _ button: Phrase, _ form: Link?, _ about: ExplorationSubject
  ) -> HTML {
    EmptyState.html(about.reader.text(sentence), action: about.button(button, form, .secondary))
  }

  /// What no longer counts, folded away.
  private static func earlier(_ words: Phrase, _ items: [HTML], _ reader: Reader) -> HTML {
    guard !items.isEmpty else { return .nothing }
    return """
      <details class="earlier"><summary>\(reader.text(words)) (\(reader.number(items.count)))</summary>
      <ul class="entries">
      \(items)</ul>
      </details>

      """
  }

  private static func dropped(_ drop: Drop, _ reader: Reader) -> HTML {
    """
    <span class="muted">\(reader.text(
      "exploration.dropped", ["day": .text(reader.day(drop.on))])): \(drop.because)</span>
    """
  }

  /// The first words of a text, to tell links to its forms apart.
  private static func opening(of text: Prose) -> String {
    let words = text.description.unicodeScalars
      .split(whereSeparator: \.properties.isWhitespace).prefix(8).map { String($0) }
    return words.joined(separator: " ")
  }
}
