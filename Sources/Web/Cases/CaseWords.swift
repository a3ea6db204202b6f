import Domain
import ReadModels

extension CaseFileRow.Status {
  var name: Phrase {
    switch self {
    case .opened: "case.status.opened"
    case .planned: "case.status.planned"
    case .underway: "case.status.underway"
    case .closed: "case.status.closed"
    }
  }

  fileprivate var tone: Tone {
    switch self {
    case .opened, .planned: .neutral
    case .underway: .info
    case .closed: .ok
    }
  }
}

extension CaseFileRow {
  /// How far it has come, and whether only those who handle it see it.
  func badges(for reader: Reader) -> HTML {
    let closed: HTML =
      confidentiality == .handlersOnly
      ? " \(StatusBadge.html(reader.text(confidentiality.name), .warn))" : .nothing
    return "\(StatusBadge.html(reader.text(status.name), status.tone))\(closed)"
  }

  /// The day by which the next thing has to be done, with words when it has passed.
  func due(for reader: Reader) -> HTML {
    guard let dueOn else { return "<span class=\"none\">\(reader.text("case.nothing-due"))</span>" }
    let late: HTML =
      dueOn < reader.dayShown ? StatusBadge.html(reader.text("case.overdue"), .danger) : .nothing
    return "\(reader.time(dueOn)) \(late)"
  }

  func handlerNames(for reader: Reader) -> String {
    reader.listed(handlers.map { reader.people.name(ofActor: $0, for: reader) })
  }
}

extension CaseFile.Confidentiality {
  var name: Phrase {
    switch self {
    case .normal: "case.confidentiality.normal"
    case .handlersOnly: "case.confidentiality.handlers-only"
    }
  }

  var meaning: Phrase {
    switch self {
    case .normal: "case.confidentiality.normal-meaning"
    case .handlersOnly: "case.confidentiality.handlers-only-meaning"
    }
  }
}

extension CaseFile.Finding.Outcome {
  var name: Phrase {
    switch self {
    case .compliant: "case.outcome.compliant"
    case .violation: "case.outcome.violation"
    case .unclear: "case.outcome.unclear"
    }
  }

  var tone: Tone {
    switch self {
    case .compliant: .ok
    case .violation: .danger
    case .unclear: .warn
    }
  }
}

extension CaseFile.CheckAnswer.Verdict {
  var name: Phrase {
    switch self {
    case .inOrder: "case.verdict.in-order"
    case .notInOrder: "case.verdict.not-in-order"
    case .notApplicable: "case.verdict.not-applicable"
    }
  }
}

extension CaseFile.Result {
  var name: Phrase {
    switch self {
    case .inOrder: "case.result.in-order"
    case .restored: "case.result.restored"
    case .sanctioned: "case.result.sanctioned"
    case .passedOn: "case.result.passed-on"
    case .dropped: "case.result.dropped"
    }
  }

  var meaning: Phrase {
    switch self {
    case .inOrder: "case.result.in-order-meaning"
    case .restored: "case.result.restored-meaning"
    case .sanctioned: "case.result.sanctioned-meaning"
    case .passedOn: "case.result.passed-on-meaning"
    case .dropped: "case.result.dropped-meaning"
    }
  }
}

extension CaseFile.Compliance {
  var name: Phrase {
    switch self {
    case .reached: "case.compliance.reached"
    case .partly: "case.compliance.partly"
    case .notReached: "case.compliance.not-reached"
    case .unknown: "case.compliance.unknown"
    }
  }
}

extension CaseFile.Origin {
  /// Where a case comes from, in a sentence.
  ///
  /// - Parameters:
  ///   - name: what the intervention of a programme is called that it came of; nil where nobody says.
  ///   - reader: in whose language.
  /// - Returns: plain text.
  func words(naming name: String?, for reader: Reader) -> String {
    switch self {
    case .dataSelection(let criteria):
      reader.text("case.from.data-selection", ["criteria": .text(criteria.description)])
    case .report(let from, let day):
      reader.text(
        "case.from.report",
        [
          "who": .text(from?.description ?? reader.text("case.from.nobody")),
          "day": .text(reader.day(day)),
        ])
    case .partner(let agency):
      reader.text("case.from.partner", ["agency": .text(agency.description)])
    case .ownObservation: reader.text("case.origin.own-observation")
    case .programmeAction:
      name.map { reader.text("case.from.programme-action", ["name": .text($0)]) }
        ?? reader.text("case.origin.programme-action")
    }
  }
}

