import Domain
import ReadModels

/// The unfinished work of people who left, with where each piece is handed over.
struct HandoverPage {
  let work: [HeldWork]
  let reader: Reader

  var page: Page {
    Page(
      reader.text("handover.title"), trail: [Crumb(reader.text("portfolio.title"), Site.home)],
      body: """
        <p class="lead">\(reader.text("handover.lead"))</p>
        \(work.isEmpty
          ? EmptyState.html(reader.text("handover.empty"))
          : HandoverTable(reader: reader, namesHolders: true).html(work))
        """)
  }
}

/// A table of unfinished work.
struct HandoverTable {
  let reader: Reader
  /// Whether it says whose each piece is; under a heading with the name it need not.
  let namesHolders: Bool

  func html(_ work: [HeldWork]) -> HTML {
    let ways = work.map(acts)
    let canAct = ways.contains { !$0.isEmpty }
    var table = DataTable(
      "handover", caption: reader.text("handover.title"), isCaptionHidden: true)
    table.column(reader.text("handover.column.work"))
    table.column(reader.text("handover.column.as"), .sentences)
    if namesHolders { table.column(reader.text("handover.column.holder")) }
    if canAct { table.column(reader.text("people.column.act"), .words) }
    for (piece, way) in zip(work, ways) {
      let holder = namesHolders ? [HTML(reader.people.name(piece.holder))] : []
      let cells =
        [
          "<a href=\"\(reader.to(piece.page))\">\(piece.title)</a>", HTML(role(of: piece)),
        ] + holder
      table.row(canAct ? cells + [way] : cells)
    }
    return table.html(for: reader)
  }

  private func role(of piece: HeldWork) -> String {
    switch piece.part {
    case .programme: reader.text("handover.as.manager")
    case .membership(_, _, let role):
      reader.text("handover.as.member", ["role": .text(role.description)])
    case .intervention(_, _, let name):
      reader.text("handover.as.owner", ["name": .text(name.description)])
    case .decision: reader.text("handover.as.decision")
    case .caseFile: reader.text("handover.as.handler")
    }
  }

  private func acts(_ piece: HeldWork) -> HTML {
    piece.acts.map { act in
      Act.html(
        act.words, on: "\(piece.title)", to: reader.mayPost(to: act.form) ? act.form : nil,
        for: reader)
    }.joined()
  }
}

extension HeldWork {
  /// Where it is told.
  fileprivate var page: Link {
    switch part {
    case .programme(let id): Site.programme(id)
    case .membership(let id, _, _): Site.programme(id).at("team")
    case .intervention(let id, let intervention, _):
      Site.programme(id, "interventions", intervention.description)
    case .decision(let decision):
      Site.exploration(decision.exploration, "decisions", decision.decision.description)
    case .caseFile(let id): Site.caseFile(id)
    }
  }

  /// What hands it over.
  ///
  /// A decision is not changed: another is taken after the exploration was reopened.
  fileprivate var acts: [(words: Phrase, form: Link)] {
    switch part {
    case .programme(let id): [("handover.act", Site.programme(id, "manager"))]
    case .membership(let id, let position, _):
      [
        ("programme.team.add", Site.programme(id, "team")),
        ("programme.act.leave", Site.programme(id, "team", String(position), "end")),
      ]
    case .intervention(let id, let intervention, _):
      [
        (
          "handover.act",
          Site.programme(id, "interventions", intervention.description, "plan")
        )
      ]
    case .decision(let decision):
      [("handover.act.reopen", Site.exploration(decision.exploration, "reopening"))]
    case .caseFile(let id):
      [
        ("case.act.add-handler", Site.caseFile(id, "handlers")),
        ("case.act.release", Site.caseFile(id, "handlers", holder.description, "end")),
      ]
    }
  }
}
