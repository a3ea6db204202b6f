import Domain
import ReadModels

/// Forms about deciding: proposing, withdrawing the proposal, rejecting it, and opening again.
enum DecisionForms {
  static let all = [propose, withdraw, reject, reopen]

  static let propose = ExplorationForm(
    "explorations/:exploration/decisions", for: .propose, title: "exploration.proposal.title",
    lead: "exploration.proposal.lead", button: "exploration.proposal.button", guarding: .whole,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.html(MissingElements.html(about))
      sheet.radios(
        "outcome", label: "exploration.field.outcome",
        Exploration.Outcome.Kind.allCases.map {
          Choice($0.rawValue, visit.reader.text($0.name), hint: visit.reader.text($0.meaning))
        })
      sheet.group("exploration.proposal.work", when: Self.outcome(.project, .lineActivity)) {
        sheet in
        sheet.prose(
          "description", label: "exploration.field.description",
          hint: "exploration.field.description-hint", rows: 4)
        sheet.select(
          "owner", label: "exploration.field.owner", about.people.choices)
      }
      sheet.group("exploration.proposal.no-action", when: Self.outcome(.noAction)) { sheet in
        sheet.day("look-again", label: "exploration.field.look-again")
      }
      sheet.prose("grounds", label: "exploration.field.grounds", rows: 6)
      sheet.prose(
        "alternatives", label: "exploration.field.alternatives",
        hint: "exploration.field.alternatives-hint", rows: 6)
      sheet.happenedOn("exploration.field.proposed-on")
    },
    command: { form, about, visit in
      let outcome = form.outcome(among: about.people)
      let (grounds, alternatives) = (form.prose("grounds"), form.prose("alternatives"))
      let day = form.happenedDay()
      guard let outcome, let grounds, let alternatives, let day else { return nil }
      let proposal = Exploration.Proposal(
        outcome, grounds: grounds, alternatives: alternatives, by: try visit.actor())
      return .propose(DecisionID(form.command), proposal, on: day)
    })

  /// That one of these is proposed.
  private static func outcome(_ kinds: Exploration.Outcome.Kind...) -> Fieldset.Condition {
    Fieldset.Condition("outcome", isOneOf: kinds.map(\.rawValue))
  }

  static let withdraw = ExplorationForm(
    "explorations/:exploration/decisions/:decision/withdrawal", for: .propose,
    title: "exploration.proposal-withdrawal.title", lead: "exploration.proposal-withdrawal.lead",
    button: "exploration.proposal-withdrawal.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(visit.reader.text(try about.decision(visit).proposal.outcome.kind.name))
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.decision(visit).id
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .withdrawProposal(id, by: try visit.actor(), reason: reason, on: day)
    })

  static let reject = ExplorationForm(
    "explorations/:exploration/decisions/:decision/rejection", for: .decide,
    title: "exploration.rejection.title", lead: "exploration.rejection.lead",
    button: "exploration.rejection.button", weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(visit.reader.text(try about.decision(visit).proposal.outcome.kind.name))
      sheet.ruling(about.people, for: visit.reader)
    },
    command: { form, about, visit in
      let id = try about.decision(visit).id
      let (ruling, day) = (
        form.ruling(by: try visit.actor(), among: about.people), form.happenedDay()
      )
      guard let ruling, let day else { return nil }
      return .decide(id, .reject, ruling, on: day)
    })

  static let reopen = ExplorationForm(
    "explorations/:exploration/reopening", for: .explore, title: "exploration.reopening.title",
    lead: "exploration.reopening.lead", button: "exploration.reopening.button",
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, _ in
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .reopen(by: try visit.actor(), reason: reason, on: day)
    })
}

extension Form {
  /// The outcome that was chosen, with what it asks; what another outcome asks does not count.
  fileprivate mutating func outcome(among people: People) -> Exploration.Outcome? {
    switch choice("outcome", as: Exploration.Outcome.Kind.self) {
    case nil: nil
    case .programme: .programme(id: ProgrammeID(command))
    case .signal: .signal(id: SignalID(command))
    case .noAction: day("look-again").map { .noAction(lookAgainOn: $0) }
    case .project: work(among: people).map { .project(description: $0.0, owner: $0.1) }
    case .lineActivity: work(among: people).map { .lineActivity(description: $0.0, owner: $0.1) }
    }
  }

  private mutating func work(among people: People) -> (Prose, PersonID)? {
    let (description, owner) = (prose("description"), person("owner", among: people))
    guard let description, let owner else { return nil }
    return (description, owner)
  }
}
