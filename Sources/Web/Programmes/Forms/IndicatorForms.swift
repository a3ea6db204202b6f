import Domain
import ReadModels

/// Forms about by what a programme sees whether it works.
enum IndicatorForms {
  static let all = [define, reviseTarget, measure, correct, drop]

  static let define = ProgrammeForm(
    "programmes/:programme/indicators", for: .manage, title: "programme.indicator-new.title",
    lead: "programme.indicator-new.lead", button: "programme.indicator-new.button",
    guarding: .none,
    filled: { _, visit in
      visit.filledToday.with([
        "kind": IndicatorKind.counted.rawValue,
        "aim": Programme.Target.Aim.atLeast.rawValue,
      ])
    },
    fields: { sheet, about, visit in
      let reader = visit.reader
      sheet.line("name", label: "programme.field.indicator")
      sheet.radios(
        "kind", label: "programme.field.indicator-kind",
        IndicatorKind.allCases.map {
          Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.hint))
        })
      sheet.line(
        "unit", label: "programme.field.unit", hint: "programme.field.unit-hint", size: .medium)
      sheet.group("programme.field.baseline-group") { sheet in
        sheet.prose(
          "baseline", label: "programme.field.baseline", hint: "programme.field.reading-hint",
          optional: true, rows: 2)
        sheet.day("baseline-on", label: "programme.field.baseline-on", optional: true)
      }
      sheet.group("programme.field.target-group") { sheet in
        sheet.target(optional: true, for: reader)
      }
      sheet.select(
        "goal", label: "programme.field.indicator-goal", optional: true,
        about.goals.filter(\.stands).map { Choice($0.id.description, $0.text.description) })
      sheet.source(optional: true)
      sheet.happenedOn("programme.field.defined-on")
    },
    command: { form, _, _ in
      let definition = form.definition()
      let day = form.happenedDay()
      guard let definition, let day else { return nil }
      return .indicators(.define(IndicatorID(form.command), definition), on: day)
    })

  static let reviseTarget = ProgrammeForm(
    "programmes/:programme/indicators/:indicator/target", for: .manage,
    title: "programme.target.title", lead: "programme.target.lead",
    button: "programme.target.button", guarding: .fields,
    filled: { about, visit in
      let target = try about.indicator(visit).target
      return visit.filledToday.with([
        "target": target.map { visit.reader.typed($0.value) },
        "aim": (target?.aim ?? .atLeast).rawValue,
        "by": target?.by.map { visit.reader.typed($0) },
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.indicator(visit).title)
      sheet.target(for: visit.reader)
      sheet.reason("programme.field.target-reason")
      sheet.happenedOn("programme.field.target-since")
    },
    command: { form, about, visit in
      let indicator = try about.indicator(visit)
      let target = form.target(in: indicator.unit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let target, let reason, let day else { return nil }
      return .indicators(.reviseTarget(indicator.id, target, reason: reason), on: day)
    })

  static let measure = ProgrammeForm(
    "programmes/:programme/indicators/:indicator/measurements", for: .measure,
    title: "programme.measurement.title", lead: "programme.measurement.lead",
    button: "programme.measurement.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let indicator = try about.indicator(visit)
      sheet.about(indicator.title)
      sheet.reading("value", label: "programme.field.measured", in: indicator.unit)
      sheet.happenedOn("programme.field.measured-on")
      sheet.source()
      sheet.prose("note", label: "programme.field.note", optional: true, rows: 3)
    },
    command: { form, about, visit in
      let indicator = try about.indicator(visit)
      let value = form.reading("value", in: indicator.unit)
      let (day, source, note) = (form.happenedDay(), form.source(), form.optionalProse("note"))
      guard let value, let source, let day else { return nil }
      let measurement = Programme.Measurement(value, source: source, note: note)
      return .indicators(
        .measure(indicator.id, MeasurementID(form.command), measurement), on: day)
    })

  static let correct = ProgrammeForm(
    "programmes/:programme/indicators/:indicator/measurements/:measurement/correction",
    for: .measure, title: "programme.correction.title", lead: "programme.correction.lead",
    button: "programme.correction.button", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with([
        "value": visit.reader.typed(try about.measurement(visit).value),
        "measured-on": visit.reader.typed(try about.measurement(visit).measuredOn),
      ])
    },
    fields: { sheet, about, visit in
      let reader = visit.reader
      let unit = try about.indicator(visit).unit
      let measured = try about.measurement(visit)
      sheet.about(
        reader.text(
          "programme.correction.now",
          [
            "day": .text(reader.day(measured.measuredOn)),
            "value": .text(reader.reading(measured.value, in: unit)),
          ]))
      sheet.reading("value", label: "programme.field.corrected", in: unit)
      sheet.day("measured-on", label: "programme.field.corrected-day")
      sheet.reason("programme.field.correction-reason")
      sheet.happenedOn("programme.field.corrected-on")
    },
    command: { form, about, visit in
      let indicator = try about.indicator(visit)
      let measured = try about.measurement(visit)
      let value = form.reading("value", in: indicator.unit)
      let measuredOn = form.happenedDay("measured-on")
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let value, let measuredOn, let reason, let day else { return nil }
      return .indicators(
        .correctMeasurement(
          indicator.id, measured.id, value, measuredOn: measuredOn, reason: reason), on: day)
    })

  static let drop = ProgrammeForm(
    "programmes/:programme/indicators/:indicator/end", for: .manage,
    title: "programme.indicator-end.title", lead: "programme.indicator-end.lead",
    button: "programme.indicator-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.indicator(visit).title)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let indicator = try about.indicator(visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .indicators(.drop(indicator.id, reason: reason), on: day)
    })
}
