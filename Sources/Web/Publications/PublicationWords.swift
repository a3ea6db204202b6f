import Domain

extension Publication.Ground {
  var name: Phrase {
    switch self {
    case .confidentialBusiness: "publication.ground.confidential-business"
    case .specialPersonal: "publication.ground.special-personal"
    case .identifyingNumbers: "publication.ground.identifying-numbers"
    case .economicInterests: "publication.ground.economic-interests"
    case .investigation: "publication.ground.investigation"
    case .supervision: "publication.ground.supervision"
    case .privacy: "publication.ground.privacy"
    case .businessFigures: "publication.ground.business-figures"
    case .security: "publication.ground.security"
    case .disproportionate: "publication.ground.disproportionate"
    }
  }
}

extension Publication.Standing {
  var name: Phrase {
    switch self {
    case .intended: "publication.standing.intended"
    case .decided: "publication.standing.decided"
    case .madeKnown: "publication.standing.made-known"
    case .published: "publication.standing.published"
    case .refrained: "publication.standing.refrained"
    case .withdrawn: "publication.standing.withdrawn"
    case .stopped: "publication.standing.stopped"
    }
  }

  var tone: Tone {
    switch self {
    case .intended, .decided, .madeKnown: .info
    case .published: .ok
    case .refrained, .withdrawn: .neutral
    case .stopped: .warn
    }
  }
}

extension Publication.Stop {
  var reason: Phrase {
    switch self {
    case .caseReopened: "publication.stop.case-reopened"
    case .reportWithdrawn: "publication.stop.report-withdrawn"
    case .violationTakenBack: "publication.stop.violation-taken-back"
    case .subjectChanged: "publication.stop.subject-changed"
    case .measureTakenBack: "publication.stop.measure-taken-back"
    }
  }
}

extension Publication.Text.Part {
  var field: String {
    switch self {
    case .title: "title"
    case .summary: "summary"
    case .findings: "findings"
    case .omission: "omitted"
    }
  }
}

/// Why something about a publication is refused, in words, and at which field.
enum PublicationRefusals {
  static func explain(_ refusal: Publication.Refusal, _ reader: Reader) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day, at field: String?) -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
    }
    return switch refusal {
    case .nothingToPublish: FormProblem("publication.refusal.nothing")
    case .alreadyUnderway: FormProblem("publication.refusal.underway")
    case .unknown: FormProblem("publication.refusal.unknown")
    case .viewEndsTooEarly(let day):
      dated("publication.refusal.view-ends-too-early", day, at: "view-until")
    case .viewEndsTooLate(let day):
      dated("publication.refusal.view-ends-too-late", day, at: "view-until")
    case .notNow(let standing):
      FormProblem(Phrase("publication.refusal.not-now", ["standing": .phrase(standing.name)]))
    case .viewAlreadyReceived: FormProblem("publication.refusal.view-received", at: "view")
    case .alreadyPut: FormProblem("publication.refusal.already-put", at: "party")
    case .notPut: FormProblem("publication.refusal.party-unknown", at: "party")
    case .viewStands: FormProblem("publication.refusal.view-stands", at: "party")
    case .noView: FormProblem("publication.refusal.no-view", at: "party")
    case .subjectUnheard: FormProblem("publication.refusal.subject-unheard", at: "view-until")
    case .nothingRevised: FormProblem("publication.refusal.nothing-revised")
    case .notAgreed: FormProblem("publication.refusal.not-agreed")
    case .alreadyAgreed: FormProblem("publication.refusal.already-agreed")
    case .sameEyes: FormProblem("publication.refusal.same-eyes")
    case .viewAwaited(let day): dated("publication.refusal.view-awaited", day, at: nil)
    case .viewUnweighed: FormProblem("publication.refusal.view-unweighed", at: "changed")
    case .nameNotPutToThem: FormProblem("publication.refusal.name-not-put", at: "name")
    case .notPutToThem(let part):
      FormProblem("publication.refusal.not-put", at: part.field)
    case .notMadeKnown: FormProblem("publication.refusal.not-made-known")
    case .publicLongEnough(let day): dated("publication.refusal.public-long-enough", day, at: nil)
    case .viewMissing: FormProblem("publication.refusal.view-missing", at: "changed")
    case .viewChangedNothing:
      FormProblem("publication.refusal.view-changed-nothing", at: "changed")
    case .tooEarly(let day): dated("publication.refusal.too-early", day, at: "until")
    case .endsTooEarly: FormProblem("publication.refusal.ends-too-early", at: "until")
    case .endsTooLate(let day): dated("publication.refusal.ends-too-late", day, at: "until")
    case .reasonMissing: FormProblem("publication.refusal.reason-missing", at: "reason")
    case .beforeLast(let day): dated("case.refusal.before-last", day, at: "on")
    }
  }
}
