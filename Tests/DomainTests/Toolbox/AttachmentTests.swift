import Domain
import EventSourcing
import TestCast
import TestSupport
import Testing

private typealias Story = Scenario<Analysis>

struct AttachmentTests {
  @Test func `a document is added to a session while it is open`() {
    Story.given(Table.convened).when(.sessions(1, .addAttachment(1, Table.report), on: wednesday))
      .then(.attachmentAdded(session: 1, id: 1, attachment: Table.report, on: wednesday))
    Story.given(TaxiAnalysis.found)
      .when(.sessions(1, .addAttachment(1, Table.report), on: wednesday)).refuses(.unknownSession)
    Story.given(Table.concluded)
      .when(.sessions(1, .addAttachment(1, Table.report), on: thursday))
      .refuses(.sessionConcluded(on: wednesday))
  }

  @Test func `the same content is with a session once, whatever it is called`() {
    let document = Table.report.document
    let renamed = Analysis.Attachment(
      FiledDocument(
        "kopie.pdf", document.kind, byteCount: document.byteCount, digest: document.digest))
    let story = Story.given(Table.attached)
    story.when(.sessions(1, .addAttachment(2, renamed), on: wednesday)).refuses(.alreadyAttached(1))
    story.when(.sessions(1, .addAttachment(1, Table.photo), on: wednesday))
      .refuses(.identifierInUse)
    story.when(.sessions(1, .addAttachment(2, Table.photo), on: wednesday))
      .then(.attachmentAdded(session: 1, id: 2, attachment: Table.photo, on: wednesday))
  }

  @Test func `an attachment is removed with a reason, and may then be added anew`() {
    let removed = Analysis.Event.attachmentRemoved(
      session: 1, id: 1, reason: "Verkeerde versie", on: thursday)
    let story = Story.given(Table.attached)
    story.when(.sessions(1, .removeAttachment(1, reason: "Verkeerde versie"), on: thursday))
      .then(removed)
    story.when(.sessions(1, .removeAttachment(2, reason: "x"), on: thursday))
      .refuses(.unknownAttachment)
    Story.given(Table.attached + [removed])
      .when(.sessions(1, .addAttachment(2, Table.report), on: thursday))
      .then(.attachmentAdded(session: 1, id: 2, attachment: Table.report, on: thursday))
  }

  @Test func `a digest is read as it is written, and as nothing else`() throws {
    let digest = Table.report.document.digest
    #expect(digest.description == String(repeating: "01", count: 32))
    #expect(ContentDigest(utf8: digest.description.utf8Span) == digest)
    for text in ["", "01", String(repeating: "0g", count: 32), String(repeating: "01", count: 33)] {
      #expect(ContentDigest(utf8: text.utf8Span) == nil)
    }
    #expect(ContentDigest([1, 2, 3]) == nil)
  }
}
