import Domain
import ReadModels

/// Taking an attachment away from a session; adding one takes more than fields, and has pages of its own.
enum AttachmentForms {
  static let removal = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/attachments/:attachment/end", for: .analyse,
    title: "toolbox.attachment-end.title", lead: "toolbox.attachment-end.lead",
    button: "toolbox.attachment-end.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.attachment(visit).attachment.document.name)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (session, attached) = (try about.session(visit).id, try about.attachment(visit).id)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .sessions(session, .removeAttachment(attached, reason: reason), on: day)
    })
}
