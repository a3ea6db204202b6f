public import EventSourcing

extension Programme.Event: Classified {
  public var fieldClasses: FieldClasses {
    switch self {
    case .established:
      [
        "charter": .part(Programme.Charter.self),
        "decision": .part(DecisionReference.self),
        "on": .impersonal,
      ]
    case .adopted:
      [
        "charter": .part(Programme.Charter.self),
        "adoption": .part(Programme.Adoption.self),
        "phase": .impersonal,
        "on": .impersonal,
      ]
    case .renamed:
      [
        "label": .part(Programme.Label.self),
        "organisation": .impersonal,
        "previousNumber": .impersonal,
        "on": .impersonal,
      ]
    case .problemRestated:
      ["problem": .text, "on": .impersonal]
    case .managerAppointed, .memberLeft:
      ["person": .pseudonym, "on": .impersonal]
    case .extended:
      [
        "review": .impersonal,
        "end": .impersonal,
        "decidedBy": .pseudonym,
        "reason": .text,
        "on": .impersonal,
      ]
    case .gatePlanned:
      ["to": .impersonal, "expectedOn": .impersonal, "on": .impersonal]
    case .gatePassed:
      ["to": .impersonal, "grounds": .text, "on": .impersonal]
    case .loopedBack:
      ["to": .impersonal, "reason": .text, "on": .impersonal]
    case .goalSet, .goalReworded:
      ["id": .impersonal, "text": .text, "on": .impersonal]
    case .goalDropped, .indicatorDropped, .estimateWithdrawn, .targetGroupDropped,
      .partnerLeft, .interventionCancelled, .achievementWithdrawn:
      ["id": .impersonal, "reason": .text, "on": .impersonal]
    case .indicatorDefined:
      ["id": .impersonal, "definition": .part(Programme.Definition.self), "on": .impersonal]
    case .targetRevised:
      [
        "indicator": .impersonal,
        "target": .part(Programme.Target.self),
        "reason": .text,
        "on": .impersonal,
      ]
    case .countingChosen:
      [
        "indicator": .impersonal,
        "counting": .part(Programme.CaseCounting.self),
        "on": .impersonal,
      ]
    case .measured:
      [
        "indicator": .impersonal,
        "id": .impersonal,
        "measurement": .part(Programme.Measurement.self),
        "on": .impersonal,
      ]
    case .measurementCorrected:
      [
        "indicator": .impersonal,
        "id": .impersonal,
        "value": .part(Programme.Reading.self),
        "measuredOn": .impersonal,
        "reason": .text,
        "on": .impersonal,
      ]
    case .damageEstimated:
      ["id": .impersonal, "estimate": .part(Programme.Estimate.self), "on": .impersonal]
    case .targetGroupAdded, .targetGroupRenamed:
      ["id": .impersonal, "name": .text, "on": .impersonal]
    case .partnerInvolved, .partnerRevised:
      ["id": .impersonal, "partner": .part(Programme.Partner.self), "on": .impersonal]
    case .agreementMade:
      ["partner": .impersonal, "id": .impersonal, "text": .text, "on": .impersonal]
    case .memberJoined:
      ["person": .pseudonym, "role": .text, "on": .impersonal]
    case .interventionPlanned, .interventionRevised:
      ["id": .impersonal, "plan": .part(Programme.Plan.self), "on": .impersonal]
    case .interventionStarted:
      ["id": .impersonal, "on": .impersonal]
    case .interventionFinished:
      ["id": .impersonal, "result": .text, "on": .impersonal]
    case .interventionEvaluated:
      [
        "id": .impersonal,
        "evaluation": .part(Programme.InterventionEvaluation.self),
        "on": .impersonal,
      ]
    case .interventionEvaluationRevised:
      [
        "id": .impersonal,
        "evaluation": .part(Programme.InterventionEvaluation.self),
        "reason": .text,
        "on": .impersonal,
      ]
    case .achievementRecorded:
      ["id": .impersonal, "achievement": .part(Programme.Achievement.self), "on": .impersonal]
    case .evaluationRecorded:
      ["evaluation": .part(Programme.Evaluation.self), "on": .impersonal]
    case .evaluationRevised:
      ["evaluation": .part(Programme.Evaluation.self), "reason": .text, "on": .impersonal]
    case .ended:
      ["reason": .text, "on": .impersonal]
    }
  }
}
