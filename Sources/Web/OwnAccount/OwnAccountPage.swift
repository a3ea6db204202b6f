import Authentication
import Credentials
import Domain
import EventSourcing
import Foundation
import ReadModels

/// The own account: what one may do, where one is signed in, and how one signs in.
struct OwnAccountPage {
  let person: Person
  let sessions: [Session]
  /// The session that looks.
  let current: Identity?
  /// Whether the person's roles take more than the password that the session began with.
  let lacksFactor: Bool
  /// Nil where Koers keeps no passwords.
  let secrets: Secrets?

  struct Secrets {
    let standing: LocalAccounts.Standing
    let passkeys: [LocalAccounts.NamedPasskey]
    let offersPasskeys: Bool
  }

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("account.title"), width: .read,
      body: """
        \(lacksFactor ? factorMessage(reader) : .nothing)\
        <h2>\(reader.text("account.rights"))</h2>
        \(rights(reader))\(emergency(reader))
        <h2>\(reader.text("account.sessions"))</h2>
        <p>\(reader.text("account.sessions-lead"))</p>
        \(sessionTable(reader))\(endOthers(reader))
        \(secrets.map { signIn($0, reader) })
        """)
  }

  private func factorMessage(_ reader: Reader) -> HTML {
    Status.message(reader.text("account.lacks-factor"), kind: .warn, icon: Icon.warning)
  }

  private func rights(_ reader: Reader) -> HTML {
    guard !person.authority.grounds.isEmpty else {
      return EmptyState.html(reader.text("portfolio.no-role"))
    }
    let items = person.authority.grounds.map { ground -> HTML in
      switch ground {
      case .role(let role, let scope):
        "<li>\(reader.text(role.name)), \(reader.scope(scope))</li>\n"
      case .emergency(_, let until):
        "<li>\(reader.text("people.why.emergency", ["until": .text(reader.minute(until))]))</li>\n"
      }
    }
    return "<ul>\n\(items)</ul>\n"
  }

  private func emergency(_ reader: Reader) -> HTML {
    guard reader.maySee(Site.emergency) else { return .nothing }
    let button = Button.link(
      reader.text("emergency.offer-link"), to: reader.toNow(Site.emergency), .secondary)
    return "<p class=\"row\">\(button)</p>\n"
  }

  private func sessionTable(_ reader: Reader) -> HTML {
    var table = DataTable(
      "sessions", caption: reader.text("account.sessions"), isCaptionHidden: true)
    for column: Phrase in [
      "account.column.browser", "account.column.begun", "account.column.seen",
      "people.column.act",
    ] {
      table.column(reader.text(column))
    }
    for session in sessions {
      table.row(
        HTML(session.browser.isEmpty ? reader.text("account.browser-unknown") : session.browser),
        reader.time(session.begunAt), reader.time(session.seenAt),
        session.id == current
          ? StatusBadge.html(reader.text("account.this-session"), .ok) : end(session, reader))
    }
    return table.html(for: reader)
  }

  private func end(_ session: Session, _ reader: Reader) -> HTML {
    post(
      Site.ownAccount("sessions", session.id.description, "end"), "account.end-session", reader)
  }

  private func endOthers(_ reader: Reader) -> HTML {
    guard sessions.count > 1 else { return .nothing }
    return post(Site.ownAccount("sessions", "end"), "account.end-others", reader)
  }

  private func post(_ link: Link, _ words: Phrase, _ reader: Reader) -> HTML {
    """
    <form method="post" action="\(reader.toNow(link))">\
    \(Button.html(reader.text(words), .secondary))</form>

    """
  }

  private func signIn(_ secrets: Secrets, _ reader: Reader) -> HTML {
    """
    <h2>\(reader.text("account.sign-in"))</h2>
    \(means(secrets, reader))\(passkeys(secrets, reader))
    """
  }

  private func means(_ secrets: Secrets, _ reader: Reader) -> HTML {
    let standing = secrets.standing
    guard let mail = standing.mail else {
      return EmptyState.html(reader.text("account.no-password"))
    }
    var list = SummaryList()
    list.add(reader.text("people.field.mail"), text: mail)
    list.add(
      reader.text("sign-in.field.password"), text: reader.text("account.password-set"),
      change: Site.ownAccount("password"))
    list.add(
      reader.text("account.codes"),
      text: standing.makesCodes
        ? reader.text("account.codes-on", ["left": .number(standing.paperCodesLeft)])
        : reader.text("account.codes-off"), change: Site.ownAccount("codes"))
    return list.html(for: reader)
  }

  private func passkeys(_ secrets: Secrets, _ reader: Reader) -> HTML {
    guard secrets.offersPasskeys, secrets.standing.mail != nil else { return .nothing }
    var table = DataTable("passkeys", caption: reader.text("account.passkeys"))
    for column: Phrase in [
      "people.column.person", "account.column.made", "account.column.used", "people.column.act",
    ] {
      table.column(reader.text(column))
    }
    for passkey in secrets.passkeys {
      table.row(
        HTML(passkey.label), reader.time(passkey.madeAt),
        passkey.usedAt.map { reader.time($0) } ?? .nothing,
        post(
          Site.ownAccount("passkeys", passkey.id.description, "removal"), "account.remove",
          reader))
    }
    let add = Button.link(
      reader.text("account.add-passkey"), to: reader.toNow(Site.ownAccount("passkeys")), .secondary)
    return """
      \(secrets.passkeys.isEmpty ? .nothing : table.html(for: reader))
      <p class="row">\(add)</p>

      """
  }
}
