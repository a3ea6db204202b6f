import Domain
import ReadModels

/// One suggestion explained: what it went by, how each fit adds up, and whether the rule of then still comes to it.
enum SuggestionPage {
  static func page(_ row: SuggestionRow, of about: ToolboxSubject) -> Page {
    let reader = about.reader
    return Page(
      reader.text("toolbox.explained.title"), kicker: about.name(of: row.group),
      trail: about.trail(for: reader)
        + [Crumb(reader.text(Analysis.Step.act.name), Site.toolbox(about.id, "act"))],
      body: """
        <p class="lead">\(reader.text("toolbox.suggestion.basis", SuggestionPart.basis(row, reader)))</p>
        \(repeated(row, about))
        \(input(row, about))
        \(advice(row, about))
        """)
  }

  /// The edition of then never changes, so that the same question can be asked again.
  private static func repeated(_ row: SuggestionRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let suggestion = row.suggestion
    let edition = about.editions.first { $0.number == suggestion.input.edition }
    let badge: HTML =
      if let edition {
        suggestion.isRepeated(from: edition.edition)
          ? StatusBadge.html(reader.text("toolbox.explained.repeated"), .ok)
          : StatusBadge.html(reader.text("toolbox.explained.differs"), .danger)
      } else {
        StatusBadge.html(reader.text("toolbox.explained.no-edition"), .warn)
      }
    return """
      <p>\(reader.text("toolbox.explained.rule")) \
      <a href="\(reader.to(Site.suggestionRule))">\(reader.text(suggestion.rule.name))</a></p>
      <p class="row">\(badge)</p>

      """
  }

  private static func input(_ row: SuggestionRow, _ about: ToolboxSubject) -> HTML {
    let (reader, suggestion) = (about.reader, row.suggestion)
    var table = DataTable("input", caption: reader.text("toolbox.explained.input"))
    table.column(reader.text("toolbox.column.determinant"))
    table.column(reader.text("toolbox.column.works"), .words)
    table.column(reader.text("toolbox.field.confidence"), .words)
    table.column(reader.text("toolbox.explained.points"), .number)
    for judged in suggestion.input.judged {
      table.row(
        HTML(about.names(in: suggestion).name(of: judged.determinant)),
        ScoreBar.html(judged.score, reader),
        HTML(reader.text(judged.confidence.name)),
        HTML(reader.number(suggestion.rule.points(of: judged))))
    }
    return table.html(for: reader)
  }

  private static func advice(_ row: SuggestionRow, _ about: ToolboxSubject) -> HTML {
    let (reader, suggestion) = (about.reader, row.suggestion)
    var table = DataTable("advice", caption: reader.text("toolbox.suggestion.caption"))
    table.column(reader.text("toolbox.column.measure"))
    table.column(reader.text("toolbox.explained.sum"), .sentences)
    table.column(reader.text("toolbox.column.fit"), .number)
    table.column(reader.text("toolbox.column.burden"), .number)
    table.column(reader.text("toolbox.explained.experience"), .sentences)
    table.column(reader.text("toolbox.column.caution"), .sentences)
    for advice in suggestion.advice {
      table.row(
        HTML(about.names(in: suggestion).name(of: advice.intervention)),
        HTML(sum(advice, suggestion, about)),
        HTML(reader.number(advice.fit)), HTML(reader.number(advice.burden.rawValue)),
        experience(advice, suggestion, about),
        HTML(reader.listed(advice.cautions.map { reader.text($0.words) })))
    }
    return table.html(for: reader)
  }

  /// Such as `4 (Kosten en baten) + 2 (Controlekans)`.
  private static func sum(
    _ advice: Suggestion.Advice, _ suggestion: Suggestion, _ about: ToolboxSubject
  ) -> String {
    suggestion.input.judged.filter { advice.because.contains($0.determinant) }
      .map { judged in
        let points = about.reader.number(suggestion.rule.points(of: judged))
        return "\(points) (\(about.names(in: suggestion).name(of: judged.determinant)))"
      }.joined(separator: " + ")
  }

  /// What came of the type before, as far as the suggestion went by it.
  private static func experience(
    _ advice: Suggestion.Advice, _ suggestion: Suggestion, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    guard reader.seesAllWork else { return HTML(reader.text("toolbox.experience.hidden")) }
    let known = suggestion.input.experience(
      of: advice.intervention, with: advice.because)
    guard !known.isEmpty else { return HTML(reader.text("toolbox.explained.nothing-tried")) }
    return known.map { experience -> HTML in
      """
      <p>\(about.names(in: suggestion).name(of: experience.determinant)): \(tally("toolbox.explained.here", experience.here, reader)), \
      \(tally("toolbox.explained.elsewhere", experience.elsewhere, reader))</p>

      """
    }.joined()
  }

  private static func tally(
    _ words: StaticString, _ tally: Suggestion.Experience.Tally, _ reader: Reader
  ) -> String {
    reader.text(
      Phrase(
        words,
        [
          "improved": .number(tally.improved), "unchanged": .number(tally.unchanged),
          "worsened": .number(tally.worsened),
        ]))
  }
}
