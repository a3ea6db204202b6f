import Domain
import ReadModels

/// A form about an account that is there.
typealias AccountForm = CommandForm<Account, AccountSubject>

/// Every form about an account that is there.
enum AccountForms {
  static let all = [
    details, closing, reopening, granting, confirmation, admission, declining, revocation,
  ]

  static let details = AccountForm(
    "people/:account/details", for: .administer, title: "people.details.title",
    button: "people.details.button", guarding: .fields,
    filled: { about, visit in
      let profile = about.account.profile
      return visit.filledToday.with([
        "name": profile.name.description, "mail": profile.mail?.description,
      ])
    },
    fields: { sheet, _, _ in
      sheet.profile()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (profile, day) = (form.profile(), form.happenedDay())
      guard let profile, let day else { return nil }
      return .restate(profile, on: day)
    })

  static let closing = AccountForm(
    "people/:account/closing", for: .administer, title: "people.closing.title",
    lead: "people.closing.lead", button: "people.closing.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.about(about.account.profile.name)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .close(reason: reason, by: try visit.actor(), on: day)
    })

  static let reopening = AccountForm(
    "people/:account/reopening", for: .administer, title: "people.reopening.title",
    lead: "people.reopening.lead", button: "people.reopening.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.about(about.account.profile.name)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .reopen(reason: reason, on: day)
    })

  static let granting = AccountForm(
    "people/:account/grants", for: .administer, title: "people.granting.title",
    lead: "people.granting.lead", button: "people.granting.button", guarding: .none,
    filled: { _, visit in
      visit.filledToday.with([
        "scope": ScopeKind.organisation.rawValue, "start": visit.filledToday["on"],
      ])
    },
    fields: { sheet, about, visit in
      sheet.about(about.account.profile.name)
      sheet.grant(among: about.programmes, for: visit.reader)
      sheet.reason(hint: "people.field.reason-hint")
    },
    command: { form, about, visit in
      let (grant, reason) = (form.grant(among: about.programmes), form.prose("reason"))
      guard let grant, let reason else { return nil }
      return .grant(
        GrantID(form.command), grant, reason: reason, by: try visit.actor(),
        on: visit.reader.today)
    })

  static let confirmation = AccountForm(
    "people/:account/grants/:grant/confirmation", for: .review,
    title: "people.confirmation.title", lead: "people.confirmation.lead",
    button: "people.confirmation.button", guarding: .whole,
    fields: { sheet, about, visit in sheet.naming(try about.grant(visit), of: about) },
    command: { _, about, visit in
      .confirm(try about.grant(visit).id, by: try visit.actor(), on: visit.reader.today)
    })

  static let admission = AccountForm(
    "people/:account/grants/:grant/admission", for: .administer,
    title: "people.confirmation.title", lead: "people.admission.lead",
    button: "people.confirmation.button", guarding: .whole,
    fields: { sheet, about, visit in sheet.naming(try about.grant(visit), of: about) },
    command: { _, about, visit in
      .admit(try about.grant(visit).id, by: try visit.actor(), on: visit.reader.today)
    })

  static let declining = AccountForm(
    "people/:account/grants/:grant/declining", for: .review, title: "people.declining.title",
    button: "people.declining.button", weight: .danger, guarding: .none,
    fields: { sheet, about, visit in
      sheet.naming(try about.grant(visit), of: about)
      sheet.reason()
    },
    command: { form, about, visit in
      let grant = try about.grant(visit)
      return try form.prose("reason").map {
        .decline(grant.id, reason: $0, by: try visit.actor(), on: visit.reader.today)
      }
    })

  static let revocation = AccountForm(
    "people/:account/grants/:grant/revocation", for: .administer,
    title: "people.revocation.title", lead: "people.revocation.lead",
    button: "people.revocation.button", weight: .danger, guarding: .none,
    fields: { sheet, about, visit in
      sheet.naming(try about.grant(visit), of: about)
      sheet.reason()
    },
    command: { form, about, visit in
      let grant = try about.grant(visit)
      return try form.prose("reason").map {
        .revoke(grant.id, reason: $0, by: try visit.actor(), on: visit.reader.today)
      }
    })
}
