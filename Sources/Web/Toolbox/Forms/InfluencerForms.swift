import Domain
import EventSourcing
import ReadModels

/// Forms of the second step about who can change how a group behaves.
enum InfluencerForms {
  static let all = [name, revise, remove]

  static let name = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/influencers", for: .analyse,
    title: "toolbox.influencer-new.title", lead: "toolbox.influencer-new.lead",
    button: "toolbox.influencer-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.group(visit).title)
      sheet.influencer()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let group = try about.group(visit).id
      let (influencer, day) = (form.influencer(), form.happenedDay())
      guard let influencer, let day else { return nil }
      return .understanding(.name(InfluencerID(form.command), group, influencer), on: day)
    })

  static let revise = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/influencers/:influencer/wording",
    for: .analyse, title: "toolbox.influencer-wording.title", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      let influencer = try about.influencer(visit).influencer
      return visit.filledToday.with([
        "name": influencer.name.description, "influence": influencer.influence.description,
      ])
    },
    fields: { sheet, _, _ in
      sheet.influencer()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.influencer(visit).id
      let (influencer, day) = (form.influencer(), form.happenedDay())
      guard let influencer, let day else { return nil }
      return .understanding(.revise(id, influencer), on: day)
    })

  static let remove = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/influencers/:influencer/end",
    for: .analyse, title: "toolbox.influencer-end.title",
    button: "toolbox.influencer-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.influencer(visit).influencer.name)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.influencer(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .understanding(.remove(id, reason: reason), on: day)
    })
}

extension FormSheet {
  fileprivate mutating func influencer() {
    line("name", label: "toolbox.field.influencer", hint: "toolbox.field.influencer-hint")
    prose("influence", label: "toolbox.field.influence", rows: 3)
  }
}

extension Form {
  fileprivate mutating func influencer() -> Analysis.Influencer? {
    let (name, influence) = (line("name"), prose("influence"))
    guard let name, let influence else { return nil }
    return Analysis.Influencer(name: name, influence: influence)
  }
}