/// Why the rules of a case refuse something, in words, and at which field.
enum CaseRefusals {
  static func explain(_ refusal: CaseFile.Refusal, _ reader: Reader) -> FormProblem {
    func dated(_ key: StaticString, _ day: Day, at field: String?) -> FormProblem {
      FormProblem(Phrase(key, ["day": .text(reader.day(day))]), at: field)
    }
    func named(_ key: StaticString, _ person: PersonID) -> FormProblem {
      FormProblem(
        Phrase(key, ["person": .text(reader.people.name(ofActor: person, for: reader))]),
        at: "person")
    }
    func counted(_ key: StaticString, _ count: Int, at field: String?) -> FormProblem {
      FormProblem(Phrase(key, ["count": .number(count)]), at: field)
    }
    return switch refusal {
    case .alreadyOpened: FormProblem("case.refusal.already-opened")
    case .notOpened: FormProblem("case.refusal.not-opened")
    case .closed(let day): dated("case.refusal.closed", day, at: nil)
    case .notClosed: FormProblem("case.refusal.not-closed")
    case .beforeOpened(let day): dated("case.refusal.before-opened", day, at: "on")
    case .beforeLast(let day): dated("case.refusal.before-last", day, at: "on")
    case .identifierInUse: FormProblem("form.taken")
    case .handlerMissing: FormProblem("case.refusal.handler-missing", at: "person")
    case .alreadyHandler(let person): named("case.refusal.already-handler", person)
    case .notHandler(let person): named("case.refusal.not-handler", person)
    case .targetGroupWithoutProgramme: FormProblem("case.refusal.group-alone", at: "group")
    case .relatedToItself: FormProblem("case.refusal.related-to-itself", at: "other")
    case .alreadyRelated: FormProblem("case.refusal.already-related", at: "other")
    case .notRelated: FormProblem("case.refusal.not-related")
    case .unknownTask: FormProblem("case.refusal.unknown-task")
    case .taskOver: FormProblem("case.refusal.task-over")
    case .dueBefore(let day): dated("case.refusal.due-before", day, at: "due")
    case .nothingLogged: FormProblem("case.refusal.nothing-logged", at: "summary")
    case .endsBeforeItBegins: FormProblem("case.refusal.ends-before-it-begins", at: "end-time")
    case .unknownIntervention: FormProblem("case.refusal.unknown-intervention")
    case .unknownFinding: FormProblem("case.refusal.unknown-finding")
    case .legalBasisMissing: FormProblem("case.refusal.legal-basis-missing", at: "law")
    case .unknownDocument: FormProblem("case.refusal.unknown-document")
    case .tooManyParticipants(let max):
      FormProblem(
        Phrase("case.refusal.too-many-participants", ["max": .number(max)]), at: "participants")
    case .alreadyFiled: FormProblem("case.refusal.already-filed", at: "file")
    case .tasksOpen(let count): counted("case.refusal.tasks-open", count, at: nil)
    case .complianceMissing: FormProblem("case.refusal.compliance-missing", at: "compliance")
    case .violationsFound(let count): counted("case.refusal.violations-found", count, at: "result")
    case .enforcementUnsettled(let rule, let unsettled):
      FormProblem(
        Phrase(
          "case.refusal.enforcement-unsettled",
          ["rule": .text(rule.description), "what": .phrase(unsettled.remedy)]))
    case .sanctionMissing: FormProblem("case.refusal.sanction-missing", at: "result")
    case .citizenServiceNumber: FormProblem("case.refusal.citizen-service-number")
    case .notViolation: FormProblem("case.refusal.not-violation")
    case .enforcement(let refusal): EnforcementRefusals.explain(refusal, reader)
    case .reporting(let refusal): ReportWords.explain(refusal, reader)
    case .survey(let refusal): SurveyRefusals.explain(refusal, reader)
    case .publication(let refusal): PublicationRefusals.explain(refusal, reader)
    case .retention(let refusal): RetentionWords.explain(refusal, reader)
    }
  }
}
