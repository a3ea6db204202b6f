import EventSourcing
import HTTPTypes
import Hummingbird

/// The answer to a form from somebody whose session has ended, or who has to prove anew who they are: everything they
/// wrote, to send again.
enum SignedOutPage {
  static func answer(_ visit: Visit) async throws -> Response {
    visit.show(
      page(
        try await body(of: visit.request), lacksFactor: visit.lacksFactor, for: visit.reader),
      status: .unauthorized)
  }

  /// What was sent; a button without fields sends nothing.
  private static func body(of request: Request) async throws -> FormBody {
    request.headers[.contentLength] == "0"
      ? FormBody(values: [:]) : try await FormBody(request)
  }

  private static func page(
    _ body: FormBody, lacksFactor: Bool, for reader: Reader
  ) -> Page {
    let isAnew = reader.visitor.person != nil
    let said: Phrase =
      lacksFactor
      ? "signed-out.factor-kept" : isAnew ? "signed-out.anew-kept" : "signed-out.kept"
    return Page(
      reader.text(isAnew ? "signed-out.anew-title" : "signed-out.title"), width: .read,
      body: """
        <p class="lead">\(reader.text(said))</p>
        <ol class="steps">
        \(lacksFactor ? factor(reader) : .nothing)\
        <li><a href="\(reader.toNow(Site.signIn))" target="_blank" rel="noopener">\
        \(reader.text("signed-out.sign-in"))</a></li>
        <li>\(reader.text("signed-out.send"))</li>
        </ol>
        <form class="form" method="post" action="\(reader.toNow(reader.here))">
        \(kept(body, reader))\(Button.html(reader.text("signed-out.button")))
        </form>
        """)
  }

  private static func factor(_ reader: Reader) -> HTML {
    """
    <li><a href="\(reader.toNow(Site.ownAccount))" target="_blank" rel="noopener">\
    \(reader.text("signed-out.own-account"))</a></li>

    """
  }

  /// What was written, to be read and sent once more; what the page itself put into the form stays unseen.
  private static func kept(_ body: FormBody, _ reader: Reader) -> HTML {
    let labels = FieldLabels(in: body)
    var number = 0
    var (unseen, written) = (HTML.nothing, HTML.nothing)
    for name in body.names where !Form.secretNames.contains(name) {
      for value in body.values[name] ?? [] {
        guard isWritten(name, value) else {
          unseen += "<textarea hidden name=\"\(name)\">\n\(value)</textarea>\n"
          continue
        }
        number += 1
        let label =
          labels[name] ?? reader.text("signed-out.field", ["number": .number(number)])
        written += """
          <div class="field"><label class="field-label" for="\("kept-\(number)")">\(label)</label>
          <textarea class="input input-full input-kept" id="\("kept-\(number)")" rows="1" readonly \
          name="\(name)">
          \(value)</textarea></div>

          """
      }
    }
    guard number > 0 else { return unseen }
    return "\(unseen)<h2>\(reader.text("signed-out.input"))</h2>\n\(written)"
  }

  private static func isWritten(_ name: String, _ value: String) -> Bool {
    !value.isEmpty && !Form.ownNames.contains(name) && Identity(value) == nil
  }
}
