import Domain
import ReadModels

/// The first step: the sub-risks, how they weigh beside the damage, which come first, and the focus.
enum ChoosePage {
  static func page(_ about: ToolboxSubject) -> Page {
    StepFrame.page(
      .choose, of: about,
      """
      \(risks(about))
      \(RiskMatrix.html(about.standingRisks, about.reader))
      \(focus(about))
      """)
  }

  private static func risks(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let add = about.form("choose", "sub-risks", in: .choose)
    guard !about.standingRisks.isEmpty else {
      let button = add.map {
        Button.link(reader.text("toolbox.act.add-risk"), to: reader.to($0), .secondary)
      }
      return Part.html(
        "risks", "toolbox.risks",
        EmptyState.html(reader.text("toolbox.risks.empty"), action: button ?? .nothing),
        actions: .nothing, for: reader)
    }
    return Part.html(
      "risks", "toolbox.risks",
      """
      \(damage(about))
      \(table(about))
      \(order(about))
      \(dropped(about))
      """,
      actions: about.act("toolbox.act.add-risk", add)
        + about.act(
          "toolbox.act.prioritise", about.form("choose", "priorities", in: .choose)),
      for: reader)
  }

  /// What the whole costs, with its margin: sub-risks are never put in order without it in sight.
  static func damage(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    guard let damage = about.damage else {
      return "<p class=\"muted\">\(reader.text("toolbox.damage.none"))</p>\n"
    }
    return """
      <p>\(reader.text("toolbox.damage.beside")) <strong>\(reader.damage(damage.estimate))</strong> \
      <span class="muted">(\(reader.source(damage.estimate.source)); \
      \(reader.text(damage.estimate.certainty.name)))</span></p>

      """
  }

  private static func table(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    var table = DataTable("sub-risks", caption: reader.text("toolbox.risks.caption"))
    table.column(reader.text("toolbox.column.risk"))
    table.column(reader.text("toolbox.column.place"), .number)
    table.column(reader.text("toolbox.field.chance"), .words)
    table.column(reader.text("toolbox.field.effect"), .words)
    table.column(reader.text("toolbox.column.product"), .number)
    table.column(reader.text("toolbox.column.why"), .sentences)
    let order = about.analysis?.priorities?.value ?? []
    for row in about.standingRisks {
      let place = order.firstIndex(of: row.id).map { HTML(reader.number($0 + 1)) }
      table.row(
        name(row, about), place ?? .nothing,
        HTML(row.weighing.map { reader.text($0.chance.chance) } ?? ""),
        HTML(row.weighing.map { reader.text($0.effect.effect) } ?? ""),
        HTML(row.weighing.map { reader.number($0.product) } ?? ""),
        row.weighing.map {
          FoldedText.html($0.reason) + ScoredRounds.ground($0.round, about)
        } ?? .nothing)
    }
    return table.html(for: reader)
  }

  private static func name(_ row: SubRiskRow, _ about: ToolboxSubject) -> HTML {
    let (reader, id, title) = (
      about.reader, row.id.description, row.subRisk.title.description
    )
    return """
      \(title)\(row.subRisk.description.map { FoldedText.html($0) })\
      \(row.subRisk.source.map { "<p class=\"muted\">\(reader.text("programme.source")) \(reader.source($0))</p>" as HTML })
      \(about.act("toolbox.act.weigh", on: title, about.form("choose", "sub-risks", id, "weighing", in: .choose)))\
      \(about.act("programme.act.rename", on: title, about.form("choose", "sub-risks", id, "wording", in: .choose)))\
      \(about.act("programme.act.drop", on: title, about.form("choose", "sub-risks", id, "end", in: .choose)))
      """
  }

  private static func order(_ about: ToolboxSubject) -> HTML {
    guard let priorities = about.analysis?.priorities else { return .nothing }
    let reader = about.reader
    return """
      <p>\(reader.text("toolbox.order-because", ["day": .text(reader.day(priorities.on))])) \
      \(priorities.reason)</p>

      """
  }

  private static func dropped(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let gone = about.subRisks.compactMap { row in
      row.drop.map { drop -> HTML in
        """
        <li>\(row.subRisk.title) – <span class="muted">\(reader.text(
          "programme.dropped", ["day": .text(reader.day(drop.on))])): \(drop.because)</span></li>

        """
      }
    }
    guard !gone.isEmpty else { return .nothing }
    return """
      <details class="earlier"><summary>\(reader.text("programme.gone", count: gone.count))</summary>
      <ul>
      \(gone)</ul>
      </details>

      """
  }

  private static func focus(_ about: ToolboxSubject) -> HTML {
    let reader = about.reader
    let form = about.form("choose", "focus", in: .choose)
    guard let focus = about.analysis?.focus else {
      let button = form.map {
        Button.link(reader.text("toolbox.act.focus"), to: reader.to($0), .secondary)
      }
      return Part.html(
        "focus", "toolbox.focus",
        EmptyState.html(reader.text("toolbox.focus.empty"), action: button ?? .nothing),
        actions: .nothing, for: reader)
    }
    let risks = focus.value.subRisks.compactMap { id in
      about.subRisks.first { $0.id == id }.map { "<li>\($0.subRisk.title)</li>\n" as HTML }
    }
    let groups = focus.value.targetGroups.map { id -> HTML in
      let page = Site.toolbox(about.id, "understand", id.description)
      return "<li><a href=\"\(reader.to(page))\">\(about.name(of: id))</a></li>\n"
    }
    return Part.html(
      "focus", "toolbox.focus",
      """
      <p>\(reader.text("toolbox.focus.risks"))</p>
      <ul>
      \(risks)</ul>
      <p>\(reader.text("toolbox.focus.groups"))</p>
      <ul>
      \(groups)</ul>
      <p>\(reader.text("toolbox.because")) \(focus.reason)</p>
      """,
      actions: about.act("toolbox.act.focus-again", form), for: reader)
  }
}
