import Domain

/// Why the rules of enforcement refuse something, in words, and at which field.
enum EnforcementRefusals {
  static func explain(_ refusal: Enforcement.Refusal, _ reader: Reader) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day, at field: String? = nil) -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
    }
    func left(_ key: StaticString, _ amount: Euro) -> FormProblem {
      FormProblem(Phrase(key, ["amount": .text(reader.euros(amount))]), at: "amount")
    }
    return switch refusal {
    case .ended(let day): dated("enforcement.refusal.ended", day)
    case .notEnded: FormProblem("enforcement.refusal.not-ended")
    case .notPlaced: FormProblem("enforcement.refusal.not-placed")
    case .editionNotValid(let day): dated("enforcement.refusal.edition-not-valid", day, at: "on")
    case .aspectTwice(let aspect):
      FormProblem(Phrase("enforcement.refusal.aspect-twice", ["aspect": .phrase(aspect.name)]))
    case .nothingChosen: FormProblem("enforcement.refusal.nothing-chosen")
    case .deviationUnexplained(let allowed):
      FormProblem(
        Phrase(
          "enforcement.refusal.deviation-unexplained",
          ["allowed": .text(reader.names(of: allowed))]), at: "reason")
    case .choiceBegun: FormProblem("enforcement.refusal.choice-begun")
    case .nothingProposed: FormProblem("enforcement.refusal.nothing-proposed")
    case .proposedBySamePerson: FormProblem("enforcement.refusal.proposed-by-same-person")
    case .identifierInUse: FormProblem("form.taken")
    case .unknownAction: FormProblem("enforcement.refusal.unknown-action")
    case .actionOver(let day): dated("enforcement.refusal.action-over", day)
    case .alreadyDecided(let day): dated("enforcement.refusal.already-decided", day)
    case .notDecided: FormProblem("enforcement.refusal.not-decided")
    case .alreadySent(let day): dated("enforcement.refusal.already-sent", day)
    case .notSent: FormProblem("enforcement.refusal.not-sent")
    case .alreadyTookEffect(let day): dated("enforcement.refusal.already-took-effect", day)
    case .alreadyIrrevocable(let day): dated("enforcement.refusal.already-irrevocable", day)
    case .viewInUse: FormProblem("enforcement.refusal.view-in-use")
    case .effectOfViewMissing:
      FormProblem("enforcement.refusal.effect-of-view-missing", at: "effect")
    case .noViewReceived: FormProblem("enforcement.refusal.no-view-received", at: "effect")
    case .decisionOfOtherMeasure(let measure):
      FormProblem(
        Phrase("enforcement.refusal.other-measure", ["measure": .phrase(measure.name)]))
    case .amountNotPositive: FormProblem("enforcement.refusal.amount-not-positive", at: "amount")
    case .maximumBelowAmount:
      FormProblem("enforcement.refusal.maximum-below-amount", at: "maximum")
    case .termBeforeDecision: FormProblem("enforcement.refusal.term-before-decision", at: "term")
    case .hearingBeforeIntention:
      FormProblem("enforcement.refusal.hearing-before-intention", at: "view-by")
    case .noPenalty: FormProblem("enforcement.refusal.no-penalty")
    case .timesNotPositive: FormProblem("enforcement.refusal.times-not-positive", at: "times")
    case .forfeitedAtOnce: FormProblem("enforcement.refusal.forfeited-at-once", at: "times")
    case .maximumForfeited: FormProblem("enforcement.refusal.maximum-forfeited")
    case .moreTimesThanPassed(let left):
      FormProblem(
        Phrase("enforcement.refusal.more-times-than-passed", ["count": .number(left)]), at: "times")
    case .foundRestored(let day): dated("enforcement.refusal.found-restored", day)
    case .termRuns(let day): dated("enforcement.refusal.term-runs", day, at: "on")
    case .moreThanForfeited(let amount): left("enforcement.refusal.more-than-forfeited", amount)
    case .collectionNotDecided: FormProblem("enforcement.refusal.collection-not-decided")
    case .moreThanDecided(let amount): left("enforcement.refusal.more-than-decided", amount)
    case .objectionInUse: FormProblem("enforcement.refusal.objection-in-use")
    case .noObjection: FormProblem("enforcement.refusal.no-objection")
    case .contestable(let day): dated("enforcement.refusal.contestable", day, at: "on")
    case .objectionPending(let day): dated("enforcement.refusal.objection-pending", day)
    case .objectionSettled(let day): dated("enforcement.refusal.objection-settled", day)
    case .reportedBeforeViolation(let day):
      dated("enforcement.refusal.reported-before-violation", day, at: "on")
    case .before(let milestone, let day):
      FormProblem(
        Phrase(
          "enforcement.refusal.before",
          ["milestone": .phrase(milestone.name), "day": .text(reader.day(day))]), at: "on")
    }
  }
}
