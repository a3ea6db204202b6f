import Authentication
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import ReadModels
import TestStaging
import TestSupport
import Testing

@testable import Credentials
@testable import Web

/// Signing in with what Koers keeps itself, over a real database and the real door.
@Suite struct LocalAccountsTests {
  @Test func `a link lets somebody choose a password, once, and the password signs in`()
    async throws
  {
    try await Doorway.with { doorway in
      let address = Site.link(try await doorway.link()).address
      let page = try await doorway.ask(address)
      #expect(page.status == .ok && page.text.contains("Kies uw wachtwoord"))
      #expect(!page.text.contains("data-draft"))
      let chosen = try await doorway.post(address, Doorway.choice)
      #expect(chosen.status == .seeOther)
      #expect(try await doorway.ask("/account", chosen.cookie).status == .ok)
      #expect(try await doorway.post(address, Doorway.choice).status == .forbidden)

      let signedIn = try await doorway.signIn()
      #expect(signedIn.status == .seeOther)
      let account = try await doorway.ask("/account", signedIn.cookie)
      #expect(account.text.contains("joris@example.org") && account.text.contains("inspecteur"))
      let kept = try await doorway.stage.owner.run(
        "SELECT credential::text || session::text AS kept FROM credential, session")
      let texts = try kept.map { try $0["kept"] as String }
      #expect(!texts.isEmpty && !texts.contains { $0.contains("schippers") })
    }
  }

  @Test(
    arguments: [
      ("kort", "minstens 15 tekens"), ("passwordpassword1", "heel veel mensen"),
      ("leefomgeving2026", "lijkt op een naam"), ("abcabcabcabcabcabc", "herhaalt zich"),
    ])
  func `a password that is easily guessed is not taken, and the link stays good`(
    password: String, sentence: String
  ) async throws {
    try await Doorway.with { doorway in
      let address = Site.link(try await doorway.link()).address
      let refused = try await doorway.post(
        address, ["mail": "joris@example.org", "password-new": password])
      #expect(refused.status == .unprocessableContent)
      #expect(refused.text.contains(sentence), "\(refused.text)")
      #expect(!refused.text.contains("value=\"\(password)\""))
      #expect(try await doorway.post(address, Doorway.choice).status == .seeOther)
    }
  }

