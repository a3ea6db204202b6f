import Domain
import ReadModels

/// What was done on a case, with what was found, the last on top.
struct CaseLogPart {
  let about: CaseSubject

  private var reader: Reader { about.reader }

  var html: HTML {
    let rows = about.interventions
    let body: HTML =
      rows.isEmpty
      ? EmptyState.html(reader.text("case.log.none"))
      : "<ol class=\"entries case-log\">\n\(rows.map(entry))</ol>\n"
    return Part.html(
      "log", "case.log-title", body,
      actions: Act.html(
        "case.act.log", on: nil, to: about.form("interventions", when: about.isOpen), for: reader),
      for: reader)
  }

  private func entry(_ row: CaseInterventionRow) -> HTML {
    let (done, id) = (row.intervention, row.id.description)
    let title = about.names.name(of: done.kind)
    let acts: [(Phrase, Link?)] = [
      (
        "case.act.add-finding",
        about.form("interventions", id, "findings", when: about.isOpen)
      ),
      ("case.act.correct", about.form("interventions", id, "correction")),
    ]
    return """
      <li id="intervention-\(id)"><h3>\(title)</h3>
      <p class="muted">\(moment(done))\(done.place.map { ", \($0)" })</p>
      \(people(done))\(done.summary.map(\.html))\(measurements(done))\(statement(done))\
      \(findings(at: row))\(checked(done))
      <p class="muted">\(logged(row))</p>
      <p class="row">\(acts.map { Act.html($0.0, on: "\(title) \(reader.day(done.on))", to: $0.1, for: reader) })</p></li>

      """
  }

  private func moment(_ done: CaseFile.Intervention) -> HTML {
    let hours = [done.from, done.until].compactMap { $0?.description }.joined(separator: "–")
    let nextDay = done.endsNextDay ? " \(reader.text("case.log.next-day"))" : ""
    return "\(reader.time(done.on))\(hours.isEmpty ? "" : ", \(hours)\(nextDay)")"
  }

  private func people(_ done: CaseFile.Intervention) -> HTML {
    guard !done.participants.isEmpty else { return .nothing }
    let names = reader.listed(done.participants.map(\.description))
    return "<p>\(reader.text("case.log.with", ["people": .text(names)]))</p>\n"
  }

  private func measurements(_ done: CaseFile.Intervention) -> HTML {
    guard !done.measurements.isEmpty else { return .nothing }
    let items = done.measurements.map { "<li>\(reader.typed($0))</li>\n" as HTML }
    return "<p>\(reader.text("case.field.measurements"))</p>\n<ul>\(items)</ul>\n"
  }

  private func statement(_ done: CaseFile.Intervention) -> HTML {
    guard let statement = done.statement else { return .nothing }
    return """
      <p>\(reader.text("case.field.statement"))</p>
      <blockquote>\(statement.html)</blockquote>

      """
  }

  private func logged(_ row: CaseInterventionRow) -> String {
    let who = about.names.name(of: row.loggedBy)
    guard let reason = row.correctedBecause else {
      return reader.text("case.log.by", ["person": .text(who)])
    }
    let corrector = about.names.name(of: row.correctedBy)
    return reader.text(
      "case.log.corrected",
      [
        "person": .text(who), "corrector": .text(corrector), "reason": .text(reason.description),
      ])
  }

  /// How many questions were answered how; what was not in order stands among the findings.
  private func checked(_ done: CaseFile.Intervention) -> HTML {
    guard let checked = done.checked else { return .nothing }
    let title = about.checklistTitles[checked.against]?.description ?? ""
    let good = checked.answers.count { $0.verdict == .inOrder }
    let words = reader.text(
      "case.log.checked",
      [
        "title": .text(title), "edition": .number(checked.against.edition),
        "good": .number(good),
        "all": .number(checked.answers.count { $0.verdict != .notApplicable }),
      ])
    return "<p>\(words)</p>\n"
  }

  private func findings(at row: CaseInterventionRow) -> HTML {
    let found = about.findings.filter { $0.intervention == row.id }
    guard !found.isEmpty else { return .nothing }
    return "<ul class=\"plain\">\n\(found.map(finding))</ul>\n"
  }

  private func finding(_ row: CaseFindingRow) -> HTML {
    let (finding, id) = (row.finding, row.id.description)
    if let withdrawn = row.withdrawn {
      let words = reader.text(
        "case.finding.withdrawn",
        ["day": .text(reader.day(withdrawn.on)), "reason": .text(withdrawn.because.description)])
      return "<li><del>\(finding.rule)</del> <span class=\"muted\">\(words)</span></li>\n"
    }
    let acts: [(Phrase, Link?)] = [
      ("case.act.correct", about.form("findings", id, "correction")),
      ("case.act.withdraw", about.form("findings", id, "end")),
    ]
    return """
      <li id="finding-\(id)">\(StatusBadge.html(reader.text(finding.outcome.name), finding.outcome.tone)) \
      <strong>\(finding.rule)</strong>\(finding.legalBasis.map { " <span class=\"muted\">\($0)</span>" as HTML })\
      \(finding.description.map(\.html))\(FindingMark(about: about, row: row).html)\
      \(acts.map { Act.html($0.0, on: finding.rule.description, to: $0.1, for: reader) })</li>

      """
  }
}
