import Domain

extension Teller {
  /// What `event` did to a programme that stood at `state`.
  func tale(of event: Programme.Event, after state: Programme.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .established(let charter, let decision, _): establishing(charter, decision)
    case .adopted(let charter, let adoption, let phase, _): adopting(charter, adoption, phase)
    case .renamed(let label, _, let number, _): renaming(label, from: number, before)
    case .problemRestated(let problem, _):
      Tale("history.programme.problem-restated")
        .changing("history.programme.problem", from: before?.problem, to: problem)
    case .managerAppointed(let manager, _):
      Tale("history.programme.manager-appointed", ["person": person(manager)])
        .changing(
          "history.programme.manager", from: before.map { people.manager($0.manager, for: reader) },
          to: people.manager(manager, for: reader))
    case .extended(let review, let end, let decidedBy, let reason, _):
      extending(before?.term, review: review, end: end, by: decidedBy, reason)
    case .gatePlanned(let phase, let expectedOn, _):
      planning(phase, from: before?.course.gates[phase], to: expectedOn)
    case .gatePassed(let phase, let grounds, _):
      entering(phase, before, Tale("history.programme.gate-passed", ["phase": .phrase(phase.name)]))
        .saying("history.grounds", grounds)
    case .loopedBack(let phase, let reason, _):
      entering(phase, before, Tale("history.programme.looped-back", ["phase": .phrase(phase.name)]))
        .saying("history.reason", reason)
    case .goalSet(_, let text, _): Tale("history.programme.goal-set", ["goal": line(text)])
    case .goalReworded(let id, let text, _):
      Tale("history.programme.goal-reworded")
        .changing(
          "history.programme.goal", from: before?.goals.all[id]?.text.description,
          to: text.description)
    case .goalDropped(let id, let reason, _):
      Tale("history.programme.goal-dropped", ["goal": line(before?.goals.all[id]?.text)])
        .saying("history.reason", reason)
    case .indicatorDefined(_, let definition, _): defining(definition, before)
    case .targetRevised(let id, let target, let reason, _):
      revising(before?.indicators.all[id], target, reason)
    case .countingChosen(let id, let counting, _):
      choosing(before?.indicators.all[id], counting, before)
    case .measured(let id, _, let measurement, let day):
      measuring(before?.indicators.all[id], measurement, on: day)
    case .measurementCorrected(let id, let measurement, let value, let day, let reason, _):
      correcting(before?.indicators.all[id], measurement, to: value, measuredOn: day, reason)
    case .indicatorDropped(let id, let reason, _):
      Tale(
        "history.programme.indicator-dropped",
        ["indicator": line(before?.indicators.all[id]?.definition.name)]
      )
      .saying("history.reason", reason)
    case .damageEstimated(_, let estimate, _): estimating(estimate, before?.damage)
    case .estimateWithdrawn(let id, let reason, _):
      Tale("history.programme.estimate-withdrawn")
        .saying(
          "history.programme.damage",
          before?.estimates[id].map { reader.damage($0.estimate) } ?? reader.text("history.unknown")
        )
        .saying("history.reason", reason)
    case .targetGroupAdded(_, let name, _):
      Tale("history.programme.target-group-added", ["name": line(name)])
    case .targetGroupRenamed(let id, let name, _):
      Tale("history.programme.target-group-renamed")
        .changing(
          "history.name", from: before?.targetGroups.all[id]?.name.description,
          to: name.description)
    case .targetGroupDropped(let id, let reason, _):
      Tale(
        "history.programme.target-group-dropped",
        ["name": line(before?.targetGroups.all[id]?.name)]
      )
      .saying("history.reason", reason)
    case .partnerInvolved(_, let partner, _): involving(partner)
    case .partnerRevised(let id, let partner, _):
      revising(before?.partners.all[id]?.partner, to: partner)
    case .agreementMade(let id, _, let text, _):
      Tale(
        "history.programme.agreement-made",
        ["partner": line(before?.partners.all[id]?.partner.name)]
      )
      .saying("history.programme.agreement", text)
    case .partnerLeft(let id, let reason, _):
      Tale(
        "history.programme.partner-left",
        ["partner": line(before?.partners.all[id]?.partner.name)]
      )
      .saying("history.reason", reason)
    case .memberJoined(let member, let role, _):
      joining(member, as: role, before?.team.members[member])
    case .memberLeft(let member, _):
      Tale("history.programme.member-left", ["person": person(member)])
        .saying("history.role", before?.team.members[member]?.description)
    case .interventionPlanned(_, let plan, _): planning(plan, before)
    case .interventionRevised(let id, let plan, _):
      revising(before?.interventions.all[id]?.plan, to: plan, before)
    case .interventionStarted(let id, _):
      progress("history.programme.intervention-started", id, before, .running)
    case .interventionFinished(let id, let result, _):
      progress("history.programme.intervention-finished", id, before, .finished)
        .saying("history.programme.result", result)
    case .interventionCancelled(let id, let reason, _):
      progress("history.programme.intervention-cancelled", id, before, .cancelled)
        .saying("history.reason", reason)
    case .interventionEvaluated(let id, let evaluation, _): evaluating(id, evaluation, before)
    case .interventionEvaluationRevised(let id, let evaluation, let reason, _):
      revising(id, to: evaluation, reason, before)
    case .achievementRecorded(_, let achievement, _):
      Tale("history.programme.achievement-recorded")
        .saying("history.programme.achievement", achievement.text)
        .saying("history.source", html: reader.source(achievement.source))
    case .achievementWithdrawn(let id, let reason, _):
      Tale("history.programme.achievement-withdrawn")
        .saying("history.programme.achievement", before?.achievements[id]?.text)
        .saying("history.reason", reason)
    case .evaluationRecorded(let evaluation, _): evaluating(evaluation)
    case .evaluationRevised(let evaluation, let reason, _):
      revising(before?.evaluations.versions.last, to: evaluation, reason)
    case .ended(let reason, _):
      Tale("history.programme.ended").saying("history.reason", reason)
    }
  }
}
