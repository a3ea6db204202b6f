import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import ReadModels
import Reads

/// Adding documents and photos to a case, replacing and removing them, and having one.
///
/// A content is on disk before the event that names it is recorded; of a command that is refused an unnamed one stays.
struct CaseDocumentPages: Sendable {
  let commands: any CommandGateway
  let documents: DocumentDesk
  let find: @Sendable (Visit) async throws -> CaseSubject

  var routes: [Route] {
    [
      .get(
        "cases/:case/documents", for: .holding(.inspect), proof: .any, showing: .work(.view)
      ) { try await draw({ _ in .addition }, $0) },
      .upload(
        "cases/:case/documents", for: .holding(.inspect), proof: .any, showing: .work(.view)
      ) { try await take({ _ in .addition }, $0) },
      .get(
        "cases/:case/documents/:document/version", for: .holding(.inspect), proof: .any,
        showing: .work(.view)
      ) { try await draw(replacing, $0) },
      .upload(
        "cases/:case/documents/:document/version", for: .holding(.inspect), proof: .any,
        showing: .work(.view)
      ) { try await take(replacing, $0) },
      .get(
        "cases/:case/documents/:document", for: .holding(.read), proof: .any,
        showing: .work(.export), download),
    ]
  }

  /// What an upload is for.
  fileprivate enum Purpose {
    case addition
    /// A newer version of what is there.
    case version(of: CaseDocumentRow)
  }

  private func replacing(_ visit: Visit) async throws -> Purpose {
    let row = try await find(visit).document(visit)
    guard row.removed == nil else { throw Problem.notFound }
    return .version(of: row)
  }

  private func receiving(_ visit: Visit) async throws -> CaseSubject {
    let about = try await find(visit)
    try visit.check(.inspect, at: about.place)
    return about
  }

  private func draw(
    _ finding: (Visit) async throws -> Purpose, _ visit: Visit
  ) async throws -> Response {
    let (about, purpose) = (try await receiving(visit), try await finding(visit))
    var filled = visit.filledToday.with(["intervention": visit.query("intervention")])
    if case .version(let row) = purpose {
      filled["description"] = row.versions.last?.document.description?.description
    }
    return visit.show(page(Form(for: visit.reader, filled: filled), purpose, about))
  }

  private func take(
    _ finding: (Visit) async throws -> Purpose, _ visit: Visit
  ) async throws -> Response {
    let (about, purpose) = (try await receiving(visit), try await finding(visit))
    return try await documents.receive(visit) { form in
      try await take(form, purpose, about, visit)
    }
  }

  private func take(
    _ form: Form, _ purpose: Purpose, _ about: CaseSubject, _ visit: Visit
  ) async throws -> Response {
    var form = form
    let (chosen, description) = (form.document(at: documents), form.optionalLine("description"))
    let intervention = form.intervention(of: about)
    guard let day = form.happenedDay(), let chosen, form.isSound, about.isOpen else {
      if !about.isOpen { form.note(FormProblem("case.refusal.is-closed")) }
      return visit.again(page(form, purpose, about))
    }
    let file: FiledDocument
    do throws(FilingFailure) {
      file = try await documents.file(chosen, of: about.stream, visit.logger)
    } catch {
      return try await visit.again(form, after: error) { page($0, purpose, about) }
    }
    let document = CaseFile.Document(
      file, description: description, intervention: intervention)
    return try await visit.submit(
      Order<CaseFile>(.documents(purpose.command(form, document), on: day), on: about.identity),
      from: form, through: commands, then: about.page,
      explaining: { CaseRefusals.explain($0, visit.reader) }
    ) { form, _ in page(form, purpose, about) }
  }

  /// Whoever may not see the case finds nothing: its row is looked for first, as its viewer.
  @Sendable private func download(_ visit: Visit) async throws -> Response {
    let about = try await find(visit)
    let row = try about.document(visit)
    guard row.removed == nil, let version = try version(visit, of: row) else {
      throw Problem.notFound
    }
    return try await documents.download(version.document.file, of: about.stream, visit)
  }

  /// The version that the address asks for, counted from 1; the newest when it asks for none.
  private func version(
    _ visit: Visit, of row: CaseDocumentRow
  ) throws(Problem) -> CaseDocumentRow.Version? {
    guard let text = visit.query("version") else { return row.versions.last }
    guard let number = Int(text), row.versions.indices.contains(number - 1) else {
      throw .notFound
    }
    return row.versions[number - 1]
  }

  private func page(_ form: Form, _ purpose: Purpose, _ about: CaseSubject) -> Page {
    let reader = about.reader
    let sheet = FormSheet.html(
      form, to: reader.here, button: purpose.button, cancel: about.page, for: reader
    ) { sheet in
      sheet.document(in: form, at: documents)
      sheet.line("description", label: "case.field.shows", optional: true)
      sheet.select(
        "intervention", label: "case.field.made-at", optional: true,
        about.interventions.map { row in
          Choice(
            row.id.description,
            "\(reader.day(row.intervention.on)): \(about.names.name(of: row.intervention.kind))")
        })
      sheet.happenedOn("field.on")
    }
    return Page(
      reader.text(purpose.title), trail: about.trail(for: reader), width: .read,
      hasProblems: !form.isSound, body: sheet)
  }
}

extension CaseDocumentPages.Purpose {
  fileprivate func command(
    _ form: Form, _ document: CaseFile.Document
  ) -> CaseFile.DocumentCommand {
    switch self {
    case .addition: .file(CaseDocumentID(form.command), document)
    case .version(let row): .replace(row.id, document)
    }
  }

  fileprivate var title: Phrase {
    switch self {
    case .addition: "case.document-new.title"
    case .version: "case.document-version.title"
    }
  }

  fileprivate var button: Phrase {
    switch self {
    case .addition: "case.document-new.button"
    case .version: "case.document-version.button"
    }
  }
}

extension Form {
  /// The intervention at which a document was made.
  fileprivate mutating func intervention(of about: CaseSubject) -> CaseInterventionID? {
    guard let id = optionalOffered("intervention", as: CaseInterventionID.self) else { return nil }
    guard about.interventions.contains(where: { $0.id == id }) else {
      note(.notAChoice, at: "intervention")
      return nil
    }
    return id
  }
}
