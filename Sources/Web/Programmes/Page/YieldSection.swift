import Domain
import ReadModels

/// What the programme yields: what came of the work, and what it is judged to have contributed.
enum YieldSection {
  static func html(_ view: ProgrammeView) -> HTML {
    """
    <section class="chapter" id="yield">
    <h2>\(view.reader.text("programme.yield"))</h2>
    \(achievements(view))\(chains(view))\(evaluation(view))</section>

    """
  }

  private static func chains(_ view: ProgrammeView) -> HTML {
    let body = ChainSection.body(view.about.chains)
    guard !body.isEmpty else { return .nothing }
    return view.part("chains", "toolbox.chain.title", .nothing, body)
  }

  private static func achievements(_ view: ProgrammeView) -> HTML {
    let (reader, achievements) = (view.reader, view.about.achievements)
    guard !achievements.isEmpty else {
      return view.part(
        "achievements", "programme.achievements", .nothing,
        view.nothing("programme.achievement.empty", "programme.achievement.add", "achievements"))
    }
    let list = achievements.map { row -> HTML in
      let words = row.achievement.text.description
      return """
        <li><span>\(row.achievement.text) <span class="muted">\(reader.time(row.recordedOn)); \
        \(reader.text("programme.source")) \(reader.source(row.achievement.source))</span></span>\
        \(view.act(
          "programme.act.withdraw", on: words, "achievements", row.id.description, "withdrawal"))</li>

        """
    }
    return view.part(
      "achievements", "programme.achievements",
      view.act("programme.achievement.add", "achievements"), "<ul class=\"things\">\n\(list)</ul>\n"
    )
  }

  private static func evaluation(_ view: ProgrammeView) -> HTML {
    let about = view.about
    guard let last = about.evaluations.last else {
      return view.part(
        "evaluation", "programme.evaluation", .nothing,
        about.phase == .evaluation
          ? view.nothing("programme.evaluation.empty", "programme.evaluation.add", "evaluation")
          : EmptyState.html(view.reader.text("programme.evaluation.later")))
    }
    let isPresent = about.presentEvaluation != nil
    let act =
      about.phase != .evaluation
      ? HTML.nothing
      : isPresent
        ? view.act("programme.evaluation.revise", "evaluation", "revision")
        : view.act("programme.evaluation.add", "evaluation")
    let before = about.evaluations.dropLast().reversed().map { row -> HTML in
      "<div class=\"version\">\(EvaluationWords.html(row, about))</div>\n"
    }
    return view.part(
      "evaluation", "programme.evaluation", act,
      """
      \(isPresent ? nil : "<p>\(view.reader.text("programme.evaluation.of-earlier-round"))</p>" as HTML)
      \(EvaluationWords.html(last, about))
      \(view.earlier(
        view.reader.text("programme.evaluation.earlier", count: before.count), before.joined()))
      """)
  }
}

/// One version of an evaluation; the contribution never without its confidence and other explanations.
enum EvaluationWords {
  static func html(_ row: EvaluationRow, _ about: ProgrammeSubject) -> HTML {
    let (reader, evaluation) = (about.reader, row.evaluation)
    var list = SummaryList()
    list.add(
      reader.text("programme.field.contribution"),
      """
      \(evaluation.contribution.html)
      <p>\(ConfidenceBadge.html(evaluation.confidence, reader))</p>
      """)
    list.add(reader.text("programme.field.confidence-reason"), evaluation.confidenceReason.html)
    list.add(reader.text("programme.field.explanations"), evaluation.otherExplanations.html)
    list.add(reader.text("programme.field.worked"), evaluation.worked.html)
    list.add(reader.text("programme.field.did-not-work"), evaluation.didNotWork.html)
    list.add(reader.text("programme.field.lessons"), evaluation.lessons.html)
    list.add(reader.text("programme.field.continuation"), evaluation.continuation.html)
    return """
      <p class="muted">\(reader.text(
        "programme.evaluation.written",
        ["person": .text(about.people.name(evaluation.by)), "day": .text(reader.day(row.writtenOn))]))\
      \(row.revisedBecause.map {
        " \(reader.text("programme.evaluation.because")) \($0)" as HTML
      })</p>
      \(list.html(for: reader))
      """
  }
}

/// How sure a judgement is, in a badge.
enum ConfidenceBadge {
  static func html(_ confidence: Confidence, _ reader: Reader) -> HTML {
    StatusBadge.html(
      reader.text("programme.confidence", ["level": .phrase(confidence.name)]), confidence.tone)
  }
}
