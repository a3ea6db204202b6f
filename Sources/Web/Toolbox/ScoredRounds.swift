import Domain
import ReadModels

/// A closed round in which something was scored, on which what is settled about it can rest.
struct ScoredRound {
  let session: SessionRow
  let round: SessionRow.Round
  /// How far the scores lie apart, for each thing that was asked about.
  let spreads: [(subject: Analysis.ScoreSubject, spread: Spread)]

  var reference: RoundReference { RoundReference(session.id, round.id) }
}

extension ToolboxSubject {
  /// The closed rounds in which one of `subjects` was scored, the last first.
  func scoredRounds(about subjects: [Analysis.ScoreSubject]) -> [ScoredRound] {
    sessions.reversed().flatMap { session in
      session.rounds.reversed().filter { $0.closedOn != nil }.compactMap { round in
        let spreads = round.round.questions.filter { subjects.contains($0.subject) }
          .compactMap { question in
            spread(of: question, in: round).map { (subject: question.subject, spread: $0) }
          }
        return spreads.isEmpty
          ? nil : ScoredRound(session: session, round: round, spreads: spreads)
      }
    }
  }

  /// The round that something rests on; nil when nobody scored.
  func scoredRound(_ reference: RoundReference?) -> (session: SessionRow, round: SessionRow.Round)?
  {
    guard let reference, let session = sessions.first(where: { $0.id == reference.session }),
      let round = session.rounds.first(where: { $0.id == reference.round })
    else { return nil }
    return (session, round)
  }

  private func spread(of question: Analysis.Question, in round: SessionRow.Round) -> Spread? {
    Spread(
      of: scores.filter { $0.round == round.id }.flatMap(\.answers)
        .filter { $0.question == question.id }.map(\.score))
  }
}

extension Analysis.ScoreSubject {
  /// What is asked about a sub-risk.
  static func weighing(_ id: SubRiskID) -> [Analysis.ScoreSubject] {
    [.chance(subRisk: id), .effect(subRisk: id)]
  }
}

extension FormSheet {
  /// How those who took part scored, with how far they lie apart, and on which round this rests; nothing when
  /// nobody scored.
  mutating func scored(in rounds: [ScoredRound], for reader: Reader) {
    guard !rounds.isEmpty else { return }
    html(
      rounds.map { scored -> HTML in
        let lines = scored.spreads.map { subject, spread -> HTML in
          "<li>\(reader.text(subject.label)): \(SpreadDrawing.html(spread, reader))</li>\n"
        }
        return """
          <p>\(ScoredRounds.name(scored.session, scored.round, reader))</p>
          <ul>
          \(lines)</ul>

          """
      }.joined())
    select(
      "round", label: "toolbox.field.ground", optional: true,
      rounds.map {
        Choice("\($0.round.id)", ScoredRounds.name($0.session, $0.round, reader))
      })
  }
}

extension Form {
  /// The round that was chosen among those offered; nil for none.
  mutating func scored(in rounds: [ScoredRound]) -> RoundReference? {
    guard isFilled("round") else { return nil }
    let chosen = rounds.first { value("round") == "\($0.round.id)" }
    if chosen == nil { note(.notAChoice, at: "round") }
    return chosen?.reference
  }
}

/// Words about rounds that something rests on.
enum ScoredRounds {
  static func name(
    _ session: SessionRow, _ round: SessionRow.Round, _ reader: Reader
  ) -> String {
    reader.text(
      "toolbox.round-of",
      [
        "round": .text(round.round.title.description),
        "session": .text(session.convening.title.description),
      ])
  }

  /// That something was scored together, with the way to that session; nothing when nobody scored.
  static func ground(_ reference: RoundReference?, _ about: ToolboxSubject) -> HTML {
    guard let (session, round) = about.scoredRound(reference) else { return .nothing }
    let reader = about.reader
    let page = Site.toolbox(about.id, "sessions", session.id.description)
    return """
      <p class="muted">\(reader.text("toolbox.scored-together")) \
      <a href="\(reader.to(page))">\(name(session, round, reader))</a></p>

      """
  }
}
