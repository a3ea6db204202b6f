import Domain
import ReadModels

extension Teller {
  /// What `event` did to a case that stood at `state`.
  func tale(of event: CaseFile.Event, after state: CaseFile.State) -> Tale {
    let before = state.dossier
    return switch event {
    case .opened(let number, let opening, let organisation, _):
      Tale(
        "history.case.opened", ["number": .text("\(number)"), "title": line(opening.title)]
      )
      .saying(
        "case.field.origin", opening.origin.words(naming: name(of: opening.origin), for: reader)
      )
      .saying("case.field.programme", html: opening.programme.map(link))
      .saying("case.field.group", opening.targetGroup.map(name))
      .saying("case.field.handlers", names(opening.handlers))
      .saying("case.field.confidentiality", reader.text(opening.confidentiality.name))
      .saying("history.organisation", organisation.description)
    case .retitled(let title, _):
      Tale("history.case.retitled")
        .changing(
          "case.field.title", from: before?.title.description, to: title.description)
    case .subjectNamed: Tale("history.case.subject-named")
    case .attached(let programme, let group, let reason, _):
      Tale(attaching(from: before?.programme, to: programme))
        .changing(
          "case.field.programme", fromHTML: before?.programme.map(link),
          toHTML: programme.map(link)
        )
        .changing(
          "case.field.group", from: before?.targetGroup.map(name), to: group.map(name)
        )
        .saying("history.reason", reason)
    case .classified(let confidentiality, let reason, _):
      Tale("history.case.classified")
        .changing(
          "case.field.confidentiality",
          from: before.map { reader.text($0.confidentiality.name) },
          to: reader.text(confidentiality.name)
        )
        .saying("history.reason", reason)
    case .handlerAdded(let who, _): Tale("history.case.handler-added", ["person": person(who)])
    case .handlerReleased(let who, _):
      Tale("history.case.handler-released", ["person": person(who)])
    case .related(let other, _):
      Tale("history.case.related")
        .saying("case.field.other-case", html: link("history.case.to-other", Site.caseFile(other)))
    case .unrelated(let other, _):
      Tale("history.case.unrelated")
        .saying("case.field.other-case", html: link("history.case.to-other", Site.caseFile(other)))
    case .planned(let plan, _): planning(before?.plan, to: plan)
    case .taskAdded(_, let task, _):
      Tale("history.case.task-added", ["title": line(task.title)])
        .saying("case.field.due", reader.day(task.dueOn))
    case .taskMoved(let id, let dueOn, let reason, _):
      Tale("history.case.task-moved", ["title": title(ofTask: id, before)])
        .changing(
          "case.field.due", from: before?.tasks[id].map { reader.day($0.task.dueOn) },
          to: reader.day(dueOn)
        )
        .saying("history.reason", reason)
    case .taskDone(let id, _):
      Tale("history.case.task-done", ["title": title(ofTask: id, before)])
    case .taskDropped(let id, let reason, _):
      Tale("history.case.task-dropped", ["title": title(ofTask: id, before)])
        .saying("history.reason", reason)
    case .logged(_, let intervention, let findings, _):
      findings.reduce(
        logging(nil, to: intervention, Tale("history.case.logged")).withoutWhatWas
      ) { tale, new in
        telling(new.finding, tale)
      }
    case .logCorrected(let id, let intervention, let reason, _):
      logging(before?.interventions[id], to: intervention, Tale("history.case.log-corrected"))
        .saying("history.reason", reason)
    case .findingAdded(_, let finding, _, _):
      telling(finding, Tale("history.case.finding-added"))
    case .findingCorrected(let id, let finding, let reason, _):
      Tale("history.case.finding-corrected")
        .changing(
          "history.case.finding", from: before?.findings[id].map { words(for: $0.finding) },
          to: words(for: finding)
        )
        .changing(
          "case.field.description", from: before?.findings[id]?.finding.description,
          to: finding.description
        )
        .saying("history.reason", reason)
    case .findingWithdrawn(let id, let reason, _):
      Tale("history.case.finding-withdrawn")
        .saying("history.case.finding", before?.findings[id].map { words(for: $0.finding) })
        .saying("history.reason", reason)
    case .documentFiled(_, let document, _):
      Tale("history.case.document-filed", ["name": line(document.file.name)])
        .saying("case.field.shows", document.description?.description)
        .saying("document.stripped", reader.words(forStrippedOf: document.file))
    case .documentReplaced(_, let document, _):
      Tale("history.case.document-replaced", ["name": line(document.file.name)])
        .saying("case.field.shows", document.description?.description)
        .saying("document.stripped", reader.words(forStrippedOf: document.file))
    case .documentRemoved(let id, let reason, _):
      Tale(
        "history.case.document-removed",
        ["name": .text(before?.documents[id]?.file.name.description ?? "")]
      )
      .saying("history.reason", reason)
    case .enforced(let id, let event, _):
      tale(of: event, after: before?.findings[id]?.enforcement ?? Enforcement.Dossier())
        .saying("history.case.finding", before?.findings[id].map { words(for: $0.finding) })
    case .reportIssued(_, let report, let serial, let issue, _):
      issuing(report, serial, issue, before)
    case .reportWithdrawn(let id, let reason, _):
      Tale("history.case.report-withdrawn", ["number": number(ofReport: id, before)])
        .saying("history.reason", reason)
    case .surveyed(_, let event, _): tale(of: event)
    case .publicized(let id, let event, _): tale(of: event, after: before?.publications[id])
    case .kept(let event, _): tale(of: event)
    case .closed(let outcome, _): closing(outcome)
    case .reopened(let reason, _): Tale("history.case.reopened").saying("history.reason", reason)
    }
  }

