extension Analysis.Dossier {
  /// This dossier with what `event` says.
  func after(_ event: Analysis.Event) -> Analysis.Dossier {
    var dossier = self
    dossier.apply(event)
    if let step = event.step {
      let last = dossier.course[step].lastOn
      dossier.course[step].lastOn = last.map { max($0, event.on) } ?? event.on
    }
    return dossier
  }

  private mutating func apply(_ event: Analysis.Event) {
    switch event {
    case .begun: break
    case .movedOn(let number, _, _): edition = number
    case .sessionConvened(let id, let convening, let day):
      sessions[id] = Analysis.Session(convening: convening, convenedOn: day)
    case .sessionRevised, .participantInvited, .participantExcused, .sessionNoted, .sourceAdded,
      .sourceRemoved, .attachmentAdded, .attachmentRemoved, .roundOpened, .scored, .roundClosed,
      .sessionConcluded, .sessionReopened:
      if case .session(let id, let happening) = event.topic {
        sessions[id]?.apply(happening, on: event.on)
      }
    case .subRiskFound(let id, let subRisk, _):
      choosing.subRisks[id] = Analysis.RiskFound(subRisk: subRisk)
    case .subRiskRevised(let id, let subRisk, _): choosing.subRisks[id]?.subRisk = subRisk
    case .subRiskDropped(let id, let reason, _): choosing.drop(id, reason)
    case .subRiskWeighed(let id, let weighing, _): choosing.subRisks[id]?.weighing = weighing
    case .prioritised(let order, _, _): choosing.priorities = order
    case .focusChosen(let focus, _, _): choosing.focus = focus
    case .sectorNamed(let group, let sector, _): understanding[group].sector = sector
    case .sizeEstimated(let group, let size, _): understanding[group].size = size
    case .behaviourGoalSet(let group, let goal, _): understanding[group].goal = goal
    case .segmentsEstimated(let group, let shares, _): understanding[group].shares = shares
    case .determinantJudged(let group, let code, let judgement, _):
      understanding[group].judgements[code] = judgement
    case .judgementWithdrawn(let group, let code, _, _):
      understanding[group].judgements[code] = nil
    case .influencerNamed(let id, let group, let influencer, _):
      understanding[group].influencers[id] = influencer
    case .influencerRevised(let id, let influencer, _): replace(id, by: influencer)
    case .influencerRemoved(let id, _, _): replace(id, by: nil)
    case .suggested(let id, let suggestion, _): acting.suggestions[id] = suggestion
    case .chosen(let id, let choice, _):
      acting.choices[id] = Analysis.ChoiceMade(choice: choice, version: course[.act].version)
    case .choiceWithdrawn(let id, let reason, _): acting.choices[id]?.withdrawnBecause = reason
    case .choicePlanned(let id, let intervention, _):
      acting.choices[id]?.intervention = intervention
    case .stepFinished(let step, _, let standsOn, let conclusion, let day):
      course[step].standing = .finished(standsOn: standsOn, conclusion: conclusion, on: day)
    case .understandingSkipped(let by, let reason, let day):
      let version = course[.understand].version
      course.skippings.append(.init(by: by, reason: reason, on: day, version: version))
    case .stepReopened(let step, let version, _, _):
      course[step].version = version
      course[step].standing = .open
    }
  }

  private mutating func replace(_ id: InfluencerID, by influencer: Analysis.Influencer?) {
    guard let group = understanding.group(of: id) else { return }
    understanding[group].influencers[id] = influencer
  }
}

extension Analysis.Event {
  /// The step that it belongs to; nil for what is about a session or the whole.
  public var step: Analysis.Step? {
    switch topic {
    case .session, .course(.begun), .course(.movedOn): nil
    case .subRisk, .focus: .choose
    case .profile, .judgement, .influencer, .course(.skipped): .understand
    case .suggestion, .choice: .act
    case .course(.finished(let step, _, _, _)), .course(.reopened(let step, _, _)): step
    }
  }

  /// The day on which it happened, as the one who recorded it says.
  public var on: Day {
    switch self {
    case .begun(_, _, _, let day), .movedOn(_, _, let day), .sessionConvened(_, _, let day),
      .sessionRevised(_, _, let day), .participantInvited(_, _, _, let day),
      .participantExcused(_, _, _, let day), .sessionNoted(_, _, let day),
      .sourceAdded(_, _, _, let day), .sourceRemoved(_, _, let day),
      .attachmentAdded(_, _, _, let day), .attachmentRemoved(_, _, _, let day),
      .roundOpened(_, _, _, let day), .scored(_, _, _, _, let day), .roundClosed(_, _, let day),
      .sessionConcluded(_, let day), .sessionReopened(_, _, let day), .subRiskFound(_, _, let day),
      .subRiskRevised(_, _, let day), .subRiskDropped(_, _, let day),
      .subRiskWeighed(_, _, let day), .prioritised(_, _, let day), .focusChosen(_, _, let day),
      .sectorNamed(_, _, let day), .sizeEstimated(_, _, let day), .behaviourGoalSet(_, _, let day),
      .segmentsEstimated(_, _, let day), .determinantJudged(_, _, _, let day),
      .judgementWithdrawn(_, _, _, let day), .influencerNamed(_, _, _, let day),
      .influencerRevised(_, _, let day), .influencerRemoved(_, _, let day),
      .suggested(_, _, let day), .chosen(_, _, let day), .choiceWithdrawn(_, _, let day),
      .choicePlanned(_, _, let day), .stepFinished(_, _, _, _, let day),
      .understandingSkipped(_, _, let day), .stepReopened(_, _, _, let day):
      day
    }
  }
}
