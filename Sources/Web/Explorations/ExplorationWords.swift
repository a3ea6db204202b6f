import Domain
import ReadModels

extension Exploration.Origin {
  /// What gave cause to explore, in a few words.
  var name: Phrase {
    switch self {
    case .ibraRisk: "exploration.origin.ibra-risk"
    case .obligation: "exploration.origin.obligation"
    case .development: "exploration.origin.development"
    case .organisationalChange: "exploration.origin.organisational-change"
    }
  }

  /// What that means.
  var meaning: Phrase {
    switch self {
    case .ibraRisk: "exploration.origin.ibra-risk-meaning"
    case .obligation: "exploration.origin.obligation-meaning"
    case .development: "exploration.origin.development-meaning"
    case .organisationalChange: "exploration.origin.organisational-change-meaning"
    }
  }
}

extension Exploration.Section {
  /// Its heading.
  var name: Phrase {
    switch self {
    case .problem: "exploration.section.problem"
    case .causes: "exploration.section.causes"
    case .influence: "exploration.section.influence"
    case .system: "exploration.section.system"
    }
  }

  /// What belongs in it, as questions to answer.
  var hint: Phrase {
    switch self {
    case .problem: "exploration.section.problem-hint"
    case .causes: "exploration.section.causes-hint"
    case .influence: "exploration.section.influence-hint"
    case .system: "exploration.section.system-hint"
    }
  }
}

extension Exploration.Element {
  /// What has to be there, as something to do.
  var name: Phrase {
    switch self {
    case .problem: "exploration.element.problem"
    case .causes: "exploration.element.causes"
    case .influence: "exploration.element.influence"
    case .system: "exploration.element.system"
    case .parties: "exploration.element.parties"
    case .argument: "exploration.element.argument"
    }
  }

  /// The last part of the address of the form where it is put.
  var place: String {
    switch self {
    case .problem, .causes, .influence, .system, .parties: rawValue
    case .argument: "arguments"
    }
  }
}

extension Exploration.Outcome.Kind {
  /// What is to be done, in a word or two.
  var name: Phrase {
    switch self {
    case .programme: "exploration.outcome.programme"
    case .project: "exploration.outcome.project"
    case .lineActivity: "exploration.outcome.line-activity"
    case .signal: "exploration.outcome.signal"
    case .noAction: "exploration.outcome.no-action"
    }
  }

  /// What that means, and what it asks.
  var meaning: Phrase {
    switch self {
    case .programme: "exploration.outcome.programme-meaning"
    case .project: "exploration.outcome.project-meaning"
    case .lineActivity: "exploration.outcome.line-activity-meaning"
    case .signal: "exploration.outcome.signal-meaning"
    case .noAction: "exploration.outcome.no-action-meaning"
    }
  }
}

extension ExplorationRow.Stage.Kind {
  /// How far it has come, in a word or two.
  var name: Phrase {
    switch self {
    case .open: "exploration.stage.open"
    case .proposed: "exploration.stage.proposed"
    case .decided: "exploration.stage.decided"
    }
  }

  var tone: Tone {
    switch self {
    case .open: .info
    case .proposed: .warn
    case .decided: .ok
    }
  }

  func badge(for reader: Reader) -> HTML { StatusBadge.html(reader.text(name), tone) }
}

extension DecisionRow.Fate {
  /// What became of the proposal, in a word or two.
  var name: Phrase {
    switch self {
    case .pending: "exploration.fate.pending"
    case .withdrawn: "exploration.fate.withdrawn"
    case .adopted: "exploration.fate.adopted"
    case .rejected: "exploration.fate.rejected"
    }
  }

  private var tone: Tone {
    switch self {
    case .pending: .warn
    case .withdrawn: .neutral
    case .adopted: .ok
    case .rejected: .danger
    }
  }

  func badge(for reader: Reader) -> HTML { StatusBadge.html(reader.text(name), tone) }
}
