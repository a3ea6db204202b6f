import Domain
import EventSourcing
import ReadModels

/// Words about entries of the data bank.
enum BankWords {
  static func name(
    of type: References.InterventionType.Key, in edition: References.Edition?
  ) -> String {
    edition?.interventionType(type)?.name.description ?? type.description
  }

  static func name(
    of code: References.Determinant.Code, in edition: References.Edition?
  ) -> String {
    edition?.determinant(code)?.name.description ?? code.description
  }

  /// Types of intervention by name, each with the way to what is known of it.
  static func types(
    _ types: [References.InterventionType.Key], in edition: References.Edition?, _ reader: Reader
  ) -> HTML {
    types.map { key in
      "<a href=\"\(reader.to(Site.bankType(key)))\">\(name(of: key, in: edition))</a>" as HTML
    }.joined(separator: ", ")
  }

  /// From whom an entry was taken over, in which version and under which licence.
  static func text(of provenance: BankEntry.Provenance, _ reader: Reader) -> String {
    let words = reader.text(
      "bank.fact.from-value",
      [
        "organisation": .text(provenance.organisation.description),
        "version": .number(provenance.version),
        "licence": .text(provenance.licence.description),
      ])
    guard let basis = provenance.basis else { return words }
    return words + " "
      + reader.text(
        "bank.fact.from-basis",
        [
          "organisation": .text(basis.organisation.description), "version": .number(basis.version),
        ])
  }

  /// How far an entry has come.
  static func badges(_ entry: BankEntryRow, _ reader: Reader) -> HTML {
    if entry.drop != nil {
      return StatusBadge.html(reader.text("bank.standing.retired"), .neutral)
    }
    var badges = HTML.nothing
    if let accepted = entry.accepted {
      badges += StatusBadge.html(
        reader.text("bank.version", ["number": .number(accepted.version)]), .ok)
    }
    if entry.pending != nil {
      badges += StatusBadge.html(reader.text("bank.standing.pending"), .info)
    }
    if entry.isDue(on: reader.dayShown) {
      badges += StatusBadge.html(reader.text("bank.standing.due"), .warn)
    }
    return badges
  }
}

extension BankEntry.Kind {
  var name: Phrase {
    switch self {
    case .intervention: "bank.kind.intervention"
    case .practice: "bank.kind.practice"
    case .literature: "bank.kind.literature"
    }
  }
}

extension BankEntry.EvidenceGrade {
  var name: Phrase {
    switch self {
    case .opinion: "bank.evidence.opinion"
    case .observed: "bank.evidence.observed"
    case .measured: "bank.evidence.measured"
    case .compared: "bank.evidence.compared"
    case .reviewed: "bank.evidence.reviewed"
    }
  }

  /// What the grade says.
  var meaning: Phrase {
    switch self {
    case .opinion: "bank.evidence.opinion-meaning"
    case .observed: "bank.evidence.observed-meaning"
    case .measured: "bank.evidence.measured-meaning"
    case .compared: "bank.evidence.compared-meaning"
    case .reviewed: "bank.evidence.reviewed-meaning"
    }
  }
}

/// Why the rules of an entry refuse something, in words.
enum BankRefusals {
  @Sendable static func explain(
    _ refusal: BankEntry.Refusal, _ about: BankSubject, _ reader: Reader
  ) -> FormProblem {
    explain(refusal, people: about.people, reader)
  }

  static func explain(
    _ refusal: BankEntry.Refusal, people: People, _ reader: Reader
  ) -> FormProblem {
    func day(_ day: Day) -> [String: Phrase.Value] { ["day": .text(reader.day(day))] }
    return switch refusal {
    case .alreadyProposed: FormProblem("bank.refusal.already-proposed")
    case .notProposed: FormProblem("bank.refusal.not-proposed")
    case .proposalPending(let by):
      FormProblem(Phrase("bank.refusal.pending", ["person": .text(people.name(by))]))
    case .nothingPending: FormProblem("bank.refusal.nothing-pending")
    case .proposerCannotAccept: FormProblem("bank.refusal.proposer-cannot-accept")
    case .notAccepted: FormProblem("bank.refusal.not-accepted")
    case .retired(let on): FormProblem(Phrase("bank.refusal.retired", day(on)))
    case .reviewNotAfter(let on):
      FormProblem(Phrase("bank.refusal.review-not-after", day(on)), at: "review")
    case .beforeLast(let on): FormProblem(Phrase("bank.refusal.before-last", day(on)), at: "on")
    case .ownEntry: FormProblem("bank.refusal.own-entry")
    case .heldFrom(let provenance):
      FormProblem(
        Phrase(
          "bank.refusal.held-from",
          ["organisation": .text(provenance.organisation.description)]))
    case .notLaterThan: FormProblem("bank.refusal.not-later")
    }
  }
}
