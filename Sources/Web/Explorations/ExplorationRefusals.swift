import Domain

/// Why the rules of an exploration refuse something, in words, and at which field.
enum ExplorationRefusals {
  static func explain(
    _ refusal: Exploration.Refusal, _ about: ExplorationSubject, _ reader: Reader
  ) -> FormProblem {
    explain(refusal, names: about.people.name, reader)
  }

  static func explain(
    _ refusal: Exploration.Refusal, names: (PersonID) -> String, _ reader: Reader
  ) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day, at field: String = "on") -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
    }
    return switch refusal {
    case .alreadyOpened: FormProblem("exploration.refusal.already-opened")
    case .notOpened: FormProblem("exploration.refusal.not-opened")
    case .proposalPending: FormProblem("exploration.refusal.proposal-pending")
    case .decided: FormProblem("exploration.refusal.decided")
    case .notDecided: FormProblem("exploration.refusal.not-decided")
    case .incomplete(let elements): incomplete(elements, reader)
    case .notProposed: FormProblem("exploration.refusal.not-proposed")
    case .proposerCannotDecide(let person):
      FormProblem(
        Phrase("exploration.refusal.proposer-cannot-decide", ["person": .text(names(person))]))
    case .decidedBeforeProposed(let day):
      dated("exploration.refusal.decided-before-proposed", day)
    case .beforeOpened(let day): dated("exploration.refusal.before-opened", day)
    case .withdrawnBeforeProposed(let day):
      dated("exploration.refusal.withdrawn-before-proposed", day)
    case .proposedBeforeOpened(let day): dated("exploration.refusal.proposed-before-opened", day)
    case .reopenedBeforeDecided(let day): dated("exploration.refusal.reopened-before-decided", day)
    case .lookAgainNotAfter(let day):
      dated("exploration.refusal.look-again-not-after", day, at: "look-again")
    case .identifierInUse: FormProblem("exploration.refusal.identifier-in-use")
    case .unknownParty: FormProblem("exploration.refusal.unknown-party")
    case .unknownFinding: FormProblem("exploration.refusal.unknown-finding")
    case .unknownArgument: FormProblem("exploration.refusal.unknown-argument")
    }
  }

  private static func incomplete(
    _ elements: [Exploration.Element], _ reader: Reader
  ) -> FormProblem {
    let names = elements.map { reader.text($0.name) }.joined(separator: ", ")
    return FormProblem(Phrase("exploration.refusal.incomplete", ["elements": .text(names)]))
  }
}
