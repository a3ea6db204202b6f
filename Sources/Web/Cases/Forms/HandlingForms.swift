import Domain
import ReadModels

/// A form about a case that is there.
typealias CaseForm = CommandForm<CaseFile, CaseSubject>

/// Every form about a case that is there.
enum CaseForms {
  static let all: [CaseForm] =
    HandlingForms.all + PlanForms.all + CaseFindingForms.all
    + CaseDocumentForms.all + ReportForms.all + EndingCaseForms.all + SurveyForms.all
    + PublicationForms.all
}

/// Forms about who handles a case and what it belongs to.
enum HandlingForms {
  static let all = [
    title, programme, confidentiality, handler, release, relationEnd,
  ]

  static let title = CaseForm(
    "cases/:case/title", for: .inspect, title: "case.title-form.title", button: "case.save",
    guarding: .fields,
    filled: { about, visit in visit.filledToday.with(["title": about.file.title.description]) },
    fields: { sheet, _, _ in
      sheet.line("title", label: "case.field.title")
      sheet.happenedOn()
    },
    command: { form, _, _ in
      let (title, day) = (form.line("title"), form.happenedDay())
      guard let title, let day else { return nil }
      return .handling(.retitle(title), on: day)
    })

  static let programme = CaseForm(
    "cases/:case/programme", for: .inspect, title: "case.programme-form.title",
    lead: "case.programme-form.lead", button: "case.save", guarding: .fields,
    filled: { about, visit in
      visit.filledToday.with([
        "programme": about.file.programme?.description,
        "group": about.file.targetGroup?.description,
      ])
    },
    fields: { sheet, about, _ in
      sheet.belonging(about.names, keeping: about.file)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (programme, group) = try form.belonging(about.names, visit)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      guard let reason, let day, form.isSound else { return nil }
      return .handling(.attach(programme, targetGroup: group, reason: reason), on: day)
    })

  static let confidentiality = CaseForm(
    "cases/:case/confidentiality", for: .inspect, title: "case.confidentiality-form.title",
    lead: "case.confidentiality-form.lead", button: "case.save", guarding: .fields,
    landing: { $0.landing(after: $1, $2) },
    filled: { about, visit in
      visit.filledToday.with(["confidentiality": about.file.confidentiality.rawValue])
    },
    fields: { sheet, _, visit in
      sheet.confidentiality(for: visit.reader)
      sheet.reason()
      sheet.happenedOn()
    },
    command: { form, _, visit in
      let level = form.choice("confidentiality", as: CaseFile.Confidentiality.self)
      let (reason, day) = (form.prose("reason"), form.happenedDay())
      if visit.reader.visitor.person?.authority.emergency != nil {
        form.note(FormProblem("case.classify.in-emergency", at: "confidentiality"))
      }
      guard let level, let reason, let day, form.isSound else { return nil }
      return .handling(.classify(level, reason: reason), on: day)
    })

  static let handler = CaseForm(
    "cases/:case/handlers", for: .inspect, title: "case.handler-new.title",
    button: "case.handler-new.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, _ in
      sheet.select("person", label: "case.field.handler", about.inspectors.choices)
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let (person, day) = (form.person("person", among: about.inspectors), form.happenedDay())
      let own = visit.reader.visitor.person
      if own?.authority.emergency != nil, person == own?.id {
        // Emergency access ends; whoever took it does not make it last.
        form.note(FormProblem("case.handler.in-emergency", at: "person"))
      }
      guard let person, let day, form.isSound else { return nil }
      return .handling(.addHandler(person), on: day)
    })

  static let release = CaseForm(
    "cases/:case/handlers/:person/end", for: .inspect, title: "case.handler-end.title",
    button: "case.handler-end.button", guarding: .none,
    landing: { $0.landing(after: $1, $2) },
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      sheet.about(about.names.name(of: try about.handler(visit)))
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let person = try about.handler(visit)
      return form.happenedDay().map { .handling(.releaseHandler(person), on: $0) }
    })

  static let relationEnd = CaseForm(
    "cases/:case/relations/:other/end", for: .inspect, title: "case.relation-end.title",
    button: "case.relation-end.button", guarding: .none,
    filled: { _, visit in visit.filledToday },
    fields: { sheet, about, visit in
      let other = try about.relatedCase(visit)
      sheet.about("\(other.number) \(other.title)")
      sheet.happenedOn()
    },
    command: { form, about, visit in
      let other = try about.relatedCase(visit).id
      return form.happenedDay().map { .handling(.unrelate(other), on: $0) }
    })
}

extension CaseSubject {
  /// Its page after `command`, or the list of cases for who does not see it any more: those who do not handle it, once
  /// it is for its handlers alone.
  fileprivate func landing(after command: CaseFile.Command, _ visit: Visit) -> Link {
    var (confidentiality, handlers) = (file.confidentiality, file.handlers)
    guard case .handling(let command, _) = command else { return page }
    switch command {
    case .classify(let level, _): confidentiality = level
    case .releaseHandler(let person): handlers.removeAll { $0 == person }
    case .retitle, .nameSubject, .attach, .addHandler, .relate, .unrelate: break
    }
    let isSeen = visit.reader.visitor.person.map { handlers.contains($0.id) } ?? false
    return isSeen || confidentiality == .normal ? page : Site.cases
  }
}

extension CaseSubject {
  /// Those who may handle it.
  fileprivate var inspectors: People { names.people.holding(.inspect) }

  fileprivate func handler(_ visit: Visit) throws(Problem) -> PersonID {
    let id: PersonID = try visit.parameter("person")
    guard file.handlers.contains(id) else { throw .notFound }
    return id
  }

  /// The case that it is related to which an address names, as far as the reader may see it.
  fileprivate func relatedCase(_ visit: Visit) throws(Problem) -> CaseFileRow {
    let id: CaseID = try visit.parameter("other")
    guard let row = related.first(where: { $0.id == id }) else { throw .notFound }
    return row
  }
}

extension FormSheet {
  /// The programme that a case is part of, and one of its target groups.
  ///
  /// Of `kept`, the case as it stands, both stay to be chosen; it is nil for one that is to be opened.
  mutating func belonging(_ names: CaseNames, keeping kept: CaseFileRow? = nil) {
    select(
      "programme", label: "case.field.programme", hint: "case.field.programme-hint", optional: true,
      names.programmeChoices(keeping: kept?.programme))
    select(
      "group", label: "case.field.group", hint: "case.field.group-hint", optional: true,
      names.groupChoices(keeping: kept?.targetGroup))
  }

  mutating func confidentiality(for reader: Reader) {
    radios(
      "confidentiality", label: "case.field.confidentiality",
      CaseFile.Confidentiality.allCases.map {
        Choice($0.rawValue, reader.text($0.name), hint: reader.text($0.meaning))
      })
  }
}

extension Form {
  /// The programme and the target group; nil for regular supervision.
  ///
  /// - Throws: 403 when whoever is there may not open cases where it is to belong.
  mutating func belonging(
    _ names: CaseNames, _ visit: Visit
  ) throws(Problem) -> (ProgrammeID?, TargetGroupID?) {
    let programme = optionalOffered("programme", as: ProgrammeID.self)
    let group = optionalOffered("group", as: TargetGroupID.self)
    if let programme, names.name(of: programme) == nil { note(.notAChoice, at: "programme") }
    if let group, names.programme(of: group) != programme {
      note(FormProblem("case.group-of-other-programme", at: "group"))
    }
    try visit.check(.inspect, at: programme.map { .programme($0) } ?? .organisation)
    return (programme, group)
  }
}
