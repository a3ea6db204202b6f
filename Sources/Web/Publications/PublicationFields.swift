import Domain
import ReadModels

/// The fields of a text that everybody may read.
extension FormSheet {
  mutating func publicationText(for reader: Reader) {
    line("title", label: "publication.field.title")
    line(
      "name", label: "publication.field.name", hint: "publication.field.name-hint", optional: true)
    prose("summary", label: "publication.field.summary", hint: "publication.field.summary-hint")
    prose(
      "findings", label: "publication.field.findings", hint: "publication.field.findings-hint",
      optional: true, rows: 4)
    ticks(
      "ground", legend: "publication.field.grounds",
      Publication.Ground.allCases.map { Choice($0.rawValue, reader.text($0.name)) })
    prose(
      "omitted", label: "publication.field.omitted", hint: "publication.field.omitted-hint",
      optional: true, rows: 2)
  }
}

extension FormSheet {
  mutating func viewUntil() {
    day(
      "view-until", label: "publication.field.view-until",
      hint: "publication.field.view-until-hint")
  }

  /// What those whom it is about said of the text that was last put to them.
  mutating func views(of row: CasePublicationRow, _ about: CaseSubject) {
    for hearing in row.hearings {
      guard let view = hearing.view else { continue }
      html("<h2>\(about.heading(of: hearing))</h2>\n\(view.html)")
    }
  }
}

extension FormSheet {
  /// Which of those to whom it was put it may be; where it can be one alone, that one is said.
  mutating func hearing(
    among hearings: [Publication.Hearing], of about: CaseSubject, label: Phrase
  ) {
    guard let only = hearings.first, hearings.count == 1 else {
      return radios(
        "party", label: label, hearings.map { Choice($0.value, about.name(of: $0)) })
    }
    html("<p>\(about.reader.text(label)): \(about.name(of: only))</p>\n")
    hidden("party", only.value)
  }
}

/// One of those to whom a text was put, as a form names them.
struct ChosenParty {
  /// Nil of whom the case is about.
  let id: Publication.HearingID?
}

extension Form {
  /// Whom somebody chose, or the only one to whom it was put; nil when none of several was chosen.
  ///
  /// One to whom it is put no more has their answer from the rules, so that what is sent twice is answered twice.
  mutating func party(
    of row: CasePublicationRow, missing: Phrase = "publication.party-missing"
  ) -> ChosenParty? {
    let said = value("party")
    if said.isEmpty, row.hearings.count == 1 { return ChosenParty(id: row.hearings[0].party) }
    if said == Publication.Hearing.subjectValue { return ChosenParty(id: nil) }
    guard let id = Publication.HearingID(said) else {
      note(FormProblem(missing, at: "party"))
      return nil
    }
    return ChosenParty(id: id)
  }
}

extension Visit {
  /// A term for a view that begins today.
  var filledViewTerm: [String: String] {
    ["view-until": reader.typed(Publication.viewTerm.end(after: reader.today))]
  }
}

/// What a form was opened on, beside its fields, so that it is refused when that has changed.
extension CasePublicationRow {
  /// The text as it was put to them, and since when.
  var filledPut: [String: String] {
    put.filled.merging(["revised-on": revisedOn?.description ?? ""]) { $1 }
  }

  /// The views that came in.
  var filledViews: [String: String] {
    let views = hearings.compactMap { hearing in
      hearing.view.map { ("view-of-" + hearing.value, $0.description) }
    }
    return Dictionary(views) { $1 }
  }

  /// What was decided, and who agreed to it.
  var filledDecision: [String: String] {
    text.filled.merging([
      "decided-on": decidedOn?.description ?? "", "decided-by": decidedBy?.description ?? "",
      "agreed-by": agreedBy?.description ?? "",
    ]) { $1 }
  }
}

extension Publication.Hearing {
  fileprivate static let subjectValue = "subject"

  /// What stands for it in a form.
  var value: String { party?.description ?? Self.subjectValue }
}

extension CaseSubject {
  /// Who it was put to.
  func name(of hearing: Publication.Hearing) -> String {
    if let name = hearing.name { return name.description }
    guard let subject = hearing.subject else {
      return reader.text("publication.party.unrecorded")
    }
    return entity.flatMap { $0.id == subject ? $0.name.description : nil }
      ?? reader.text("publication.party.former")
  }

  func heading(of hearing: Publication.Hearing) -> String {
    reader.text("publication.view-of", ["party": .text(name(of: hearing))])
  }
}

extension Publication.Text {
  /// What stands in the fields of it.
  var filled: [String: String] {
    var filled = [
      "title": title.description, "summary": summary.description,
      "findings": findings.map(\.description).joined(separator: "\n"),
    ]
    filled["name"] = name?.description
    filled["omitted"] = omission?.what?.description
    for ground in omission?.grounds ?? [] { filled["ground-\(ground.rawValue)"] = "on" }
    return filled
  }
}

extension Form {
  /// The text; nil when something of it cannot be read, or something was left out without saying why.
  mutating func publicationText() -> Publication.Text? {
    let (title, name, summary) = (line("title"), optionalLine("name"), prose("summary"))
    let (findings, what) = (lines("findings"), optionalProse("omitted"))
    let grounds = Publication.Ground.allCases.filter { isTicked("ground-\($0.rawValue)") }
    if what != nil, grounds.isEmpty {
      note(FormProblem("publication.ground-missing", at: "omitted"))
    }
    guard let title, let summary, isSound else { return nil }
    return Publication.Text(
      title, name: name, summary: summary, findings: findings.map { Prose($0) },
      omission: grounds.isEmpty ? nil : Publication.Omission(grounds, what: what))
  }
}
