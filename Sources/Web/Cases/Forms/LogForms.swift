import Domain
import ReadModels

/// Correcting what was logged on a case.
enum LogForms {
  /// Of a correction, both what was logged and what it should have been stay to be seen.
  static let correction = CaseForm(
    "cases/:case/interventions/:intervention/correction", for: .inspect,
    title: "case.log-correction.title", lead: "case.log-correction.lead", button: "case.save",
    guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with(try about.intervention(visit).intervention.filled(visit.reader))
    },
    fields: { sheet, about, visit in
      sheet.logged(about.names)
      if let asked = about.asked { sheet.answers(to: asked, for: visit.reader) }
      sheet.html(about.findingsToCorrect(at: try about.intervention(visit)))
      sheet.told()
      sheet.reason("case.field.correction-reason")
      sheet.happenedOn("case.field.corrected-on")
    },
    command: { form, about, visit in
      let row = try about.intervention(visit)
      let against = row.intervention.checked?.against
      let checked = form.checked(against: against, about.asked)
      let intervention = form.intervention(about.names, visit.reader, checked: checked)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let intervention, let reason, let day else { return nil }
      return .logging(.correct(row.id, intervention, reason: reason), on: day)
    })
}

extension CaseSubject {
  /// That findings stay as they are when what was logged is corrected, with the way to each.
  fileprivate func findingsToCorrect(at row: CaseInterventionRow) -> HTML {
    let found = findings.filter { $0.intervention == row.id && $0.withdrawn == nil }
    guard !found.isEmpty else { return .nothing }
    let items = found.map { finding -> HTML in
      let form = Site.caseFile(id, "findings", finding.id.description, "correction")
      return "<li><a href=\"\(reader.to(form))\">\(finding.finding.rule)</a></li>\n"
    }
    return """
      <div class="message message-info"><p>\(reader.text("case.log-correction.findings-stay"))</p>
      <ul>\(items)</ul></div>

      """
  }
}

extension CaseFile.Intervention {
  /// What stands in the form that corrects it.
  fileprivate func filled(_ reader: Reader) -> [String: String?] {
    var values: [String: String?] = [
      "kind": kind.description,
      "when": reader.typed(on) + (from.map { " \($0)" } ?? ""),
      "end-time": until?.description, "place": place?.description,
      "participants": participants.map(\.description).joined(separator: "\n"),
      "summary": summary?.description, "statement": statement?.description,
      "measurements": measurements.map { reader.typed($0) }.joined(separator: "\n"),
    ]
    for answer in checked?.answers ?? [] {
      values["check-\(answer.item)"] = answer.verdict.rawValue
    }
    return values
  }
}
