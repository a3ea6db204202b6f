import Domain
import EventSourcing
import ReadModels

/// The fields in which an intervention is logged.
extension FormSheet {
  /// What was done, when, where and with whom.
  mutating func logged(_ names: CaseNames) {
    line(
      "when", label: "case.field.when", hint: "case.field.when-hint", size: .medium,
      takesFocus: true)
    line("end-time", label: "case.field.until", optional: true, size: .short)
    select("kind", label: "case.field.kind", names.kinds)
    line("place", label: "case.field.place", optional: true)
    prose(
      "participants", label: "case.field.participants", hint: "case.field.participants-hint",
      optional: true, rows: 2)
  }

  /// The questions of a checklist, each answered with the arrow keys; what is left open was not looked at.
  mutating func answers(to checklist: ChecklistRow.Edition, for reader: Reader) {
    heading(Phrase("case.checklist-heading", ["title": .text(checklist.content.title.description)]))
    for item in checklist.content.items {
      radios(
        "check-\(item.key)",
        label: Phrase("field.named", ["name": .text(item.question.description)]), optional: true,
        CaseFile.CheckAnswer.Verdict.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    }
  }

  /// Rows for what was found beside the checklist.
  mutating func findings(for reader: Reader) {
    heading("case.findings-heading")
    for row in 1...CaseFindingFields.rowsMax {
      group(Phrase("case.finding-row", ["number": .number(row)])) { sheet in
        sheet.finding(prefix: "finding-\(row)-", optional: true, for: reader)
      }
    }
  }

  mutating func finding(prefix: String = "", optional: Bool = false, for reader: Reader) {
    select(
      "\(prefix)outcome", label: "case.field.outcome", optional: optional,
      CaseFile.Finding.Outcome.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    line(
      "\(prefix)rule", label: "case.field.rule", hint: "case.field.rule-hint", optional: optional)
    line(
      "\(prefix)law", label: "case.field.basis", hint: "case.field.basis-hint", optional: true)
    prose("\(prefix)description", label: "case.field.description", optional: true, rows: 2)
  }

  /// What there is to tell, what was measured, and what the other side said.
  mutating func told() {
    prose("summary", label: "case.field.summary", optional: true, rows: 4)
    prose(
      "measurements", label: "case.field.measurements", hint: "case.field.measurements-hint",
      optional: true, rows: 2)
    prose("statement", label: "case.field.statement", optional: true, rows: 3)
  }
}

/// How the rows of findings of one form are numbered.
enum CaseFindingFields {
  static let rowsMax = 3
}

extension Form {
  /// What was done; nil when something is wrong with a field.
  mutating func intervention(
    _ names: CaseNames, _ reader: Reader, checked: CaseFile.Checked?
  ) -> CaseFile.Intervention? {
    let (moment, until) = (happenedMoment("when", for: reader), optionalTime("end-time"))
    let (kind, place) = (kind(among: names), optionalLine("place"))
    let (people, measured) = (lines("participants"), measurements("measurements"))
    let (summary, statement) = (optionalProse("summary"), optionalProse("statement"))
    guard let moment, let kind else { return nil }
    return CaseFile.Intervention(
      kind, on: moment.day, from: moment.time, until: until, place: place, participants: people,
      summary: summary, statement: statement, measurements: measured, checked: checked)
  }

  /// A day with perhaps a time, as loosely as one types it, that is not to come.
  mutating func happenedMoment(_ field: String, for reader: Reader) -> LooseMoment? {
    guard isFilled(field) else {
      note(.empty, at: field)
      return nil
    }
    guard
      let moment = LooseMoment(
        written: value(field), today: reader.today, now: reader.clock)
    else {
      note(.said("field.not-a-moment"), at: field)
      return nil
    }
    let isToCome = moment.day == reader.today && moment.time.map { $0 > reader.clock } ?? false
    guard moment.day <= reader.today, !isToCome, PlanYear.range.contains(moment.day.year) else {
      note(.said("field.in-the-future"), at: field)
      return nil
    }
    return moment
  }

  mutating func optionalTime(_ field: String) -> TimeOfDay? {
    guard isFilled(field) else { return nil }
    guard let time = TimeOfDay(written: value(field)) else {
      note(.said("field.not-a-time"), at: field)
      return nil
    }
    return time
  }

  /// What was measured, a line each: what, how much, and in which unit.
  mutating func measurements(_ field: String) -> [CaseFile.Measured] {
    let mark: Quantity.DecimalMark = language == .dutch ? .comma : .point
    return lines(field).compactMap { line in
      guard let measured = CaseFile.Measured(written: line, decimalMark: mark) else {
        note(.said(Phrase("case.not-a-measurement", ["line": .text(line.description)])), at: field)
        return nil
      }
      return measured
    }
  }

  /// What was answered to a checklist; nil without one, or when nothing was.
  mutating func checked(
    against edition: CaseFile.ChecklistEdition?, _ checklist: ChecklistRow.Edition?
  ) -> CaseFile.Checked? {
    guard let edition, let checklist else { return nil }
    var answers: [CaseFile.CheckAnswer] = []
    for item in checklist.content.items {
      let verdict = optionalChoice("check-\(item.key)", as: CaseFile.CheckAnswer.Verdict.self)
      if let verdict { answers.append(CaseFile.CheckAnswer(item.key, verdict)) }
    }
    return answers.isEmpty ? nil : CaseFile.Checked(against: edition, answers)
  }

  /// What was found: each question of the checklist that was not in order, and what stands in the rows.
  mutating func findings(
    from checked: CaseFile.Checked?, _ checklist: ChecklistRow.Edition?
  ) -> [CaseFile.NewFinding] {
    var found: [CaseFile.Finding] = []
    for item in checklist?.content.items ?? [] {
      let isWrong = checked?.answers.contains { $0.item == item.key && $0.verdict == .notInOrder }
      if isWrong == true {
        found.append(
          CaseFile.Finding(
            item.legalBasis == nil ? .unclear : .violation, rule: item.rule,
            legalBasis: item.legalBasis))
      }
    }
    for row in 1...CaseFindingFields.rowsMax where hasFinding("finding-\(row)-") {
      if let finding = finding(prefix: "finding-\(row)-") { found.append(finding) }
    }
    return found.enumerated().map { place, finding in
      CaseFile.NewFinding(CaseFindingID(command.numbered(place)), finding)
    }
  }

  private func hasFinding(_ prefix: String) -> Bool {
    ["outcome", "rule", "law", "description"].contains { isFilled(prefix + $0) }
  }

  /// One finding; a violation names the rule that is broken.
  mutating func finding(prefix: String = "") -> CaseFile.Finding? {
    let outcome = choice("\(prefix)outcome", as: CaseFile.Finding.Outcome.self)
    let rule = line("\(prefix)rule")
    let basis =
      outcome == .violation ? line("\(prefix)law") : optionalLine("\(prefix)law")
    let description = optionalProse("\(prefix)description")
    guard let outcome, let rule else { return nil }
    return CaseFile.Finding(outcome, rule: rule, legalBasis: basis, description: description)
  }
}

extension CaseFile.Measured {
  /// Reads `geluid 82,5 dB`: what was measured, a number, and perhaps its unit.
  init?(written line: Line, decimalMark: Quantity.DecimalMark) {
    let words = line.description.unicodeScalars.split { $0.properties.isWhitespace }
      .map { String($0) }
    guard
      let place = words.lastIndex(where: {
        Quantity(written: $0, decimalMark: decimalMark) != nil
      }), place > 0, let value = Quantity(written: words[place], decimalMark: decimalMark),
      let what = try? Line(words[..<place].joined(separator: " "))
    else { return nil }
    let unit = words[(place + 1)...].joined(separator: " ")
    self.init(what, value, unit: unit.isEmpty ? nil : try? Line(unit))
  }
}

extension Reader {
  /// A measurement as one types it.
  func typed(_ measured: CaseFile.Measured) -> String {
    [measured.what.description, number(measured.value), measured.unit?.description]
      .compactMap { $0 }.joined(separator: " ")
  }
}
