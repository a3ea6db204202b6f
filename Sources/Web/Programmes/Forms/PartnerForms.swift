import Domain
import ReadModels

/// Forms about whom a programme works with, and what was agreed.
enum PartnerForms {
  static let all = [involve, revise, agree, part]

  static let involve = ProgrammeForm(
    "programmes/:programme/partners", for: .work, title: "programme.partner-new.title",
    lead: "programme.partner-new.lead", button: "programme.partner-new.button", guarding: .none,
    filled: { _, visit in
      visit.filledToday.with(["kind": Programme.Partner.Kind.external.rawValue])
    },
    fields: { sheet, _, visit in
      sheet.partner(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (partner, day) = (form.partner(), form.happenedDay())
      guard let partner, let day else { return nil }
      return .partners(.involve(PartnerID(form.command), partner), on: day)
    })

  static let revise = ProgrammeForm(
    "programmes/:programme/partners/:partner/details", for: .work,
    title: "programme.partner-details.title", button: "programme.partner-details.button",
    guarding: .fields,
    filled: { about, visit in
      let partner = try about.partner(visit).partner
      return visit.filledToday.with([
        "name": partner.name.description, "kind": partner.kind.rawValue,
        "role": partner.role?.description,
      ])
    },
    fields: { sheet, _, visit in
      sheet.partner(for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.partner(visit).id
      let (partner, day) = (form.partner(), form.happenedDay())
      guard let partner, let day else { return nil }
      return .partners(.revise(id, partner), on: day)
    })

  static let agree = ProgrammeForm(
    "programmes/:programme/partners/:partner/agreements", for: .work,
    title: "programme.agreement.title", lead: "programme.agreement.lead",
    button: "programme.agreement.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.partner(visit).partner.name)
      sheet.prose("text", label: "programme.field.agreement", rows: 5)
      sheet.happenedOn("programme.field.agreed-on")
    },
    command: { form, about, visit in
      let id = try about.partner(visit).id
      let (text, day) = (form.prose("text"), form.happenedDay())
      guard let text, let day else { return nil }
      return .partners(.agree(id, AgreementID(form.command), text), on: day)
    })

  static let part = ProgrammeForm(
    "programmes/:programme/partners/:partner/end", for: .work,
    title: "programme.partner-end.title", lead: "programme.partner-end.lead",
    button: "programme.partner-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.partner(visit).partner.name)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.partner(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .partners(.part(id, reason: reason), on: day)
    })
}

extension FormSheet {
  fileprivate mutating func partner(for reader: Reader) {
    line("name", label: "programme.field.partner")
    radios(
      "kind", label: "programme.field.partner-kind",
      Programme.Partner.Kind.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    line(
      "role", label: "programme.field.partner-role", hint: "programme.field.partner-role-hint",
      optional: true)
  }
}

extension Form {
  fileprivate mutating func partner() -> Programme.Partner? {
    let (name, role) = (line("name"), optionalLine("role"))
    let kind = choice("kind", as: Programme.Partner.Kind.self)
    guard let name, let kind else { return nil }
    return Programme.Partner(name: name, kind: kind, role: role)
  }
}
