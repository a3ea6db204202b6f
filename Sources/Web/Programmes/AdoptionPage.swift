import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Taking over a programme that ran before this system did: its form, and carrying it out.
struct AdoptionPage: Sendable {
  let commands: any CommandGateway

  @Sendable func draw(_ visit: Visit) throws -> Response {
    let form = Form(
      for: visit.reader,
      filled: visit.filledToday.with(["phase": Programme.Phase.execution.rawValue]))
    return visit.show(page(form, visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let reader = visit.reader
    guard let command = try command(&form, visit), form.isSound else {
      return visit.again(page(form, reader))
    }
    let id = ProgrammeID(form.command)
    return try await visit.submit(
      Order<Programme>(command, on: id.identity), from: form, through: commands,
      then: Site.programme(id),
      explaining: { ProgrammeRefusals.explain($0, people: reader.people, reader) },
      taken: ProgrammeRefusals.taken
    ) { form, _ in page(form, reader) }
  }

  private func command(_ form: inout Form, _ visit: Visit) throws -> Programme.Command? {
    guard let person = visit.reader.visitor.person else { throw Problem(.unauthorized) }
    let (label, problem) = (form.label(), form.prose("problem"))
    let manager = form.manager(among: visit.reader.people)
    let (start, review, end) = (form.day("start"), form.day("review"), form.day("end"))
    let phase = form.choice("phase", as: Programme.Phase.self)
    let (plan, source) = (form.line("plan"), form.source())
    let certainty = form.choice("certainty", as: Certainty.self)
    let day = form.happenedDay()
    guard let label, let problem, let manager, let start, let review, let end, let phase,
      let plan, let source, let certainty, let day
    else { return nil }
    let charter = Programme.Charter(
      organisation: try Line(person.organisation), label: label, problem: problem,
      manager: manager, term: Programme.Term(start: start, review: review, end: end))
    let adoption = Programme.Adoption(plan: plan, source: source, certainty: certainty)
    return .adopt(charter, from: adoption, in: phase, by: person.id, on: day)
  }

  private func page(_ form: Form, _ reader: Reader) -> Page {
    Page(
      reader.text("programme.adoption.title"),
      trail: [Crumb(reader.text("portfolio.title"), Site.home)], width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("programme.adoption.lead"))</p>
        \(FormSheet.html(
          form, to: Site.newProgramme, button: "programme.adoption.button", cancel: Site.home,
          for: reader, fields: fields(reader)))
        """)
  }

  private func fields(_ reader: Reader) -> (inout FormSheet) -> Void {
    { sheet in
      sheet.label()
      sheet.prose("problem", label: "programme.field.problem", rows: 6)
      sheet.manager(reader.people)
      sheet.group("programme.field.term") { sheet in
        sheet.day("start", label: "programme.field.start")
        sheet.day("review", label: "programme.field.review")
        sheet.day("end", label: "programme.field.end")
      }
      sheet.radios(
        "phase", label: "programme.field.phase", reader.choices(Programme.Phase.adoptable))
      sheet.group("programme.field.known-from") { sheet in
        sheet.line(
          "plan", label: "programme.field.plan", hint: "programme.field.plan-hint")
        sheet.source()
        sheet.certainty(for: reader)
      }
      sheet.happenedOn("programme.field.adopted-on")
    }
  }
}
