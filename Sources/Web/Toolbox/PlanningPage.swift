import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Planning what was chosen as an intervention of the programme, in one append with the choice or not at all.
struct PlanningPage: Sendable {
  let commands: any CommandGateway
  let find: @Sendable (Visit) async throws -> ToolboxSubject

  @Sendable func draw(_ visit: Visit) async throws -> Response {
    let about = try await find(visit)
    let choice = try about.choice(visit)
    let form = Form(for: visit.reader, filled: filled(choice, about, visit))
    return visit.show(page(form, choice, about))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let about = try await find(visit)
    let choice = try about.choice(visit)
    let (plan, day) = (form.plan(of: nil, among: about.people), form.happenedDay())
    guard let plan, let day else { return visit.again(page(form, choice, about)) }
    let intervention = InterventionID(form.command)
    return try await visit.submit(
      Order<Analysis>(
        .acting(.plan(choice.id, intervention), on: day), on: about.identity),
      Order<Programme>(.interventions(.plan(intervention, plan), on: day), on: about.identity),
      from: form, through: commands, then: Site.toolbox(about.id, "act"),
      explaining: { explain($0, about, visit.reader) }, taken: ProgrammeRefusals.taken
    ) { form, _ in page(form, choice, about) }
  }

  private func explain(
    _ refusal: EitherRefusal<Analysis.Refusal, Programme.Refusal>, _ about: ToolboxSubject,
    _ reader: Reader
  ) -> FormProblem {
    switch refusal {
    case .first(let refusal): ToolboxRefusals.explain(refusal, about, reader)
    case .second(let refusal):
      ProgrammeRefusals.explain(refusal, people: about.people, reader)
    }
  }

  private func filled(
    _ choice: ChoiceRow, _ about: ToolboxSubject, _ visit: Visit
  ) -> [String: String] {
    visit.filledToday.with([
      "name": about.words(for: choice.choice.measure),
      "group": choice.choice.group.description,
    ])
  }

  private func page(_ form: Form, _ choice: ChoiceRow, _ about: ToolboxSubject) -> Page {
    let reader = about.reader
    let sheet = FormSheet.html(
      form, to: reader.here, button: "toolbox.planning.button",
      cancel: Site.toolbox(about.id, "act"), for: reader
    ) { sheet in
      sheet.plan(of: nil, offering: about.offer)
      sheet.happenedOn("programme.field.planned-on")
    }
    return Page(
      reader.text("toolbox.planning.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("toolbox.planning.lead"))</p>
        \(sheet)
        """)
  }
}
