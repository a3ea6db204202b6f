import Domain
import EventSourcing

extension AnalysisSeed {
  private var session: SessionID { SessionID(part("session")) }

  mutating func addSession(on heldOn: Day, convenedOn day: Day) throws {
    let convening = Analysis.Convening(
      try Line(entry.session.title), step: .choose, form: entry.session.form, heldOn: heldOn)
    add("session", .sessions(session, .convene(convening), on: day))
    for (index, participant) in entry.session.participants.enumerated() {
      let id = participantID(index + 1)
      add(
        "session/participant/\(index + 1)",
        .sessions(session, .invite(id, try participant.participant), on: day))
    }
    add("session/notes", .sessions(session, .note(try Prose(entry.session.notes)), on: heldOn))
  }

  /// Chance and effect of every sub-risk, scored by everybody, after which the session is over.
  mutating func addRound(on day: Day) throws -> RoundReference {
    let round = RoundID(part("session/round"))
    add(
      "session/round",
      .sessions(
        session, .openRound(round, Analysis.Round(try Line(entry.session.round), questions)),
        on: day))
    for index in entry.session.participants.indices {
      add(
        "session/round/scored/\(index + 1)",
        .sessions(
          session, .score(round, by: participantID(index + 1), try answers(ofParticipant: index)),
          on: day))
    }
    add("session/round/closed", .sessions(session, .closeRound(round), on: day))
    add("session/concluded", .sessions(session, .conclude, on: day))
    return RoundReference(session, round)
  }

  private var questions: [Analysis.Question] {
    entry.subRisks.indices.flatMap { index in
      [
        Analysis.Question(question("chance", index), .chance(subRisk: subRisk(index + 1))),
        Analysis.Question(question("effect", index), .effect(subRisk: subRisk(index + 1))),
      ]
    }
  }

  private func answers(ofParticipant place: Int) throws -> [Analysis.Answer] {
    try entry.subRisks.enumerated().flatMap { index, risk in
      let (chance, effect) = (risk.scores.chance, risk.scores.effect)
      guard chance.indices.contains(place), effect.indices.contains(place) else {
        throw SeedError.malformed(entry: risk.title, reason: "not every participant scored it")
      }
      return [
        Analysis.Answer(question("chance", index), chance[place]),
        Analysis.Answer(question("effect", index), effect[place]),
      ]
    }
  }

  private func question(_ what: String, _ index: Int) -> QuestionID {
    QuestionID(part("session/round/question/\(what)/\(index + 1)"))
  }

  private func participantID(_ number: Int) -> ParticipantID {
    ParticipantID(part("session/participant/\(number)"))
  }
}

extension AnalysisFile.ParticipantEntry {
  fileprivate var participant: Analysis.Participant {
    get throws {
      if let person { return .colleague(person: person) }
      guard let name, let organisation else {
        throw SeedError.malformed(entry: "a session", reason: "a participant is nobody")
      }
      return .guest(name: try Line(name), organisation: try Line(organisation))
    }
  }
}
