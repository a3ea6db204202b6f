import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Logging what was done on a case, with what was found and the photos and documents of it, on one screen that is filled in
/// beforehand from the plan.
///
/// It takes no mouse: one types when, walks the checklist with the arrow keys, and presses Enter.
struct LogPage: Sendable {
  private static let documentsMax = 20

  let library: Library
  let commands: any CommandGateway
  let documents: DocumentDesk
  let find: @Sendable (Visit) async throws -> CaseSubject

  var routes: [Route] {
    [
      .get(
        "cases/:case/interventions", for: .holding(.inspect), proof: .any, showing: .work(.view),
        draw),
      .upload(
        "cases/:case/interventions", for: .holding(.inspect), proof: .any, showing: .work(.view),
        take),
    ]
  }

  private func logged(_ visit: Visit) async throws -> CaseSubject {
    let about = try await find(visit)
    try visit.check(.inspect, at: about.place)
    return about
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let about = try await logged(visit)
    let asked = try await asked("", on: about, visit)
    let plan = about.file.plan
    let form = Form(
      for: visit.reader, version: about.version,
      filled: [
        "kind": plan?.kind.description ?? "",
        "when": plan?.day.map { visit.reader.typed($0) } ?? "",
        "place": plan?.place?.description ?? "",
        "participants": plan?.participants.map(\.description).joined(separator: "\n") ?? "",
      ])
    return visit.show(page(form, about, asked))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    let about = try await logged(visit)
    return try await documents.receive(visit, documentsMax: Self.documentsMax) { form in
      try await take(form, about, visit)
    }
  }

  private func take(_ form: Form, _ about: CaseSubject, _ visit: Visit) async throws -> Response {
    var form = form
    let asked = try await asked(form.value(AskedChecklist.field), on: about, visit)
    let checked = form.checked(against: asked?.named, asked?.edition)
    let intervention = form.intervention(about.names, visit.reader, checked: checked)
    let findings = form.findings(from: checked, asked?.edition)
    let chosen = form.documents(at: documents, atMost: Self.documentsMax)
    let descriptions = form.descriptions(of: chosen)
    guard let intervention, form.isSound, about.isOpen || chosen.isEmpty else {
      if !about.isOpen { form.note(FormProblem("case.refusal.is-closed")) }
      return visit.again(page(form, about, asked))
    }
    let files: [CaseFile.NewFile]
    do throws(FilingFailure) {
      files = try await file(chosen, descriptions, of: about, under: form.command, visit)
    } catch {
      return try await visit.again(form, after: error) { page($0, about, asked) }
    }
    let command = CaseFile.LoggingCommand.log(
      CaseInterventionID(form.command), intervention, findings: findings, files: files)
    return try await visit.submit(
      Order<CaseFile>(.logging(command, on: intervention.on), on: about.identity),
      from: form, through: commands, then: about.page,
      explaining: { explain($0, files, about) }
    ) { form, _ in page(form, about, asked) }
  }

  /// Why it was refused, and for which of several files that is.
  private func explain(
    _ refusal: CaseFile.Refusal, _ files: [CaseFile.NewFile], _ about: CaseSubject
  ) -> FormProblem {
    let plain = CaseRefusals.explain(refusal, about.reader)
    guard files.count > 1, case .alreadyFiled(let id) = refusal else { return plain }
    if let twin = files.first(where: { $0.id == id }) {
      return FormProblem(Phrase("case.log.file-twice").naming(twin.file.name), at: plain.field)
    }
    let held = about.documents.first { $0.id == id }?.versions.last?.document.file.digest
    guard let same = files.first(where: { $0.file.digest == held }) else { return plain }
    return FormProblem(plain.problem.phrase.naming(same.file.name), at: plain.field)
  }

  private func file(
    _ chosen: [ChosenDocument], _ descriptions: [Line?], of about: CaseSubject,
    under command: Identity, _ visit: Visit
  ) async throws(FilingFailure) -> [CaseFile.NewFile] {
    var files: [CaseFile.NewFile] = []
    for (document, description) in zip(chosen, descriptions) {
      let file: FiledDocument
      do throws(FilingFailure) {
        file = try await documents.file(document, of: about.stream, visit.logger)
      } catch {
        throw chosen.count > 1 ? error.naming(document.name) : error
      }
      files.append(
        CaseFile.NewFile(
          CaseDocumentID(command.numbered(files.count)), file, description: description))
    }
    return files
  }

  /// The checklist that stands in the form as `written`, or else that of the plan; nil without one.
  private func asked(
    _ written: String, on about: CaseSubject, _ visit: Visit
  ) async throws -> AskedChecklist? {
    guard let named = AskedChecklist.named(written) ?? about.file.plan?.checklist else {
      return nil
    }
    return try await library.look(ChecklistEditionQuery(named), as: try visit.viewer())
      .map { AskedChecklist(named: named, edition: $0) }
  }

  private func page(_ form: Form, _ about: CaseSubject, _ asked: AskedChecklist?) -> Page {
    let reader = about.reader
    let sheet = FormSheet.html(
      form, to: reader.here, button: "case.log.button", cancel: about.page, for: reader
    ) { sheet in
      sheet.logged(about.names)
      if let asked {
        sheet.hidden(AskedChecklist.field, asked.written)
        sheet.answers(to: asked.edition, for: reader)
      }
      sheet.told()
      sheet.findings(for: reader)
      sheet.heading("case.documents")
      sheet.documents(in: form, at: documents, atMost: Self.documentsMax)
      sheet.documentDescriptions()
    }
    return Page(
      reader.text("case.log.title"), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound,
      body: """
        <p class="lead">\(reader.text("case.log.lead"))</p>
        \(ClosedCaseNotice.html(about))\(sheet)
        """)
  }
}
