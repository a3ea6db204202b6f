import Domain
import ReadModels

/// Forms by which the result of a case is made known to everybody.
enum PublicationForms {
  static let all = [
    intention, party, PublicationCorrections.hearing, view, PublicationCorrections.view, revision,
    decision, agreement, notice, release, refusal, end,
  ]

  static let intention = CaseForm(
    "cases/:case/publications", for: .inspect, title: "publication.intention.title",
    lead: "publication.intention.lead", button: "publication.intention.button", guarding: .none,
    filled: { about, visit in
      let violations = about.findings.filter {
        $0.withdrawn == nil && $0.finding.outcome == .violation
      }
      return [
        "findings": violations.map(\.finding.rule.description).joined(separator: "\n")
      ].merging(visit.filledViewTerm) { $1 }
    },
    fields: { sheet, _, visit in
      sheet.publicationText(for: visit.reader)
      sheet.viewUntil()
    },
    // The time for a view runs from the day on which the intention is recorded, whatever day somebody says.
    command: { form, _, visit in
      let (text, until) = (form.publicationText(), form.day("view-until"))
      guard let text, let until else { return nil }
      return .publicizing(
        PublicationID(form.command), .intend(text, viewUntil: until), on: visit.reader.today)
    })

  static let party = CaseForm(
    "cases/:case/publications/:publication/parties", for: .inspect,
    title: "publication.party.title", lead: "publication.party.lead", button: "case.save",
    guarding: .none,
    filled: { _, visit in visit.filledViewTerm },
    fields: { sheet, about, visit in
      sheet.about(try about.publication(visit).text.title)
      sheet.line("party", label: "publication.field.party")
      sheet.viewUntil()
    },
    command: { form, about, visit in
      let row = try about.publication(visit)
      let (name, until) = (form.line("party"), form.day("view-until"))
      guard let name, let until else { return nil }
      return .publicizing(
        row.id, .put(Publication.HearingID(form.command), to: name, viewUntil: until),
        on: visit.reader.today)
    })

  static let view = CaseForm(
    "cases/:case/publications/:publication/view", for: .inspect, title: "publication.view.title",
    lead: "publication.view.lead", button: "case.save", guarding: .fields,
    closed: { about, visit in
      try about.publication(visit).reason(not: \.mayTakeView, "publication.view.none-awaited")
    },
    // A view is on the text that was put to them when the form was opened.
    filled: { about, visit in
      visit.filledToday.merging(try about.publication(visit).filledPut) { $1 }
    },
    fields: { sheet, about, visit in
      let row = try about.publication(visit)
      sheet.about(row.text.title)
      sheet.hearing(
        among: row.hearings.withoutView, of: about, label: "publication.field.view-of")
      sheet.prose("view", label: "publication.field.view", hint: "publication.field.view-hint")
      sheet.happenedOn("publication.field.received-on")
    },
    command: { form, about, visit in
      let row = try about.publication(visit)
      let party = form.party(of: row)
      let (view, day) = (form.prose("view"), form.happenedDay())
      guard let party, let view, let day else { return nil }
      return .publicizing(row.id, .noteView(view, of: party.id), on: day)
    })

  static let revision = CaseForm(
    "cases/:case/publications/:publication/revision", for: .inspect,
    title: "publication.revision.title", lead: "publication.revision.lead",
    button: "publication.revision.button", guarding: .fields,
    filled: { about, visit in
      let row = try about.publication(visit)
      // Views that came in lapse, so whoever revises has seen them.
      return row.text.filled.merging(visit.filledViewTerm) { $1 }.merging(row.filledViews) { $1 }
    },
    fields: { sheet, about, visit in
      sheet.views(of: try about.publication(visit), about)
      sheet.publicationText(for: visit.reader)
      sheet.viewUntil()
    },
    command: { form, about, visit in
      let row = try about.publication(visit)
      let (text, until) = (form.publicationText(), form.day("view-until"))
      guard let text, let until else { return nil }
      return .publicizing(row.id, .revise(text, viewUntil: until), on: visit.reader.today)
    })

  static let decision = CaseForm(
    "cases/:case/publications/:publication/decision", for: .inspect,
    title: "publication.decision.title", lead: "publication.decision.lead",
    button: "publication.decision.button", guarding: .whole,
    filled: { about, visit in try about.publication(visit).text.filled },
    fields: { sheet, about, visit in
      let row = try about.publication(visit)
      sheet.views(of: row, about)
      if row.hearings.hasView {
        sheet.radios(
          "changed", label: "publication.field.changed",
          Changed.allCases.map { Choice($0.rawValue, visit.reader.text($0.name)) })
      }
      sheet.publicationText(for: visit.reader)
    },
    command: { form, about, visit in
      let row = try about.publication(visit)
      let changed = row.hearings.hasView ? form.choice("changed", as: Changed.self) : nil
      guard let text = form.publicationText(), form.isSound else { return nil }
      return .publicizing(
        row.id,
        .decide(text, viewChanged: changed.map { $0 == .yes }, by: try visit.actor()),
        on: visit.reader.today)
    })

