import Domain
import EventSourcing
import ReadModels

/// Forms about rounds of scores: what is asked, what somebody answers, and the end of a round.
enum RoundForms {
  static let all = [opening, scores, closing]

  static let opening = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/rounds", for: .analyse,
    title: "toolbox.round-new.title", lead: "toolbox.round-new.lead",
    button: "toolbox.round-new.button", guarding: .none,
    filled: SessionForms.filledInSession,
    fields: { sheet, about, _ in
      sheet.line("title", label: "toolbox.field.round")
      sheet.ticks(
        "risk", legend: "toolbox.field.round-risks",
        about.standingRisks.map { Choice("\($0.id)", $0.subRisk.title.description) })
      for group in about.groupsInFocus {
        sheet.ticks(
          "group-\(group.id)",
          legend: Phrase("field.named", ["name": .text(group.title.description)]),
          (about.edition?.edition.determinants ?? []).map {
            Choice("\($0.code)", "\($0.code) \($0.name)")
          })
      }
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let session = try about.session(visit).id
      let (title, day) = (form.line("title"), form.happenedDay())
      let questions = form.questions(in: about)
      guard let title, let day else { return nil }
      return .sessions(
        session, .openRound(RoundID(form.command), Analysis.Round(title, questions)), on: day)
    })

  /// Only the one who takes part scores; what others scored is not on the page.
  static let scores = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/rounds/:round/scores", for: .analyse,
    title: "toolbox.scores.title", lead: "toolbox.scores.lead", button: "toolbox.scores.button",
    guarding: .none,
    filled: { about, visit in
      let (round, seat) = (try about.round(visit), try about.ownSeat(visit))
      return visit.filledToday.with(about.answers(of: seat.id, in: round.id).filled)
    },
    fields: { sheet, about, visit in
      for question in try about.round(visit).round.questions {
        sheet.answer(to: question, in: about)
      }
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (session, round) = (try about.session(visit).id, try about.round(visit))
      let seat = try about.ownSeat(visit)
      let answers = round.round.questions.compactMap { form.answer(to: $0) }
      guard form.isSound, let day = form.happenedDay() else { return nil }
      return .sessions(session, .score(round.id, by: seat.id, answers), on: day)
    })

  static let closing = ToolboxForm(
    "programmes/:programme/toolbox/sessions/:session/rounds/:round/closing", for: .analyse,
    title: "toolbox.round-closing.title", lead: "toolbox.round-closing.lead",
    button: "toolbox.round-closing.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(try about.round(visit).round.title)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (session, round) = (try about.session(visit).id, try about.round(visit).id)
      return form.happenedDay().map { .sessions(session, .closeRound(round), on: $0) }
    })
}

extension FormSheet {
  /// One thing to score, with what may be said with it.
  mutating func answer(to question: Analysis.Question, in about: some RoundSubject) {
    let reader = about.reader
    group(Phrase("field.named", ["name": .text(about.words(for: question.subject))])) { sheet in
      sheet.score(
        "score-\(question.id)", label: question.subject.label, question.subject.word,
        for: reader)
      sheet.line("remark-\(question.id)", label: "toolbox.field.remark", optional: true)
    }
  }
}

extension Form {
  /// What is asked in a round: chance and effect of each sub-risk, and each determinant of a group.
  ///
  /// A question's identity follows from the form's, so that sending it twice asks once.
  fileprivate func questions(in about: ToolboxSubject) -> [Analysis.Question] {
    let risks = ticked("risk", among: about.standingRisks.map(\.id))
    let subjects =
      risks.flatMap { [Analysis.ScoreSubject.chance(subRisk: $0), .effect(subRisk: $0)] }
      + about.groupsInFocus.flatMap { group in
        ticked(
          "group-\(group.id)", among: (about.edition?.edition.determinants ?? []).map(\.code)
        )
        .map { Analysis.ScoreSubject.determinant(group: group.id, code: $0) }
      }
    return subjects.enumerated().map { index, subject in
      Analysis.Question(QuestionID(command.numbered(index)), subject)
    }
  }

  /// What was answered; nil when something is wrong with it.
  mutating func answer(to question: Analysis.Question) -> Analysis.Answer? {
    let score = score("score-\(question.id)")
    let remark = optionalProse("remark-\(question.id)")
    return score.map { Analysis.Answer(question.id, $0, remark: remark) }
  }
}

extension [Analysis.Answer] {
  /// The answers as they stand in their form.
  var filled: [String: String?] {
    var filled: [String: String?] = [:]
    for answer in self {
      filled["score-\(answer.question)"] = "\(answer.score.rawValue)"
      filled["remark-\(answer.question)"] = answer.remark?.description
    }
    return filled
  }
}
