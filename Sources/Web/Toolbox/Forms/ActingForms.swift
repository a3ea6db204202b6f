import Domain
import EventSourcing
import ReadModels

/// Forms of the third step: what the toolbox suggests, what is chosen, and what is taken back.
enum ActingForms {
  static let all = [suggestion, choice, withdrawal]

  static let suggestion = ToolboxForm(
    "programmes/:programme/toolbox/act/:group/suggestion", for: .analyse,
    title: "toolbox.suggestion.title", lead: "toolbox.suggestion.lead",
    button: "toolbox.suggestion.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.group(visit).title)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      guard let edition = about.edition, let day = form.happenedDay() else { return nil }
      let ground = Analysis.Ground(
        edition.number, edition.edition, experience: about.experience(for: group))
      return .acting(
        .suggest(SuggestionID(form.command), group, ground, by: .present), on: day)
    })

  static let choice = ToolboxForm(
    "programmes/:programme/toolbox/act/:group/choices", for: .analyse,
    title: "toolbox.choice-new.title", lead: "toolbox.choice-new.lead",
    button: "toolbox.choice-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let group = try about.group(visit)
      sheet.about(group.title)
      sheet.ticks(
        "determinant", legend: "toolbox.field.because",
        about.reasons(for: group.id).map { Choice($0.description, about.name(of: $0)) })
      sheet.select(
        "measure", label: "toolbox.field.measure", hint: "toolbox.field.measure-hint",
        about.measures(for: group.id))
      sheet.line("partner", label: "toolbox.field.partner", optional: true)
      sheet.prose(
        "reason", label: "toolbox.field.choice-reason",
        hint: "toolbox.field.choice-reason-hint", optional: true, rows: 4)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      let because = form.ticked("determinant", among: about.reasons(for: group))
      let offered = about.measures(for: group).map(\.value)
      let (measure, reason) = (form.measure(among: offered), form.optionalProse("reason"))
      guard let measure, form.isSound, let day = form.happenedDay() else { return nil }
      let choice = Analysis.Choice(
        for: group, because: because, measure, after: about.suggestion(for: group)?.id,
        reason: reason)
      return .acting(.choose(ChoiceID(form.command), choice), on: day)
    })

  static let withdrawal = ToolboxForm(
    "programmes/:programme/toolbox/act/choices/:choice/end", for: .analyse,
    title: "toolbox.choice-end.title", button: "toolbox.choice-end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(about.words(for: try about.choice(visit).choice.measure))
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.choice(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .acting(.withdraw(id, reason: reason), on: day)
    })
}

extension ToolboxSubject {
  /// What can be answered by a choice: what hinders the group, or everything when nobody found that out.
  func reasons(for group: TargetGroupID) -> [References.Determinant.Code] {
    let hindrances = judgements(of: group).filter { $0.judgement.hindrance > 0 }
      .map(\.determinant)
    return hindrances.isEmpty ? edition?.edition.determinants.map(\.code) ?? [] : hindrances
  }

  /// What can be chosen: what is suggested in its order, then the other types, a partner, and nothing.
  func measures(for group: TargetGroupID) -> [Choice] {
    let suggested = suggestion(for: group)?.suggestion.advice.map(\.intervention) ?? []
    let others = (edition?.edition.interventionTypes.map(\.key) ?? [])
      .filter { !suggested.contains($0) }
    return (suggested + others).map { Choice("type:\($0)", name(of: $0)) } + [
      Choice("partner", reader.text("toolbox.measure.partner-acts")),
      Choice("nothing", reader.text("toolbox.measure.nothing")),
    ]
  }

  /// What was chosen, in words.
  func words(for measure: Analysis.Measure) -> String { names.words(for: measure) }
}

extension Form {
  /// What is to be done; to let a partner act takes the name of the partner.
  fileprivate mutating func measure(among offered: [String]) -> Analysis.Measure? {
    let chosen = value("measure")
    guard chosen.isEmpty || offered.contains(chosen) else {
      note(.notAChoice, at: "measure")
      return nil
    }
    switch chosen {
    case "nothing": return .nothing
    case "partner": return line("partner").map { .partnerActs(partner: $0) }
    case let chosen:
      guard chosen.utf8.starts(with: "type:".utf8) else {
        note(chosen.isEmpty ? .empty : .notAChoice, at: "measure")
        return nil
      }
      guard
        let key = References.InterventionType.Key(
          String(decoding: chosen.utf8.dropFirst("type:".utf8.count), as: UTF8.self))
      else {
        note(.notAChoice, at: "measure")
        return nil
      }
      return .intervention(type: key)
    }
  }
}
