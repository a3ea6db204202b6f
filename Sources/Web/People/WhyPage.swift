import Domain
import ReadModels

/// Why somebody may see or do something: right by right, the grants that say so.
struct WhyPage {
  let accounts: [AccountRow]
  let grants: [GrantRow]
  let emergencies: [EmergencyRow]
  let programmes: [ProgrammeNamesQuery.Name]
  let choice: Question

  /// Of whom, and where.
  struct Question {
    let person: PersonID?
    let programme: ProgrammeID?

    init(_ visit: Visit) throws(Problem) {
      person = try Self.read("person", visit)
      programme = try Self.read("programme", visit)
    }

    private static func read<Value: LosslessStringConvertible>(
      _ name: String, _ visit: Visit
    ) throws(Problem) -> Value? {
      guard let text = visit.query(name), !text.isEmpty else { return nil }
      guard let value = Value(text) else { throw .notFound }
      return value
    }

    var place: Authority.Place { programme.map { .programme($0) } ?? .organisation }
    var scope: Grant.Scope { programme.map { .programme(id: $0) } ?? .organisation }
  }

  func page(for reader: Reader) -> Page {
    Page(
      reader.text("people.why.title"),
      trail: [Crumb(reader.text("people.title"), Site.people)], width: .read,
      body: """
        <p class="lead">\(reader.text("people.why.lead"))</p>
        \(question(reader))\(answer(reader))
        """)
  }

  private func question(_ reader: Reader) -> HTML {
    var form = QuestionForm(to: Site.why, for: reader)
    form.select(
      "person", "people.field.person", chosen: choice.person?.description,
      none: "people.why.choose",
      [(nil, accounts.map { Choice($0.person.description, $0.profile.name.description) })])
    form.select(
      "programme", "people.field.programme", chosen: choice.programme?.description,
      none: "people.scope-kind.organisation",
      [(nil, programmes.map { Choice($0.programme.description, $0.label.name.description) })])
    return form.html(button: "people.why.button")
  }

  private func answer(_ reader: Reader) -> HTML {
    guard let person = choice.person else { return .nothing }
    let roster = Roster(accounts: accounts, grants: grants, emergencies: emergencies)
    guard let account = accounts.first(where: { $0.person == person }),
      let found = roster.person(person, on: reader.dayShown, at: reader.now)
    else { return EmptyState.html(reader.text("people.why.nobody")) }
    var list = SummaryList()
    for right in Right.allCases {
      list.add(
        reader.text(right.name),
        reasons(found.authority.grounds(for: right, at: choice.place), account, reader))
    }
    let title = reader.text(
      "people.why.answer",
      [
        "person": .text(account.profile.name.description),
        "place": .text(reader.scopeText(choice.scope, among: programmes)),
      ])
    return """
      <h2>\(title)</h2>
      \(list.html(for: reader))
      <p class="row"><a href="\(reader.to(Site.account(account.home.account)))">\(reader.text("people.why.account"))</a></p>

      """
  }

  private func reasons(
    _ grounds: [Authority.Ground], _ account: AccountRow, _ reader: Reader
  ) -> HTML {
    guard !grounds.isEmpty else {
      return "<span class=\"none\">\(reader.text("people.why.not"))</span>"
    }
    return grounds.map { reason($0, account, reader) }.joined(separator: "<br>")
  }

  private func reason(
    _ ground: Authority.Ground, _ account: AccountRow, _ reader: Reader
  ) -> HTML {
    switch ground {
    case .emergency(_, let until):
      return HTML(reader.text("people.why.emergency", ["until": .text(reader.minute(until))]))
    case .role(let role, let scope):
      let grant = grants.first {
        $0.home == account.home && $0.holds(on: reader.dayShown) && $0.grant.role == role
          && $0.grant.scope == scope
      }
      return reader.html(
        "people.why.role",
        [
          "role": HTML(reader.text(role.name)), "scope": reader.scope(scope, among: programmes),
          "grantor": HTML(grant.map { reader.grantor($0.grantor) } ?? ""),
          "reason": grant?.reason.map { HTML($0.description) } ?? .nothing,
        ])
    }
  }
}
