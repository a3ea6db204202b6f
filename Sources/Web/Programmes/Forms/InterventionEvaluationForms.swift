import Domain
import ReadModels

/// Forms about what came of an intervention against what was expected.
enum InterventionEvaluationForms {
  static let all = [record, revise]

  static let record = ProgrammeForm(
    "programmes/:programme/interventions/:intervention/evaluation", for: .work,
    title: "programme.intervention-evaluation.title",
    lead: "programme.intervention-evaluation.lead",
    button: "programme.intervention-evaluation.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.evaluation(of: try about.intervention(visit), in: about)
      sheet.happenedOn("programme.field.evaluated-on")
    },
    command: { form, about, visit in
      let id = try about.intervention(visit).id
      let evaluation = form.evaluation(in: about, by: try visit.actor())
      let day = form.happenedDay()
      guard let evaluation, let day else { return nil }
      return .interventionEvaluation(id, .record(evaluation), on: day)
    })

  static let revise = ProgrammeForm(
    "programmes/:programme/interventions/:intervention/evaluation/revision", for: .work,
    title: "programme.intervention-evaluation-revision.title",
    lead: "programme.evaluation-revision.lead", button: "programme.evaluation-revision.button",
    guarding: .fields,
    filled: { about, visit in
      let present = about.evaluations(of: try about.intervention(visit).id).last
      return visit.filledToday.with(present?.evaluation.filled ?? [:])
    },
    fields: { sheet, about, visit in
      sheet.evaluation(of: try about.intervention(visit), in: about)
      sheet.reason("programme.field.revision-reason")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let id = try about.intervention(visit).id
      let evaluation = form.evaluation(in: about, by: try visit.actor())
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let evaluation, let reason, let day else { return nil }
      return .interventionEvaluation(id, .revise(evaluation, reason: reason), on: day)
    })
}

extension FormSheet {
  /// What was expected, and what is to be filled in beside it.
  fileprivate mutating func evaluation(
    of intervention: InterventionRow, in about: ProgrammeSubject
  ) {
    let reader = about.reader
    self.about(intervention.plan.name)
    html(
      """
      <h2 class="form-heading">\(reader.text("programme.field.expected"))</h2>
      \(ExpectedEffect.html(intervention.plan, reader))

      """)
    prose(
      "observed", label: "programme.field.observed", hint: "programme.field.observed-hint", rows: 5)
    radios(
      "outcome", label: "programme.field.outcome",
      Programme.InterventionEvaluation.Outcome.allCases.map {
        Choice($0.rawValue, reader.text($0.name))
      })
    comparisons(in: about)
    radios(
      "confidence", label: "programme.field.confidence",
      Confidence.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    prose("confidence-reason", label: "programme.field.confidence-reason", rows: 4)
    prose(
      "explanations", label: "programme.field.explanations",
      hint: "programme.field.explanations-hint", rows: 4)
    prose("lessons", label: "programme.field.lessons", rows: 4)
  }
}

extension Form {
  fileprivate mutating func evaluation(
    in about: ProgrammeSubject, by person: PersonID
  ) -> Programme.InterventionEvaluation? {
    let observed = prose("observed")
    let outcome = choice("outcome", as: Programme.InterventionEvaluation.Outcome.self)
    let comparisons = comparisons(in: about)
    let confidence = choice("confidence", as: Confidence.self)
    let (confidenceReason, explanations) = (prose("confidence-reason"), prose("explanations"))
    let lessons = prose("lessons")
    guard let observed, let outcome, let confidence, let confidenceReason, let explanations,
      let lessons, isSound
    else { return nil }
    return Programme.InterventionEvaluation(
      observed: observed, outcome: outcome, comparisons: comparisons, confidence: confidence,
      confidenceReason: confidenceReason, otherExplanations: explanations, lessons: lessons,
      by: person)
  }
}

extension Programme.InterventionEvaluation {
  /// The evaluation as it stands in its form.
  fileprivate var filled: [String: String?] {
    var filled: [String: String?] = [
      "observed": observed.description, "outcome": outcome.rawValue,
      "confidence": confidence.rawValue, "confidence-reason": confidenceReason.description,
      "explanations": otherExplanations.description, "lessons": lessons.description,
    ]
    for comparison in comparisons {
      filled[ComparisonField.before(comparison.indicator)] =
        comparison.before?.description ?? ComparisonField.baseline
      filled[ComparisonField.after(comparison.indicator)] = comparison.after.description
    }
    return filled
  }
}
