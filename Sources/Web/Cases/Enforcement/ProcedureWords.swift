import Domain

extension Enforcement.Prosecution {
  var name: Phrase {
    switch self {
    case .laidBefore: "enforcement.prosecution.laid-before"
    case .begun: "enforcement.prosecution.begun"
    case .penalOrder: "enforcement.prosecution.penal-order"
    case .dropped: "enforcement.prosecution.dropped"
    case .acquitted: "enforcement.prosecution.acquitted"
    case .notedInError: "enforcement.prosecution.noted-in-error"
    }
  }
}

extension Enforcement.Penalty.Unit {
  /// Behind an amount: a week, a violation.
  var name: Phrase {
    switch self {
    case .once: "enforcement.unit.once"
    case .perDay: "enforcement.unit.per-day"
    case .perWeek: "enforcement.unit.per-week"
    case .perMonth: "enforcement.unit.per-month"
    case .perViolation: "enforcement.unit.per-violation"
    }
  }
}

extension Enforcement.ObjectionOutcome {
  var name: Phrase {
    switch self {
    case .inadmissible: "enforcement.objection.inadmissible"
    case .unfounded: "enforcement.objection.unfounded"
    case .revised: "enforcement.objection.revised"
    case .revoked: "enforcement.objection.revoked"
    }
  }

  var meaning: Phrase {
    switch self {
    case .inadmissible: "enforcement.objection.inadmissible-meaning"
    case .unfounded: "enforcement.objection.unfounded-meaning"
    case .revised: "enforcement.objection.revised-meaning"
    case .revoked: "enforcement.objection.revoked-meaning"
    }
  }
}

extension Enforcement.Unsettled {
  /// What is to be done about it first.
  var remedy: Phrase {
    switch self {
    case .proposal: "enforcement.unsettled.proposal"
    case .action: "enforcement.unsettled.action"
    case .collection: "enforcement.unsettled.collection"
    case .ending: "enforcement.unsettled.ending"
    case .decision: "enforcement.unsettled.decision"
    }
  }
}

extension Enforcement.Ending {
  var name: Phrase {
    switch self {
    case .restored: "enforcement.ending.restored"
    case .repeated: "enforcement.ending.repeated"
    case .dismissed: "enforcement.ending.dismissed"
    }
  }

  var meaning: Phrase {
    switch self {
    case .restored: "enforcement.ending.restored-meaning"
    case .repeated: "enforcement.ending.repeated-meaning"
    case .dismissed: "enforcement.ending.dismissed-meaning"
    }
  }

  var tone: Tone {
    switch self {
    case .restored: .ok
    case .repeated: .danger
    case .dismissed: .neutral
    }
  }
}

extension Enforcement.Milestone {
  /// As what a sentence calls it: the placing, the decision.
  var name: Phrase {
    switch self {
    case .prosecution: "enforcement.milestone.prosecution"
    case .placement: "enforcement.milestone.placement"
    case .choice: "enforcement.milestone.choice"
    case .proposal: "enforcement.milestone.proposal"
    case .intention: "enforcement.milestone.intention"
    case .view: "enforcement.milestone.view"
    case .decision: "enforcement.milestone.decision"
    case .sending: "enforcement.milestone.sending"
    case .effect: "enforcement.milestone.effect"
    case .reinspection: "enforcement.milestone.reinspection"
    case .forfeiture: "enforcement.milestone.forfeiture"
    case .collectionDecision: "enforcement.milestone.collection-decision"
    case .collection: "enforcement.milestone.collection"
    case .objection: "enforcement.milestone.objection"
    case .lastStep: "enforcement.milestone.last-step"
    case .ending: "enforcement.milestone.ending"
    }
  }
}

extension Enforcement.Penalty {
  /// How much for what, and up to how much.
  func words(for reader: Reader) -> String {
    let words = reader.text(
      "enforcement.penalty",
      ["amount": .text(reader.euros(amount)), "unit": .phrase(unit.name)])
    guard let maximum else { return words }
    return reader.text(
      "enforcement.penalty-with-maximum",
      ["penalty": .text(words), "maximum": .text(reader.euros(maximum))])
  }
}

extension Enforcement.Action {
  /// How far it is, in a word or two.
  func standing(for reader: Reader) -> HTML {
    let (words, tone): (Phrase, Tone) =
      if withdrawnOn != nil {
        ("enforcement.action.withdrawn", .neutral)
      } else if !isStanding {
        ("enforcement.action.revoked", .neutral)
      } else if objection != nil, objection?.outcome == nil {
        ("enforcement.action.objected", .warn)
      } else if irrevocableOn != nil {
        ("enforcement.action.irrevocable", .ok)
      } else if sentOn != nil {
        ("enforcement.action.sent", .info)
      } else if decision != nil {
        ("enforcement.action.decided", .info)
      } else {
        ("enforcement.action.announced", .info)
      }
    return StatusBadge.html(reader.text(words), tone)
  }
}
