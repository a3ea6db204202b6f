import Authentication
import Credentials
import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// Signing in with what Koers keeps itself: a password and perhaps a code, or a passkey.
struct LocalSignIn: Sendable {
  let accounts: LocalAccounts
  let host: SessionHost

  /// Holds a sign-in that waits for its code.
  static let half = PassingCookie("__Host-koers-half", seconds: 300)
  /// Holds the question that a device is to answer.
  static let question = PassingCookie("__Host-koers-question", seconds: PasskeyChallenge.secondsMax)

  var routes: [Route] {
    [
      .post("sign-in/password", for: .everyone, proof: .any, showing: .nothing, takePassword),
      .get("sign-in/code", for: .everyone, proof: .any, showing: .nothing, drawCode),
      .post("sign-in/code", for: .everyone, proof: .any, showing: .nothing, takeCode),
      .post("sign-in/passkey", for: .everyone, proof: .any, showing: .nothing, takePasskey),
    ]
  }

  /// The two forms of the page where everybody signs in, with the cookie that the second needs.
  func forms(_ form: Form, next: String?, _ visit: Visit) async throws -> (HTML, Cookie?) {
    let reader = visit.reader
    var html = FormSheet.html(
      form, to: Site.password, button: "sign-in.password.button", id: "password", for: reader
    ) { sheet in
      if let next { sheet.hidden("next", next) }
      sheet.mail("mail", label: "people.field.mail", autocomplete: "username")
      sheet.secret("password", label: "sign-in.field.password", autocomplete: "current-password")
    }
    guard let question = try await accounts.signInQuestion(at: host.now()) else {
      return (html, nil)
    }
    html += """
      <h2>\(reader.text("sign-in.passkey.title"))</h2>
      \(PasskeyForm.html(
        .get, question.options, to: Site.passkey, button: "sign-in.passkey.button",
        fields: next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">" } ?? .nothing,
        for: reader))

      """
    return (html, Self.question.cookie(question.token))
  }

  @Sendable private func takePassword(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let (mail, password) = (form.line("mail"), form.secret("password"))
    guard let mail, let password else { return try await again(form, visit) }
    let outcome = try await accounts.signIn(
      mail: mail.description, password: password, from: visit.origin, at: host.now())
    return try await answer(outcome, by: .password, form, visit) { try await again($0, visit) }
  }

  private func again(_ form: Form, _ visit: Visit) async throws -> Response {
    let (html, cookie) = try await forms(form, next: form.optional("next"), visit)
    var response = visit.again(
      Page(
        visit.reader.text("sign-in.title"), width: .read, hasProblems: true,
        scripts: [PasskeyForm.script], body: html))
    if let cookie { response.setCookie(cookie) }
    return response
  }

  @Sendable private func drawCode(_ visit: Visit) throws -> Response {
    guard Self.half.token(in: visit.request) != nil else { return visit.go(to: Site.signIn) }
    let form = Form(for: visit.reader, filled: ["next": visit.query("next") ?? ""])
    return visit.show(codePage(form, visit))
  }

  @Sendable private func takeCode(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    guard let half = Self.half.token(in: visit.request) else {
      return visit.go(to: Site.signIn)
    }
    guard let code = form.line("code") else { return visit.again(codePage(form, visit)) }
    let outcome = try await accounts.signIn(
      code: code.description, after: half, from: visit.origin, at: host.now())
    var response = try await answer(outcome, by: .passwordAndCode, form, visit) {
      visit.again(codePage($0, visit))
    }
    if response.status == .seeOther { response.setCookie(Self.half.gone) }
    return response
  }

  private func codePage(_ form: Form, _ visit: Visit) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.code, button: "sign-in.code.button", cancel: Site.signIn, for: visit.reader
    ) { sheet in
      sheet.hidden("next", form.value("next"))
      sheet.once(
        "code", label: "sign-in.field.code", hint: "sign-in.field.code-hint")
    }
    return Page(
      visit.reader.text("sign-in.code.title"), width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(visit.reader.text("sign-in.code.lead"))</p>
        \(sheet)
        """)
  }

  @Sendable private func takePasskey(_ visit: Visit) async throws -> Response {
    let body = try await FormBody(visit.request)
    var form = Form(for: visit.reader, filled: ["next": body.values["next"]?.first ?? ""])
    guard let json = body.values["response"]?.first,
      let token = Self.question.token(in: visit.request)
    else {
      form.note(FormProblem("sign-in.passkey.again"))
      return try await again(form, visit)
    }
    let outcome = try await accounts.signIn(
      passkey: json, answering: token, from: visit.origin, at: host.now())
    return try await answer(
      outcome, by: .passkey, form, visit, wrong: "sign-in.passkey.wrong"
    ) {
      try await again($0, visit)
    }
  }

  /// What the browser gets after an attempt; the sentence never tells what was wrong.
  private func answer(
    _ outcome: LocalAccounts.Outcome, by means: Session.Means, _ form: Form, _ visit: Visit,
    wrong: Phrase = "sign-in.wrong", again: (Form) async throws -> Response
  ) async throws -> Response {
    var form = form
    switch outcome {
    case .signedIn(let token):
      return try await host.welcome(token, by: means, to: form.optional("next"), visit)
    case .awaitsCode(let token):
      visit.noteSignIn(by: means, .half)
      var response = visit.go(to: Site.code.with("next", form.optional("next")))
      response.setCookie(Self.half.cookie(token))
      return response
    case .wrong:
      visit.noteSignIn(by: means, .wrong)
      form.note(FormProblem(wrong))
      return try await again(form)
    case .wait(let seconds):
      visit.noteSignIn(by: means, .wait)
      form.note(FormProblem(Phrase("sign-in.wait", ["seconds": .number(seconds)])))
      var response = try await again(form)
      response.status = .tooManyRequests
      response.headers[.retryAfter] = String(seconds)
      return response
    case .busy:
      visit.noteSignIn(by: means, .busy)
      form.note(FormProblem("sign-in.busy"))
      var response = try await again(form)
      response.status = .serviceUnavailable
      response.headers[.retryAfter] = "5"
      return response
    }
  }
}

/// A cookie that holds a token for the next minutes of signing in.
struct PassingCookie: Sendable {
  let name: String
  let seconds: Int

  init(_ name: String, seconds: Int) {
    self.name = name
    self.seconds = seconds
  }

  func cookie(_ token: OneTimeToken) -> Cookie { cookie(token.written, seconds) }

  var gone: Cookie { cookie("", 0) }

  func token(in request: Request) -> OneTimeToken? {
    request.cookies[name].flatMap { OneTimeToken(String($0.value)) }
  }

  private func cookie(_ value: String, _ seconds: Int) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: seconds, path: "/", secure: true, httpOnly: true,
      sameSite: .lax)
  }
}
