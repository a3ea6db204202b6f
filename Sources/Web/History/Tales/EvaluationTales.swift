import Domain

/// What a programme is judged to have contributed.
extension Teller {
  func evaluating(_ evaluation: Programme.Evaluation) -> Tale {
    Tale("history.programme.evaluation-recorded", ["person": person(evaluation.by)])
      .saying("history.programme.contribution", evaluation.contribution)
      .saying("history.programme.confidence", reader.text(evaluation.confidence.name))
      .saying("history.programme.confidence-reason", evaluation.confidenceReason)
      .saying("history.programme.other-explanations", evaluation.otherExplanations)
      .saying("history.programme.worked", evaluation.worked)
      .saying("history.programme.did-not-work", evaluation.didNotWork)
      .saying("history.programme.lessons", evaluation.lessons)
      .saying("history.programme.continuation", evaluation.continuation)
  }

  func revising(
    _ old: Programme.Evaluation?, to new: Programme.Evaluation, _ reason: Prose
  ) -> Tale {
    Tale("history.programme.evaluation-revised", ["person": person(new.by)])
      .changing("history.programme.contribution", from: old?.contribution, to: new.contribution)
      .changing(
        "history.programme.confidence", from: old.map { reader.text($0.confidence.name) },
        to: reader.text(new.confidence.name)
      )
      .changing(
        "history.programme.confidence-reason", from: old?.confidenceReason,
        to: new.confidenceReason
      )
      .changing(
        "history.programme.other-explanations", from: old?.otherExplanations,
        to: new.otherExplanations
      )
      .changing("history.programme.worked", from: old?.worked, to: new.worked)
      .changing("history.programme.did-not-work", from: old?.didNotWork, to: new.didNotWork)
      .changing("history.programme.lessons", from: old?.lessons, to: new.lessons)
      .changing("history.programme.continuation", from: old?.continuation, to: new.continuation)
      .saying("history.reason", reason)
  }
}
