import EventSourcing
import Hummingbird

/// The answer to a form from somebody whose session has ended: everything they wrote, to send again.
enum SignedOutPage {
  static func answer(_ visit: Visit) async throws -> Response {
    let body = try await FormBody(visit.request)
    return visit.show(page(body, for: visit.reader), status: .unauthorized)
  }

  private static func page(_ body: FormBody, for reader: Reader) -> Page {
    Page(
      reader.text("signed-out.title"), width: .read,
      body: """
        <p class="lead">\(reader.text("signed-out.kept"))</p>
        <ol class="steps">
        <li><a href="\(reader.toNow(Site.signIn))" target="_blank" rel="noopener">\
        \(reader.text("signed-out.sign-in"))</a></li>
        <li>\(reader.text("signed-out.send"))</li>
        </ol>
        <form class="form" method="post" action="\(reader.toNow(reader.here))">
        <h2>\(reader.text("signed-out.input"))</h2>
        \(kept(body, reader))\(Button.html(reader.text("signed-out.button")))
        </form>
        """)
  }

  /// What was written, to be read and sent once more; what the page itself put into the form stays unseen.
  private static func kept(_ body: FormBody, _ reader: Reader) -> HTML {
    let labels = FieldLabels(in: body)
    var number = 0
    var kept = HTML.nothing
    for name in body.names where !Form.secretNames.contains(name) {
      for value in body.values[name] ?? [] {
        guard isWritten(name, value) else {
          kept += "<textarea hidden name=\"\(name)\">\n\(value)</textarea>\n"
          continue
        }
        number += 1
        let label =
          labels[name] ?? reader.text("signed-out.field", ["number": .number(number)])
        kept += """
          <div class="field"><label class="field-label" for="\("kept-\(number)")">\(label)</label>
          <textarea class="input input-full input-kept" id="\("kept-\(number)")" rows="1" readonly \
          name="\(name)">
          \(value)</textarea></div>

          """
      }
    }
    return kept
  }

  private static func isWritten(_ name: String, _ value: String) -> Bool {
    !value.isEmpty && !Form.ownNames.contains(name) && Identity(value) == nil
  }
}
