import Domain
import ReadModels

/// What whoever was supervised was asked, and what they said.
struct CaseSurveysPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let rows = about.surveys
    let canAsk = !SurveyForms.choices(about).isEmpty
    let body: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text(canAsk ? "survey.none" : "survey.none-yet"))
      : "<ul class=\"things\">\n\(rows.map(item))</ul>\n"
    return Part.html(
      "surveys", "survey.part", body,
      actions: Act.html(
        "survey.act.ask", on: nil, to: about.form("surveys", when: canAsk), for: reader)
        + Act.html("survey.act.sums", on: nil, to: Site.surveys, for: reader),
      for: reader)
  }

  private func item(_ row: CaseSurveyRow) -> HTML {
    """
    <li id="survey-\(row.id)"><span><strong>\(about.subject(of: row))</strong> \
    \(StatusBadge.html(reader.text(standing(row).name), standing(row).tone))\
    <br><span class="muted">\(facts(row))</span>\(row.answers.map(said))\
    \(row.withdrawn.map { "<br>\($0.because)" as HTML })</span>\(acts(row))</li>

    """
  }

  /// A survey that nobody replied to in time is over, and so is one whose case is gone.
  private func standing(_ row: CaseSurveyRow) -> (name: Phrase, tone: Tone) {
    guard row.standing == .asked else { return (row.standing.name, row.standing.tone) }
    if !about.isKept { return ("survey.standing.gone", .neutral) }
    return row.until < reader.dayShown
      ? ("survey.standing.over", .neutral) : (row.standing.name, row.standing.tone)
  }

  private func facts(_ row: CaseSurveyRow) -> String {
    var words = [
      reader.text(
        "survey.facts",
        [
          "day": .text(reader.day(row.askedOn)), "until": .text(reader.day(row.until)),
          "person": .text(about.names.name(of: row.askedBy)),
        ])
    ]
    if let day = row.repliedOn {
      words.append(reader.text("survey.replied", ["day": .text(reader.day(day))]))
    }
    return words.joined(separator: " ")
  }

  private func said(_ answers: Survey.Answers) -> HTML {
    var list = SummaryList()
    for rating in answers.ratings {
      list.add(reader.text(rating.statement.sentence), text: reader.text(rating.score.agreement))
    }
    if let remark = answers.remark { list.add(reader.text("survey.said-remark"), remark.html) }
    return list.html(for: reader)
  }

  private func acts(_ row: CaseSurveyRow) -> HTML {
    let (id, subject) = (row.id.description, about.subject(of: row))
    let isAsked = row.standing == .asked && reader.today <= row.until
    return Act.html(
      "survey.act.link", on: subject, to: about.form("surveys", id, "link", when: isAsked),
      for: reader)
      + Act.html(
        "survey.act.withdraw", on: subject, to: about.form("surveys", id, "end", when: isAsked),
        for: reader)
  }
}
