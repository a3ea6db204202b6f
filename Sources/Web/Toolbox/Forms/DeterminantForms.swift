import Domain
import EventSourcing
import ReadModels

/// Forms of the second step about what makes a group comply or not.
enum DeterminantForms {
  static let all = [judge, withdraw]

  /// How many pieces of evidence one form takes.
  private static let evidenceMax = 10
  /// How many it shows at least.
  private static let evidenceShown = 3

  static let judge = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/determinants/:determinant", for: .analyse,
    title: "toolbox.judgement.title", lead: "toolbox.judgement.lead", button: "toolbox.save",
    guarding: .fields,
    filled: { about, visit in
      let (group, code) = (try about.group(visit).id, try about.determinant(visit).code)
      guard let judgement = about.judgement(of: group, code)?.judgement else {
        return visit.filledToday
      }
      return visit.filledToday.with(judgement.filled)
    },
    fields: { sheet, about, visit in
      let (group, determinant) = (try about.group(visit), try about.determinant(visit))
      sheet.about("\(group.title): \(determinant.name)")
      if let question = determinant.question { sheet.html("<p>\(question)</p>\n") }
      sheet.scored(
        in: about.scoredRounds(about: [.determinant(group: group.id, code: determinant.code)]),
        for: visit.reader)
      sheet.score("score", label: "toolbox.field.score", \.determinant, for: visit.reader)
      sheet.prose("explanation", label: "toolbox.field.explanation", rows: 4)
      sheet.confidence(for: visit.reader)
      let given = about.judgement(of: group.id, determinant.code)?.judgement.evidence.count ?? 0
      let shown = min(max(Self.evidenceShown, given + 1), Self.evidenceMax)
      for number in 1...shown { sheet.evidence(number) }
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (group, code) = (try about.group(visit).id, try about.determinant(visit).code)
      let (score, explanation) = (form.score("score"), form.prose("explanation"))
      let confidence = form.choice("confidence", as: Confidence.self)
      let evidence = (1...Self.evidenceMax).compactMap { form.evidence($0) }
      let round = form.scored(
        in: about.scoredRounds(about: [.determinant(group: group, code: code)]))
      guard let score, let explanation, let confidence, let day = form.happenedDay() else {
        return nil
      }
      let judgement = Analysis.Judgement(
        score, explanation: explanation, evidence: evidence, confidence: confidence,
        round: round)
      return .understanding(.judge(group, code, judgement), on: day)
    })

  static let withdraw = ToolboxForm(
    "programmes/:programme/toolbox/understand/:group/determinants/:determinant/end",
    for: .analyse, title: "toolbox.judgement-end.title", button: "toolbox.judgement-end.button",
    weight: .danger, guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about("\(try about.group(visit).title): \(try about.determinant(visit).name)")
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (group, code) = (try about.group(visit).id, try about.determinant(visit).code)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day else { return nil }
      return .understanding(.withdraw(group, code, reason: reason), on: day)
    })
}

extension FormSheet {
  /// One piece of evidence; the first must be there.
  fileprivate mutating func evidence(_ number: Int) {
    group(Phrase("toolbox.field.evidence", ["number": .number(number)])) { sheet in
      sheet.prose(
        "evidence-\(number)", label: "toolbox.field.evidence-text", optional: number > 1, rows: 2)
      sheet.line(
        "evidence-\(number)-source", label: "programme.field.source", optional: number > 1)
      sheet.address(
        "evidence-\(number)-address", label: "programme.field.source-address", optional: true)
    }
  }
}

extension Form {
  /// One piece of evidence; nil when it is left empty, or when something is wrong with it.
  fileprivate mutating func evidence(_ number: Int) -> Analysis.Evidence? {
    let (text, source) = ("evidence-\(number)", "evidence-\(number)-source")
    guard number == 1 || isFilled(text) || isFilled(source) else { return nil }
    let (said, known) = (prose(text), line(source))
    let address = optionalAddress("evidence-\(number)-address")
    guard let said, let known else { return nil }
    return Analysis.Evidence(said, source: Source(known, at: address))
  }
}

extension Analysis.Judgement {
  /// The judgement as it stands in its form.
  fileprivate var filled: [String: String?] {
    var filled: [String: String?] = [
      "score": "\(score.rawValue)", "explanation": explanation.description,
      "confidence": confidence.rawValue, "round": round?.round.description,
    ]
    for (index, piece) in evidence.enumerated() {
      filled["evidence-\(index + 1)"] = piece.text.description
      filled["evidence-\(index + 1)-source"] = piece.source.text.description
      filled["evidence-\(index + 1)-address"] = piece.source.address?.description
    }
    return filled
  }
}