  static let agreement = CaseForm(
    "cases/:case/publications/:publication/agreement", for: .inspect,
    title: "publication.agreement.title", lead: "publication.agreement.lead",
    button: "publication.agreement.button", guarding: .whole,
    fields: { sheet, about, visit in
      let row = try about.publication(visit)
      sheet.about(row.text.title)
      sheet.html(DecidedText(row: row, about: about).html)
    },
    // Nobody agrees to a text on another day than on which they saw it.
    command: { _, about, visit in
      let row = try about.publication(visit)
      return .publicizing(
        row.id, .agree(by: try visit.actor(), recorder: row.decidedBy),
        on: visit.reader.today)
    })

  static let notice = form(
    "cases/:case/publications/:publication/notice", title: "publication.notice.title",
    lead: "publication.notice.lead", button: "case.save", on: "publication.field.sent-on",
    // What was sent is the decision that stood when the form was opened.
    guarding: .fields, filled: { $0.filledDecision }, fields: { _, _ in },
    command: { _ in .makeKnown })

  static let release = CaseForm(
    "cases/:case/publications/:publication/release", for: .inspect,
    title: "publication.release.title", lead: "publication.release.lead",
    button: "publication.release.button", guarding: .whole,
    filled: { about, visit in
      // What was public before may count in the three years; which day is the last one then, the refusal says.
      guard !about.publications.contains(where: { $0.publishedOn != nil }) else { return [:] }
      return ["until": visit.reader.typed(Publication.lastDay(from: visit.reader.today))]
    },
    fields: { sheet, about, visit in
      let text = try about.publication(visit).text
      sheet.about(text.title)
      sheet.html(PublishedView.html(text, for: visit.reader))
      sheet.day("until", label: "publication.field.until")
      sheet.prose(
        "reason", label: "publication.field.until-reason",
        hint: "publication.field.until-reason-hint", optional: true, rows: 2)
    },
    // What everybody may read from then on is published today, whatever day somebody says.
    command: { form, about, visit in
      let (until, reason) = (form.day("until"), form.optionalProse("reason"))
      guard let until, form.isSound else { return nil }
      return .publicizing(
        try about.publication(visit).id, .publish(until: until, reason: reason),
        on: visit.reader.today)
    })

  static let refusal = form(
    "cases/:case/publications/:publication/refusal", title: "publication.refusal-form.title",
    button: "publication.refusal-form.button", on: "publication.field.refrained-on",
    fields: { sheet, _ in sheet.reason() },
    command: { form in form.prose("reason").map { .refrain(reason: $0) } })

  static let end = form(
    "cases/:case/publications/:publication/end", title: "publication.end.title",
    button: "publication.end.button", weight: .danger, on: "publication.field.withdrawn-on",
    fields: { sheet, _ in sheet.reason() },
    command: { form in form.prose("reason").map { .withdraw(reason: $0) } })

  /// Whether the view changed what is published.
  private enum Changed: String, CaseIterable {
    case yes
    case no

    var name: Phrase {
      switch self {
      case .yes: "publication.changed"
      case .no: "publication.not-changed"
      }
    }
  }

  /// A form about one publication that asks little more than the day.
  private static func form(
    _ pattern: StaticString, title: Phrase, lead: Phrase? = nil, button: Phrase,
    weight: Button.Weight = .primary, on label: Phrase,
    guarding: CommandForm<CaseFile, CaseSubject>.Guard = .none,
    filled: @escaping @Sendable (CasePublicationRow) -> [String: String] = { _ in [:] },
    fields: @escaping @Sendable (inout FormSheet, Reader) -> Void,
    command: @escaping @Sendable (inout Form) -> Publication.Command?
  ) -> CaseForm {
    CaseForm(
      pattern, for: .inspect, title: title, lead: lead, button: button, weight: weight,
      guarding: guarding,
      filled: { about, visit in
        visit.filledToday.merging(filled(try about.publication(visit))) { $1 }
      },
      fields: { sheet, about, visit in
        sheet.about(try about.publication(visit).text.title)
        fields(&sheet, visit.reader)
        sheet.happenedOn(label)
      },
      command: { form, about, visit in
        let row = try about.publication(visit)
        let (said, day) = (command(&form), form.happenedDay())
        guard let said, let day else { return nil }
        return .publicizing(row.id, said, on: day)
      })
  }
}

extension CaseSubject {
  func publication(_ visit: Visit) throws(Problem) -> CasePublicationRow {
    let id: PublicationID = try visit.parameter("publication")
    guard let row = publications.first(where: { $0.id == id }) else { throw .notFound }
    return row
  }
}
