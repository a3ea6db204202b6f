import Domain
import ReadModels

/// What all who were asked said together, of each programme: figures where enough of them answered.
struct SurveySumsPage {
  let sums: [SurveySum]
  let programmes: [ProgrammeNamesQuery.Name]
  let reader: Reader

  var page: Page {
    Page(
      reader.text("survey.sums.title"), trail: [Crumb(reader.text("cases.title"), Site.cases)],
      body: """
        <p class="lead">\(reader.text(
          "survey.sums.lead", ["count": .number(SurveySum.answersMin)]))</p>
        \(sums.isEmpty ? EmptyState.html(reader.text("survey.sums.none")) : sums.map(section).joined())
        """)
  }

  private func section(_ sum: SurveySum) -> HTML {
    let id = sum.programme.map { "programme-\($0)" } ?? "regular"
    return """
      <section class="part" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(name(of: sum))</h2>
      <p>\(reader.text(
        "survey.sums.counts",
        [
          "asked": .number(sum.askedCount), "answered": .number(sum.answeredCount),
          "declined": .number(sum.declinedCount),
        ]))</p>
      \(sum.tallies.isEmpty
        ? "<p class=\"muted\">\(reader.text("survey.sums.too-few"))</p>\n"
        : table(sum, id).html(for: reader))</section>

      """
  }

  private func table(_ sum: SurveySum, _ id: String) -> DataTable {
    var table = DataTable("\(id)-table", caption: name(of: sum), isCaptionHidden: true)
    table.column(reader.text("survey.sums.statement"), .sentences)
    table.column(reader.text("survey.sums.answers"), .number)
    table.column(reader.text("survey.sums.mean"), .number)
    table.column(reader.text("survey.sums.agree"), .number)
    for tally in sum.tallies {
      let share = 100 * tally.agreeCount / tally.answerCount
      table.row(
        HTML(reader.text(tally.statement.sentence)), HTML("\(tally.answerCount)"),
        HTML(reader.number(Double(tally.meanInHundredths) / 100, decimals: 1)), "\(share)%")
    }
    return table
  }

  private func name(of sum: SurveySum) -> String {
    guard let id = sum.programme else { return reader.text("case.regular-supervision") }
    return programmes.first { $0.programme == id }?.label.name.description
      ?? reader.text("survey.sums.unnamed")
  }
}
