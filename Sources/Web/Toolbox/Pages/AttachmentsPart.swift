import Domain
import ReadModels

/// The attachments of a session: what each is, who added it, and the way to have it.
struct AttachmentsPart {
  let session: SessionRow
  let about: ToolboxSubject

  static func html(_ session: SessionRow, _ about: ToolboxSubject) -> HTML {
    AttachmentsPart(session: session, about: about).html
  }

  private var reader: Reader { about.reader }
  private var isOpen: Bool { session.concludedOn == nil }

  private var html: HTML {
    let attachments = session.attachments
    let body: HTML =
      attachments.isEmpty
      ? EmptyState.html(reader.text("toolbox.attachments.empty"))
      : "<ul class=\"things\">\n\(attachments.map(item))</ul>\n"
    return Part.html(
      "attachments", "toolbox.attachments", body,
      actions: about.act(
        "toolbox.act.attach", about.form(session, "attachments", when: isOpen)), for: reader)
  }

  private func item(_ attached: SessionRow.Attached) -> HTML {
    let document = attached.attachment.document
    let page = Site.toolbox(
      about.id, "sessions", session.id.description, "attachments", attached.id.description)
    return """
      <li><span><a href="\(reader.to(page))">\(document.name)</a>\
      \(attached.attachment.description.map { "<br>\($0)" as HTML })\
      <br><span class="muted">\(words(for: attached))</span></span>\
      \(about.act("references.act.remove", on: document.name.description, about.form(session, "attachments", attached.id.description, "end", when: isOpen)))</li>

      """
  }

  private func words(for attached: SessionRow.Attached) -> String {
    reader.facts(
      of: attached.attachment.document, addedOn: attached.addedOn,
      by: attached.addedBy.map { reader.people.name(ofActor: $0, for: reader) })
  }
}
