import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Opening an account for who joins: its form, and carrying it out.
struct AccountOpeningPage: Sendable {
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) -> Response {
    visit.show(page(Form(for: visit.reader, filled: visit.filledToday), visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let reader = visit.reader
    let (profile, day) = (form.profile(), form.happenedDay())
    guard let profile, let day, form.isSound else { return visit.again(page(form, reader)) }
    let id = AccountID(form.command)
    return try await visit.submit(
      Order<Account>(.open(.opaque(for: id), profile, on: day), on: id.identity, expecting: 0),
      from: form, through: commands, then: Site.account(id),
      explaining: { AccountRefusals.explain($0, nil, reader) }
    ) { form, _ in page(form, reader) }
  }

  private func page(_ form: Form, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.newAccount, button: "people.opening.button", cancel: Site.people, for: reader
    ) { sheet in
      sheet.profile()
      sheet.happenedOn("people.field.opened-on")
    }
    return Page(
      reader.text("people.opening.title"),
      trail: [Crumb(reader.text("people.title"), Site.people)], width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("people.opening.lead"))</p>
        \(sheet)
        """)
  }
}
