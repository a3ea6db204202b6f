import Authentication
import Credentials
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import ReadModels

/// Changing how one signs in: only for who has proved shortly before to be who they are.
///
/// Who lacks a factor sets up the first one; who has one changes them after coming in with it, else the password
/// alone would stand for both.
struct OwnSecrets: Sendable {
  let accounts: LocalAccounts
  let host: SessionHost

  var routes: [Route] {
    [
      .get("account/password", for: .signedIn, proof: .fresh, showing: .nothing) { visit in
        visit.show(passwordPage(Form(for: visit.reader), visit.reader))
      },
      .post("account/password", for: .signedIn, proof: .fresh, showing: .nothing, takePassword),
      .get("account/codes", for: .signedIn, proof: .fresh, showing: .nothing, drawCodes),
      .post("account/codes", for: .signedIn, proof: .fresh, showing: .nothing, takeCodes),
      .post("account/codes/end", for: .signedIn, proof: .fresh, showing: .nothing, endCodes),
      .get("account/passkeys", for: .signedIn, proof: .fresh, showing: .nothing) { visit in
        try await passkeyPage(Form(for: visit.reader), visit)
      },
      .post("account/passkeys", for: .signedIn, proof: .fresh, showing: .nothing, takePasskey),
      .post(
        "account/passkeys/:passkey/removal", for: .signedIn, proof: .fresh, showing: .nothing,
        removePasskey
      ),
    ]
  }
}

/// The password.
extension OwnSecrets {
  private func passwordPage(_ form: Form, _ reader: Reader) -> Page {
    let sheet = FormSheet.html(
      form, to: Site.ownAccount("password"), button: "account.password.button",
      cancel: Site.ownAccount, for: reader
    ) { sheet in
      sheet.secret(
        "password", label: "sign-in.field.password-now", autocomplete: "current-password")
      sheet.secret(
        "password-new", label: "sign-in.field.password-new",
        hint: "sign-in.field.password-new-hint", autocomplete: "new-password")
    }
    return page("account.password.title", sheet, hasProblems: !form.isSound, reader)
  }

  @Sendable private func takePassword(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let person = try visit.person()
    let (present, new) = (form.secret("password"), form.secret("password-new"))
    guard let present, let new, let session = SessionCookie.token(in: visit.request) else {
      return visit.again(passwordPage(form, visit.reader))
    }
    do {
      try await accounts.change(
        present, to: new, of: person.id,
        besides: [person.name, visit.reader.house.organisation], keeping: session,
        at: host.now())
      return visit.go(to: Site.ownAccount)
    } catch let refusal as LocalAccounts.Refusal {
      form.note(PasswordRefusals.explain(refusal))
      return visit.again(passwordPage(form, visit.reader))
    }
  }
}

/// The app that makes codes.
extension OwnSecrets {
  @Sendable private func drawCodes(_ visit: Visit) async throws -> Response {
    try await checkFactors(visit)
    let person = try visit.person().id
    if try await accounts.standing(of: person).makesCodes {
      return visit.show(endCodesPage(visit.reader))
    }
    let closed = accounts.closed(accounts.newCodeSecret(), of: person)
    return visit.show(
      try codesPage(Form(for: visit.reader, filled: ["secret": closed.description]), visit))
  }

  private func codesPage(_ form: Form, _ visit: Visit) throws -> Page {
    let reader = visit.reader
    let person = try visit.person()
    guard let closed = ClosedSecret(form.value("secret")),
      let secret = accounts.opened(closed, of: person.id)
    else { throw Problem(.badRequest, "error.form-unreadable") }
    let address = secret.address(issuer: reader.house.organisation, account: person.name)
    let sheet = FormSheet.html(
      form, to: Site.ownAccount("codes"), button: "account.codes.button",
      cancel: Site.ownAccount, for: reader
    ) { sheet in
      sheet.hidden("secret", closed.description)
      sheet.once("code", label: "sign-in.field.code", hint: "account.codes.code-hint")
    }
    return page(
      "account.codes.title",
      """
      <p class="lead">\(reader.text("account.codes.lead"))</p>
      <ol class="steps">
      <li>\(reader.html("account.codes.link", ["link": "<a href=\"\(address)\">\(reader.text("account.codes.open"))</a>"]))</li>
      <li>\(reader.html("account.codes.type", ["secret": "<code class=\"secret\">\(Self.grouped(secret.base32))</code>"]))</li>
      <li>\(reader.text("account.codes.confirm"))</li>
      </ol>
      \(sheet)
      """, hasProblems: !form.isSound, reader)
  }

  /// In groups of four, to be copied by hand.
  private static func grouped(_ text: String) -> String {
    let signs = Array(text.utf8)
    return stride(from: 0, to: signs.count, by: 4)
      .map { String(decoding: signs[$0..<min($0 + 4, signs.count)], as: UTF8.self) }
      .joined(separator: " ")
  }

