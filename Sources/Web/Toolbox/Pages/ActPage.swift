import Domain
import ReadModels

/// The third step: for each group in focus what the toolbox suggests and what was chosen, as a matrix.
enum ActPage {
  static func page(_ about: ToolboxSubject) -> Page {
    StepFrame.page(
      .act, of: about,
      about.groupsInFocus.isEmpty
        ? EmptyState.html(about.reader.text("toolbox.understand.empty"))
        : about.groupsInFocus.map { group($0, about) }.joined())
  }

  private static func group(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let (reader, id) = (about.reader, group.id.description)
    return """
      <section class="chapter" aria-labelledby="group-\(id)">
      <h2 id="group-\(id)">\(group.title)</h2>
      \(about.profile(of: group.id)?.goal.map { "<p>\(GoalSentence.text($0, reader))</p>\n" as HTML })\
      \(MixTable.html(group, about))
      \(SuggestionPart.html(group, about))
      </section>

      """
  }
}

/// What was chosen for a group: by which reason which intervention.
enum MixTable {
  static func html(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let (reader, id) = (about.reader, group.id.description)
    let choices = about.standingChoices(for: group.id)
    let add = about.form("act", id, "choices", in: .act)
    guard !choices.isEmpty else {
      let button = add.map {
        Button.link(reader.text("toolbox.act.choose"), to: reader.to($0), .secondary)
      }
      return EmptyState.html(reader.text("toolbox.mix.empty"), action: button ?? .nothing)
    }
    var table = DataTable("mix-\(id)", caption: reader.text("toolbox.mix.caption"))
    table.column(reader.text("toolbox.column.measure"))
    table.column(reader.text("toolbox.column.because"), .sentences)
    table.column(reader.text("toolbox.column.why"), .sentences)
    table.column(reader.text("toolbox.column.planned"))
    for row in choices {
      table.row(
        measure(row, about),
        HTML(reader.listed(row.choice.determinants.map { about.name(of: $0) })),
        row.choice.reason.map { FoldedText.html($0) } ?? .nothing, planned(row, about))
    }
    return """
      \(table.html(for: reader))
      <p class="row">\(add.map { Button.link(reader.text("toolbox.act.choose"), to: reader.to($0), .secondary) })</p>

      """
  }

  private static func measure(_ row: ChoiceRow, _ about: ToolboxSubject) -> HTML {
    let words = about.words(for: row.choice.measure)
    let end = about.form("act", "choices", row.id.description, "end", in: .act)
    return "\(words) \(about.act("programme.act.withdraw", on: words, end))"
  }

  private static func planned(_ row: ChoiceRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    if let id = row.intervention {
      let name = about.interventions.first { $0.id == id }?.plan.name.description
      let page = Site.programme(about.id, "interventions", id.description)
      return "<a href=\"\(reader.to(page))\">\(name ?? reader.text("toolbox.intervention"))</a>"
    }
    guard row.choice.measure.type != nil else {
      return HTML(reader.text("toolbox.nothing-to-plan"))
    }
    return about.act(
      "toolbox.act.plan", on: about.words(for: row.choice.measure),
      about.form(["act", "choices", row.id.description, "plan"]))
  }
}

/// What the toolbox suggests for a group, in order, with why.
enum SuggestionPart {
  static func html(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let ask = about.form("act", group.id.description, "suggestion", in: .act)
    guard let row = about.suggestion(for: group.id) else {
      let button = ask.map {
        Button.link(reader.text("toolbox.act.suggest"), to: reader.to($0), .secondary)
      }
      return "<p class=\"row\">\(button)</p>\n"
    }
    return """
      <h3>\(reader.text("toolbox.suggestion.heading"))</h3>
      <p>\(reader.text("toolbox.suggestion.basis", basis(row, reader))) \
      <a href="\(reader.to(Site.toolbox(about.id, "act", "suggestions", row.id.description)))">\
      \(reader.text("toolbox.explained.link"))</a> \
      \(about.act("toolbox.act.suggest-again", ask))</p>
      \(table(row, group, about))
      """
  }

  static func basis(_ row: SuggestionRow, _ reader: Reader) -> [String: Phrase.Value] {
    [
      "day": .text(reader.day(row.madeOn)),
      "version": .number(row.suggestion.input.version),
      "edition": .number(row.suggestion.input.edition.rawValue),
    ]
  }

  private static func table(
    _ row: SuggestionRow, _ group: TargetGroupRow, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    var table = DataTable(
      "suggestion-\(group.id)", caption: reader.text("toolbox.suggestion.caption"))
    table.column(reader.text("toolbox.column.measure"))
    table.column(reader.text("toolbox.column.fit"), .number)
    table.column(reader.text("toolbox.column.burden"), .number)
    table.column(reader.text("toolbox.column.because"), .sentences)
    table.column(reader.text("toolbox.column.earlier"), .sentences)
    table.column(reader.text("toolbox.column.caution"), .sentences)
    for advice in row.suggestion.advice {
      table.row(
        HTML(about.names(in: row.suggestion).name(of: advice.intervention)),
        HTML(reader.number(advice.fit)),
        HTML(reader.number(advice.burden.rawValue)), because(advice, row, about),
        EarlierResults.html(of: advice, in: row.suggestion, about),
        HTML(reader.listed(advice.cautions.map { reader.text($0.words) })))
    }
    return table.html(for: reader)
  }

  /// Which hindrances it can change, with how they were judged.
  private static func because(
    _ advice: Suggestion.Advice, _ row: SuggestionRow, _ about: ToolboxSubject
  ) -> HTML {
    let reader = about.reader
    let reasons = HTML(
      reader.listed(
        advice.because.map { code in
          let judged = row.suggestion.input.judged.first { $0.determinant == code }
          return reader.text(
            "toolbox.suggestion.reason",
            [
              "determinant": .text(about.names(in: row.suggestion).name(of: code)),
              "score": judged.map { .phrase($0.score.determinant) } ?? .text(""),
            ])
        }))
    let evidence = Act.html(
      "toolbox.suggestion.evidence", on: about.name(of: advice.intervention),
      to: Site.toolbox(about.id, "understand", row.group.description), for: reader)
    return "\(reasons) \(evidence)"
  }
}
