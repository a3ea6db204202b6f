import Domain
import EventSourcing
import ReadModels

/// Why the rules of an analysis refuse something, in words, and at which field.
enum ToolboxRefusals {
  static func explain(
    _ refusal: Analysis.Refusal, _ about: some RoundSubject, _ reader: Reader
  ) -> FormProblem {
    FormProblem(phrase(for: refusal, about, reader), at: refusal.field)
  }

  private static func phrase(
    for refusal: Analysis.Refusal, _ about: some RoundSubject, _ reader: Reader
  ) -> Phrase {
    func day(_ day: Day) -> [String: Phrase.Value] { ["day": .text(reader.day(day))] }
    return switch refusal {
    case .alreadyBegun: "toolbox.refusal.already-begun"
    case .notBegun: "toolbox.refusal.not-begun"
    case .identifierInUse: "form.taken"
    case .beforeBeginning(let on): Phrase("toolbox.refusal.before-beginning", day(on))
    case .beforeLast(let on): Phrase("toolbox.refusal.before-last", day(on))
    case .unknownSession: "toolbox.refusal.unknown-session"
    case .sessionConcluded(let on): Phrase("toolbox.refusal.session-concluded", day(on))
    case .sessionNotConcluded: "toolbox.refusal.session-not-concluded"
    case .sessionOfOtherStep: "toolbox.refusal.session-of-other-step"
    case .alreadyInvited: "toolbox.refusal.already-invited"
    case .unknownParticipant: "toolbox.refusal.unknown-participant"
    case .hasScored: "toolbox.refusal.has-scored"
    case .unknownSource: "toolbox.refusal.unknown-source"
    case .unknownAttachment: "toolbox.refusal.unknown-attachment"
    case .alreadyAttached: "toolbox.refusal.already-attached"
    case .nothingAsked: "toolbox.refusal.nothing-asked"
    case .questionTwice: "toolbox.refusal.question-twice"
    case .unknownRound: "toolbox.refusal.unknown-round"
    case .roundClosed(let on): Phrase("toolbox.refusal.round-closed", day(on))
    case .unanswered: "toolbox.refusal.unanswered"
    case .unknownQuestion: "toolbox.refusal.unknown-question"
    case .nobodyScored: "toolbox.refusal.nobody-scored"
    case .roundsOpen: "toolbox.refusal.rounds-open"
    case .roundNotClosed: "toolbox.refusal.round-not-closed"
    case .editionNotLater: "toolbox.refusal.edition-not-later"
    case .stepFinished: "toolbox.refusal.step-finished"
    case .stepNotFinished: "toolbox.refusal.step-not-finished"
    case .stepBeforeOpen(let step):
      Phrase("toolbox.refusal.step-before-open", ["step": .phrase(step.name)])
    case .stepBeforeOutdated(let step):
      Phrase("toolbox.refusal.step-before-outdated", ["step": .phrase(step.name)])
    case .choosingLacks(let gaps):
      Phrase("toolbox.refusal.lacks", ["what": .text(lacking(gaps, about, reader))])
    case .understandingLacks(let gaps):
      Phrase("toolbox.refusal.lacks", ["what": .text(lacking(gaps, about, reader))])
    case .actingLacks(let groups):
      Phrase(
        "toolbox.refusal.acting-lacks",
        ["groups": .text(reader.listed(groups.map { about.name(of: $0) }))])
    case .alreadySkipped(let by):
      Phrase("toolbox.refusal.already-skipped", ["person": .text(reader.people.name(by))])
    case .unknownSubRisk: "toolbox.refusal.unknown-risk"
    case .prioritiesIncomplete: "toolbox.refusal.priorities-incomplete"
    case .focusEmpty: "toolbox.refusal.focus-empty"
    case .groupNotInFocus: "toolbox.refusal.group-not-in-focus"
    case .segmentTwice: "toolbox.refusal.segment-twice"
    case .sharesAboveWhole(let percent):
      Phrase("toolbox.refusal.shares-above-whole", ["sum": .number(percent)])
    case .evidenceMissing: "toolbox.refusal.evidence-missing"
    case .unknownJudgement: "toolbox.refusal.unknown-judgement"
    case .unknownInfluencer: "toolbox.refusal.unknown-influencer"
    case .nothingToGoBy: "toolbox.refusal.nothing-to-go-by"
    case .unknownSuggestion: "toolbox.refusal.unknown-suggestion"
    case .reasonsMissing: "toolbox.refusal.reasons-missing"
    case .departureUnexplained(let departures):
      Phrase(
        "toolbox.refusal.departure",
        ["why": .text(reader.listed(departures.map { reader.text(about.words(for: $0)) }))])
    case .unknownChoice: "toolbox.refusal.unknown-choice"
    case .nothingToPlan: "toolbox.refusal.nothing-to-plan"
    case .alreadyPlanned: "toolbox.refusal.already-planned"
    }
  }

  private static func lacking(
    _ gaps: [Analysis.ChoosingGap], _ about: some RoundSubject, _ reader: Reader
  ) -> String {
    reader.listed(
      gaps.map { gap in
        switch gap {
        case .noSubRisks: reader.text("toolbox.gap.no-risks")
        case .unweighed(let id):
          reader.text(
            "toolbox.gap.unweighed",
            [
              "risk": .text(
                about.subRisks.first { $0.id == id }?.subRisk.title.description ?? "")
            ])
        case .unprioritised: reader.text("toolbox.gap.unprioritised")
        case .noFocus: reader.text("toolbox.gap.no-focus")
        }
      })
  }

  private static func lacking(
    _ gaps: [Analysis.UnderstandingGap], _ about: some RoundSubject, _ reader: Reader
  ) -> String {
    reader.listed(
      gaps.map { gap in
        reader.text(
          "toolbox.gap.of-group",
          ["what": .phrase(gap.element.name), "group": .text(about.name(of: gap.group))])
      })
  }
}

extension Analysis.Refusal {
  /// The field that it concerns; nil when it concerns the whole form.
  fileprivate var field: String? {
    switch self {
    case .beforeBeginning, .beforeLast, .sessionConcluded: "on"
    case .evidenceMissing: "evidence-1"
    case .departureUnexplained: "reason"
    case .alreadyAttached: "file"
    case .alreadyBegun, .notBegun, .identifierInUse, .unknownSession, .sessionNotConcluded,
      .sessionOfOtherStep, .alreadyInvited, .unknownParticipant, .hasScored, .unknownSource,
      .unknownAttachment,
      .nothingAsked, .questionTwice, .unknownRound, .roundClosed, .unanswered, .unknownQuestion,
      .nobodyScored, .roundsOpen, .roundNotClosed, .editionNotLater, .stepFinished,
      .stepNotFinished, .stepBeforeOpen, .stepBeforeOutdated, .choosingLacks, .understandingLacks,
      .actingLacks,
      .alreadySkipped, .unknownSubRisk, .prioritiesIncomplete, .focusEmpty, .reasonsMissing,
      .groupNotInFocus, .segmentTwice,
      .sharesAboveWhole, .unknownJudgement, .unknownInfluencer, .nothingToGoBy,
      .unknownSuggestion, .unknownChoice, .nothingToPlan, .alreadyPlanned:
      nil
    }
  }
}
