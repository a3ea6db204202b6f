import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Adding a document to a session, and having one that was added.
///
/// A content is on disk before the event that names it is recorded; of a command that is refused an unnamed one stays.
struct AttachmentPages: Sendable {
  let commands: any CommandGateway
  let documents: DocumentDesk
  let find: @Sendable (Visit) async throws -> ToolboxSubject

  var routes: [Route] {
    let pattern: StaticString = "programmes/:programme/toolbox/sessions/:session/attachments"
    return [
      .get(pattern, for: .holding(.analyse), proof: .any, showing: .work(.view), draw),
      .upload(pattern, for: .holding(.analyse), proof: .any, showing: .work(.view), take),
      .get(
        "programmes/:programme/toolbox/sessions/:session/attachments/:attachment",
        for: .holding(.read), proof: .any, showing: .work(.export), download),
    ]
  }

  /// The session that gets the document.
  private struct Receiving {
    let about: ToolboxSubject
    let session: SessionRow

    var stream: StreamName { StreamName(Analysis.category, about.identity) }
    var page: Link { Site.toolbox(about.id, "sessions", session.id.description) }
  }

  private func receiving(_ visit: Visit) async throws -> Receiving {
    let about = try await find(visit)
    return Receiving(about: about, session: try about.session(visit))
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let form = Form(for: visit.reader, filled: visit.filledToday)
    return visit.show(page(form, try await receiving(visit)))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    let receiving = try await receiving(visit)
    return try await documents.receive(visit) { form in try await take(form, receiving, visit) }
  }

  private func take(
    _ form: Form, _ receiving: Receiving, _ visit: Visit
  ) async throws -> Response {
    var form = form
    let (chosen, description) = (form.document(at: documents), form.optionalLine("description"))
    let day = form.happenedDay()
    guard let chosen, let day, form.isSound else { return visit.again(page(form, receiving)) }
    let document: FiledDocument
    do throws(FilingFailure) {
      document = try await documents.file(chosen, of: receiving.stream, visit.logger)
    } catch {
      return try await visit.again(form, after: error) { page($0, receiving) }
    }
    let attachment = Analysis.Attachment(document, description: description)
    return try await visit.submit(
      Order<Analysis>(
        .sessions(
          receiving.session.id, .addAttachment(AttachmentID(form.command), attachment), on: day),
        on: receiving.about.identity),
      from: form, through: commands, then: receiving.page,
      explaining: { ToolboxRefusals.explain($0, receiving.about, visit.reader) }
    ) { form, _ in page(form, receiving) }
  }

  /// Whoever may not see the session finds nothing: its row is looked for first, as its viewer.
  @Sendable private func download(_ visit: Visit) async throws -> Response {
    let receiving = try await receiving(visit)
    let document = try receiving.about.attachment(visit).attachment.document
    return try await documents.download(document, of: receiving.stream, visit)
  }

  private func page(_ form: Form, _ receiving: Receiving) -> Page {
    let reader = receiving.about.reader
    let sheet = FormSheet.html(
      form, to: reader.here, button: "toolbox.attachment-new.button", cancel: receiving.page,
      for: reader
    ) { sheet in
      sheet.document(in: form, at: documents)
      sheet.line(
        "description", label: "toolbox.field.attachment", hint: "toolbox.field.attachment-hint",
        optional: true)
      sheet.happenedOn()
    }
    return Page(
      reader.text("toolbox.attachment-new.title"),
      trail: receiving.about.trail(for: reader)
        + [Crumb(receiving.session.convening.title.description, receiving.page)],
      width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("toolbox.attachment-new.lead"))</p>
        \(sheet)
        """)
  }
}
