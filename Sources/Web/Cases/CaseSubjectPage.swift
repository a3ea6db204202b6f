import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Saying who or what a case is about: searching the register, and choosing what was found.
struct CaseSubjectPage: Sendable {
  private static let foundMax = 10

  let library: Library
  let commands: any CommandGateway
  let changes: @Sendable (Conflict, Visit) async throws -> Timeline
  let find: @Sendable (Visit) async throws -> CaseSubject

  var routes: [Route] {
    [
      .get(
        "cases/:case/subject", for: .holding(.inspect), proof: .any, showing: .work(.view), draw),
      .post(
        "cases/:case/subject", for: .holding(.inspect), proof: .any, showing: .work(.view), take),
    ]
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let about = try await found(visit)
    let filled = visit.filledToday.with(["subject": about.entity?.id.description])
    let form = Form(for: visit.reader, version: about.version, filled: filled)
    return visit.show(try await page(form, about, visit))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let about = try await found(visit)
    let (entity, day) = (form.offered("subject", as: EntityID.self), form.happenedDay())
    if let entity, try await self.entity(entity, visit) == nil {
      form.note(.notAChoice, at: "subject")
    }
    guard let entity, let day, form.isSound else {
      return visit.again(try await page(form, about, visit))
    }
    return try await visit.submit(
      Order<CaseFile>(
        .handling(.nameSubject(entity), on: day), on: about.identity,
        expecting: form.version ?? about.version),
      from: form, through: commands, then: about.page,
      explaining: { CaseRefusals.explain($0, visit.reader) }
    ) { form, conflict in
      var notice = HTML.nothing
      if let conflict {
        notice = ConflictNotice.html(try await changes(conflict, visit), for: visit.reader)
      }
      return try await page(form, about, visit, notice: notice)
    }
  }

  private func found(_ visit: Visit) async throws -> CaseSubject {
    let about = try await find(visit)
    try visit.check(.inspect, at: about.place)
    return about
  }

  private func entity(_ id: EntityID, _ visit: Visit) async throws -> EntityRow? {
    try await library.look(EntityQuery(id), as: try visit.viewer())
  }

  private func page(
    _ form: Form, _ about: CaseSubject, _ visit: Visit, notice: HTML = .nothing
  ) async throws -> Page {
    let reader = visit.reader
    let words = visit.query("q").flatMap { $0.isEmpty ? nil : $0 }
    var offered: [EntityRow] = []
    if let words {
      let found = try await library.look(
        EntitiesQuery(EntitySelection(words: words), atMost: Self.foundMax),
        as: try visit.viewer())
      offered = found.entities.map(\.row)
    }
    if let id = EntityID(form.value("subject")), !offered.contains(where: { $0.id == id }),
      let row = try await entity(id, visit)
    {
      offered.append(row)
    }
    var question = QuestionForm(to: Site.caseFile(about.id, "subject"), for: reader)
    question.search("q", "case.subject.search", written: words)
    return Page(
      reader.text("case.subject.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: """
        \(notice)<p class="lead">\(reader.text("case.subject.lead"))</p>
        \(ClosedCaseNotice.html(about))\(StopNotice.html(about, "publication.stop.warning-subject"))\
        \(question.html(button: "cases.search-button"))
        \(choice(form, offered, about, isAsked: words != nil))
        """)
  }

  private func choice(
    _ form: Form, _ offered: [EntityRow], _ about: CaseSubject, isAsked: Bool
  ) -> HTML {
    let reader = about.reader
    guard !offered.isEmpty else {
      guard isAsked else { return .nothing }
      let register = Button.link(
        reader.text("case.subject.register"), to: reader.to(Site.newEntity), .secondary)
      return EmptyState.html(reader.text("case.subject.none"), action: register)
    }
    return FormSheet.html(
      form, to: Site.caseFile(about.id, "subject"), button: "case.save", cancel: about.page,
      for: reader
    ) { sheet in
      sheet.radios(
        "subject", label: "case.field.subject",
        offered.map {
          Choice($0.id.description, $0.name.description, hint: EntityWords.line($0, reader))
        })
      sheet.happenedOn("field.on")
    }
  }
}
