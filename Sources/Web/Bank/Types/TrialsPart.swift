import Domain
import ReadModels

/// What was tried of one type of intervention: for which reason, in which sector, how often and what followed, with
/// every case to look at.
struct TrialsPart {
  let trials: [Trial]
  let edition: References.Edition?
  let reader: Reader

  var html: HTML {
    guard !trials.isEmpty else {
      return Part.html(
        "trials", "bank.trials", EmptyState.html(reader.text("bank.trials.empty")), for: reader)
    }
    return Part.html(
      "trials", "bank.trials",
      """
      <p>\(reader.text("bank.trials.lead"))</p>
      \(reasons)
      \(cases)
      """, for: reader)
  }

  /// A table for each reason, in the order of the reference set's codes.
  private var reasons: HTML {
    let groups = TrialGroup.all(of: trials)
    let codes = groups.reduce(into: [References.Determinant.Code]()) { codes, group in
      if codes.last != group.determinant { codes.append(group.determinant) }
    }
    return codes.map { code in
      reason(code, groups.filter { $0.determinant == code })
    }.joined()
  }

  private func reason(_ code: References.Determinant.Code, _ groups: [TrialGroup]) -> HTML {
    let name = reader.text(
      "bank.trials.reason",
      ["code": .text(code.description), "name": .text(BankWords.name(of: code, in: edition))])
    var table = DataTable("trials-\(code)", caption: name, isCaptionHidden: true)
    table.column(reader.text("bank.field.sector"))
    TallyColumns.add(to: &table, reader)
    for group in groups {
      table.row([HTML(sector(group.sector))] + TallyColumns.cells(group.tally, reader))
    }
    return """
      <h3>\(name)</h3>
      \(contrast(in: groups))\(table.html(for: reader))
      """
  }

  private func sector(_ sector: Line?) -> String {
    sector?.description ?? reader.text("bank.trials.no-sector")
  }

  /// That what helped in one sector harmed in another; nothing when it did not.
  private func contrast(in groups: [TrialGroup]) -> HTML {
    guard let contrast = SectorContrast(in: groups) else { return .nothing }
    let words = reader.text(
      contrast.isOfFew ? "bank.trials.contrast-of-few" : "bank.trials.contrast",
      [
        "helped": .text(reader.listed(contrast.helped.map(\.description))),
        "harmed": .text(reader.listed(contrast.harmed.map(\.description))),
      ])
    return "<div class=\"message message-warn\">\(Icon.of(.warn))<p>\(words)</p></div>\n"
  }

  private var cases: HTML {
    var table = DataTable("cases", caption: reader.text("bank.trials.cases"))
    table.column(reader.text("bank.trials.column.intervention"))
    table.column(reader.text("bank.trials.column.group"))
    table.column(reader.text("bank.field.sector"))
    table.column(reader.text("bank.trials.column.reason"), .words)
    table.column(reader.text("bank.trials.column.since"), .words)
    table.column(reader.text("programme.field.outcome"))
    table.column(reader.text("cases.title"))
    for trial in trials { table.row(row(trial)) }
    return table.html(for: reader)
  }

  private func row(_ trial: Trial) -> [HTML] {
    let page = Site.programme(
      trial.programme, "interventions", trial.intervention.description)
    return [
      """
      <a href="\(reader.to(page))">\(trial.interventionName)</a><br>\
      <span class="muted">\(trial.programmeName)</span>
      """,
      HTML(trial.groupName.description), HTML(sector(trial.sector)),
      HTML(trial.determinants.map(\.description).joined(separator: ", ")),
      HTML(trial.startedOn.map { reader.shortDay($0) } ?? reader.text("bank.trials.not-begun")),
      outcome(of: trial), HTML(cases(of: trial)),
    ]
  }

  /// How the cases ended that came of it, never a share without of how many.
  private func cases(of trial: Trial) -> String {
    let cases = trial.cases
    guard cases.closed > 0 else { return reader.text("bank.trials.no-cases") }
    return reader.text("programme.intervention.cases", count: cases.closed) + " "
      + reader.text(
        "programme.intervention.cases-kept",
        ["met": .number(cases.compliant), "of": .number(cases.judged)])
  }

  /// What followed, never without how sure whoever evaluated it was.
  private func outcome(of trial: Trial) -> HTML {
    guard let result = trial.result else {
      return "<span class=\"none\">\(reader.text("bank.trials.not-evaluated"))</span>"
    }
    return """
      \(StatusBadge.html(reader.text(result.outcome.name), result.outcome.tone)) \
      \(ConfidenceBadge.html(result.confidence, reader))
      """
  }
}

/// The columns that say how often something was tried and what followed, small numbers as small.
enum TallyColumns {
  static func add(to table: inout DataTable, _ reader: Reader) {
    table.column(reader.text("bank.tally.tried"), .number)
    table.column(reader.text("programme.outcome.improved"), .number)
    table.column(reader.text("programme.outcome.unchanged"), .number)
    table.column(reader.text("programme.outcome.worsened"), .number)
    table.column(reader.text("programme.outcome.unclear"), .number)
    table.column(reader.text("bank.tally.share"))
  }

  static func cells(_ tally: TrialTally, _ reader: Reader) -> [HTML] {
    [tally.tried, tally.improved, tally.unchanged, tally.worsened, tally.unclear]
      .map { HTML(reader.number($0)) } + [HTML(share(tally, reader))]
  }

  /// The share that improved; that there are too few to tell one; nothing when none was evaluated.
  private static func share(_ tally: TrialTally, _ reader: Reader) -> String {
    if let share = tally.improvedShare {
      return reader.text(
        "bank.tally.improved",
        ["percent": .number(share.rawValue), "count": .number(tally.evaluated)])
    }
    return tally.evaluated == 0 ? "" : reader.text("bank.tally.few")
  }
}
