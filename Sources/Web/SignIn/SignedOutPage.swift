import Hummingbird

/// The answer to a form from somebody whose session has ended: everything they wrote, to send again.
enum SignedOutPage {
  static func answer(_ visit: Visit) async throws -> Response {
    let body = try await FormBody(visit.request)
    return visit.show(page(body, for: visit.reader), status: .unauthorized)
  }

  private static func page(_ body: FormBody, for reader: Reader) -> Page {
    let values = body.values.sorted { $0.key < $1.key }
    let kept = values.flatMap { name, values in
      values.map { value -> HTML in
        "<textarea hidden name=\"\(name)\">\n\(value)</textarea>\n"
      }
    }
    return Page(
      reader.text("signed-out.title"), width: .read,
      body: """
        <p class="lead">\(reader.text("signed-out.kept"))</p>
        <ol class="steps">
        <li><a href="\(reader.toNow(Site.signIn))" target="_blank" rel="noopener">\
        \(reader.text("signed-out.sign-in"))</a></li>
        <li>\(reader.text("signed-out.send"))</li>
        </ol>
        <form method="post" action="\(reader.toNow(reader.here))">
        \(kept)\(Button.html(reader.text("signed-out.button")))
        </form>
        """)
  }
}
