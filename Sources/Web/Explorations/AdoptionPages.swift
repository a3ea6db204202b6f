import Domain
import EventSourcing
import Hummingbird
import ReadModels

/// Adopting a proposed decision, together with what follows from it: a programme or a signal.
///
/// It asks what the programme or the signal needs to begin, and both take effect in one append or
/// neither does.
struct AdoptionPages: Sendable {
  static let pattern: StaticString = "explorations/:exploration/decisions/:decision/adoption"

  let commands: any CommandGateway
  let find: @Sendable (Visit) async throws -> ExplorationSubject

  @Sendable func draw(_ visit: Visit) async throws -> Response {
    let about = try await find(visit)
    let decision = try about.decision(visit)
    let form = Form(for: visit.reader, filled: filled(about, decision, visit))
    return visit.show(page(form, about, decision, visit.reader))
  }

  @Sendable func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let about = try await find(visit)
    let decision = try about.decision(visit)
    let ruling = form.ruling(by: try visit.actor(), among: about.people)
    let day = form.happenedDay()
    switch decision.proposal.outcome {
    case .programme(let id):
      let charter = form.charter(of: about)
      guard let ruling, let day, let charter, form.isSound else {
        return again(form, about, decision, visit)
      }
      return try await visit.submit(
        order(ruling, on: day, decision), establishing(id, charter, decision, on: day),
        from: form, through: commands, then: place(decision),
        explaining: { explain($0, about, visit.reader) }, taken: ProgrammeRefusals.taken
      ) { form, _ in page(form, about, decision, visit.reader) }
    case .signal(let id):
      let message = form.message()
      let dueOn = form.due(for: message)
      guard let ruling, let day, let message, form.isSound else {
        return again(form, about, decision, visit)
      }
      let raising = Signal.Command.raise(
        message, organisation: about.exploration.organisationName,
        origin: .decision(reference: reference(decision)), dueOn: dueOn,
        isPublic: form.isTicked("public"), on: day)
      return try await visit.submit(
        order(ruling, on: day, decision), Order<Signal>(raising, on: id.identity), from: form,
        through: commands, then: place(decision),
        explaining: { explain($0, about, visit.reader) }
      ) { form, _ in page(form, about, decision, visit.reader) }
    case .project, .lineActivity, .noAction:
      guard let ruling, let day, form.isSound else { return again(form, about, decision, visit) }
      return try await visit.submit(
        order(ruling, on: day, decision), from: form, through: commands, then: place(decision),
        explaining: { ExplorationRefusals.explain($0, about, visit.reader) }
      ) { form, _ in page(form, about, decision, visit.reader) }
    }
  }

  private func again(
    _ form: Form, _ about: ExplorationSubject, _ decision: DecisionRow, _ visit: Visit
  ) -> Response {
    visit.again(page(form, about, decision, visit.reader))
  }

  private func order(
    _ ruling: Exploration.Ruling, on day: Day, _ decision: DecisionRow
  ) -> Order<Exploration> {
    Order(
      .decide(decision.id, .adopt, ruling, on: day), on: decision.home.exploration.identity)
  }

  private func establishing(
    _ id: ProgrammeID, _ charter: Programme.Charter, _ decision: DecisionRow, on day: Day
  ) -> Order<Programme> {
    Order(.establish(charter, from: reference(decision), on: day), on: id.identity)
  }

  private func reference(_ decision: DecisionRow) -> DecisionReference {
    DecisionReference(decision.home.exploration, decision.id)
  }

  private func place(_ decision: DecisionRow) -> Link {
    Site.exploration(decision.home.exploration, "decisions", decision.id.description)
  }

  private func explain(
    _ refusal: EitherRefusal<Exploration.Refusal, Programme.Refusal>,
    _ about: ExplorationSubject, _ reader: Reader
  ) -> FormProblem {
    switch refusal {
    case .first(let refusal): ExplorationRefusals.explain(refusal, about, reader)
    case .second(let refusal):
      ProgrammeRefusals.explain(refusal, people: about.people, reader)
    }
  }

  private func explain(
    _ refusal: EitherRefusal<Exploration.Refusal, Signal.Refusal>,
    _ about: ExplorationSubject, _ reader: Reader
  ) -> FormProblem {
    switch refusal {
    case .first(let refusal): ExplorationRefusals.explain(refusal, about, reader)
    case .second(let refusal): SignalRefusals.explain(refusal, reader)
    }
  }
}

/// The form.
extension AdoptionPages {
  private func filled(
    _ about: ExplorationSubject, _ decision: DecisionRow, _ visit: Visit
  ) -> [String: String] {
    let problem = about.section(.problem)?.text.description
    let title = about.exploration.title.description
    switch decision.proposal.outcome {
    case .programme:
      return visit.filledToday.with([
        "name": title, "problem": problem, "year": String(visit.reader.today.year),
        "manager": about.people.mayManage(decision.proposal.by)
          ? decision.proposal.by.description : nil,
        "start": visit.filledToday["on"],
      ])
    case .signal: return visit.filledToday.with(["title": title, "text": problem])
    case .project, .lineActivity, .noAction: return visit.filledToday
    }
  }

  private func page(
    _ form: Form, _ about: ExplorationSubject, _ decision: DecisionRow, _ reader: Reader
  ) -> Page {
    let isOwn = decision.proposal.by == reader.visitor.person?.id
    let body =
      isOwn
      ? EmptyState.html(reader.text("exploration.four-eyes"))
      : DecisionPage.proposal(decision, about) + sheet(form, about, decision, reader)
    return Page(
      reader.text("exploration.adoption.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound, body: body)
  }

  private func sheet(
    _ form: Form, _ about: ExplorationSubject, _ decision: DecisionRow, _ reader: Reader
  ) -> HTML {
    let place = Link(segments: place(decision).segments + ["adoption"])
    return FormSheet.html(
      form, to: place, button: "exploration.adoption.button",
      cancel: self.place(decision), for: reader
    ) { sheet in
      switch decision.proposal.outcome {
      case .programme: sheet.charter(about.people)
      case .signal:
        sheet.heading("exploration.adoption.signal")
        sheet.message(for: reader)
        sheet.due()
        sheet.tick("public", label: "signal.field.public", hint: "signal.field.public-hint")
      case .project, .lineActivity, .noAction: break
      }
      sheet.heading("exploration.adoption.ruling")
      sheet.ruling(about.people, for: reader)
    }
  }
}

extension FormSheet {
  /// What a programme needs to begin.
  fileprivate mutating func charter(_ people: People) {
    heading("exploration.adoption.programme")
    label()
    prose("problem", label: "programme.field.problem", rows: 6)
    manager(people)
    group("programme.field.term") { sheet in
      sheet.day("start", label: "programme.field.start")
      sheet.day("review", label: "programme.field.review")
      sheet.day("end", label: "programme.field.end")
    }
  }
}

extension Form {
  fileprivate mutating func charter(of about: ExplorationSubject) -> Programme.Charter? {
    let (label, problem) = (label(), prose("problem"))
    let manager = manager(among: about.people)
    let (start, review, end) = (day("start"), day("review"), day("end"))
    guard let label, let problem, let manager, let start, let review, let end else { return nil }
    return Programme.Charter(
      organisation: about.exploration.organisationName, label: label, problem: problem,
      manager: manager, term: Programme.Term(start: start, review: review, end: end))
  }
}
