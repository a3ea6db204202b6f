import Authentication
import Domain
import EventSourcing
import Foundation
import Hummingbird
import ReadModels
import Reads

/// Everything that is held about one person, for who asks to see it (GDPR, article 15).
///
/// What the person did to the account of somebody else is told without what it says, which is about that other.
struct HeldFile {
  let about: AccountSubject
  let signIn: SignInRecord
  let traces: Traces
  /// What the person looked at, the last first.
  let reads: [Read]
  /// When others looked at the person's account, the last first.
  let readsByOthers: [Read]

  /// The read log is told up to so many lines each way.
  static let readsMax = 50_000

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
  func file() -> Response {
    let title = reader.text(
      "people.held.title", ["person": .text(about.account.profile.name.description)])
    let document: HTML = """
      <!DOCTYPE html>
      <html lang="\(reader.language.rawValue)">
      <head><meta charset="utf-8"><title>\(title)</title></head>
      <body>
      <h1>\(title)</h1>
      <p>\(reader.text("people.held.made-on", ["day": .text(reader.day(reader.today))]))</p>
      \(body())
      </body>
      </html>

      """
    return attachment(document.text, type: "text/html; charset=utf-8", name: "html")
  }

  private func attachment(_ text: String, type: String, name ending: String) -> Response {
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
    \(list(about.grants.map(sentence)))
    <h2>\(reader.text("people.held.sign-in"))</h2>
    \(means())
    <h3>\(reader.text("people.held.sessions"))</h3>
    \(list(visits))
    <h2>\(reader.text("people.held.events"))</h2>
    \(list(happenings))
    <h2>\(reader.text("people.held.reads"))</h2>
    \(list(reads.map(sentence)))
    <h2>\(reader.text("people.held.reads-by-others"))</h2>
    \(list(readsByOthers.map(sentence)))
    """
  }

  private func list(_ items: [HTML]) -> HTML {
    guard !items.isEmpty else { return "<p>\(reader.text("people.held.nothing"))</p>\n" }
    return "<ul>\n\(items.map { "<li>\($0)</li>\n" as HTML })</ul>\n"
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

  /// Who else looked is not said: that is about the other.
  private func sentence(_ read: Read) -> HTML {
    "\(reader.time(read.at)), \(reader.text(read.kind.name)): /\(read.route)"
  }

  private func means() -> HTML {
    var list = SummaryList()
    list.add(reader.text("people.field.mail"), text: signIn.mail)
    list.add(reader.text("sign-in.field.password"), text: yes(signIn.hasPassword))
    list.add(reader.text("account.codes"), text: yes(signIn.makesCodes))
    for passkey in signIn.passkeys {
      list.add(reader.text("account.passkeys"), text: passkey.label)
    }
    for provider in signIn.providers {
      list.add(
        reader.text("people.held.provider"), text: "\(provider.subject), \(provider.issuer)")
    }
    if let directory = signIn.directory {
      list.add(
        reader.text("people.held.directory"),
        text: directory.words.joined(separator: ", "))
    }
    return list.html(for: reader)
  }

  private func yes(_ isSo: Bool) -> String { reader.text(isSo ? "history.yes" : "history.no") }

  private var visits: [HTML] {
    signIn.sessions.map { visit in
      "\(reader.time(visit.begunAt)) – \(reader.time(visit.seenAt)), \(visit.browser)"
    }
  }

  private var happenings: [HTML] {
    let story = Story(
      traces.events, titles: traces.titles, told: Teller(reader: reader, people: reader.people))
    return story.chapters.map { chapter in
      let moment = reader.time(chapter.recorded.recordedAt)
      guard !isOfAnother(chapter.recorded) else {
        return "\(moment): \(reader.text("people.held.other-account"))"
      }
      return """
        \(moment), \(chapter.title): \(reader.text(chapter.tale.sentence))
        \(chapter.tale.details(for: reader))
        """
    }
  }

  /// Whether it is about the account of somebody else.
  private func isOfAnother(_ recorded: Recorded<LogEvent>) -> Bool {
    recorded.stream.category == Account.category && recorded.stream.identity != about.identity
  }
}

/// The same as data, for a program to read.
extension HeldFile {
  private struct Contents: Encodable {
    let account: String
    let person: String
    let name: String
    let mail: String?
    let openedOn: Day
    let closedOn: Day?
    let grants: [Grant]
    let signIn: SignInRecord
    let events: [Event]
    let reads: [Line]
    let readsByOthers: [Line]
  }

  /// A line of the read log, without who looked.
  private struct Line: Encodable {
    let at: Date
    let kind: String
    let route: String
    let subject: String?

    init(_ read: Read) {
      at = read.at
      kind = read.kind.rawValue
      route = read.route
      subject = read.subject?.description
    }
  }

  private struct Event: Encodable {
    let position: Int
    let recordedAt: Date
    let subject: String
    let type: String
    /// Whether the person recorded it.
    let isOwn: Bool
    /// What it says; nil when that is about somebody else.
    let payload: JSON?
  }

  func data() throws -> Response {
    let account = about.account
    let contents = Contents(
      account: about.id.description, person: account.person.description,
      name: account.profile.name.description, mail: account.profile.mail?.description,
      openedOn: account.openedOn, closedOn: account.closing?.on,
      grants: about.grants.map(\.grant), signIn: signIn, events: try traces.events.map(event),
      reads: reads.map(Line.init), readsByOthers: readsByOthers.map(Line.init))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return attachment(
      String(decoding: try encoder.encode(contents), as: UTF8.self), type: "application/json",
      name: "json")
  }

  private func event(_ recorded: Recorded<LogEvent>) throws -> Event {
    let stored = try recorded.event.stored()
    return Event(
      position: recorded.position, recordedAt: recorded.recordedAt,
      subject: recorded.stream.description, type: stored.type,
      isOwn: recorded.actor == about.account.person.description,
      payload: isOfAnother(recorded) ? nil : try Payload.decode(JSON.self, from: stored.payload))
  }
}

extension JSON {
  /// All words that it holds, in the order of their names.
  fileprivate var words: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.words)
    case .object(let fields): fields.sorted { $0.key < $1.key }.flatMap(\.value.words)
    case .null, .bool, .integer, .number: []
    }
  }
}
