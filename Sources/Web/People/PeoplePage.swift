import Domain
import ReadModels

/// Everybody with an account, and the grants that wait for a second person.
struct PeoplePage {
  let accounts: [AccountRow]
  let grants: [GrantRow]
  let emergencies: [EmergencyRow]
  let erasures: [ErasureRow]

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("people.title"),
      body: """
        <p class="lead">\(reader.text("people.lead"))</p>
        \(warning(reader))\(ways(reader))\(waiting(reader))\(emergencies(reader))
        <h2>\(reader.text("people.accounts"))</h2>
        \(accounts.isEmpty ? EmptyState.html(reader.text("people.empty")) : table(reader))
        """)
  }

  /// Without an administrator nobody can be let in or be given a role, and nobody but the operator can change that.
  private func warning(_ reader: Reader) -> HTML {
    guard !reader.looksBack else { return .nothing }
    let isAdministered = accounts.contains { account in
      account.closing == nil
        && grants.contains {
          $0.home == account.home && $0.grant.role.may(.administer)
            && $0.holds(on: reader.dayShown)
        }
    }
    guard !isAdministered else { return .nothing }
    return Status.message(
      reader.text("people.no-administrator"), kind: .warn, icon: Icon.warning)
  }

  private func ways(_ reader: Reader) -> HTML {
    let new =
      reader.mayPost(to: Site.newAccount)
      ? Button.link(reader.text("people.new"), to: reader.to(Site.newAccount)) : .nothing
    return """
      <p class="row">\(new)\
      \(Button.link(reader.text("people.review.title"), to: reader.to(Site.rightsReview), .secondary))\
      \(Button.link(reader.text("people.why.title"), to: reader.to(Site.why), .secondary))</p>

      """
  }

  /// What waits for a second person comes first: nobody else will ask for it.
  private func waiting(_ reader: Reader) -> HTML {
    let proposed = grants.filter { grant in
      // Of who left nothing can be confirmed.
      grant.standing == .proposed
        && accounts.contains { $0.home == grant.home && $0.closing == nil }
    }
    let requested = erasures.filter { $0.standing == .requested }
    guard !(proposed.isEmpty && requested.isEmpty) else { return .nothing }
    let wishes = requested.compactMap { erasure -> HTML? in
      accounts.first { $0.home == erasure.home }.map { account in
        let sentence = reader.text(
          "people.erasure.waits", ["person": .text(account.profile.name.description)])
        return
          "<li><a href=\"\(reader.to(Site.account(erasure.home.account, "erasures")))\">\(sentence)</a></li>\n"
      }
    }
    let items = proposed.compactMap { grant -> HTML? in
      accounts.first { $0.home == grant.home }.map { account in
        let sentence = reader.text(
          "people.waits",
          [
            "role": .phrase(grant.grant.role.name),
            "person": .text(account.profile.name.description),
          ])
        return
          "<li><a href=\"\(reader.to(Site.account(grant.home.account)))\">\(sentence)</a></li>\n"
      }
    }
    return """
      <h2>\(reader.text("people.waiting"))</h2>
      <ul>
      \(items)\(wishes)</ul>

      """
  }

  private func emergencies(_ reader: Reader) -> HTML {
    guard !emergencies.isEmpty else { return .nothing }
    var table = DataTable("emergencies", caption: reader.text("people.emergencies"))
    for column: Phrase in [
      "people.column.person", "people.column.from", "people.column.until", "history.reason",
    ] {
      table.column(reader.text(column))
    }
    for emergency in emergencies.prefix(20) {
      let account = accounts.first { $0.home == emergency.home }
      table.row(
        HTML(account?.profile.name.description ?? ""), HTML(reader.minute(emergency.from)),
        HTML(reader.minute(emergency.until)), emergency.reason.html)
    }
    return table.html(for: reader)
  }

  private func table(_ reader: Reader) -> HTML {
    var table = DataTable("people", caption: reader.text("people.accounts"), isCaptionHidden: true)
    table.column(reader.text("people.column.person"))
    table.column(reader.text("people.column.roles"), .words)
    table.column(reader.text("people.column.mail"))
    table.column(reader.text("people.column.account"))
    for account in accounts {
      table.row(
        "<a href=\"\(reader.to(Site.account(account.home.account)))\">\(account.profile.name)</a>",
        roles(of: account, reader), HTML(account.profile.mail?.description ?? ""),
        AccountPage.standing(of: account, reader))
    }
    return table.html(for: reader)
  }

  private func roles(of account: AccountRow, _ reader: Reader) -> HTML {
    let held = grants.filter { $0.home == account.home && $0.holds(on: reader.dayShown) }
    guard !held.isEmpty else {
      return "<span class=\"none\">\(reader.text("people.no-role"))</span>"
    }
    return held.map { HTML(reader.text($0.grant.role.name)) }.joined(separator: ", ")
  }
}
