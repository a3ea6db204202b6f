import Domain

extension Teller {
  /// What `event` did to an exploration that stood at `state`.
  func tale(of event: Exploration.Event, after state: Exploration.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .opened(let title, let origin, let organisation, _):
      Tale("history.exploration.opened", ["title": line(title)])
        .saying("history.origin", reader.text(word(for: origin)))
        .saying("history.organisation", organisation.description)
    case .retitled(let title, _):
      Tale("history.exploration.retitled")
        .changing("history.title-field", from: before?.title.description, to: title.description)
    case .reclassified(let origin, _):
      Tale("history.exploration.reclassified")
        .changing(
          "history.origin", from: before.map { reader.text(word(for: $0.origin)) },
          to: reader.text(word(for: origin)))
    case .sectionRewritten(let section, let text, _):
      rewriting(section, from: before?.sections[section], to: text)
    case .partyAdded(_, let party, _):
      Tale("history.exploration.party-added", ["name": line(party.name)])
        .saying("history.role", party.role.description)
    case .partyRevised(let id, let party, _): revising(before?.parties[id], to: party)
    case .partyRemoved(let id, let reason, _):
      Tale("history.exploration.party-removed", ["name": line(before?.parties[id]?.name)])
        .saying("history.reason", reason)
    case .findingRecorded(_, let finding, _):
      Tale("history.exploration.finding-recorded")
        .saying("history.finding", finding.text)
        .saying("history.source", html: reader.source(finding.source))
    case .findingWithdrawn(let id, let reason, _):
      Tale("history.exploration.finding-withdrawn")
        .saying("history.finding", before?.findings[id]?.text)
        .saying("history.reason", reason)
    case .argumentPut(_, let argument, _): putting(argument)
    case .argumentWithdrawn(let id, let reason, _):
      Tale("history.exploration.argument-withdrawn")
        .saying("history.argument", before?.arguments[id]?.text)
        .saying("history.reason", reason)
    case .decisionProposed(_, let proposal, _): proposing(proposal)
    case .proposalWithdrawn(let id, let by, let reason, _):
      Tale(
        "history.exploration.proposal-withdrawn",
        ["person": person(by), "outcome": outcome(of: id, before)]
      )
      .saying("history.reason", reason)
    case .decisionAdopted(let id, let ruling, _): adopting(before?.decisions[id], ruling, id)
    case .decisionRejected(let id, let ruling, _):
      saying(
        ruling,
        Tale(
          "history.exploration.decision-rejected",
          ["person": person(ruling.by), "outcome": outcome(of: id, before)]))
    case .reopened(let by, let reason, _):
      Tale("history.exploration.reopened", ["person": person(by)])
        .saying("history.reason", reason)
    }
  }

  private func rewriting(
    _ section: Exploration.Section, from old: Prose?, to new: Prose
  ) -> Tale {
    let name = word(for: section)
    guard let old else {
      return Tale("history.exploration.section-written", ["section": .phrase(name)])
        .saying(name, new)
    }
    return Tale("history.exploration.section-rewritten", ["section": .phrase(name)])
      .changing(name, from: old, to: new)
  }

  private func revising(_ old: Exploration.Party?, to new: Exploration.Party) -> Tale {
    Tale("history.exploration.party-revised", ["name": line(old?.name ?? new.name)])
      .changing("history.name", from: old?.name.description, to: new.name.description)
      .changing("history.role", from: old?.role.description, to: new.role.description)
  }

  private func putting(_ argument: Exploration.Argument) -> Tale {
    let tale =
      switch argument.side {
      case .inFavour: Tale("history.exploration.argument-in-favour")
      case .against: Tale("history.exploration.argument-against")
      }
    return tale.saying("history.argument", argument.text)
  }

  private func proposing(_ proposal: Exploration.Proposal) -> Tale {
    let tale = Tale(
      "history.exploration.decision-proposed",
      ["person": person(proposal.by), "outcome": .phrase(word(for: proposal.outcome))])
    return particulars(of: proposal.outcome, tale)
      .saying("history.grounds", proposal.grounds)
      .saying("history.alternatives", proposal.alternatives)
  }

  private func adopting(
    _ decision: Exploration.Decision?, _ ruling: Exploration.Ruling, _ id: DecisionID
  ) -> Tale {
    let outcome = decision?.proposal.outcome
    let tale = Tale(
      "history.exploration.decision-adopted",
      [
        "person": person(ruling.by),
        "outcome": .phrase(outcome.map { word(for: $0) } ?? "history.outcome.unknown"),
      ])
    return following(outcome?.followUp, saying(ruling, tale))
  }

  /// With what the one who decided said, and who thought otherwise.
  private func saying(_ ruling: Exploration.Ruling, _ tale: Tale) -> Tale {
    ruling.dissent.reduce(tale.saying("history.grounds", ruling.grounds)) { tale, dissent in
      tale.saying(
        Phrase("history.dissent", ["person": person(dissent.by)]), dissent.text)
    }
  }

  private func following(_ next: FollowUp?, _ tale: Tale) -> Tale {
    switch next {
    case .establish(let id):
      tale.saying("history.follow-up", html: link("history.to-programme", Site.programme(id)))
    case .raise(let id):
      tale.saying("history.follow-up", html: link("history.to-signal", Site.signal(id)))
    case nil: tale
    }
  }

  private func particulars(of outcome: Exploration.Outcome, _ tale: Tale) -> Tale {
    switch outcome {
    case .programme, .signal: tale
    case .project(let description, let owner), .lineActivity(let description, let owner):
      tale.saying("history.description", description)
        .saying("history.owner", people.name(owner))
    case .noAction(let day): tale.saying("history.look-again", reader.day(day))
    }
  }

  private func outcome(of id: DecisionID, _ before: Exploration.Dossier?) -> Phrase.Value {
    .phrase(
      before?.decisions[id].map { word(for: $0.proposal.outcome) } ?? "history.outcome.unknown")
  }
}

/// The words of an exploration as they stand within a sentence.
extension Teller {
  private func word(for origin: Exploration.Origin) -> Phrase {
    switch origin {
    case .ibraRisk: "history.origin.ibra-risk"
    case .obligation: "history.origin.obligation"
    case .development: "history.origin.development"
    case .organisationalChange: "history.origin.organisational-change"
    }
  }

  private func word(for section: Exploration.Section) -> Phrase {
    switch section {
    case .problem: "history.section.problem"
    case .causes: "history.section.causes"
    case .influence: "history.section.influence"
    case .system: "history.section.system"
    }
  }

  private func word(for outcome: Exploration.Outcome) -> Phrase {
    switch outcome {
    case .programme: "history.outcome.programme"
    case .project: "history.outcome.project"
    case .lineActivity: "history.outcome.line-activity"
    case .signal: "history.outcome.signal"
    case .noAction: "history.outcome.no-action"
    }
  }
}
