import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// A form about an entry of the data bank.
typealias BankForm = CommandForm<BankEntry, BankSubject>

/// Every form about an entry that is there.
enum BankForms {
  static let all = [amending, acceptance, refusal, review, retirement]

  static let amending = BankForm(
    "bank/:entry/text", for: .analyse, title: "bank.amending.title", lead: "bank.amending.lead",
    button: "bank.amending.button", guarding: .fields,
    filled: { about, visit in
      let article = about.entry.pending?.article ?? about.entry.article
      return visit.filledToday.with(article?.filled ?? [:])
    },
    fields: { sheet, about, visit in
      sheet.article(from: about.edition, for: visit.reader)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (article, day) = (form.article(from: about.edition), form.happenedDay())
      guard let article, let day else { return nil }
      return .amend(article, by: try visit.actor(), on: day)
    })

  static let acceptance = BankForm(
    "bank/:entry/acceptance", for: .curate, title: "bank.acceptance.title",
    lead: "bank.acceptance.lead", button: "bank.acceptance.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      if let pending = about.entry.pending { sheet.about(pending.article.title) }
      sheet.day("review", label: "bank.field.review")
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reviewOn, day) = (form.day("review"), form.happenedDay())
      guard let reviewOn, let day else { return nil }
      return .accept(by: try visit.actor(), reviewOn: reviewOn, on: day)
    })

  static let refusal = BankForm(
    "bank/:entry/refusal", for: .curate, title: "bank.declining.title",
    button: "bank.declining.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .decline(by: try visit.actor(), reason: reason, on: day)
    })

  static let review = BankForm(
    "bank/:entry/review", for: .curate, title: "bank.review.title", lead: "bank.review.lead",
    button: "bank.review.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.day("review", label: "bank.field.review")
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reviewOn, day) = (form.day("review"), form.happenedDay())
      guard let reviewOn, let day else { return nil }
      return .confirm(by: try visit.actor(), reviewOn: reviewOn, on: day)
    })

  static let retirement = BankForm(
    "bank/:entry/retirement", for: .curate, title: "bank.retirement.title",
    lead: "bank.retirement.lead", button: "bank.retirement.button", weight: .danger,
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .retire(by: try visit.actor(), reason: reason, on: day)
    })
}

/// Proposing a new entry.
struct ProposingPage: Sendable {
  let library: Library
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) async throws -> Response {
    let edition = try await edition(visit)
    let form = Form(for: visit.reader, filled: visit.filledToday)
    return visit.show(page(form, edition, visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let edition = try await edition(visit)
    let (article, day) = (form.article(from: edition), form.happenedDay())
    guard let article, let day, form.isSound else {
      return visit.again(page(form, edition, visit.reader))
    }
    let id = BankEntryID(form.command)
    let order = Order<BankEntry>(
      .propose(
        article, organisation: Line(recorded: visit.reader.house.organisation),
        by: try visit.actor(), on: day), on: id.identity)
    return try await visit.submit(
      order, from: form, through: commands, then: Site.bankEntry(id),
      explaining: { BankRefusals.explain($0, people: visit.reader.people, visit.reader) }
    ) { form, _ in page(form, edition, visit.reader) }
  }

  private func edition(_ visit: Visit) async throws -> References.Edition? {
    let row = try await library.look(EditionQuery(), as: try visit.viewer())
    return row?.edition
  }

  private func page(_ form: Form, _ edition: References.Edition?, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.newBankEntry, button: "bank.proposing.button", cancel: Site.bank,
      for: reader
    ) { sheet in
      sheet.article(from: edition, for: reader)
      sheet.happenedOn()
    }
    return Page(
      reader.text("bank.proposing.title"), trail: [Crumb(reader.text("bank.title"), Site.bank)],
      width: .read, hasProblems: !form.isSound,
      body: "<p class=\"lead\">\(reader.text("bank.proposing.lead"))</p>\n\(sheet)")
  }
}
