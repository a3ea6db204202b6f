public import EventSourcing

extension Analysis.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .begun:
      [
        "title": .text, "organisation": .impersonal, "edition": .impersonal, "on": .impersonal,
      ]
    case .movedOn: ["edition": .impersonal, "reason": .text, "on": .impersonal]
    case .sessionConvened, .sessionRevised:
      ["id": .impersonal, "convening": .part(Analysis.Convening.self), "on": .impersonal]
    case .participantInvited:
      [
        "session": .impersonal, "id": .pseudonym,
        "participant": .part(Analysis.Participant.self), "on": .impersonal,
      ]
    case .participantExcused:
      ["session": .impersonal, "id": .pseudonym, "reason": .text, "on": .impersonal]
    case .sessionNoted: ["id": .impersonal, "notes": .text, "on": .impersonal]
    case .sourceAdded:
      [
        "session": .impersonal, "id": .impersonal, "source": .part(Source.self),
        "on": .impersonal,
      ]
    case .sourceRemoved, .roundClosed:
      ["session": .impersonal, "id": .impersonal, "on": .impersonal]
    case .attachmentAdded:
      [
        "session": .impersonal, "id": .impersonal,
        "attachment": .part(Analysis.Attachment.self), "on": .impersonal,
      ]
    case .attachmentRemoved:
      ["session": .impersonal, "id": .impersonal, "reason": .text, "on": .impersonal]
    case .roundOpened:
      [
        "session": .impersonal, "id": .impersonal, "round": .part(Analysis.Round.self),
        "on": .impersonal,
      ]
    case .scored:
      [
        "session": .impersonal, "round": .impersonal, "participant": .pseudonym,
        "answers": .each(.part(Analysis.Answer.self)), "on": .impersonal,
      ]
    case .sessionConcluded: ["id": .impersonal, "on": .impersonal]
    case .sessionReopened: ["id": .impersonal, "reason": .text, "on": .impersonal]
    case .subRiskFound, .subRiskRevised:
      ["id": .impersonal, "subRisk": .part(Analysis.SubRisk.self), "on": .impersonal]
    case .subRiskDropped, .influencerRemoved, .choiceWithdrawn:
      ["id": .impersonal, "reason": .text, "on": .impersonal]
    case .subRiskWeighed:
      ["id": .impersonal, "weighing": .part(Analysis.Weighing.self), "on": .impersonal]
    case .prioritised:
      ["subRisks": .each(.impersonal), "reason": .text, "on": .impersonal]
    case .focusChosen:
      ["focus": .part(Analysis.Focus.self), "reason": .text, "on": .impersonal]
    case .sectorNamed: ["group": .impersonal, "sector": .impersonal, "on": .impersonal]
    case .sizeEstimated:
      ["group": .impersonal, "size": .part(Analysis.Size.self), "on": .impersonal]
    case .behaviourGoalSet:
      ["group": .impersonal, "goal": .part(Analysis.BehaviourGoal.self), "on": .impersonal]
    case .segmentsEstimated:
      [
        "group": .impersonal, "shares": .each(.part(Analysis.SegmentShare.self)),
        "on": .impersonal,
      ]
    case .determinantJudged:
      [
        "group": .impersonal, "determinant": .impersonal,
        "judgement": .part(Analysis.Judgement.self), "on": .impersonal,
      ]
    case .judgementWithdrawn:
      ["group": .impersonal, "determinant": .impersonal, "reason": .text, "on": .impersonal]
    case .influencerNamed:
      [
        "id": .impersonal, "group": .impersonal, "influencer": .part(Analysis.Influencer.self),
        "on": .impersonal,
      ]
    case .influencerRevised:
      ["id": .impersonal, "influencer": .part(Analysis.Influencer.self), "on": .impersonal]
    case .suggested:
      ["id": .impersonal, "suggestion": .part(Suggestion.self), "on": .impersonal]
    case .chosen: ["id": .impersonal, "choice": .part(Analysis.Choice.self), "on": .impersonal]
    case .choicePlanned:
      ["id": .impersonal, "intervention": .impersonal, "on": .impersonal]
    case .stepFinished:
      [
        "step": .impersonal, "version": .impersonal, "standsOn": .each(.impersonal),
        "conclusion": .text, "on": .impersonal,
      ]
    case .understandingSkipped: ["by": .pseudonym, "reason": .text, "on": .impersonal]
    case .stepReopened:
      ["step": .impersonal, "version": .impersonal, "reason": .text, "on": .impersonal]
    }
  }
}
