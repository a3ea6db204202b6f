import Domain
import ReadModels

/// Forms about the report of a violation, and about what became of it in criminal law.
enum ViolationReportForms {
  static let all = [report, prosecution]

  static let report = FindingForm(
    "cases/:case/findings/:finding/report", for: .inspect, title: "enforcement.act.report",
    lead: "enforcement.report-lead", button: "enforcement.record", guarding: .fields,
    filled: { about, visit in visit.filledToday.with(about.reported) },
    fields: { sheet, _, _ in
      sheet.line("offender", label: "enforcement.field.offender-name", optional: true)
      sheet.prose("violation", label: "enforcement.field.violation", optional: true, rows: 4)
      sheet.prose(
        "rules", label: "enforcement.field.rules", hint: "enforcement.field.rules-hint",
        optional: true, rows: 2)
      sheet.line("place", label: "case.field.place", optional: true)
      sheet.day("happened", label: "enforcement.field.happened-on", optional: true)
      sheet.line("time", label: "enforcement.field.time", optional: true, size: .short)
      sheet.euro(
        "fine-max", label: "enforcement.field.fine-max", hint: "enforcement.field.fine-max-hint",
        optional: true)
      sheet.happenedOn("enforcement.field.reported-on")
    },
    command: { form, about, _ in
      let report = form.report()
      return form.happenedDay().map { about.enforcing(.report(report), on: $0) }
    })

  static let prosecution = FindingForm(
    "cases/:case/findings/:finding/prosecution", for: .inspect,
    title: "enforcement.act.prosecution", lead: "enforcement.prosecution-lead",
    button: "enforcement.record", guarding: .none,
    filled: { about, visit in
      visit.filledToday.with(["prosecution": about.dossier.prosecution?.value.rawValue])
    },
    fields: { sheet, _, visit in
      sheet.radios(
        "prosecution", label: "enforcement.field.prosecution",
        Enforcement.Prosecution.allCases.map {
          Choice($0.rawValue, visit.reader.text($0.name))
        })
      sheet.happenedOn("field.on")
    },
    command: { form, about, _ in
      let prosecution = form.choice("prosecution", as: Enforcement.Prosecution.self)
      let day = form.happenedDay()
      guard let prosecution, let day else { return nil }
      return about.enforcing(.noteProsecution(prosecution), on: day)
    })
}

extension FindingSubject {
  /// What the report says and its day; before it is recorded, what the file knows of it.
  fileprivate var reported: [String: String?] {
    guard let dated = dossier.report else { return known }
    let report = dated.value
    return [
      "on": reader.typed(dated.on),
      "offender": report.offender?.description, "violation": report.violation?.description,
      "rules": report.rules.map(\.description).joined(separator: "\n"),
      "place": report.place?.description, "happened": report.happenedOn.map { reader.typed($0) },
      "time": report.time?.description, "fine-max": report.fineMax.map { reader.typed($0) },
    ]
  }

  /// What its visit, whom the case is about and an inspection report that was issued say of the violation.
  private var known: [String: String?] {
    let (visit, issued) = (file.intervention(of: row), issuedReport)
    let told = issued?.report.findings.first { $0.finding == row.id }
    return [
      "offender": (issued?.report.offender ?? file.party)?.description,
      "violation": (row.finding.description ?? told?.violation)?.description,
      "rules": row.finding.legalBasis?.description,
      "place": (visit?.place ?? told?.place)?.description, "happened": reader.typed(foundOn),
      "time": visit?.from?.description, "on": issued.map { reader.typed($0.issuedOn) },
    ]
  }
}

extension Form {
  fileprivate mutating func report() -> Enforcement.Report {
    Enforcement.Report(
      offender: optionalLine("offender"), violation: optionalProse("violation"),
      rules: lines("rules"), place: optionalLine("place"),
      happenedOn: isFilled("happened") ? happenedDay("happened") : nil,
      time: optionalTime("time"), fineMax: optionalEuro("fine-max"))
  }
}
