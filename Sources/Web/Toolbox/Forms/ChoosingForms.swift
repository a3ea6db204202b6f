import Domain
import EventSourcing
import ReadModels

/// Forms of the first step: sub-risks, how they weigh, which come first and where the focus lies.
enum ChoosingForms {
  static let all = [find, revise, weigh, drop, priorities, focus]

  static let find = ToolboxForm(
    "programmes/:programme/toolbox/choose/sub-risks", for: .analyse,
    title: "toolbox.risk-new.title", lead: "toolbox.risk-new.lead",
    button: "toolbox.risk-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.subRisk()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (subRisk, day) = (form.subRisk(), form.happenedDay())
      guard let subRisk, let day else { return nil }
      return .choosing(.find(SubRiskID(form.command), subRisk), on: day)
    })

  static let revise = ToolboxForm(
    "programmes/:programme/toolbox/choose/sub-risks/:risk/wording", for: .analyse,
    title: "toolbox.risk-wording.title", button: "toolbox.risk-wording.button",
    guarding: .fields,
    filled: { about, visit in
      let subRisk = try about.subRisk(visit).subRisk
      return visit.filledToday.with([
        "title": subRisk.title.description, "description": subRisk.description?.description,
        "source": subRisk.source?.text.description,
        "source-address": subRisk.source?.address?.description,
      ])
    },
    fields: { sheet, _, _ in
      sheet.subRisk()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.subRisk(visit).id
      let (subRisk, day) = (form.subRisk(), form.happenedDay())
      guard let subRisk, let day else { return nil }
      return .choosing(.revise(id, subRisk), on: day)
    })

  static let weigh = ToolboxForm(
    "programmes/:programme/toolbox/choose/sub-risks/:risk/weighing", for: .analyse,
    title: "toolbox.weighing.title", lead: "toolbox.weighing.lead",
    button: "toolbox.weighing.button", guarding: .fields,
    filled: { about, visit in
      guard let weighing = try about.subRisk(visit).weighing else { return visit.filledToday }
      return visit.filledToday.with([
        "chance": "\(weighing.chance.rawValue)", "effect": "\(weighing.effect.rawValue)",
        "reason": weighing.reason.description, "round": weighing.round?.round.description,
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(try about.subRisk(visit).subRisk.title)
      sheet.scored(
        in: about.scoredRounds(about: Analysis.ScoreSubject.weighing(try about.subRisk(visit).id)),
        for: visit.reader)
      sheet.score("chance", label: "toolbox.field.chance", \.chance, for: visit.reader)
      sheet.score("effect", label: "toolbox.field.effect", \.effect, for: visit.reader)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.subRisk(visit).id
      let (chance, effect) = (form.score("chance"), form.score("effect"))
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      let round = form.scored(
        in: about.scoredRounds(about: Analysis.ScoreSubject.weighing(id)))
      guard let chance, let effect, let reason, let day else { return nil }
      let weighing = Analysis.Weighing(
        chance: chance, effect: effect, reason: reason, round: round)
      return .choosing(.weigh(id, weighing), on: day)
    })

  static let drop = ToolboxForm(
    "programmes/:programme/toolbox/choose/sub-risks/:risk/end", for: .analyse,
    title: "toolbox.risk-end.title", button: "toolbox.risk-end.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.subRisk(visit).subRisk.title)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.subRisk(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .choosing(.drop(id, reason: reason), on: day)
    })

  static let priorities = ToolboxForm(
    "programmes/:programme/toolbox/choose/priorities", for: .analyse,
    title: "toolbox.priorities.title", lead: "toolbox.priorities.lead",
    button: "toolbox.priorities.button", guarding: .fields,
    filled: { about, visit in
      let places = about.standingRisks.enumerated().map {
        (Self.place($0.element.id), "\($0.offset + 1)")
      }
      return visit.filledToday.with(Dictionary(uniqueKeysWithValues: places))
    },
    fields: { sheet, about, visit in
      sheet.html(ChoosePage.damage(about))
      let places = (1...max(1, about.standingRisks.count)).map { Choice("\($0)", "\($0)") }
      for row in about.standingRisks {
        sheet.select(
          Self.place(row.id),
          label: Phrase(
            "toolbox.field.place", ["risk": .text(row.subRisk.title.description)]), places)
      }
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let order = form.order(of: about.standingRisks.map(\.id), at: Self.place)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let order, let reason, let day else { return nil }
      return .choosing(.prioritise(order, reason: reason), on: day)
    })

  private static func place(_ id: SubRiskID) -> String { "place-\(id)" }

  static let focus = ToolboxForm(
    "programmes/:programme/toolbox/choose/focus", for: .analyse, title: "toolbox.focus.title",
    lead: "toolbox.focus.lead", button: "toolbox.focus.button", guarding: .fields,
    filled: { about, visit in
      guard let focus = about.analysis?.focus else { return visit.filledToday }
      let ticks =
        focus.value.subRisks.map { ("risk-\($0)", "on") }
        + focus.value.targetGroups.map { ("group-\($0)", "on") }
      return visit.filledToday.with(Dictionary(uniqueKeysWithValues: ticks))
        .with(["reason": focus.reason.description])
    },
    fields: { sheet, about, _ in
      sheet.ticks(
        "risk", legend: "toolbox.field.focus-risks",
        about.standingRisks.map { Choice("\($0.id)", $0.subRisk.title.description) })
      sheet.ticks(
        "group", legend: "toolbox.field.focus-groups",
        about.targetGroups.filter(\.stands).map { Choice("\($0.id)", $0.title.description) })
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, _ in
      let risks = form.ticked("risk", among: about.standingRisks.map(\.id))
      let groups = form.ticked("group", among: about.targetGroups.filter(\.stands).map(\.id))
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .choosing(
        .focus(Analysis.Focus(subRisks: risks, targetGroups: groups), reason: reason), on: day)
    })
}

extension FormSheet {
  fileprivate mutating func subRisk() {
    line("title", label: "toolbox.field.risk", hint: "toolbox.field.risk-hint")
    prose("description", label: "toolbox.field.risk-description", optional: true, rows: 4)
    source(optional: true)
  }
}

extension Form {
  fileprivate mutating func subRisk() -> Analysis.SubRisk? {
    let (title, description) = (line("title"), optionalProse("description"))
    let source = optionalSource()
    guard let title, isSound else { return nil }
    return Analysis.SubRisk(title: title, description: description, source: source)
  }

  /// The things in the order of the places that were chosen for them, each place once.
  fileprivate mutating func order(
    of ids: [SubRiskID], at field: (SubRiskID) -> String
  ) -> [SubRiskID]? {
    var places: [Int: SubRiskID] = [:]
    for id in ids {
      guard let place = whole(field(id), in: 1...max(1, ids.count)) else { continue }
      if places[place] == nil {
        places[place] = id
      } else {
        note(FormProblem("toolbox.refusal.place-twice", at: field(id)))
      }
    }
    return isSound ? places.sorted { $0.key < $1.key }.map(\.value) : nil
  }
}
