public import Domain

extension Programme.Phase {
  /// The phase in a word or two.
  public var name: Phrase {
    switch self {
    case .exploration: "programme.phase.exploration"
    case .development: "programme.phase.development"
    case .execution: "programme.phase.execution"
    case .evaluation: "programme.phase.evaluation"
    }
  }
}

extension Programme.GateLack {
  /// What is missing, as something to do.
  public var name: Phrase {
    switch self {
    case .goal: "programme.lack.goal"
    case .indicator: "programme.lack.indicator"
    case .intervention: "programme.lack.intervention"
    case .startedIntervention: "programme.lack.started-intervention"
    }
  }
}

extension Programme.PlanElement {
  /// The part of the plan, as the form calls it.
  public var name: Phrase {
    switch self {
    case .owner: "programme.plan-element.owner"
    case .period: "programme.plan-element.period"
    case .expectedEffect: "programme.plan-element.expected-effect"
    }
  }
}

extension Programme.InterventionStatus {
  /// How far it has come, in a word.
  public var name: Phrase {
    switch self {
    case .planned: "programme.intervention.planned"
    case .running: "programme.intervention.running"
    case .finished: "programme.intervention.finished"
    case .cancelled: "programme.intervention.cancelled"
    }
  }

  /// The colour that goes with the word.
  public var tone: Tone {
    switch self {
    case .planned: .neutral
    case .running: .info
    case .finished: .ok
    case .cancelled: .warn
    }
  }
}

extension Programme.InterventionEvaluation.Outcome {
  /// What came of an intervention, in a word or two.
  public var name: Phrase {
    switch self {
    case .improved: "programme.outcome.improved"
    case .unchanged: "programme.outcome.unchanged"
    case .worsened: "programme.outcome.worsened"
    case .unclear: "programme.outcome.unclear"
    }
  }

  /// The colour that goes with the word.
  public var tone: Tone {
    switch self {
    case .improved: .ok
    case .unchanged: .info
    case .worsened: .danger
    case .unclear: .neutral
    }
  }
}

extension Programme.Partner.Kind {
  /// Whether the partner is of the own organisation, in a word.
  public var name: Phrase {
    switch self {
    case .internal: "programme.partner.internal"
    case .external: "programme.partner.external"
    }
  }
}

extension Programme.Estimate.Span {
  /// Whether the damage comes back, in words.
  public var name: Phrase {
    switch self {
    case .perYear: "programme.span.per-year"
    case .once: "programme.span.once"
    }
  }
}

extension Programme.Target.Aim {
  /// On which side of the target is good, in words.
  public var name: Phrase {
    switch self {
    case .atLeast: "programme.aim.at-least"
    case .atMost: "programme.aim.at-most"
    }
  }
}
