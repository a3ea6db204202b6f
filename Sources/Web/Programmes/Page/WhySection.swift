import Domain
import ReadModels

/// Why the programme is there: the problem, what it costs society, and whose behaviour should change.
enum WhySection {
  static func html(_ view: ProgrammeView) -> HTML {
    """
    <section class="chapter" id="why">
    <h2>\(view.reader.text("programme.why"))</h2>
    \(problem(view))\(DamagePart.html(view))\(targetGroups(view))</section>

    """
  }

  private static func problem(_ view: ProgrammeView) -> HTML {
    let reader = view.reader
    let before = view.about.problems.dropLast().reversed().map { problem -> HTML in
      "<p class=\"muted\">\(reader.time(problem.statedOn))</p>\(problem.text.html)"
    }
    return view.part(
      "problem", "programme.problem", view.act("programme.problem.act", "problem"),
      """
      \(view.about.problem?.html)
      \(view.earlier(reader.text("programme.problem.earlier", count: before.count), before.joined()))
      """)
  }

  private static func targetGroups(_ view: ProgrammeView) -> HTML {
    let groups = view.about.targetGroups
    let standing = groups.filter(\.stands).map { group -> HTML in
      let (id, name) = (group.id.description, group.title.description)
      return """
        <li><span>\(group.title)</span>\
        \(view.act("programme.act.rename", on: name, "target-groups", id, "name"))\
        \(view.act("programme.act.drop", on: name, "target-groups", id, "end"))</li>

        """
    }
    let gone = groups.compactMap { group in
      group.drop.map { "<li>\(group.title) – \(view.dropped($0))</li>\n" as HTML }
    }
    let body: HTML =
      standing.isEmpty
      ? view.nothing("programme.group.empty", "programme.group.add", "target-groups")
      : "<ul class=\"things\">\n\(standing)</ul>\n"
    return view.part(
      "target-groups", "programme.groups",
      standing.isEmpty ? .nothing : view.act("programme.group.add", "target-groups"),
      body + view.goneList(gone))
  }
}

extension ProgrammeView {
  /// Things that were dropped, folded away.
  func goneList(_ gone: [HTML]) -> HTML {
    guard !gone.isEmpty else { return .nothing }
    return earlier(
      reader.text("programme.gone", count: gone.count), "<ul>\n\(gone)</ul>\n")
  }
}

/// What the problem is thought to cost society, with its margin, source and certainty.
enum DamagePart {
  static func html(_ view: ProgrammeView) -> HTML {
    let reader = view.reader
    guard let present = view.about.damage else {
      return view.part(
        "damage", "programme.damage", .nothing,
        view.nothing("programme.damage.empty", "programme.damage.add", "damage") + earlier(view))
    }
    let amount = reader.damage(present.estimate)
    return view.part(
      "damage", "programme.damage", view.act("programme.damage.again", "damage"),
      """
      <p class="figure-value"><strong>\(amount)</strong> \
      \(view.act("programme.act.withdraw", on: amount, "damage", present.id.description, "withdrawal"))</p>
      <p>\(grounds(present, reader))</p>
      \(present.estimate.note.map { $0.html })
      \(earlier(view))
      """)
  }

  /// Where an estimate comes from and how firm it is.
  private static func grounds(_ row: EstimateRow, _ reader: Reader) -> HTML {
    let estimate = row.estimate
    let year = estimate.year.map { year -> HTML in
      "\(reader.text("programme.damage.year", ["year": .text(year.description)])) "
    }
    return """
      \(year)\(reader.text("programme.source")) \(reader.source(estimate.source)) \
      <span class="muted">(\(reader.text(estimate.certainty.name)); \
      \(reader.text("programme.damage.on", ["day": .text(reader.day(row.estimatedOn))])))</span>
      """
  }

  private static func earlier(_ view: ProgrammeView) -> HTML {
    let (reader, present) = (view.reader, view.about.damage?.id)
    let before = view.about.estimates.filter { $0.id != present }.reversed()
    guard !before.isEmpty else { return .nothing }
    var table = DataTable(
      "earlier-damage", caption: reader.text("programme.damage.earlier-caption"))
    table.column(reader.text("programme.damage"))
    table.column(reader.text("programme.column.grounds"))
    table.column(reader.text("programme.field.note"))
    for row in before {
      table.row(amount(row, view), grounds(row, reader), notes(row, view))
    }
    return view.earlier(
      reader.text("programme.damage.earlier", count: before.count), table.html(for: reader))
  }

  /// What was estimated; struck when it was withdrawn.
  private static func amount(_ row: EstimateRow, _ view: ProgrammeView) -> HTML {
    let amount = view.reader.damage(row.estimate)
    guard row.stands else { return "<s>\(amount)</s>" }
    let act = view.act(
      "programme.act.withdraw", on: amount, "damage", row.id.description, "withdrawal")
    return "\(amount) \(act)"
  }

  /// What was noted with it, and why it was withdrawn.
  private static func notes(_ row: EstimateRow, _ view: ProgrammeView) -> HTML {
    "\(row.estimate.note.map { $0.html })\(row.drop.map { view.withdrawn($0) })"
  }
}
