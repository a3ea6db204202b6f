import Authentication
import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// The link to a survey of a case, made by whoever handles it, who hands it over; and asking no more.
struct SurveyPages: Sendable {
  let library: Library
  let commands: any CommandGateway
  let links: SurveyLinks
  let find: @Sendable (Visit) async throws -> CaseSubject

  var routes: [Route] {
    [
      .get(
        "cases/:case/surveys/:survey/link", for: .holding(.inspect), proof: .any,
        showing: .work(.view), draw),
      .post(
        "cases/:case/surveys/:survey/link", for: .holding(.inspect), proof: .any,
        showing: .work(.view), make),
      .get(
        "cases/:case/surveys/:survey/end", for: .holding(.inspect), proof: .any,
        showing: .work(.view), drawEnd),
      .post(
        "cases/:case/surveys/:survey/end", for: .holding(.inspect), proof: .any,
        showing: .work(.view), end),
      .get("cases/surveys", for: .holding(.read), proof: .any, showing: .work(.view), sums),
    ]
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let (about, row) = try await asked(visit)
    let isThere = try await links.isThere(for: row.id, at: visit.reader.now.date)
    let reader = visit.reader
    return visit.show(
      page(
        about,
        """
        <p class="lead">\(reader.text("survey.link.lead", ["about": .text(about.subject(of: row))]))</p>
        \(isThere ? "<p>\(reader.text("survey.link.there"))</p>" : HTML.nothing)
        \(PostButton.html(
          isThere ? "take-part.link.renew" : "take-part.link.make", .primary,
          to: Self.link(row, of: about), for: reader))
        """))
  }

  /// Makes a new link and shows it, this once; the one before it works no more.
  @Sendable private func make(_ visit: Visit) async throws -> Response {
    let (about, row) = try await asked(visit)
    let visited = row.intervention.flatMap { id in about.interventions.first { $0.id == id } }
    let reader = visit.reader
    let token = try await links.make(
      for: Guest.Sheet(row.id, of: about.id, visitedOn: visited?.intervention.on),
      of: try visit.viewer().organisation, until: row.until, at: reader.now.date)
    let link = Site.survey(token)
    return visit.show(
      page(
        about,
        """
        <p class="lead">\(reader.text("survey.link.made"))</p>
        <p><a class="invitation" href="\(link)">\(reader.house.address(of: link.address, asked: visit))</a></p>
        <p>\(reader.html("survey.link.until", ["day": reader.time(row.until)]))</p>
        """))
  }

  @Sendable private func drawEnd(_ visit: Visit) async throws -> Response {
    let (about, row) = try await asked(visit)
    return visit.show(endPage(Form(for: visit.reader, filled: visit.filledToday), row, of: about))
  }

  /// The link ends with it: nobody replies to what nobody asks any more.
  @Sendable private func end(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let (about, row) = try await asked(visit)
    let (reason, day) = (form.prose("reason"), form.happenedDay())
    guard let reason, let day else { return visit.again(endPage(form, row, of: about)) }
    let answer = try await visit.submit(
      Order<CaseFile>(
        .surveying(row.id, .withdraw(reason: reason), on: day), on: about.identity),
      from: form, through: commands, then: about.page,
      explaining: { CaseRefusals.explain($0, visit.reader) }
    ) { form, _ in endPage(form, row, of: about) }
    if answer.status == .seeOther { try await links.withdraw(from: row.id) }
    return answer
  }

  @Sendable private func sums(_ visit: Visit) async throws -> Response {
    let found = try await library.look(
      SurveySumsQuery(), ProgrammeNamesQuery(), as: try visit.viewer(), at: visit.reader.moment)
    return visit.show(
      SurveySumsPage(sums: found.0, programmes: found.1, reader: visit.reader).page)
  }

  /// The survey that the address names, while somebody can still reply to it.
  private func asked(_ visit: Visit) async throws -> (CaseSubject, CaseSurveyRow) {
    let about = try await find(visit)
    try visit.check(.inspect, at: about.place)
    guard about.isKept else { throw Problem(.conflict, "retention.refusal.destroyed") }
    let row = try visit.part("survey", among: about.surveys, by: \.id)
    guard row.standing == .asked, visit.reader.today <= row.until else { throw Problem.notFound }
    return (about, row)
  }

  private static func link(_ row: CaseSurveyRow, of about: CaseSubject) -> Link {
    Site.caseFile(about.id, "surveys", row.id.description, "link")
  }

  private func page(_ about: CaseSubject, _ body: HTML) -> Page {
    Page(
      about.reader.text("survey.link.title"), trail: about.trail(for: about.reader), width: .read,
      body: body)
  }

  private func endPage(_ form: Form, _ row: CaseSurveyRow, of about: CaseSubject) -> Page {
    let reader = about.reader
    let sheet = FormSheet.html(
      form, to: Site.caseFile(about.id, "surveys", row.id.description, "end"),
      button: "survey.end.button", weight: .danger, cancel: about.page, for: reader
    ) { sheet in
      sheet.about(about.subject(of: row))
      sheet.reason()
      sheet.happenedOn("field.on")
    }
    return Page(
      reader.text("survey.end.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: "<p class=\"lead\">\(reader.text("survey.end.lead"))</p>\n\(sheet)")
  }
}
