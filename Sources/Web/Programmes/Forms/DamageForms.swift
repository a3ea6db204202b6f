import Domain
import ReadModels

/// Forms about what the problem is thought to cost society.
enum DamageForms {
  static let all = [estimate, withdraw]

  static let estimate = ProgrammeForm(
    "programmes/:programme/damage", for: .manage, title: "programme.damage-new.title",
    lead: "programme.damage-new.lead", button: "programme.damage-new.button", guarding: .none,
    filled: { _, visit in
      visit.filledToday.with(["span": Programme.Estimate.Span.perYear.rawValue])
    },
    fields: { sheet, _, visit in
      let reader = visit.reader
      sheet.group("programme.field.damage") { sheet in
        sheet.euro("low", label: "programme.field.low")
        sheet.euro("high", label: "programme.field.high", hint: "programme.field.high-hint")
        sheet.radios(
          "span", label: "programme.field.span",
          Programme.Estimate.Span.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
        sheet.number(
          "year", label: "programme.field.damage-year", hint: "programme.field.damage-year-hint",
          optional: true)
      }
      sheet.source()
      sheet.certainty(for: reader)
      sheet.prose("note", label: "programme.field.note", optional: true, rows: 3)
      sheet.happenedOn("programme.field.estimated-on")
    },
    command: { form, _, _ in
      let margin = form.margin()
      let span = form.choice("span", as: Programme.Estimate.Span.self)
      let year = form.optionalWhole("year", in: Year.range).flatMap { Year($0) }
      let source = form.source()
      let certainty = form.choice("certainty", as: Certainty.self)
      let (note, day) = (form.optionalProse("note"), form.happenedDay())
      guard let margin, let span, let source, let certainty, let day else { return nil }
      let estimate = Programme.Estimate(
        margin, span, year: year, source: source, certainty: certainty, note: note)
      return .estimateDamage(EstimateID(form.command), estimate, on: day)
    })

  static let withdraw = ProgrammeForm(
    "programmes/:programme/damage/:estimate/withdrawal", for: .manage,
    title: "programme.damage-end.title", lead: "programme.damage-end.lead",
    button: "programme.damage-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(visit.reader.damage(try about.estimate(visit).estimate))
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.estimate(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .withdrawEstimate(id, reason: reason, on: day)
    })
}

extension FormSheet {
  /// How firmly something is known.
  mutating func certainty(for reader: Reader) {
    radios(
      "certainty", label: "programme.field.certainty",
      Certainty.allCases.map {
        Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
      })
  }
}

extension Form {
  fileprivate mutating func margin() -> Margin? {
    let (low, high) = (euro("low"), euro("high"))
    guard let low, let high else { return nil }
    guard let margin = Margin(low: low, high: high) else {
      note(FormProblem("programme.refusal.margin-reversed", at: "high"))
      return nil
    }
    return margin
  }
}
