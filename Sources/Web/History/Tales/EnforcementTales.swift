import Domain

extension Teller {
  /// What `event` did to the enforcement of a finding that stood at `before`.
  func tale(of event: Enforcement.Event, after before: Enforcement.Dossier) -> Tale {
    switch event {
    case .reported(let report): reporting(before.report?.value, to: report)
    case .prosecutionNoted(let prosecution):
      Tale("history.enforcement.prosecuted", ["what": .phrase(prosecution.name)])
    case .placed(let placement): placing(placement)
    case .measureChosen(let choice): choosing("history.enforcement.chosen", choice)
    case .measureProposed(let choice): choosing("history.enforcement.proposed", choice)
    case .proposalConfirmed(let who):
      Tale(
        "history.enforcement.confirmed",
        ["person": person(who), "measure": measure(before.proposal?.value.measure)])
    case .proposalDeclined(let who, let reason):
      Tale(
        "history.enforcement.declined",
        ["person": person(who), "measure": measure(before.proposal?.value.measure)]
      )
      .saying("history.reason", reason)
    case .intentionAnnounced(_, let measure, let intention):
      Tale("history.enforcement.announced", ["measure": .phrase(measure.name)])
        .saying("enforcement.field.intention", intention.text)
        .saying("enforcement.field.view-by", intention.viewBy.map { reader.day($0) })
    case .viewReceived(_, let view): hearing(view)
    case .decided(_, let measure, let decision): deciding(measure, decision)
    case .sent: Tale("history.enforcement.sent")
    case .tookEffect: Tale("history.enforcement.took-effect")
    case .becameIrrevocable: Tale("history.enforcement.became-irrevocable")
    case .reinspected(_, let reinspection):
      Tale(
        reinspection.isRestored
          ? "history.enforcement.found-restored" : "history.enforcement.found-unrestored"
      )
      .saying("enforcement.field.note", reinspection.note)
    case .forfeited(_, let forfeiture):
      Tale(
        "history.enforcement.forfeited",
        ["amount": amount(forfeiture.amount), "times": .number(forfeiture.times)])
    case .collectionDecided(_, let amount):
      Tale("history.enforcement.collection-decided", ["amount": self.amount(amount)])
    case .collected(_, let amount):
      Tale("history.enforcement.collected", ["amount": self.amount(amount)])
    case .objectionReceived: Tale("history.enforcement.objection-received")
    case .objectionSettled(_, let outcome, let reason):
      Tale("history.enforcement.objection-settled", ["outcome": .phrase(outcome.name)])
        .saying("history.reason", reason)
    case .withdrawn(_, let reason):
      Tale("history.enforcement.withdrawn").saying("history.reason", reason)
    case .ended(let ending, let reason):
      Tale("history.enforcement.ended", ["ending": .phrase(ending.name)])
        .saying("history.reason", reason)
    case .reopened(let reason):
      Tale("history.enforcement.reopened").saying("history.reason", reason)
    }
  }

  private func amount(_ amount: Euro) -> Phrase.Value { .text(reader.euros(amount)) }

  private func measure(_ measure: Enforcement.Measure?) -> Phrase.Value {
    .phrase(measure?.name ?? "history.unknown")
  }

  private func reporting(_ old: Enforcement.Report?, to new: Enforcement.Report) -> Tale {
    func day(_ report: Enforcement.Report?) -> String? {
      let moment = [report?.happenedOn.map { reader.day($0) }, report?.time?.description]
        .compactMap { $0 }
      return moment.isEmpty ? nil : moment.joined(separator: ", ")
    }
    func rules(_ report: Enforcement.Report?) -> String? {
      guard let rules = report?.rules, !rules.isEmpty else { return nil }
      return reader.listed(rules.map(\.description))
    }
    let tale = Tale("history.enforcement.reported")
      .changing(
        "enforcement.field.offender-name", from: old?.offender?.description,
        to: new.offender?.description
      )
      .changing("enforcement.field.violation", from: old?.violation, to: new.violation)
      .changing("enforcement.field.rules", from: rules(old), to: rules(new))
      .changing("case.field.place", from: old?.place?.description, to: new.place?.description)
      .changing("enforcement.field.happened-on", from: day(old), to: day(new))
      .changing(
        "enforcement.field.fine-max", from: old?.fineMax.map { reader.euros($0) },
        to: new.fineMax.map { reader.euros($0) })
    return old == nil ? tale.withoutWhatWas : tale
  }

  private func placing(_ placement: Enforcement.Placement) -> Tale {
    let placed = Tale(
      "history.enforcement.placed",
      [
        "position": .text(placement.position.words(for: reader)),
        "edition": .number(placement.edition),
      ])
    let aggravated = placement.aspects.aggravating.reduce(placed) {
      $0.saying($1.aspect.name, $1.reason)
    }
    return placement.aspects.mitigating.reduce(aggravated) {
      $0.saying("enforcement.field.mitigating", $1)
    }
    .saying("enforcement.field.allowed", reader.names(of: placement.allowed))
  }

  private func choosing(_ key: StaticString, _ choice: Enforcement.Choice) -> Tale {
    Tale(key, ["measure": .phrase(choice.measure.name)])
      .saying("enforcement.field.deviation-reason", choice.reason)
  }

  private func hearing(_ view: Enforcement.View) -> Tale {
    switch view {
    case .received(let text):
      Tale("history.enforcement.view-received").saying("enforcement.field.said", text)
    case .waived: Tale("history.enforcement.view-waived")
    }
  }

  private func deciding(_ measure: Enforcement.Measure, _ decision: Enforcement.Decision) -> Tale {
    let tale = Tale("history.enforcement.decided", ["measure": .phrase(measure.name)])
    return switch decision.viewEffect {
    case .changed(let how):
      saying(decision.ruling, tale).saying("enforcement.effect.changed", how)
    case .unchanged(let why):
      saying(decision.ruling, tale).saying("enforcement.effect.unchanged", why)
    case nil: saying(decision.ruling, tale)
    }
  }

  private func saying(_ ruling: Enforcement.Ruling, _ tale: Tale) -> Tale {
    switch ruling {
    case .orderUnderPenalty(let order, let penalty):
      saying(order, tale).saying("enforcement.field.penalty", penalty.words(for: reader))
    case .orderUnderCoercion(let order): saying(order, tale)
    case .fine(let amount): tale.saying("enforcement.field.fine", reader.euros(amount))
    case .other(let text): tale.saying("enforcement.field.decision-text", text)
    }
  }

  private func saying(_ order: Enforcement.Order, _ tale: Tale) -> Tale {
    tale.saying("enforcement.field.remedy", order.remedy)
      .saying("enforcement.field.term", order.until.map { reader.day($0) })
  }
}
