import Domain
import ReadModels

/// Forms about what was found on a case.
enum CaseFindingForms {
  static let all = [addition, correction, withdrawal]

  static let addition = CaseForm(
    "cases/:case/interventions/:intervention/findings", for: .inspect,
    title: "case.finding-new.title", button: "case.finding-new.button", guarding: .none,
    fields: { sheet, about, visit in
      _ = try about.intervention(visit)
      sheet.finding(for: visit.reader)
    },
    command: { form, about, visit in
      let row = try about.intervention(visit)
      guard let finding = form.finding() else { return nil }
      return .logging(
        .addFinding(CaseFindingID(form.command), finding, at: row.id), on: row.intervention.on)
    })

  static let correction = CaseForm(
    "cases/:case/findings/:finding/correction", for: .inspect,
    title: "case.finding-correction.title", lead: "case.log-correction.lead", button: "case.save",
    guarding: .fields,
    filled: { about, visit in
      let finding = try about.finding(visit).finding
      return visit.filledToday.with([
        "outcome": finding.outcome.rawValue, "rule": finding.rule.description,
        "law": finding.legalBasis?.description, "description": finding.description?.description,
      ])
    },
    fields: { sheet, about, visit in
      if try about.finding(visit).finding.outcome == .violation {
        sheet.html(StopNotice.html(about, "publication.stop.warning-no-violation"))
      }
      sheet.finding(for: visit.reader)
      sheet.reason("case.field.correction-reason")
      sheet.happenedOn("case.field.corrected-on")
    },
    command: { form, about, visit in
      let row = try about.finding(visit)
      let (finding, reason) = (form.finding(), form.prose("reason"))
      guard let day = form.happenedDay(), let finding, let reason else { return nil }
      return .logging(.correctFinding(row.id, finding, reason: reason), on: day)
    })

  static let withdrawal = CaseForm(
    "cases/:case/findings/:finding/end", for: .inspect, title: "case.finding-end.title",
    button: "case.finding-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let finding = try about.finding(visit).finding
      if finding.outcome == .violation { sheet.html(StopNotice.html(about)) }
      sheet.about(finding.rule)
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, about, visit in
      let row = try about.finding(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .logging(.withdrawFinding(row.id, reason: reason), on: day)
    })
}