  @Test func `who has no account is told the same as who mistypes, and who keeps trying waits`()
    async throws
  {
    try await Doorway.with { doorway in
      try await doorway.choosePassword()
      let stranger = try await doorway.signIn(mail: "niemand@example.org")
      let mistyped = try await doorway.signIn(password: "een heel ander wachtwoord")
      for answer in [stranger, mistyped] {
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("Het e-mailadres of het wachtwoord klopt niet."))
      }
      for _ in 0..<3 { _ = try await doorway.signIn(password: "een heel ander wachtwoord") }
      let waiting = try await doorway.signIn()
      #expect(waiting.status == .tooManyRequests)
      #expect(waiting.headers[.retryAfter] == "1")
    }
  }

  @Test func `with an app a code is asked for, which is good once, and paper stands in for it`()
    async throws
  {
    try await Doorway.with { doorway in
      try await doorway.choosePassword()
      let accounts = doorway.accounts
      let secret = accounts.newCodeSecret()
      let closed = accounts.closed(secret, of: Doorway.joris)
      let seconds = Int(TestSite.noon.timeIntervalSince1970)
      let now = try #require(Self.code(of: secret, at: seconds - 30))
      let paper = try #require(
        try await accounts.take(
          closed, confirmedBy: now, of: Doorway.joris, at: TestSite.noon))
      #expect(paper.count == 10)

      func half() async throws -> String {
        let answer = try await doorway.signIn()
        #expect(answer.headers[.location] == "/sign-in/code")
        let cookie = try #require(answer.setCookies.first { $0.hasPrefix("__Host-koers-half=") })
        return String(cookie.prefix { $0 != ";" })
      }
      let first = try await half()
      let token = first.replacing("__Host-koers-half=", with: "__Host-koers=")
      #expect(try await doorway.ask("/account", token).status == .seeOther)
      let next = try #require(Self.code(of: secret, at: seconds))
      let used = try await doorway.post("/sign-in/code", ["code": now], cookie: first)
      #expect(used.status == .unprocessableContent)
      let right = try await doorway.post("/sign-in/code", ["code": next], cookie: first)
      #expect(right.status == .seeOther)
      let account = try await doorway.ask("/account", right.cookie)
      #expect(account.text.contains("aan, met nog 10 codes op papier"))
      let again = try await doorway.post("/sign-in/code", ["code": next], cookie: try await half())
      #expect(again.status == .unprocessableContent)

      let reset = try await doorway.post(
        Site.link(try await doorway.link()).address, Doorway.choice)
      #expect(reset.headers[.location] == "/sign-in" && reset.cookie.isEmpty)

      let written = try #require(paper.first?.written)
      let byPaper = try await doorway.post(
        "/sign-in/code", ["code": written], cookie: try await half())
      #expect(byPaper.status == .seeOther)
      let twice = try await doorway.post(
        "/sign-in/code", ["code": written], cookie: try await half())
      #expect(twice.status != .seeOther)
    }
  }

  @Test(arguments: [Role.administrator, .privacyOfficer, .recordsManager])
  func `a password alone shows who lets others in their own account`(_ role: Role) async throws {
    try await Doorway.with(role) { doorway in
      let alone = try await doorway.choosePassword()
      #expect(try await doorway.ask("/", alone).headers[.location] == "/account")
      let account = try await doorway.ask("/account", alone)
      #expect(account.text.contains("Uw rol vraagt meer dan een wachtwoord."))
      #expect(try await doorway.ask("/account/codes", alone).status == .ok)
      let both = try await doorway.door.begin(
        Doorway.joris, by: .passwordAndCode, provenAt: TestSite.noon, browser: "", provider: nil,
        at: TestSite.noon)
      let cookie = "__Host-koers=\(both.written)"
      #expect(try await doorway.ask("/", cookie).headers[.location] != "/account")
      let own = try await doorway.ask("/account", cookie)
      #expect(own.status == .ok && !own.text.contains("Uw rol vraagt meer"))
    }
  }

  @Test func `who has a passkey changes how they sign in only after coming in with it`()
    async throws
  {
    try await Doorway.with(.administrator) { doorway in
      let alone = try await doorway.choosePassword()
      try await doorway.stage.owner.run(
        """
        INSERT INTO passkey (id, person, public_key, sign_count, is_backup_eligible, is_backed_up,
          transports, label, made_at)
        VALUES ('AAAA', \(Doorway.joris), ''::bytea, 0, false, false, '{}', 'sleutel',
          \(TestSite.noon))
        """)
      for page in ["/account/codes", "/account/passkeys"] {
        #expect(try await doorway.ask(page, alone).status == .forbidden)
      }
      let end = try await doorway.post("/account/codes/end", [:], cookie: alone)
      #expect(end.status == .forbidden)
      #expect(end.text.contains("Uw account heeft een tweede factor."))
    }
  }

  @Test func `who does the work itself may come in with a password`() async throws {
    try await Doorway.with { doorway in
      let alone = try await doorway.choosePassword()
      #expect(try await doorway.ask("/", alone).status == .ok)
      #expect(try await !doorway.ask("/account", alone).text.contains("Uw rol vraagt meer"))
    }
  }

  @Test func `another password ends the other sessions, and takes the present one`() async throws {
    try await Doorway.with { doorway in
      let first = try await doorway.choosePassword()
      let second = try await doorway.signIn().cookie
      let new = ["password-new": "zeven grijze meeuwen vlogen"]
      let wrong = try await doorway.post(
        "/account/password", new.merging(["password": "niet het goede wachtwoord"]) { $1 },
        cookie: second)
      #expect(wrong.status == .unprocessableContent)
      let right = try await doorway.post(
        "/account/password", new.merging(["password": Doorway.password]) { $1 }, cookie: second)
      #expect(right.status == .seeOther)
      #expect(try await doorway.ask("/account", second).status == .ok)
      #expect(try await doorway.ask("/account", first).status == .seeOther)
      #expect(try await doorway.signIn().status == .unprocessableContent)
    }
  }

  @Test func `the operator reads how signing in was tried and how it ended, and of nobody who`()
    async throws
  {
    try await Doorway.with { doorway in
      let first = try await doorway.choosePassword()
      for _ in 0..<5 { _ = try await doorway.signIn(password: "een heel ander wachtwoord") }
      _ = try await doorway.ask("/people", first)
      let endings = doorway.said.lines(at: .notice).filter { $0.hasPrefix("sign-in") }
        .compactMap { $0.firstMatch(of: /ending=([a-z ]+) .*means=([a-z]+)/) }
        .map { "\($0.output.2) \($0.output.1)" }
      #expect(
        endings
          == ["password signed in"] + Array(repeating: "password wrong", count: 4)
          + ["password wait"])
      let lines = doorway.said.lines()
      for name in ["joris", "Joris", "schippers", "wachtwoord"] {
        #expect(!lines.contains { $0.contains(name) }, "\(name)")
      }
    }
  }

  @Test func `what changes how one signs in takes a proof that is minutes old`() async throws {
    try await Doorway.with { doorway in
      try await doorway.choosePassword()
      let long = TestSite.noon - Double(Session.freshSecondsMax) - 1
      let old = try await doorway.door.begin(
        Doorway.joris, by: .password, provenAt: long, browser: "", provider: nil, at: long)
      let cookie = "__Host-koers=\(old.written)"
      #expect(try await doorway.ask("/account", cookie).status == .ok)
      let sent = try await doorway.ask("/account/password", cookie)
      #expect(sent.headers[.location] == "/sign-in?next=%2Faccount%2Fpassword")
      let kept = try await doorway.post(
        "/account/password", ["password": "geheim", "password-new": "ook geheim"],
        cookie: cookie)
      #expect(kept.status == .unauthorized && !kept.text.contains("geheim"))
    }
  }

  /// The code that an app would show, found by what the module itself takes.
  private static func code(of secret: TOTPSecret, at seconds: Int) -> String? {
    (0..<1_000_000).lazy.map { number in
      let digits = String(number)
      return String(repeating: "0", count: 6 - digits.count) + digits
    }.first { typed in
      guard let code = TOTP.Code(typed) else { return false }
      let step = try? TOTP.step(of: code, secret: secret, at: seconds, after: nil)
      return step?.number == seconds / TOTP.stepSeconds
    }
  }
}

