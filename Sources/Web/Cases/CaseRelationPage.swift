import Domain
import EventSourcing
import Hummingbird
import ReadModels
import Reads

/// Relating a case to another: to one of those near it, or to any that the reader may see, by its number.
struct CaseRelationPage: Sendable {
  let library: Library
  let commands: any CommandGateway
  let find: @Sendable (Visit) async throws -> CaseSubject

  var routes: [Route] {
    [
      .get(
        "cases/:case/relations", for: .holding(.inspect), proof: .any, showing: .work(.view), draw),
      .post(
        "cases/:case/relations", for: .holding(.inspect), proof: .any, showing: .work(.view), take),
    ]
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let about = try await found(visit)
    return visit.show(page(Form(for: visit.reader, filled: visit.filledToday), about))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let about = try await found(visit)
    let (other, day) = (try await other(&form, about, visit), form.happenedDay())
    guard let other, let day, form.isSound else { return visit.again(page(form, about)) }
    return try await visit.submit(
      Order<CaseFile>(.handling(.relate(other, to: about.id), on: day), on: about.identity),
      from: form, through: commands, then: about.page,
      explaining: { CaseRefusals.explain($0, visit.reader) }
    ) { form, _ in page(form, about) }
  }

  private func found(_ visit: Visit) async throws -> CaseSubject {
    let about = try await find(visit)
    try visit.check(.inspect, at: about.place)
    return about
  }

  /// The case that was chosen, or whose number was typed; nil when there is none that the reader may see.
  private func other(
    _ form: inout Form, _ about: CaseSubject, _ visit: Visit
  ) async throws -> CaseID? {
    guard form.isFilled("number") else {
      let chosen = form.offered("other", as: CaseID.self)
      guard let chosen else { return nil }
      guard about.relatable.contains(where: { $0.id == chosen }) else {
        form.note(.notAChoice, at: "other")
        return nil
      }
      return chosen
    }
    var selection = CaseSelection()
    selection.words = CaseNumber(form.value("number"))?.description
    let found =
      selection.words == nil
      ? nil
      : try await library.look(CasesQuery(selection, atMost: 1), as: try visit.viewer()).cases.first
    if found == nil { form.note(FormProblem("case.no-such-number", at: "number")) }
    return found?.id
  }

  private func page(_ form: Form, _ about: CaseSubject) -> Page {
    let reader = about.reader
    let sheet = FormSheet.html(
      form, to: reader.here, button: "case.relation-new.button", cancel: about.page, for: reader
    ) { sheet in
      sheet.select(
        "other", label: "case.field.other-case", optional: true,
        about.relatable.map { Choice($0.id.description, "\($0.number) \($0.title)") })
      sheet.line(
        "number", label: "case.field.other-number", hint: "case.field.other-number-hint",
        optional: true, size: .medium)
      sheet.happenedOn("field.on")
    }
    return Page(
      reader.text("case.relation-new.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("case.relation-new.lead"))</p>
        \(ClosedCaseNotice.html(about))\(sheet)
        """)
  }
}
