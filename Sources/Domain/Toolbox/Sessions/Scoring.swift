/// Rounds of scores.
extension Analysis.Session {
  func checkNew(_ id: RoundID, _ round: Analysis.Round) throws(Analysis.Refusal) {
    guard rounds[id] == nil else { throw .identifierInUse }
    guard !round.questions.isEmpty else { throw .nothingAsked }
    try checkOnce(round.questions.map(\.id))
  }

  /// Whoever scored may think again until the round is closed; the last answers count.
  func score(
    _ answers: [Analysis.Answer], by participant: ParticipantID, in id: RoundID,
    of session: SessionID, on day: Day
  ) throws(Analysis.Refusal) -> [Analysis.Event] {
    guard participants[participant] != nil else { throw .unknownParticipant }
    let held = try open(id)
    let answered = answers.map(\.question)
    let asked = held.round.questions.map(\.id)
    try checkOnce(answered)
    for question in answered where !asked.contains(question) { throw .unknownQuestion(question) }
    let left = asked.filter { !answered.contains($0) }
    guard left.isEmpty else { throw .unanswered(left) }
    guard held.answers[participant] != answers else { return [] }
    return [
      .scored(
        session: session, round: id, participant: participant, answers: answers, on: day)
    ]
  }

  func open(_ id: RoundID) throws(Analysis.Refusal) -> Analysis.RoundHeld {
    guard let held = rounds[id] else { throw .unknownRound }
    if let day = held.closedOn { throw .roundClosed(on: day) }
    return held
  }

  private func checkOnce(_ questions: [QuestionID]) throws(Analysis.Refusal) {
    var seen: Set<QuestionID> = []
    for question in questions where !seen.insert(question).inserted {
      throw .questionTwice(question)
    }
  }
}

extension Analysis.Command {
  /// Whether it scores from that seat, and asks nothing else.
  public func isScore(by participant: ParticipantID, in session: SessionID) -> Bool {
    guard case .sessions(session, .score(_, by: participant, _), on: _) = self else { return false }
    return true
  }
}
