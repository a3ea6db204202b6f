import Domain
import ReadModels

/// The second step: the groups in focus, and what is still to be found out about each.
enum UnderstandPage {
  static func page(_ about: ToolboxSubject) -> Page {
    StepFrame.page(.understand, of: about, groups(about))
  }

  private static func groups(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    guard !about.groupsInFocus.isEmpty else {
      return EmptyState.html(reader.text("toolbox.understand.empty"))
    }
    return "<ul class=\"cards\">\n\(about.groupsInFocus.map { card($0, about) })</ul>\n"
  }

  private static func card(_ group: TargetGroupRow, _ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let page = Site.toolbox(about.id, "understand", group.id.description)
    let gaps = about.gaps(of: group.id)
    let lacks: HTML =
      gaps.isEmpty
      ? "<p>\(reader.text("toolbox.understand.whole"))</p>"
      : """
      <p>\(reader.text("toolbox.understand.lacks"))</p>
      <ul class="lacks">
      \(gaps.map { "<li>\(reader.text($0.name))</li>\n" as HTML })</ul>
      """
    return """
      <li class="card"><h2><a href="\(reader.to(page))">\(group.title)</a></h2>
      \(about.profile(of: group.id)?.goal.map { "<p>\(GoalSentence.text($0, reader))</p>" as HTML })
      <p>\(reader.text(
        "toolbox.understand.judged",
        [
          "count": .number(about.judgements(of: group.id).count),
          "of": .number(about.edition?.edition.determinants.count ?? 0),
        ]))</p>
      \(lacks)</li>

      """
  }
}

/// The wanted behaviour in the sentence that is always the same.
enum GoalSentence {
  static func text(_ goal: Analysis.BehaviourGoal, _ reader: Reader) -> String {
    reader.text(
      "toolbox.goal.sentence",
      [
        "who": .text(goal.who.description), "present": .text(goal.present.description),
        "wanted": .text(goal.wanted.description), "where": .text(goal.whereAndWhen.description),
      ])
  }
}
