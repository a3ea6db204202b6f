import Domain
import ReadModels

/// What comes next in an exploration, and who can do it.
enum NextStep {
  static func html(_ about: ExplorationSubject) -> HTML {
    """
    <section class="next-steps" aria-labelledby="next-steps-title">
    <h2 id="next-steps-title">\(about.reader.text("exploration.next.title"))</h2>
    \(reopened(about))\(steps(about))
    </section>

    """
  }

  private static func steps(_ about: ExplorationSubject) -> HTML {
    switch about.exploration.stage {
    case .open: open(about)
    case .proposed: proposed(about)
    case .decided: decided(about)
    }
  }

  private static func reopened(_ about: ExplorationSubject) -> HTML {
    guard let reopening = about.exploration.reopening else { return .nothing }
    let words = about.reader.text(
      "exploration.reopened",
      [
        "person": .text(about.people.name(reopening.by)),
        "day": .text(about.reader.day(reopening.on)),
      ])
    return "<p>\(words) \(reopening.reason)</p>\n"
  }

  private static func open(_ about: ExplorationSubject) -> HTML {
    let reader = about.reader
    guard about.exploration.missing.isEmpty else { return MissingElements.html(about) }
    let form = about.form(for: .proposing, "decisions")
    return """
      <p>\(reader.text(form == nil ? "exploration.next.complete" : "exploration.next.may-propose"))</p>
      <p class="row">\(about.button("exploration.act.propose", form))</p>

      """
  }

  private static func proposed(_ about: ExplorationSubject) -> HTML {
    guard let decision = about.pending else { return .nothing }
    let reader = about.reader
    let page = Site.exploration(about.id, "decisions", decision.id.description)
    return """
      <p>\(reader.text("exploration.next.proposed")): \
      <a href="\(reader.to(page))">\(reader.text(decision.proposal.outcome.kind.name))</a></p>
      \(PendingProposal.html(decision, about))
      """
  }

  private static func decided(_ about: ExplorationSubject) -> HTML {
    guard let decision = about.adopted else { return .nothing }
    let reader = about.reader
    let page = Site.exploration(about.id, "decisions", decision.id.description)
    let form = about.form(for: .reopening, "reopening")
    return """
      <p>\(reader.text("exploration.next.decided")): \
      <a href="\(reader.to(page))">\(reader.text(decision.proposal.outcome.kind.name))</a></p>
      \(LookAgain.html(decision.proposal.outcome, reader).map { "<p>\($0)</p>\n" as HTML })\(DecisionPage.followUp(decision, named: nil, reader))
      <p class="row">\(about.button("exploration.act.reopen", form, .secondary))</p>

      """
  }
}

/// What is still needed before a decision can be proposed, each with the way to it.
enum MissingElements {
  static func html(_ about: ExplorationSubject) -> HTML {
    let (missing, reader) = (about.exploration.missing, about.reader)
    guard !missing.isEmpty else { return .nothing }
    return """
      <p>\(reader.text("exploration.next.lacks"))</p>
      <ul class="lacks">
      \(missing.map { "<li>\(lack($0, about))</li>\n" })</ul>

      """
  }

  private static func lack(_ element: Exploration.Element, _ about: ExplorationSubject) -> HTML {
    let words = about.reader.text(element.name)
    guard let form = about.form(element.place) else { return HTML(words) }
    return "<a href=\"\(about.reader.to(form))\">\(words)</a>"
  }
}
