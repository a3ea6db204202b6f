import Domain
import ReadModels

/// Forms by which what was recorded of a hearing by mistake is taken back.
enum PublicationCorrections {
  static let hearing = CaseForm(
    "cases/:case/publications/:publication/parties/end", for: .inspect,
    title: "publication.hearing-end.title", lead: "publication.hearing-end.lead",
    button: "publication.hearing-end.button", weight: .danger, guarding: .fields,
    closed: { about, visit in
      try about.publication(visit).reason(not: \.mayTakeBackHearing, "publication.hearing-end.none")
    },
    filled: { about, visit in try about.publication(visit).filledTerms },
    fields: { sheet, about, visit in
      let row = try about.publication(visit)
      sheet.about(row.text.title)
      let hearings = row.hearings.withoutView
      sheet.hearing(among: hearings, of: about, label: "publication.field.party")
      // Whom the case is about is always heard.
      let isOnlyTerm = hearings.allSatisfy { $0.party == nil }
      sheet.day(
        "view-until", label: "publication.field.view-until",
        hint: isOnlyTerm
          ? "publication.field.view-until-hint" : "publication.field.anew-until-hint",
        optional: !isOnlyTerm)
      sheet.reason()
    },
    // A term that begins anew runs from the day on which that is recorded, whatever day somebody says.
    command: { form, about, visit in
      let row = try about.publication(visit)
      let party = form.party(of: row, missing: "publication.hearing-end.party-missing")
      let (until, reason) = (form.optionalDay("view-until"), form.prose("reason"))
      guard let party, let reason, form.isSound else { return nil }
      return .publicizing(
        row.id, .takeBackHearing(party.id, anewUntil: until, reason: reason),
        on: visit.reader.today)
    })

  static let view = CaseForm(
    "cases/:case/publications/:publication/view/end", for: .inspect,
    title: "publication.view-end.title", lead: "publication.view-end.lead",
    button: "publication.view-end.button", weight: .danger, guarding: .fields,
    closed: { about, visit in
      try about.publication(visit).reason(not: \.mayTakeBackView, "publication.view-end.none")
    },
    // What is taken back is the view that stood there when the form was opened.
    filled: { about, visit in try about.publication(visit).filledViews },
    fields: { sheet, about, visit in
      let row = try about.publication(visit)
      sheet.about(row.text.title)
      sheet.views(of: row, about)
      sheet.hearing(
        among: row.hearings.filter { $0.view != nil }, of: about,
        label: "publication.field.view-of")
      sheet.reason()
    },
    command: { form, about, visit in
      let row = try about.publication(visit)
      let (party, reason) = (form.party(of: row), form.prose("reason"))
      guard let party, let reason else { return nil }
      return .publicizing(
        row.id, .takeBackView(of: party.id, reason: reason), on: visit.reader.today)
    })
}

extension CasePublicationRow {
  /// Until when each can give a view, which a form that takes that back was opened on.
  fileprivate var filledTerms: [String: String] {
    let terms = hearings.map { ("term-of-" + $0.value, $0.viewUntil.description) }
    return Dictionary(terms) { $1 }
  }

  /// Why a form is not there: it is not the time any more, or there is nothing to choose; nil when it is.
  func reason(not isTime: KeyPath<CasePublicationRow, Bool>, _ nothing: Phrase) -> Phrase? {
    guard !self[keyPath: isTime] else { return nil }
    return isUnsent
      ? nothing : Phrase("publication.refusal.not-now", ["standing": .phrase(standing.name)])
  }
}
