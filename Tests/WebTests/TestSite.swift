import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ReadModels
import Reads
import TestSupport
import Testing

@testable import Web

/// The people of these tests.
enum Cast {
  static let noor = person("noor", "Noor de Wit", [.programmeManager])
  static let amina = person("amina", "Amina el Idrissi", [.decisionMaker])

  static func person(_ id: String, _ name: String, _ roles: [Role]) -> Person {
    guard let id = PersonID(id) else { preconditionFailure("\(id) is a good name") }
    return Person(id, name: name, roles: roles, organisation: "ilt")
  }
}

/// A wall on which one may write a line; the smallest thing that a form can change.
enum Wall: Decider {
  enum Command: Entitled {
    case write(String)

    /// One line only whoever decides may write.
    var right: Right {
      switch self {
      case .write("decree"): .decide
      case .write: .read
      }
    }
  }
  enum Event: Codable, Classified, Equatable, Sendable {
    case written(String)

    var fieldClasses: FieldClasses { ["_0": .text] }
  }
  enum Refusal: Error, Equatable, Sendable { case rude }

  static let category = "wall"
  static let initial: [String] = []

  static func decide(_ command: Command, _ state: [String]) throws(Refusal) -> [Event] {
    switch command {
    case .write("rude"): throw .rude
    case .write(let line): [.written(line)]
    }
  }

  static func evolve(_ state: [String], _ event: Event) -> [String] {
    switch event {
    case .written(let line): state + [line]
    }
  }
}

/// An area with a page for everyone, one for whoever may decide, a form, and a page for each mishap.
struct WallArea: Area {
  static let wall = Identity(uuid: UUID(uuid: (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))

  let commands: any CommandGateway

  var navigation: [NavigationItem] { [NavigationItem("components.start", Site.home)] }

  var routes: [Route] {
    [
      .get("", for: .everyone, proof: .any, showing: .nothing) {
        $0.show(Page("home", body: "<p>welcome</p>"))
      },
      .get("wall", for: .signedIn, proof: .any, showing: .work(.view)) {
        $0.show(page(Form(for: $0.reader, version: 0)))
      },
      .post("wall", for: .signedIn, proof: .any, showing: .work(.view), write),
      .get("decisions", for: .holding(.decide), proof: .any, showing: .people(.export)) {
        $0.show(Page("decisions", body: ""))
      },
      .post("decisions", for: .holding(.decide), proof: .any, showing: .people(.export)) {
        $0.go(to: Site.home)
      },
      .get("echo/:word", for: .everyone, proof: .any, showing: .nothing) { visit in
        visit.show(Page(visit.parameter("word") ?? "", body: "<p>\(visit.query("q") ?? "")</p>"))
      },
      .get("mishaps/:status", for: .everyone, proof: .any, showing: .nothing) { visit in
        throw Problem(HTTPResponse.Status(code: try visit.parameter("status")))
      },
      .get("mishap", for: .everyone, proof: .any, showing: .nothing) { _ in throw Mishap() },
      .get("slow", for: .everyone, proof: .any, showing: .nothing) { visit in
        let (never, keeper) = AsyncStream.makeStream(of: Void.self)
        for await _ in never {}
        keeper.finish()
        return visit.go(to: Site.home)
      },
    ]
  }

  struct Mishap: Error {}

  @Sendable func write(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    guard let line = form.line("line"), form.isSound else {
      return visit.again(page(form))
    }
    let order = Order<Wall>(
      .write(line.description), on: Self.wall, expecting: form.version)
    return try await visit.submit(
      order, from: form, through: commands, then: Link("wall"),
      explaining: { _ in FormProblem("sample.empty", at: "line") }
    ) { form, conflict in
      page(form, conflict.map { _ in ConflictNotice.html(Timeline(), for: visit.reader) })
    }

    func page(_ form: Form, _ notice: HTML? = nil) -> Page {
      Page(
        "wall", hasProblems: !form.isSound,
        body: "\(notice)\(sheet(form, visit.reader))")
    }
  }

  private func page(_ form: Form) -> Page {
    Page("wall", body: "<form><input name=\"command\" value=\"\(form.command)\"></form>")
  }

  private func sheet(_ form: Form, _ reader: Reader) -> HTML {
    FormSheet.html(form, to: Link("wall"), button: "sample.button", for: reader) { sheet in
      sheet.line("line", label: "sample.name")
    }
  }
}

/// Read models that are as far as they are told to be.
struct Reached: EventSourcing.Progress {
  var isReached = true

