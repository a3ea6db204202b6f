public import Authentication
import Credentials
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ReadModels

/// How people can sign in.
public struct SignIn: Sendable {
  /// Whether people may choose who they are: for trying things out on one's own machine, never where others can come.
  public var offersChoice: Bool

  /// The accounts whose passwords Koers keeps; nil when it keeps none.
  public var accounts: LocalAccounts?

  /// The organisation's own provider; nil without one.
  public var provider: ProviderAccounts?

  public init(
    offersChoice: Bool = false, accounts: LocalAccounts? = nil, provider: ProviderAccounts? = nil
  ) {
    self.offersChoice = offersChoice
    self.accounts = accounts
    self.provider = provider
  }

  /// Whether there is no way at all.
  var isOff: Bool { !offersChoice && accounts == nil && provider == nil }
}

/// The page where everybody signs in, and signing out.
struct SignInPages: Area {
  let signIn: SignIn
  let host: SessionHost

  var routes: [Route] {
    [
      .get("sign-in", for: .everyone, proof: .any, showing: .nothing, show),
      .post("sign-out", for: .everyone, proof: .any, showing: .nothing, signOut),
    ] + (signIn.offersChoice ? ChoiceOfPersons(host: host).routes : [])
      + (local?.routes ?? []) + (link?.routes ?? []) + (provider?.routes ?? [])
  }

  private var local: LocalSignIn? {
    signIn.accounts.map { LocalSignIn(accounts: $0, host: host) }
  }

  private var provider: ProviderSignIn? {
    signIn.provider.map { ProviderSignIn(accounts: $0, host: host) }
  }

  private var link: LinkPage? { signIn.accounts.map { LinkPage(accounts: $0, host: host) } }

  @Sendable func show(_ visit: Visit) async throws -> Response {
    if signIn.isOff { return tellThatNobodyCan(visit) }
    let next = visit.query("next")
    var ways: [HTML] = []
    var cookie: Cookie?
    if let person = visit.reader.visitor.person {
      let sentence = visit.reader.text("sign-in.again", ["person": .text(person.name)])
      ways.append("<p class=\"lead\">\(sentence)</p>\n")
    }
    if signIn.offersChoice {
      ways.append(try await ChoiceOfPersons(host: host).list(next: next, visit))
    }
    if let provider { ways.append(provider.link(next: next, visit.reader)) }
    if let local {
      let (forms, question) = try await local.forms(Form(for: visit.reader), next: next, visit)
      if !ways.isEmpty {
        ways.append("<h2>\(visit.reader.text("sign-in.password.title"))</h2>\n")
      }
      ways.append(forms)
      cookie = question
    }
    var response = visit.show(
      Page(
        visit.reader.text("sign-in.title"), width: .read, scripts: [PasskeyForm.script],
        body: ways.joined()))
    if let cookie { response.setCookie(cookie) }
    return response
  }

  /// What is typed as it stands.
  private func code(_ typed: String) -> HTML { "<code>\(typed)</code>" }

  /// Says that nobody can sign in, and what whoever runs the program does about it.
  private func tellThatNobodyCan(_ visit: Visit) -> Response {
    let reader = visit.reader
    return visit.show(
      Page(
        reader.text("sign-in.off-title"), width: .read,
        body: """
          <p class="lead">\(reader.text("sign-in.off"))</p>
          <h2>\(reader.text("sign-in.off-operator-title"))</h2>
          <p>\(reader.html("sign-in.off-operator", ["option": code("--demo"), "command": code("koers serve")]))</p>
          """))
  }

  @Sendable func signOut(_ visit: Visit) async throws -> Response {
    if let token = SessionCookie.token(in: visit.request) { try await host.reception.end(token) }
    var response = visit.go(to: Site.signIn)
    if let session = visit.session?.provider, let provider = signIn.provider,
      let address = await provider.signOut(session, at: host.now())
    {
      response.headers[.location] = address
    }
    // What was being written stays behind nobody's back, also where no script runs any more.
    response.headers[.clearSiteData] = "\"storage\""
    response.setCookie(SessionCookie.gone)
    response.setCookie(Notice(.signedOut).cookie)
    return response
  }
}

/// Begins sessions, for whichever way somebody proved to be who they are.
struct SessionHost: Sendable {
  let reception: any Reception
  let now: @Sendable () -> Date

  /// Lets in `person`, who proved it just now, and sends the browser on to `next`, or home; a session that there was
  /// is ended.
  func welcome(
    _ person: PersonID, by means: Session.Means, to next: String?, _ visit: Visit
  ) async throws -> Response {
    let now = now()
    return try await welcome(
      try await reception.begin(
        person, by: means, provenAt: now, browser: Browser.name(in: visit.request),
        provider: nil, at: now), by: means, to: next, visit)
  }

  /// The same for who comes back from a provider, where they may have proved it long ago.
  func welcome(
    _ arrival: ProviderAccounts.Arrival, _ visit: Visit
  ) async throws -> Response {
    try await welcome(
      try await reception.begin(
        arrival.person, by: .provider, provenAt: arrival.provenAt,
        browser: Browser.name(in: visit.request), provider: arrival.session, at: now()),
      by: .provider, to: arrival.destination, visit)
  }

  /// The same for a session that is begun already.
  func welcome(
    _ token: OneTimeToken, by means: Session.Means, to next: String?, _ visit: Visit
  ) async throws -> Response {
    visit.noteSignIn(by: means, .signedIn)
    if let former = SessionCookie.token(in: visit.request) { try await reception.end(former) }
    var response = visit.go(to: Site.home)
    if let next, Destination.isPath(next) { response.headers[.location] = next }
    response.setCookie(SessionCookie.cookie(token.written))
    response.setCookie(Notice(.signedIn).cookie)
    return response
  }
}

/// How an attempt to sign in ended.
enum SignInEnding: String {
  case signedIn = "signed in"
  /// A code is to follow.
  case half
  case wrong
  /// Too many failed before it.
  case wait
  /// Too many others sign in.
  case busy
}

extension Visit {
  /// Tells the operator's log by which means somebody tried to sign in and how that ended, but not whose account it was.
  func noteSignIn(by means: Session.Means, _ ending: SignInEnding) {
    logger.notice(
      "sign-in", metadata: ["means": "\(means.rawValue)", "ending": "\(ending.rawValue)"])
  }
}

/// The cookie that opens a session: 256 random bits, of which the database keeps a digest.
enum SessionCookie {
  /// The prefix makes a browser refuse it from another host, another path or without TLS.
  static let name = "__Host-koers"

  static func cookie(_ value: String) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: Session.secondsMax, path: "/", secure: true,
      httpOnly: true, sameSite: .lax)
  }

  static let gone = Cookie(
    name: name, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true, sameSite: .lax)

  /// What `request` brings; nil for none, or one that cannot be ours.
  static func token(in request: Request) -> OneTimeToken? {
    request.cookies[name].flatMap { OneTimeToken(String($0.value)) }
  }
}

/// What a browser calls itself, for its owner to tell sessions apart.
enum Browser {
  static let lengthMax = 200

  /// Printable ASCII only, and not too much of it.
  static func name(in request: Request) -> String {
    let sent = request.headers[.userAgent] ?? ""
    return String(
      decoding: sent.utf8.prefix(lengthMax).map { (0x20...0x7E).contains($0) ? $0 : 0x3F },
      as: UTF8.self)
  }
}