/// The site with the real door, before which Joris stands, who has an account and no password yet.
struct Doorway {
  static let password = "drie oude schippers zingen"
  static let choice = ["mail": "Joris@example.org", "password-new": password]

  let stage: TestStage
  let door: Door
  let accounts: LocalAccounts
  let website: Website
  /// What the operator reads.
  let said = RememberedLog()

  static var joris: PersonID {
    guard let id = PersonID("joris") else { preconditionFailure("joris is an identifier") }
    return id
  }

  static func with(
    _ role: Role = .inspector, _ body: (Doorway) async throws -> Void
  ) async throws {
    try await TestStage.with { stage in
      let doorway = try Doorway(stage)
      let today = try #require(Day(year: 2026, month: 3, day: 2))
      let noor = try #require(PersonID("noor"))
      let account = Identity.numbered(1)
      try await stage.perform(
        .open(joris, Account.Profile(try Line("Joris Smit")), on: today), to: Account.self,
        on: account, by: noor)
      try await stage.perform(
        .grant(
          GrantID(.numbered(2)), Grant(role, Grant.Term(from: today)),
          reason: try Prose("nieuw"), by: noor, on: today), to: Account.self, on: account,
        by: noor)
      if role == .administrator {
        let amina = try #require(PersonID("amina"))
        try await stage.perform(
          .confirm(GrantID(.numbered(2)), by: amina, on: today), to: Account.self, on: account,
          by: amina)
      }
      try await body(doorway)
    }
  }

  private init(_ stage: TestStage) throws {
    self.stage = stage
    door = Door(stage.entrance)
    accounts = try LocalAccounts(trying: stage.entrance)
    website = try Website(
      Website.Settings(
        organisation: TestStage.organisation, version: "1",
        signIn: SignIn(accounts: accounts), now: { TestSite.noon }),
      folder: TestSite.folder, areas: [PortfolioArea(library: stage.library)], reception: door,
      moments: stage.library, reads: KeptReads(), progress: Reached(),
      news: NoNews(), isReady: { true })
  }

  /// What is in a new invitation for Joris.
  func link() async throws -> OneTimeToken {
    try await door.link(for: Self.joris, to: .invitation, at: TestSite.noon)
  }

  /// Chooses the password, and gives the cookie of the session that this begins.
  @discardableResult func choosePassword() async throws -> String {
    let answer = try await post(Site.link(try await link()).address, Self.choice)
    #expect(answer.status == .seeOther)
    return answer.cookie
  }

  func signIn(
    mail: String = "joris@example.org", password: String = Doorway.password
  ) async throws -> TestResponse {
    try await post("/sign-in/password", ["mail": mail, "password": password])
  }

  func ask(_ address: String, _ cookie: String = "") async throws -> TestResponse {
    try await execute(.get, address, [.cookie: cookie], nil)
  }

  func post(
    _ address: String, _ fields: [String: String], cookie: String = ""
  ) async throws -> TestResponse {
    let pairs = fields.merging(["command": Identity.fresh().description]) { $1 }
    let body = pairs.map { "\($0.key)=\(encoded($0.value))" }.joined(separator: "&")
    return try await execute(
      .post, address,
      [
        .cookie: cookie, .fetchSite: "same-origin",
        .contentType: "application/x-www-form-urlencoded",
      ], body)
  }

  private func execute(
    _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, _ body: String?
  ) async throws -> TestResponse {
    let site = Application(router: website.router(), logger: said.logger)
    return try await site.test(.router) { client in
      try await client.execute(
        uri: address, method: method, headers: headers,
        body: body.map { ByteBuffer(string: $0) })
    }
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension TestResponse {
  /// The session that it begins, as the browser sends it back.
  fileprivate var cookie: String {
    setCookies.first { $0.hasPrefix("__Host-koers=") }.map { String($0.prefix { $0 != ";" }) } ?? ""
  }
}
