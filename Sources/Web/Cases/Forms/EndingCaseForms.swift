import Domain
import ReadModels

/// Forms about the end of a case.
enum EndingCaseForms {
  static let all = [closing, reopening]

  static let closing = CaseForm(
    "cases/:case/outcome", for: .inspect, title: "case.closing.title", lead: "case.closing.lead",
    button: "case.closing.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, visit in
      let reader = visit.reader
      sheet.radios(
        "result", label: "case.field.result",
        CaseFile.Result.allCases.map {
          Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
        })
      sheet.radios(
        "compliance", label: "case.field.compliance", optional: true,
        CaseFile.Compliance.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
      sheet.prose("harm", label: "case.field.harm", optional: true, rows: 3)
      sheet.prose("explanation", label: "case.field.explanation", optional: true, rows: 3)
      sheet.happenedOn("field.on")
    },
    command: { form, _, _ in
      let result = form.choice("result", as: CaseFile.Result.self)
      let compliance = form.optionalChoice("compliance", as: CaseFile.Compliance.self)
      let (harm, explanation) = (form.optionalProse("harm"), form.optionalProse("explanation"))
      guard let day = form.happenedDay(), let result, form.isSound else { return nil }
      return .close(
        CaseFile.Outcome(
          result, compliance: compliance, harmAvoided: harm, explanation: explanation), on: day)
    })

  static let reopening = CaseForm(
    "cases/:case/reopening", for: .inspect, title: "case.reopening.title",
    button: "case.reopening.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.html(StopNotice.html(about))
      sheet.reason()
      sheet.happenedOn("field.on")
    },
    command: { form, _, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .reopen(reason: reason, on: day)
    })
}
