import Domain
import ReadModels

/// The forms by which somebody is erased, and kept from being erased.
enum ErasureForms {
  static let all = [request, approval, declining, hold, lifting]

  static let request = AccountForm(
    "people/:account/erasures/new", for: .protect, title: "people.erasure.request.title",
    lead: "people.erasure.request.lead", button: "people.erasure.request.button",
    guarding: .none,
    fields: { sheet, about, visit in
      sheet.about(about.account.profile.name)
      sheet.radios(
        "ground", label: "people.erasure.ground",
        Account.Erasure.Ground.allCases.map { Choice($0.rawValue, visit.reader.text($0.name)) })
      sheet.reason()
    },
    command: { form, _, visit in
      let (ground, reason) = (
        form.choice("ground", as: Account.Erasure.Ground.self), form.prose("reason")
      )
      guard let ground, let reason else { return nil }
      return .erasure(
        .request(ErasureID(form.command), Account.Erasure(ground, reason), by: try visit.actor()),
        on: visit.reader.today)
    })

  static let approval = AccountForm(
    "people/:account/erasures/:erasure/approval", for: .keepRecords,
    title: "people.erasure.approval.title", lead: "people.erasure.approval.lead",
    button: "people.erasure.approval.button", weight: .danger, guarding: .whole,
    fields: { sheet, about, visit in sheet.naming(try about.erasure(visit), of: about) },
    command: { _, about, visit in
      .erasure(
        .approve(try about.erasure(visit).id, by: try visit.actor()), on: visit.reader.today)
    })

  static let declining = AccountForm(
    "people/:account/erasures/:erasure/declining", for: .keepRecords,
    title: "people.erasure.declining.title", button: "people.erasure.declining.button",
    guarding: .none,
    fields: { sheet, about, visit in
      sheet.naming(try about.erasure(visit), of: about)
      sheet.reason()
    },
    command: { form, about, visit in
      let erasure = try about.erasure(visit)
      return try form.prose("reason").map {
        .erasure(
          .decline(erasure.id, reason: $0, by: try visit.actor()), on: visit.reader.today)
      }
    })

  static let hold = AccountForm(
    "people/:account/holds", for: .keepRecords, title: "people.hold.title",
    lead: "people.hold.lead", button: "people.hold.button", guarding: .none,
    fields: { sheet, about, _ in
      sheet.about(about.account.profile.name)
      sheet.reason(hint: "people.hold.reason-hint")
      sheet.day("until", label: "people.hold.until", optional: true)
    },
    command: { form, _, visit in
      let (reason, until) = (form.prose("reason"), form.optionalDay("until"))
      guard let reason, form.isSound else { return nil }
      return .erasure(
        .hold(
          HoldID(form.command), Account.Hold(reason, until: until), by: try visit.actor()),
        on: visit.reader.today)
    })

  static let lifting = AccountForm(
    "people/:account/holds/:hold/lifting", for: .keepRecords, title: "people.hold.lifting.title",
    button: "people.hold.lifting.button", guarding: .none,
    fields: { sheet, about, visit in
      let hold = try about.hold(visit)
      sheet.about(about.account.profile.name)
      var list = SummaryList()
      list.add(visit.reader.text("people.hold.why"), hold.hold.reason.html)
      list.add(visit.reader.text("people.hold.until"), text: hold.hold.until.map(visit.reader.day))
      sheet.html(list.html(for: visit.reader))
      sheet.reason()
    },
    command: { form, about, visit in
      let hold = try about.hold(visit)
      return try form.prose("reason").map {
        .erasure(.liftHold(hold.id, reason: $0, by: try visit.actor()), on: visit.reader.today)
      }
    })
}

extension FormSheet {
  /// Which wish to erase somebody a form is about, and what stands in its way.
  mutating func naming(_ erasure: ErasureRow, of subject: AccountSubject) {
    let reader = subject.reader
    about(subject.account.profile.name)
    var list = SummaryList()
    list.add(reader.text("people.erasure.ground"), text: reader.text(erasure.erasure.ground.name))
    list.add(reader.text("history.reason"), erasure.erasure.reason.html)
    list.add(
      reader.text("people.erasure.requested-by"),
      text: reader.people.name(ofActor: erasure.requestedBy, for: reader))
    list.add(reader.text("people.hold.heading"), ErasurePage.holdsInForce(subject))
    html(list.html(for: reader))
  }
}

extension Account.Erasure.Ground {
  /// The part of the law that it is, in words.
  var name: Phrase {
    switch self {
    case .noLongerNeeded: "people.erasure.ground.no-longer-needed"
    case .consentWithdrawn: "people.erasure.ground.consent-withdrawn"
    case .objection: "people.erasure.ground.objection"
    case .unlawful: "people.erasure.ground.unlawful"
    case .lawDemands: "people.erasure.ground.law-demands"
    }
  }
}
