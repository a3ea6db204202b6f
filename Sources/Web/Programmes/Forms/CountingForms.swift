import Domain
import ReadModels

/// Forms about counting an indicator out of the cases of its programme.
enum CountingForms {
  static let all = [choose, count]

  /// What a form offers beside the measures: that somebody measures.
  private static let byHand = "none"

  static let choose = ProgrammeForm(
    "programmes/:programme/indicators/:indicator/counting", for: .manage,
    title: "programme.counting.title", lead: "programme.counting.lead",
    button: "programme.counting.button", guarding: .fields,
    filled: { about, visit in
      let counting = try about.counted(visit).counting
      return visit.filledToday.with([
        "measure": counting?.measure.rawValue ?? byHand,
        "group": counting?.targetGroup?.description,
        "intervention": counting?.intervention?.description,
        "since": counting?.since.map { visit.reader.typed($0) },
      ])
    },
    fields: { sheet, about, visit in
      let reader = visit.reader
      let indicator = try about.counted(visit)
      sheet.about("\(indicator.title) (\(indicator.countedIn ?? ""))")
      sheet.radios(
        "measure", label: "programme.field.counting",
        [Choice(byHand, reader.text("programme.counting.none"))]
          + Programme.CaseMeasure.allCases.map {
            Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
          })
      sheet.group("programme.counting.which", when: .isCounted) { sheet in
        sheet.select(
          "group", label: "case.field.group", hint: "programme.counting.group-hint", optional: true,
          about.targetGroups.filter(\.stands).map {
            Choice($0.id.description, $0.title.description)
          })
        sheet.select(
          "intervention", label: "case.field.intervention",
          hint: "programme.counting.intervention-hint", optional: true,
          about.interventions.map { Choice($0.id.description, $0.plan.name.description) })
        sheet.day(
          "since", label: "programme.field.counted-since",
          hint: "programme.field.counted-since-hint", optional: true)
      }
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let indicator = try about.counted(visit)
      let (isByHand, day) = (form.value("measure") == byHand, form.happenedDay())
      let counting = isByHand ? nil : form.counting()
      guard let day, isByHand || counting != nil else { return nil }
      return .indicators(.chooseCounting(indicator.id, counting), on: day)
    })

  static let count = ProgrammeForm(
    "programmes/:programme/indicators/:indicator/count", for: .measure,
    title: "programme.count.title", lead: "programme.count.lead", button: "programme.count.button",
    guarding: .none,
    fields: { sheet, about, visit in
      let count = try about.count(visit)
      sheet.about(
        "\(try about.indicator(visit).title): \(visit.reader.standing(count, in: try about.indicator(visit).unit))"
      )
      sheet.hidden("seen", count.shown)
      sheet.prose("note", label: "programme.field.note", optional: true, rows: 3)
    },
    command: { form, about, visit in
      let (indicator, count) = (try about.indicator(visit), try about.count(visit))
      guard let value = count.reading else {
        form.note(FormProblem("programme.count.of-nothing", at: nil))
        return nil
      }
      guard form.value("seen") == count.shown else {
        form.note(FormProblem("programme.count.changed", at: nil))
        return nil
      }
      let source = Source(try Line(visit.reader.text("programme.count.source")))
      let measurement = Programme.Measurement(
        value, source: source, note: form.optionalProse("note"), count: count)
      return .indicators(
        .measure(indicator.id, MeasurementID(form.command), measurement), on: visit.reader.today)
    })
}

extension Fieldset.Condition {
  /// Whether cases are counted at all.
  fileprivate static let isCounted = Fieldset.Condition(
    "measure", isOneOf: Programme.CaseMeasure.allCases.map(\.rawValue))
}

extension Form {
  /// The way of counting that was filled in; nil when something is wrong with a field.
  fileprivate mutating func counting() -> Programme.CaseCounting? {
    let measure = choice("measure", as: Programme.CaseMeasure.self)
    let group = optionalOffered("group", as: TargetGroupID.self)
    let intervention = optionalOffered("intervention", as: InterventionID.self)
    let since = optionalDay("since")
    guard let measure, isSound else { return nil }
    return Programme.CaseCounting(
      measure, targetGroup: group, intervention: intervention, since: since)
  }
}

extension ProgrammeSubject {
  /// The indicator that the address names, which speaks in numbers.
  fileprivate func counted(_ visit: Visit) throws -> IndicatorRow {
    let indicator = try indicator(visit)
    guard indicator.isCountable else { throw Problem.notFound }
    return indicator
  }

  /// What its cases come to now.
  fileprivate func count(_ visit: Visit) throws -> Programme.CaseCount {
    guard let counting = try indicator(visit).counting, let tally else { throw Problem.notFound }
    return tally.count(by: counting)
  }
}

extension Programme.CaseCount {
  /// What a form shows of it, by which it is known that it is the same when the form comes in.
  fileprivate var shown: String { "\(met)/\(of)" }
}

extension IndicatorRow {
  /// In what it is counted; nil when it speaks in words.
  fileprivate var countedIn: String? {
    switch unit {
    case .counted(let unit): unit.description
    case .described: nil
    }
  }

  /// Whether cases can be counted for it.
  var isCountable: Bool {
    switch unit {
    case .counted: true
    case .described: false
    }
  }
}
