import Domain

extension Survey.Statement {
  /// As whoever is asked reads it.
  var sentence: Phrase {
    switch self {
    case .clear: "survey.statement.clear"
    case .fair: "survey.statement.fair"
    case .respectful: "survey.statement.respectful"
    case .useful: "survey.statement.useful"
    case .bearable: "survey.statement.bearable"
    }
  }
}

extension Score {
  /// How far somebody agrees.
  var agreement: Phrase {
    switch rawValue {
    case 1: "survey.agreement.none"
    case 2: "survey.agreement.little"
    case Score.middle: "survey.agreement.middle"
    case 4: "survey.agreement.much"
    case _: "survey.agreement.whole"
    }
  }
}

extension Survey.Standing {
  var name: Phrase {
    switch self {
    case .asked: "survey.standing.asked"
    case .answered: "survey.standing.answered"
    case .declined: "survey.standing.declined"
    case .withdrawn: "survey.standing.withdrawn"
    }
  }

  var tone: Tone {
    switch self {
    case .asked: .info
    case .answered: .ok
    case .declined, .withdrawn: .neutral
    }
  }
}

/// Why something about a survey is refused, in words, and at which field.
enum SurveyRefusals {
  static func explain(_ refusal: Survey.Refusal, _ reader: Reader) -> FormProblem {
    switch refusal {
    case .nothingDone: FormProblem("survey.refusal.nothing-done")
    case .alreadyAsked: FormProblem("survey.refusal.already-asked", at: "about")
    case .endsBeforeItBegins: FormProblem("survey.refusal.ends-before-it-begins")
    case .notAsked: FormProblem("survey.refusal.not-asked")
    case .withdrawn: FormProblem("survey.refusal.withdrawn")
    case .over(let day):
      FormProblem(Phrase("survey.refusal.over", ["day": .text(reader.day(day))]))
    case .alreadyAnswered: FormProblem("survey.refusal.already-answered")
    case .nothingSaid: FormProblem("survey.refusal.nothing-said")
    }
  }
}
