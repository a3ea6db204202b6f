import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import HTTPTypes
import Hummingbird

/// Where a link leads that was handed over to somebody: to choose the password to sign in with.
///
/// Looking at it does nothing, since mail programs follow links by themselves; only sending the form spends it.
struct LinkPage: Sendable {
  let accounts: LocalAccounts
  let host: SessionHost

  var routes: [Route] {
    [
      .get("sign-in/link/:token", for: .everyone, proof: .any, showing: .nothing, draw),
      .post("sign-in/link/:token", for: .everyone, proof: .any, showing: .nothing, take),
    ]
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let (_, invitation) = try await invitation(visit)
    return visit.show(
      page(Form(for: visit.reader, filled: ["mail": invitation.mail ?? ""]), visit))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    let (token, _) = try await invitation(visit)
    var form = try await visit.form()
    let (mail, password) = (form.mail("mail"), form.secret("password-new"))
    guard let mail, let password else { return visit.again(page(form, visit)) }
    do {
      let person = try await accounts.accept(
        token, mail: mail, password: password, besides: [visit.reader.house.organisation],
        at: host.now())
      // A link stands in for the password, not for the code that follows on it.
      guard try await accounts.standing(of: person).makesCodes else {
        return try await host.welcome(person, by: .password, to: nil, visit)
      }
      return visit.go(to: Site.signIn)
    } catch let refusal as LocalAccounts.Refusal {
      form.note(PasswordRefusals.explain(refusal))
      return visit.again(page(form, visit))
    }
  }

  private func invitation(
    _ visit: Visit
  ) async throws -> (OneTimeToken, LocalAccounts.Invitation) {
    guard let token = visit.parameter("token").flatMap({ OneTimeToken($0) }),
      let invitation = try await accounts.invitation(token, at: host.now())
    else { throw Problem(.forbidden, "sign-in.link.spent") }
    return (token, invitation)
  }

  private func page(_ form: Form, _ visit: Visit) -> Page {
    let sheet = FormSheet.html(
      form, to: visit.reader.here, button: "sign-in.link.button", for: visit.reader
    ) { sheet in
      sheet.mail("mail", label: "people.field.mail", autocomplete: "username")
      sheet.secret(
        "password-new", label: "sign-in.field.password-new",
        hint: "sign-in.field.password-new-hint", autocomplete: "new-password")
    }
    return Page(
      visit.reader.text("sign-in.link.title"), width: .read, hasProblems: !form.isSound,
      body: """
        <p class="lead">\(visit.reader.text("sign-in.link.lead"))</p>
        \(sheet)
        """)
  }
}

/// Why a password is not taken, in words, and at which field.
enum PasswordRefusals {
  static func explain(_ refusal: LocalAccounts.Refusal) -> FormProblem {
    switch refusal {
    case .password(let refusal): FormProblem(sentence(refusal), at: "password-new")
    case .linkSpent: FormProblem("sign-in.link.spent")
    case .mailTaken: FormProblem("sign-in.mail-taken", at: "mail")
    case .busy: FormProblem("sign-in.busy")
    case .wrong: FormProblem("sign-in.password.wrong", at: "password")
    case .wait(let seconds):
      FormProblem(Phrase("sign-in.wait", ["seconds": .number(seconds)]))
    }
  }

  private static func sentence(_ refusal: PasswordRule.Refusal) -> Phrase {
    switch refusal {
    case .tooShort(let min): Phrase("sign-in.password.too-short", ["min": .number(min)])
    case .tooLong(let max): Phrase("sign-in.password.too-long", ["max": .number(max)])
    case .repetitive: "sign-in.password.repetitive"
    case .common: "sign-in.password.common"
    case .contextual: "sign-in.password.contextual"
    }
  }
}
