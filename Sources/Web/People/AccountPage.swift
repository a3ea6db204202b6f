import Domain
import ReadModels
import Reads

/// One account: who it is, what was granted by whom and why, and when emergency access was taken.
enum AccountPage {
  /// The page, with the unfinished work of somebody whose account is closed, as the reader may see it.
  static func page(_ about: AccountSubject, left: [HeldWork]) -> Page {
    let reader = about.reader
    let account = about.account
    return Page(
      account.profile.name.description, kicker: reader.text("history.kicker.account"),
      trail: [Crumb(reader.text("people.title"), Site.people)],
      body: """
        \(tabs(about))
        \(details(about))
        <h2>\(reader.text("people.grants"))</h2>
        \(give(about))\(grants(about))\(emergencies(about))\(work(about, left))
        """)
  }

  /// Whether the account is open, and otherwise since when it is not.
  static func standing(of account: AccountRow, _ reader: Reader) -> HTML {
    guard let closing = account.closing else {
      return StatusBadge.html(reader.text("people.account.open"), .ok)
    }
    return StatusBadge.html(
      reader.text("people.account.closed", ["day": .text(reader.shortDay(closing.on))]))
  }

  static func tabs(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    return Tabs.html(
      [
        Tabs.Tab(reader.text("people.tab"), about.page),
        Tabs.Tab(reader.text("history.tab"), Site.account(about.id, "history")),
        Tabs.Tab(reader.text("people.erasure.tab"), Site.account(about.id, "erasures")),
      ], label: reader.text("history.tabs"), for: reader)
  }

  private static func details(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    let account = about.account
    let isOpen = account.closing == nil
    var list = SummaryList()
    list.add(
      reader.text("people.field.name"), text: account.profile.name.description,
      change: about.form("details", when: isOpen))
    list.add(reader.text("people.field.mail"), text: account.profile.mail?.description)
    list.add(reader.text("people.field.id"), text: account.person.description)
    list.add(reader.text("people.column.account"), standing(of: account, reader))
    if let closing = account.closing {
      list.add(reader.text("history.reason"), closing.because.html)
    }
    return """
      \(list.html(for: reader))
      <p class="row acts">\
      \(Act.html("people.act.close", on: nil, to: about.form("closing", when: isOpen && !about.isReader), for: reader))\
      \(Act.html("people.act.reopen", on: nil, to: about.form("reopening", when: !isOpen), for: reader))</p>
      \(invitation(about))\(sessionsEnd(about))\(held(about))\(reads(about))

      """
  }

  private static func reads(_ about: AccountSubject) -> HTML {
    guard about.reader.maySee(Site.reads) else { return .nothing }
    let subject = Read.Subject(.account, about.identity)
    let link = Button.link(
      about.reader.text("reads.of-account"),
      to: about.reader.to(Site.reads.with("subject", subject.description)), .secondary)
    return "<p class=\"row\">\(link)</p>\n"
  }

  private static func invitation(_ about: AccountSubject) -> HTML {
    guard let form = about.form("invitation", when: about.account.closing == nil) else {
      return .nothing
    }
    return """
      <form method="post" action="\(about.reader.toNow(form))">\
      \(Button.html(about.reader.text("people.act.invite"), .secondary))</form>
      """
  }

  private static func sessionsEnd(_ about: AccountSubject) -> HTML {
    guard let form = about.form("sessions", "end", when: !about.isReader) else { return .nothing }
    return """
      <form method="post" action="\(about.reader.toNow(form))">\
      \(Button.html(about.reader.text("people.act.end-sessions"), .secondary))</form>
      """
  }

  private static func held(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    let link = Site.account(about.id, "held")
    guard reader.maySee(link) else { return .nothing }
    let button = Button.link(
      reader.text("people.held.short"), to: reader.to(link), .secondary)
    return "<p class=\"row\">\(button)</p>\n"
  }

  private static func give(_ about: AccountSubject) -> HTML {
    guard let form = about.form("grants", when: about.account.closing == nil && !about.isReader)
    else {
      return .nothing
    }
    let button = Button.link(about.reader.text("people.act.grant"), to: about.reader.to(form))
    return "<p class=\"row\">\(button)</p>\n"
  }

  private static func grants(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    guard !about.grants.isEmpty else {
      return EmptyState.html(reader.text("people.grants.empty"))
    }
    var table = DataTable(
      "grants", caption: reader.text("people.grants"), isCaptionHidden: true)
    table.column(reader.text("people.column.role"), .words)
    for column: Phrase in [
      "people.column.scope", "people.column.term", "people.column.standing",
    ] {
      table.column(reader.text(column))
    }
    table.column(reader.text("people.column.why"), .sentences)
    let ways = about.grants.map { acts($0, about) }
    let canAct = ways.contains { !$0.isEmpty }
    if canAct { table.column(reader.text("people.column.act"), .words) }
    for (grant, way) in zip(about.grants, ways).reversed() {
      let cells = [
        HTML(reader.text(grant.grant.role.name)), about.name(of: grant.grant.scope),
        HTML(reader.term(grant.grant.term)), reader.standing(of: grant, on: reader.dayShown),
        reader.why(grant),
      ]
      table.row(canAct ? cells + [way] : cells)
    }
    return table.html(for: reader)
  }

  private static func acts(_ grant: GrantRow, _ about: AccountSubject) -> HTML {
    let reader = about.reader
    let role = reader.text(grant.grant.role.name)
    func act(_ words: Phrase, _ part: String, when isTime: Bool) -> HTML {
      Act.html(
        words, on: role,
        to: about.form("grants", grant.id.description, part, when: isTime), for: reader)
    }
    // What would be refused is not offered: nobody changes their own rights, nor confirms what they proposed.
    guard !about.isReader else { return .nothing }
    let isOpen = about.account.closing == nil
    let isOthers = reader.visitor.person.map { grant.grantor != .person(id: $0.id) } ?? false
    return act(
      "people.act.confirm", grant.isByGroup ? "admission" : "confirmation",
      when: isOpen && isOthers && grant.standing == .proposed)
      + act("people.act.decline", "declining", when: grant.standing == .proposed)
      + act("people.act.revoke", "revocation", when: grant.standing == .held)
  }

  /// Who lets people in sees none of their work, and reads who does.
  private static func work(_ about: AccountSubject, _ left: [HeldWork]) -> HTML {
    let reader = about.reader
    guard about.account.closing != nil else { return .nothing }
    let told: HTML =
      if reader.visitor.person?.may(.read, at: .organisation) != true {
        EmptyState.html(reader.text("handover.unseen"))
      } else if left.isEmpty {
        EmptyState.html(reader.text("handover.none"))
      } else { HandoverTable(reader: reader, namesHolders: false).html(left) }
    return "<h2>\(reader.text("handover.title"))</h2>\n\(told)"
  }

  private static func emergencies(_ about: AccountSubject) -> HTML {
    let reader = about.reader
    guard !about.emergencies.isEmpty else { return .nothing }
    var table = DataTable("emergencies", caption: reader.text("people.emergencies"))
    for column: Phrase in ["people.column.from", "people.column.until", "history.reason"] {
      table.column(reader.text(column))
    }
    for emergency in about.emergencies {
      table.row(
        HTML(reader.minute(emergency.from)), HTML(reader.minute(emergency.until)),
        emergency.reason.html)
    }
    return table.html(for: reader)
  }
}