  /// What `event` did to a checklist.
  func tale(of event: Checklist.Event) -> Tale {
    switch event {
    case .published(let edition, let content, let organisation, _):
      Tale(
        "history.checklist.published",
        ["title": line(content.title), "edition": .number(edition)]
      )
      .saying("checklist.field.items", html: questions(of: content))
      .saying("history.organisation", organisation.description)
    case .retired(let reason, _):
      Tale("history.checklist.retired").saying("history.reason", reason)
    }
  }

  private func telling(_ finding: CaseFile.Finding, _ tale: Tale) -> Tale {
    tale.saying("history.case.finding", words(for: finding))
      .saying("case.field.description", finding.description)
  }

  private func questions(of content: Checklist.Content) -> HTML {
    let items = content.items.map { item -> HTML in
      """
      <li>\(item.question): \(item.rule)\(item.legalBasis.map { " (\($0))" })</li>

      """
    }
    return "<ul>\n\(items)</ul>\n"
  }

  private func attaching(from old: ProgrammeID?, to new: ProgrammeID?) -> StaticString {
    if new == nil { return "history.case.detached" }
    return old == new ? "history.case.group-changed" : "history.case.attached"
  }

  /// The way to a programme, by its name where the reader may know that.
  private func link(_ programme: ProgrammeID) -> HTML {
    let name = known[programme.identity] ?? reader.text("history.case.to-programme")
    return "<a href=\"\(reader.to(Site.programme(programme)))\">\(name)</a>"
  }

  private func name(_ group: TargetGroupID) -> String {
    known[group.identity] ?? reader.text("history.unknown")
  }

  private func name(of origin: CaseFile.Origin) -> String? {
    origin.intervention.flatMap { known[$0.identity] }
  }

  private func names(_ people: [PersonID]) -> String {
    reader.listed(people.map { self.people.name(ofActor: $0, for: reader) })
  }

  private func title(ofTask id: CaseTaskID, _ dossier: CaseFile.Dossier?) -> Phrase.Value {
    .text(dossier?.tasks[id]?.task.title.description ?? "")
  }

  private func words(for finding: CaseFile.Finding) -> String {
    [reader.text(finding.outcome.name), finding.rule.description, finding.legalBasis?.description]
      .compactMap { $0 }.joined(separator: ": ")
  }

  private func planning(_ old: CaseFile.Plan?, to new: CaseFile.Plan) -> Tale {
    Tale("history.case.planned")
      .changing(
        "case.field.kind", from: old.map { names.name(of: $0.kind) }, to: names.name(of: new.kind)
      )
      .changing(
        "case.field.plan-day", from: old?.day.map { reader.day($0) },
        to: new.day.map { reader.day($0) }
      )
      .changing("case.field.place", from: old?.place?.description, to: new.place?.description)
      .changing(
        "case.field.participants", from: listed(old?.participants), to: listed(new.participants)
      )
      .changing("case.field.purpose", from: old?.purpose, to: new.purpose)
  }

  private func logging(
    _ old: CaseFile.Intervention?, to new: CaseFile.Intervention, _ tale: Tale
  ) -> Tale {
    tale.changing(
      "case.field.kind", from: old.map { names.name(of: $0.kind) }, to: names.name(of: new.kind)
    )
    .changing("case.field.when", from: old.map { moment(of: $0) }, to: moment(of: new))
    .changing("case.field.place", from: old?.place?.description, to: new.place?.description)
    .changing(
      "case.field.participants", from: listed(old?.participants), to: listed(new.participants)
    )
    .changing("case.field.summary", from: old?.summary, to: new.summary)
    .changing("case.field.statement", from: old?.statement, to: new.statement)
    .changing(
      "case.field.measurements", from: old.flatMap { measured($0) }, to: measured(new))
  }

  private func moment(of done: CaseFile.Intervention) -> String {
    [reader.day(done.on), done.from?.description, done.until.map { "– \($0)" }]
      .compactMap { $0 }.joined(separator: " ")
  }

  private func measured(_ done: CaseFile.Intervention) -> String? {
    done.measurements.isEmpty
      ? nil : reader.listed(done.measurements.map { reader.typed($0) })
  }

  private func listed(_ people: [Line]?) -> String? {
    guard let people, !people.isEmpty else { return nil }
    return reader.listed(people.map(\.description))
  }

  private func closing(_ outcome: CaseFile.Outcome) -> Tale {
    Tale("history.case.closed", ["result": .phrase(outcome.result.name)])
      .saying("case.field.compliance", outcome.compliance.map { reader.text($0.name) })
      .saying("case.field.harm", outcome.harmAvoided)
      .saying("case.field.explanation", outcome.explanation)
  }
}
