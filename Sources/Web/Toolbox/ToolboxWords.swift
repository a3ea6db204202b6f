import Domain
import ReadModels

extension Analysis.Step {
  var name: Phrase {
    switch self {
    case .choose: "toolbox.step.choose"
    case .understand: "toolbox.step.understand"
    case .act: "toolbox.step.act"
    }
  }

  /// What the step is for.
  var aim: Phrase {
    switch self {
    case .choose: "toolbox.step.choose-aim"
    case .understand: "toolbox.step.understand-aim"
    case .act: "toolbox.step.act-aim"
    }
  }

  /// The last part of the address of its page.
  var segment: String {
    switch self {
    case .choose: "choose"
    case .understand: "understand"
    case .act: "act"
    }
  }
}

extension Analysis.UnderstandingGap.Element {
  var name: Phrase {
    switch self {
    case .sector: "toolbox.element.sector"
    case .size: "toolbox.element.size"
    case .goal: "toolbox.element.goal"
    case .segments: "toolbox.element.segments"
    case .determinants: "toolbox.element.determinants"
    }
  }
}

extension Score {
  /// How likely a sub-risk is.
  var chance: Phrase {
    switch rawValue {
    case 1: "toolbox.chance.1"
    case 2: "toolbox.chance.2"
    case 3: "toolbox.chance.3"
    case 4: "toolbox.chance.4"
    case _: "toolbox.chance.5"
    }
  }

  /// How bad a sub-risk is.
  var effect: Phrase {
    switch rawValue {
    case 1: "toolbox.effect.1"
    case 2: "toolbox.effect.2"
    case 3: "toolbox.effect.3"
    case 4: "toolbox.effect.4"
    case _: "toolbox.effect.5"
    }
  }

  /// How a determinant works on a group.
  var determinant: Phrase {
    switch rawValue {
    case 1: "toolbox.determinant.1"
    case 2: "toolbox.determinant.2"
    case 3: "toolbox.determinant.3"
    case 4: "toolbox.determinant.4"
    case _: "toolbox.determinant.5"
    }
  }
}

extension Analysis.SessionForm {
  var name: Phrase {
    switch self {
    case .brainstorm: "toolbox.form.brainstorm"
    case .research: "toolbox.form.research"
    case .focusGroup: "toolbox.form.focus-group"
    }
  }
}

extension Analysis.ScoreSubject {
  /// What is asked.
  var label: Phrase {
    switch self {
    case .chance: "toolbox.field.chance"
    case .effect: "toolbox.field.effect"
    case .determinant: "toolbox.field.score"
    }
  }

  /// What a score means as an answer to that.
  var word: @Sendable (Score) -> Phrase {
    switch self {
    case .chance: { $0.chance }
    case .effect: { $0.effect }
    case .determinant: { $0.determinant }
    }
  }
}

extension ToolboxSubject {
  /// Who takes part, by name.
  func name(of participant: Analysis.Participant) -> String {
    people.name(of: participant, for: reader)
  }
}

extension People {
  /// Who takes part, by name; somebody from outside with whom they come from.
  func name(of participant: Analysis.Participant, for reader: Reader) -> String {
    switch participant {
    case .colleague(let person): name(person)
    case .guest(let name, let organisation):
      reader.text(
        "toolbox.guest",
        ["name": .text(name.description), "organisation": .text(organisation.description)])
    }
  }
}

extension Suggestion.Caution {
  var words: Phrase {
    switch self {
    case .rulesUnknown: "toolbox.caution.rules-unknown"
    case .worsenedHere: "toolbox.caution.worsened-here"
    case .worsenedElsewhere: "toolbox.caution.worsened-elsewhere"
    }
  }
}

extension RoundSubject {
  /// In what a choice departs from what was suggested.
  func words(for departure: Departure) -> Phrase {
    switch departure {
    case .nothingSuggested: "toolbox.departure.nothing-suggested"
    case .notSuggested: "toolbox.departure.not-suggested"
    case .cautioned: "toolbox.departure.cautioned"
    case .heavierThan(let type):
      Phrase("toolbox.departure.heavier", ["type": .text(name(of: type))])
    }
  }
}