  @Sendable private func takeCodes(_ visit: Visit) async throws -> Response {
    try await checkFactors(visit)
    var form = try await visit.form()
    guard let closed = ClosedSecret(form.value("secret")), let code = form.line("code") else {
      return visit.again(try codesPage(form, visit))
    }
    let written = try await accounts.take(
      closed, confirmedBy: code.description, of: try visit.person().id, at: host.now())
    guard let written else {
      form.note(FormProblem("account.codes.wrong", at: "code"))
      return visit.again(try codesPage(form, visit))
    }
    let items = written.map { "<li><code>\($0.written)</code></li>\n" as HTML }
    return visit.show(
      page(
        "account.paper.title",
        """
        <p class="lead">\(visit.reader.text("account.paper.lead"))</p>
        <ol class="paper-codes">
        \(items)</ol>
        <p class="row">\(Button.link(
          visit.reader.text("account.paper.done"), to: visit.reader.toNow(Site.ownAccount)))</p>
        """, visit.reader))
  }

  private func endCodesPage(_ reader: Reader) -> Page {
    page(
      "account.codes-end.title",
      """
      <p class="lead">\(reader.text("account.codes-end.lead"))</p>
      <form class="form" method="post" action="\(reader.toNow(Site.ownAccount("codes", "end")))">\
      \(Button.html(reader.text("account.codes-end.button"), .danger))</form>
      """, reader)
  }

  @Sendable private func endCodes(_ visit: Visit) async throws -> Response {
    try await checkFactors(visit)
    try await accounts.dropCodes(of: try visit.person().id, at: host.now())
    return visit.go(to: Site.ownAccount)
  }
}

/// Passkeys.
extension OwnSecrets {
  private func passkeyPage(_ form: Form, _ visit: Visit) async throws -> Response {
    try await checkFactors(visit)
    let reader = visit.reader
    let person = try visit.person()
    let question = try await accounts.registrationQuestion(
      of: person.id, named: person.name, at: host.now())
    // Who has no password here has nothing to add a passkey to.
    guard let question else { return visit.go(to: Site.ownAccount) }
    let label = Field("label", id: "label", label: "account.passkey.label", in: form, for: reader)
    var response = visit.show(
      Page(
        reader.text("account.passkey.title"), trail: trail(reader), width: .read,
        hasProblems: !form.isSound, scripts: [PasskeyForm.script],
        body: """
          <p class="lead">\(reader.text("account.passkey.lead"))</p>
          \(ErrorSummary.html(
            form.problems.map { ErrorSummary.Item(sentence: reader.text($0.problem.phrase)) },
            for: reader))
          \(PasskeyForm.html(
            .create, question.options, to: Site.ownAccount("passkeys"),
            button: "account.passkey.button",
            fields: label.line(form.value("label"), size: .medium), for: reader))
          """), status: form.isSound ? .ok : .unprocessableContent)
    response.setCookie(LocalSignIn.question.cookie(question.token))
    return response
  }

  @Sendable private func takePasskey(_ visit: Visit) async throws -> Response {
    try await checkFactors(visit)
    let body = try await FormBody(visit.request)
    var form = Form(
      for: visit.reader, filled: ["label": body.values["label"]?.first ?? ""])
    guard let label = form.line("label"), let json = body.values["response"]?.first,
      let token = LocalSignIn.question.token(in: visit.request),
      try await accounts.add(
        passkey: json, answering: token, named: label, of: try visit.person().id,
        at: host.now())
    else {
      form.note(FormProblem("account.passkey.not-taken"))
      return try await passkeyPage(form, visit)
    }
    return visit.go(to: Site.ownAccount)
  }

  @Sendable private func removePasskey(_ visit: Visit) async throws -> Response {
    try await checkFactors(visit)
    guard let id = visit.parameter("passkey").flatMap({ PasskeyID($0) }) else {
      throw Problem.notFound
    }
    try await accounts.remove(id, of: try visit.person().id)
    return visit.go(to: Site.ownAccount)
  }

  /// - Throws: 403 for who came in without a second factor that the account has.
  private func checkFactors(_ visit: Visit) async throws {
    guard visit.lacksFactor, try await accounts.hasSecondFactor(try visit.person().id) else {
      return
    }
    throw Problem(.forbidden, "account.factor-first")
  }

  private func page(
    _ title: Phrase, _ body: HTML, hasProblems: Bool = false, _ reader: Reader
  ) -> Page {
    Page(
      reader.text(title), trail: trail(reader), width: .read, hasProblems: hasProblems,
      body: body)
  }

  private func trail(_ reader: Reader) -> [Crumb] {
    [Crumb(reader.text("account.title"), Site.ownAccount)]
  }
}
