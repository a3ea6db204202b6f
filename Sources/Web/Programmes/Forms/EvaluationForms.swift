import Domain
import ReadModels

/// Forms about what a programme is judged to have contributed.
enum EvaluationForms {
  static let all = [record, revise]

  static let record = ProgrammeForm(
    "programmes/:programme/evaluation", for: .manage, title: "programme.evaluation-new.title",
    lead: "programme.evaluation-new.lead", button: "programme.evaluation-new.button",
    guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, _, visit in
      sheet.evaluation(for: visit.reader)
      sheet.happenedOn("programme.field.evaluated-on")
    },
    command: { form, _, visit in
      let (evaluation, day) = (form.evaluation(by: try visit.actor()), form.happenedDay())
      guard let evaluation, let day else { return nil }
      return .evaluation(.record(evaluation), on: day)
    })

  static let revise = ProgrammeForm(
    "programmes/:programme/evaluation/revision", for: .manage,
    title: "programme.evaluation-revision.title", lead: "programme.evaluation-revision.lead",
    button: "programme.evaluation-revision.button", guarding: .fields,
    filled: { about, visit in
      guard let present = about.presentEvaluation else { return visit.filledToday }
      return visit.filledToday.with(present.filled)
    },
    fields: { sheet, _, visit in
      sheet.evaluation(for: visit.reader)
      sheet.reason("programme.field.revision-reason")
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let evaluation = form.evaluation(by: try visit.actor())
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let evaluation, let reason, let day else { return nil }
      return .evaluation(.revise(evaluation, reason: reason), on: day)
    })
}

extension FormSheet {
  fileprivate mutating func evaluation(for reader: Reader) {
    group("programme.field.contribution-group") { sheet in
      sheet.prose(
        "contribution", label: "programme.field.contribution",
        hint: "programme.field.contribution-hint", rows: 6)
      sheet.radios(
        "confidence", label: "programme.field.confidence",
        Confidence.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
      sheet.prose("confidence-reason", label: "programme.field.confidence-reason", rows: 4)
      sheet.prose(
        "explanations", label: "programme.field.explanations",
        hint: "programme.field.explanations-hint", rows: 4)
    }
    prose("worked", label: "programme.field.worked", rows: 4)
    prose("did-not-work", label: "programme.field.did-not-work", rows: 4)
    prose("lessons", label: "programme.field.lessons", rows: 4)
    prose(
      "continuation", label: "programme.field.continuation",
      hint: "programme.field.continuation-hint", rows: 4)
  }
}

extension Form {
  fileprivate mutating func evaluation(by person: PersonID) -> Programme.Evaluation? {
    let contribution = prose("contribution")
    let confidence = choice("confidence", as: Confidence.self)
    let (confidenceReason, explanations) = (prose("confidence-reason"), prose("explanations"))
    let (worked, didNotWork) = (prose("worked"), prose("did-not-work"))
    let (lessons, continuation) = (prose("lessons"), prose("continuation"))
    guard let contribution, let confidence, let confidenceReason, let explanations, let worked,
      let didNotWork, let lessons, let continuation
    else { return nil }
    return Programme.Evaluation(
      contribution: contribution, confidence: confidence, confidenceReason: confidenceReason,
      otherExplanations: explanations, worked: worked, didNotWork: didNotWork,
      lessons: lessons, continuation: continuation, by: person)
  }
}

extension Programme.Evaluation {
  /// The evaluation as it stands in its form.
  fileprivate var filled: [String: String?] {
    [
      "contribution": contribution.description, "confidence": confidence.rawValue,
      "confidence-reason": confidenceReason.description,
      "explanations": otherExplanations.description, "worked": worked.description,
      "did-not-work": didNotWork.description, "lessons": lessons.description,
      "continuation": continuation.description,
    ]
  }
}
