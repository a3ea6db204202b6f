import Domain
import ReadModels

/// How the programme wants to get there: what it does, with whom, and who works on it.
enum HowSection {
  static func html(_ view: ProgrammeView) -> HTML {
    """
    <section class="chapter" id="how">
    <h2>\(view.reader.text("programme.how"))</h2>
    \(interventions(view))\(PartnersPart.html(view))\(team(view))</section>

    """
  }

  private static func interventions(_ view: ProgrammeView) -> HTML {
    let (reader, interventions) = (view.reader, view.about.interventions)
    guard !interventions.isEmpty else {
      return view.part(
        "interventions", "programme.interventions", .nothing,
        view.nothing("programme.intervention.empty", "programme.intervention.add", "interventions"))
    }
    var table = DataTable(
      "intervention-table", caption: reader.text("programme.interventions"),
      isCaptionHidden: true)
    table.column(reader.text("programme.column.intervention"))
    table.column(reader.text("programme.column.state"))
    table.column(reader.text("programme.field.owner"))
    table.column(reader.text("programme.field.period"))
    table.column(reader.text("programme.field.group"))
    if view.mayWork { table.column(reader.text("programme.column.act")) }
    for intervention in interventions.sorted(by: { $0.status.order < $1.status.order }) {
      table.row(row(intervention, view))
    }
    return view.part(
      "interventions", "programme.interventions",
      view.act("programme.intervention.add", "interventions"), table.html(for: reader))
  }

  private static func row(_ intervention: InterventionRow, _ view: ProgrammeView) -> [HTML] {
    let (reader, plan) = (view.reader, intervention.plan)
    let page = Site.programme(view.about.id, "interventions", intervention.id.description)
    let group = view.about.targetGroups.first { $0.id == plan.targetGroup }
    return [
      "<a href=\"\(reader.to(page))\">\(plan.name)</a>",
      InterventionBadges.html(intervention, view.about),
      plan.owner.map { HTML(view.about.people.name($0)) } ?? reader.notKnown,
      plan.period.map { HTML(reader.period($0)) } ?? reader.notKnown,
      group.map { HTML($0.title.description) } ?? reader.notKnown,
      InterventionActs.html(intervention, view),
    ]
  }

  private static func team(_ view: ProgrammeView) -> HTML {
    let (reader, members) = (view.reader, view.about.members)
    guard !members.isEmpty else {
      return view.part(
        "team", "programme.team", .nothing,
        view.nothing("programme.team.empty", "programme.team.add", "team"))
    }
    let list = members.map { member -> HTML in
      let name = view.about.people.name(member.person)
      return """
        <li><span>\(name), \(member.role) <span class="muted">\
        \(reader.text("programme.since", ["day": .text(reader.day(member.joinedOn))]))</span></span>\
        \(view.act("programme.act.leave", on: name, "team", String(member.positionFirst), "end"))</li>

        """
    }
    return view.part(
      "team", "programme.team", view.act("programme.team.add", "team"),
      "<ul class=\"things\">\n\(list)</ul>\n")
  }
}

/// What can be done with an intervention, as far as it has come.
enum InterventionActs {
  static func html(_ intervention: InterventionRow, _ view: ProgrammeView) -> HTML {
    let (id, name) = (intervention.id.description, intervention.plan.name.description)
    func act(_ words: Phrase, _ part: String) -> HTML {
      view.act(words, on: name, "interventions", id, part)
    }
    switch intervention.status {
    case .planned:
      let start =
        view.about.phase == .execution && intervention.plan.missing.isEmpty
        ? act("programme.act.start", "start") : .nothing
      return start + act("programme.act.plan", "plan") + act("programme.act.cancel", "cancellation")
    case .running:
      return act("programme.act.finish", "result") + act("programme.act.plan", "plan")
        + act("programme.act.cancel", "cancellation")
    case .finished, .cancelled:
      let isEvaluated = !view.about.evaluations(of: intervention.id).isEmpty
      guard intervention.startedOn != nil, !isEvaluated else { return .nothing }
      return act("programme.act.evaluate", "evaluation")
    }
  }
}

/// How far an intervention has come, and what came of it when it was evaluated.
enum InterventionBadges {
  static func html(_ intervention: InterventionRow, _ about: ProgrammeSubject) -> HTML {
    let reader = about.reader
    let status = StatusBadge.html(reader.text(intervention.status.name), intervention.status.tone)
    let outcome = about.evaluations(of: intervention.id).last?.evaluation.outcome
    return status + (outcome.map { StatusBadge.html(reader.text($0.name), $0.tone) } ?? .nothing)
  }
}

extension Programme.InterventionStatus {
  /// What needs attention comes first.
  fileprivate var order: Int {
    switch self {
    case .running: 0
    case .planned: 1
    case .finished: 2
    case .cancelled: 3
    }
  }
}

/// With whom the programme works, of the own organisation and of others, and what was agreed.
enum PartnersPart {
  static func html(_ view: ProgrammeView) -> HTML {
    let partners = view.about.partners
    let lasting = partners.filter(\.lasts)
    let gone = partners.compactMap { row in
      row.drop.map { "<li>\(row.partner.name) – \(view.dropped($0))</li>\n" as HTML }
    }
    guard !lasting.isEmpty else {
      return view.part(
        "partners", "programme.partners", .nothing,
        view.nothing("programme.partner.empty", "programme.partner.add", "partners")
          + view.goneList(gone))
    }
    let kinds = Programme.Partner.Kind.allCases.map { kind in
      list(of: kind, lasting.filter { $0.partner.kind == kind }, view)
    }
    return view.part(
      "partners", "programme.partners", view.act("programme.partner.add", "partners"),
      kinds.joined() + view.goneList(gone))
  }

  private static func list(
    of kind: Programme.Partner.Kind, _ partners: [PartnerRow], _ view: ProgrammeView
  ) -> HTML {
    guard !partners.isEmpty else { return .nothing }
    return """
      <h4>\(view.reader.text(kind.name))</h4>
      <ul class="things">
      \(partners.map { item($0, view) })</ul>

      """
  }

  private static func item(_ row: PartnerRow, _ view: ProgrammeView) -> HTML {
    let (id, name) = (row.id.description, row.partner.name.description)
    let agreements = view.about.agreements.filter { $0.partner == row.id }.map {
      agreement -> HTML in
      "<li>\(view.reader.time(agreement.agreedOn)): \(agreement.text)</li>\n"
    }
    return """
      <li><span>\(row.partner.name)\(row.partner.role.map { ", \($0)" as HTML })</span>\
      \(view.act("programme.act.agree", on: name, "partners", id, "agreements"))\
      \(view.act("programme.act.change", on: name, "partners", id, "details"))\
      \(view.act("programme.act.part", on: name, "partners", id, "end"))\
      \(agreements.isEmpty ? nil : "<ul class=\"agreements\">\(agreements)</ul>" as HTML)</li>

      """
  }
}