  func reached(_ position: Int, within bound: Duration) async -> Bool { isReached }
}

/// News that never comes, and ends at once.
struct NoNews: StreamNews {
  func watch(
    _ stream: StreamName, _ read: (AsyncStream<Int>) async throws -> Void
  ) async rethrows {
    try await read(AsyncStream { $0.finish() })
  }
}

/// A log that stands at 5000, whose events 7 and 8 were recorded in one go.
struct FarLog: LogMoments {
  func last(_ count: Int) async throws -> [LogMoment] {
    (0..<count).map { LogMoment(position: 5000 - $0, recordedAt: TestSite.noon) }
  }

  func isAmidAppend(_ position: Int, as viewer: Viewer) async throws -> Bool { position == 7 }
}

/// A site over a log in memory, asked without a socket.
struct TestSite: Sendable {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../web").standardized
  static let noon = Date(timeIntervalSince1970: 1_772_452_800)

  let website: Website
  let log: InMemoryLog
  let reads = KeptReads()
  /// What the operator reads.
  let said = RememberedLog()

  init(
    commands: (any CommandGateway)? = nil, progress: Reached = Reached(),
    signIn: SignIn = SignIn(offersChoice: true), origin: String? = nil,
    securityContact: SecurityContact? = nil, timeLimit: Duration = .seconds(120),
    requestLimit: (any RequestLimit)? = nil,
    isReady: Bool = true, now: Date = noon
  ) throws {
    let log = InMemoryLog(now: { now })
    self.log = log
    website = try Website(
      Website.Settings(
        organisation: "Inspectie", version: "1", signIn: signIn, origin: origin,
        requestLimit: requestLimit, securityContact: securityContact, timeLimit: timeLimit,
        now: { now }),
      folder: Self.folder, areas: [WallArea(commands: commands ?? LogGateway(log))],
      reception: OpenReception([Cast.noor, Cast.amina]), moments: FarLog(), reads: reads,
      progress: progress, news: NoNews(),
      isReady: { isReady })
  }

  /// The cookie of somebody who signed in at `noon`.
  static func session(of person: Person, at date: Date = noon) -> String {
    "\(SessionCookie.name)=\(OpenReception.token(of: person.id, at: date).written)"
  }

  /// The answer to one request.
  func ask(
    _ method: HTTPRequest.Method = .get, _ address: String, as person: Person? = nil,
    cookie: String? = nil, headers: HTTPFields = [:], body: String? = nil,
    bytes: [UInt8]? = nil
  ) async throws -> TestResponse {
    var headers = headers
    let cookies = [person.map { Self.session(of: $0) }, cookie].compactMap { $0 }
    if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
    if body != nil, headers[.contentType] == nil {
      headers[.contentType] = "application/x-www-form-urlencoded"
    }
    let sent = headers
    let app = Application(router: website.router(), logger: said.logger)
    return try await app.test(.router) { client in
      try await client.execute(
        uri: address, method: method, headers: sent,
        body: bytes.map { ByteBuffer(bytes: $0) } ?? body.map { ByteBuffer(string: $0) })
    }
  }

  /// The answer to a form posted from a page of the site.
  func post(
    _ address: String, as person: Person? = Cast.noor, _ body: String
  ) async throws -> TestResponse {
    try await ask(.post, address, as: person, headers: [.fetchSite: "same-origin"], body: body)
  }
}

extension TestResponse {
  /// The body as text.
  var text: String { String(buffer: body) }

  /// The cookies that it sets.
  var setCookies: [String] { headers[values: .setCookie] }
}

extension Reader {
  /// A reader in a test: Noor, in Dutch, now.
  static func example(
    _ language: Language = .dutch, visitor: Visitor = .person(Cast.noor)
  ) throws -> Reader {
    let site = try TestSite()
    return Reader(
      language: language, namesLanguage: false, visitor: visitor,
      people: People(persons: [Cast.noor, Cast.amina]), moment: .now,
      today: try #require(Day("2026-03-02")),
      now: Instant(seconds: Int(TestSite.noon.timeIntervalSince1970)), here: Site.home, notice: nil,
      isCatchingUp: false,
      lastMoments: [], isAmidAppend: false, emergenciesToReview: 0,
      house: site.website.house)
  }
}
