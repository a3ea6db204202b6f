import Domain
import ReadModels

/// The kinds of places where a role can be played, as a form offers them.
enum ScopeKind: String, CaseIterable {
  case organisation
  case programme
  case caseType

  var name: Phrase {
    switch self {
    case .organisation: "people.scope-kind.organisation"
    case .programme: "people.scope-kind.programme"
    case .caseType: "people.scope-kind.case-type"
    }
  }
}

extension FormSheet {
  /// Who somebody is.
  mutating func profile() {
    line("name", label: "people.field.name")
    mail("mail", label: "people.field.mail", hint: "people.field.mail-hint", optional: true)
  }

  /// A role, where it is played, and from when until when.
  mutating func grant(among programmes: [ProgrammeNamesQuery.Name], for reader: Reader) {
    radios(
      "role", label: "people.column.role",
      Role.allCases.map { Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning)) }
    )
    radios(
      "scope", label: "people.column.scope",
      ScopeKind.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    group(
      "people.scope-kind.programme",
      when: Fieldset.Condition("scope", isOneOf: [ScopeKind.programme.rawValue])
    ) { sheet in
      sheet.select(
        "programme", label: "people.field.programme", optional: true,
        programmes.map { Choice($0.programme.description, $0.label.name.description) })
    }
    group(
      "people.scope-kind.case-type",
      when: Fieldset.Condition("scope", isOneOf: [ScopeKind.caseType.rawValue])
    ) { sheet in
      sheet.line("case-type", label: "people.field.case-type", optional: true, size: .medium)
    }
    day("start", label: "people.field.start")
    day("end", label: "people.field.end", optional: true)
  }

  /// Which grant a form is about.
  mutating func naming(_ grant: GrantRow, of about: AccountSubject) {
    let reader = about.reader
    var list = SummaryList()
    list.add(reader.text("people.column.person"), text: about.account.profile.name.description)
    list.add(reader.text("people.column.role"), text: reader.text(grant.grant.role.name))
    list.add(reader.text("people.column.scope"), about.name(of: grant.grant.scope))
    list.add(reader.text("people.column.term"), text: reader.term(grant.grant.term))
    list.add(reader.text("people.column.why"), reader.why(grant))
    html(list.html(for: reader))
  }
}

extension Form {
  /// Who somebody is; nil when something is wrong with a field.
  mutating func profile() -> Account.Profile? {
    let (name, mail) = (line("name"), optionalMail("mail"))
    guard let name, isSound else { return nil }
    return Account.Profile(name, mail: mail)
  }

  mutating func optionalMail(_ field: String) -> MailAddress? {
    optional(field) == nil ? nil : mail(field)
  }

  /// An address to which mail can be sent, that must be there.
  mutating func mail(_ field: String) -> MailAddress? {
    guard let text = line(field) else { return nil }
    guard let mail = MailAddress(text.description) else {
      note(.said("people.field.not-a-mail"), at: field)
      return nil
    }
    return mail
  }

  /// A role, where it is played, and from when until when; nil when something is wrong with a field.
  mutating func grant(among programmes: [ProgrammeNamesQuery.Name]) -> Grant? {
    let (role, scope) = (choice("role", as: Role.self), scope(among: programmes))
    let (start, end) = (day("start"), optionalDay("end"))
    guard let role, let scope, let start, isSound else { return nil }
    return Grant(role, in: scope, Grant.Term(from: start, until: end))
  }

  private mutating func scope(among programmes: [ProgrammeNamesQuery.Name]) -> Grant.Scope? {
    guard let kind = choice("scope", as: ScopeKind.self) else { return nil }
    switch kind {
    case .organisation: return .organisation
    case .programme:
      guard let id = offered("programme", as: ProgrammeID.self) else { return nil }
      guard programmes.contains(where: { $0.programme == id }) else {
        note(.notAChoice, at: "programme")
        return nil
      }
      return .programme(id: id)
    case .caseType: return line("case-type").map { .caseType(name: $0) }
    }
  }
}
