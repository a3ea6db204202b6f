import Domain
import ReadModels

/// The page of one intervention: its plan, how far it has come and what came of it.
enum InterventionPage {
  static func page(_ intervention: InterventionRow, of about: ProgrammeSubject) -> Page {
    let view = ProgrammeView(about: about)
    let reader = about.reader
    return Page(
      intervention.plan.name.description,
      kicker: reader.text("programme.column.intervention"), trail: about.trail(for: reader),
      body: """
        \(view.tabs(
          "programme.column.intervention",
          Site.programme(about.id, "interventions", intervention.id.description),
          changes: .interventions))
        <p class="row">\(InterventionBadges.html(intervention, about))</p>
        \(progress(intervention, reader))
        \(waits(intervention, view))
        <p class="row acts">\(InterventionActs.html(intervention, view))</p>
        \(facts(intervention.plan, about))
        \(FoundationPart.html(intervention, about.chains))
        \(InterventionCasesPart(intervention: intervention, view: view).html)
        \(InterventionEvaluationPart.html(intervention, view))
        """)
  }

  private static func progress(_ intervention: InterventionRow, _ reader: Reader) -> HTML {
    func since(_ day: Day) -> HTML {
      "<p>\(reader.text("programme.intervention.since", ["day": .text(reader.day(day))]))</p>"
    }
    switch intervention.progress {
    case .planned: return .nothing
    case .running(let start): return since(start)
    case .finished(let start, let result, let day):
      return """
        \(since(start))
        <p>\(reader.text("programme.intervention.finished-on", ["day": .text(reader.day(day))]))</p>
        <h2>\(reader.text("programme.field.result"))</h2>
        \(result.html)
        """
    case .cancelled(let start, let reason, let day):
      return """
        \(start.map(since))
        <p>\(reader.text("programme.intervention.cancelled-on", ["day": .text(reader.day(day))]))</p>
        \(reason.html)
        """
    }
  }

  /// What keeps a planned intervention from starting.
  private static func waits(_ intervention: InterventionRow, _ view: ProgrammeView) -> HTML {
    guard intervention.status == .planned, !view.about.programme.isEnded else { return .nothing }
    let reader = view.reader
    var lacks = intervention.plan.missing.map { reader.text($0.name) }
    if view.about.phase != .execution { lacks.append(reader.text("programme.lack.execution")) }
    guard !lacks.isEmpty else { return .nothing }
    return """
      <p>\(reader.text(
        "programme.intervention.waits", ["lacks": .text(reader.listed(lacks))]))</p>
      """
  }

  private static func facts(_ plan: Programme.Plan, _ about: ProgrammeSubject) -> HTML {
    let reader = about.reader
    var list = SummaryList()
    list.add(reader.text("programme.field.owner"), text: plan.owner.map { about.people.name($0) })
    list.add(reader.text("programme.field.period"), text: plan.period.map { reader.period($0) })
    list.add(
      reader.text("programme.field.hours"),
      text: plan.capacity.map { reader.text("programme.hours", count: $0.rawValue) })
    list.add(reader.text("programme.field.performer"), text: plan.unit?.description)
    list.add(
      reader.text("programme.field.group"),
      text: about.targetGroups.first { $0.id == plan.targetGroup }?.title.description)
    list.add(reader.text("programme.field.effect"), plan.expectedEffect.map { $0.html })
    list.add(
      reader.text("programme.field.plan-goal"),
      text: about.goals.first { $0.id == plan.goal }?.text.description)
    let indicator = about.indicators.first { $0.id == plan.indicator }
    list.add(
      reader.text("programme.field.plan-indicator"),
      indicator.map { indicator in
        let page = Site.programme(about.id, "indicators", indicator.id.description)
        return "<a href=\"\(reader.to(page))\">\(indicator.title)</a>"
      })
    return list.html(for: reader)
  }
}
