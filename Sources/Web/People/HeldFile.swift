import Authentication
import Domain
import Foundation
import Hummingbird
import ReadModels
import Reads

/// Everything that is held about one person, for who asks to see it (GDPR, article 15).
///
/// Codes, passwords and what is in a link are never told, only that they are there.
struct HeldFile {
  let about: AccountSubject
  let signIn: SignInRecord
  let traces: Traces
  /// What the person asked for.
  let reads: HeldReads
  /// What others asked for about the person.
  let readsByOthers: HeldReads

  private var reader: Reader { about.reader }

  func page() -> Page {
    Page(
      reader.text("people.held.title", ["person": .text(about.account.profile.name.description)]),
      trail: about.trail(for: reader),
      body: """
        <p class="lead">\(reader.text("people.held.lead"))</p>
        <p class="row">\
        \(Button.link(reader.text("people.held.file"), to: reader.to(Site.account(about.id, "held", "file"))))\
        \(Button.link(reader.text("people.held.data"), to: reader.to(Site.account(about.id, "held", "data")), .secondary))</p>
        \(body())
        """)
  }

  /// The same to be kept and printed, in one file that needs nothing else.
  ///
  /// Away from the site it has no style sheet to ask for, so it brings the one rule along without which long words make
  /// it wider than a small screen.
  func file() -> Response {
    let title = reader.text(
      "people.held.title", ["person": .text(about.account.profile.name.description)])
    let document: HTML = """
      <!DOCTYPE html>
      <html lang="\(reader.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <link rel="stylesheet" href="data:text/css,body%7Boverflow-wrap:anywhere%7D">
      <title>\(title)</title>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p>\(reader.text("people.held.made-on", ["day": .text(reader.day(reader.today))]))</p>
      \(body())
      </main>
      </body>
      </html>

      """
    return attachment(document.text, type: "text/html; charset=utf-8", name: "html")
  }

  func attachment(_ text: String, type: String, name ending: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type,
        .contentDisposition: "attachment; filename=\"\(about.id).\(ending)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func body() -> HTML {
    """
    <h2>\(reader.text("people.held.who"))</h2>
    \(who())
    <h2>\(reader.text("people.grants"))</h2>
    \(Self.list(about.grants.map(sentence), reader))
    <h2>\(reader.text("people.held.sign-in"))</h2>
    \(HeldSignIn(record: signIn, reader: reader).html())
    <h2>\(reader.text("people.held.events"))</h2>
    <p>\(reader.text("people.held.events-lead"))</p>
    \(Self.list(HeldEvents(about: about, traces: traces).items(), reader))
    <h2>\(reader.text("people.held.reads"))</h2>
    \(list(reads))
    <h2>\(reader.text("people.held.reads-by-others"))</h2>
    <p>\(reader.text("people.held.reads-by-others-lead"))</p>
    \(list(readsByOthers))
    """
  }

  static func list(_ items: [HTML], _ reader: Reader) -> HTML {
    guard !items.isEmpty else { return "<p>\(reader.text("people.held.nothing"))</p>\n" }
    return "<ul>\n\(items.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
  }

  private func list(_ reads: HeldReads) -> HTML {
    let cut: HTML =
      reads.isCut
      ? "<p>\(reader.text("people.held.reads-cut", count: reads.lines.count))</p>\n" : .nothing
    return Self.list(reads.lines.map(sentence), reader) + cut
  }

  private func who() -> HTML {
    let account = about.account
    var list = SummaryList()
    list.add(reader.text("people.field.name"), text: account.profile.name.description)
    list.add(reader.text("people.field.mail"), text: account.profile.mail?.description)
    list.add(reader.text("people.field.id"), text: account.person.description)
    list.add(reader.text("people.field.opened-on"), text: reader.day(account.openedOn))
    if let closing = account.closing {
      list.add(
        reader.text("people.column.account"),
        text: reader.text("people.account.closed", ["day": .text(reader.day(closing.on))]))
      list.add(reader.text("history.reason"), closing.because.html)
    }
    return list.html(for: reader)
  }

  private func sentence(_ grant: GrantRow) -> HTML {
    """
    \(reader.text(grant.grant.role.name)), \(about.name(of: grant.grant.scope)), \
    \(reader.term(grant.grant.term)). \(reader.why(grant))
    """
  }

  /// What was refused, nobody looked at; and who looked is not said when it is another, for that is about the other.
  private func sentence(_ read: Read) -> HTML {
    let kind = reader.text(read.isShown ? read.kind.name : "people.held.asked")
    let shown = "\(reader.time(read.at)), \(kind): \(reader.words(forRoute: read.route))" as HTML
    return read.isShown ? shown : "\(shown), \(reader.result(of: read))"
  }
}
