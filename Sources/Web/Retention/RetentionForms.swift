import Domain
import ReadModels

typealias KeepingForm = CommandForm<CaseFile, KeptCase>

/// Forms about how long a case is kept, and its destruction.
///
/// The rules judge them by themselves: whatever changed meanwhile, what may not be done is refused.
enum RetentionForms {
  static let all = [hold, lifting, proposal, approval, declining]

  static let hold = reasoned(
    "cases/:case/hold", title: "retention.hold.title", lead: "retention.hold.lead",
    button: "retention.hold.button"
  ) { reason, _ in .hold(reason: reason) }

  static let lifting = reasoned(
    "cases/:case/hold/end", title: "retention.lifting.title", button: "retention.lifting.button"
  ) { reason, _ in .liftHold(reason: reason) }

  static let proposal = KeepingForm(
    "cases/:case/destruction", for: .keepRecords, title: "retention.proposal.title",
    lead: "retention.proposal.lead", button: "retention.proposal.button", guarding: .none,
    fields: { sheet, about, visit in
      sheet.about("\(about.row.number)")
      sheet.html(about.facts(for: visit.reader))
    },
    command: { _, about, visit in
      .keeping(.propose(about.schedule, by: try visit.actor()), on: visit.reader.today)
    })

  static let approval = KeepingForm(
    "cases/:case/destruction/approval", for: .keepRecords, title: "retention.approval.title",
    lead: "retention.approval.lead", button: "retention.approval.button", weight: .danger,
    guarding: .none,
    fields: { sheet, about, visit in
      sheet.about("\(about.row.number)")
      sheet.html(about.facts(for: visit.reader))
    },
    command: { _, _, visit in
      .keeping(.approve(by: try visit.actor()), on: visit.reader.today)
    })

  static let declining = reasoned(
    "cases/:case/destruction/declining", title: "retention.declining.title",
    button: "retention.declining.button"
  ) { reason, visit in .decline(reason: reason, by: try visit.actor()) }

  /// A form that asks a reason, of which the day is today: what forbids or allows something holds from now on.
  private static func reasoned(
    _ pattern: StaticString, title: Phrase, lead: Phrase? = nil, button: Phrase,
    command: @escaping @Sendable (Prose, Visit) throws -> Retention.Command
  ) -> KeepingForm {
    KeepingForm(
      pattern, for: .keepRecords, title: title, lead: lead, button: button, guarding: .none,
      fields: { sheet, about, visit in
        sheet.about("\(about.row.number)")
        sheet.html(about.facts(for: visit.reader))
        sheet.reason()
      },
      command: { form, _, visit in
        try form.prose("reason").map { .keeping(try command($0, visit), on: visit.reader.today) }
      })
  }
}

extension CaseSubject {
  /// The term of a case that is closed; nil while it goes on.
  var term: Retention.Term? { retention?.term(under: schedule) }
}
