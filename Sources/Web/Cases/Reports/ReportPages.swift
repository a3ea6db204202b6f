import Domain
import EventSourcing
import HTTPTypes
import Hummingbird
import Logging
import ReadModels
import Reads

/// Making a report or letter of a case: filling it in, seeing it as it will go out, issuing it; and having its files.
struct ReportPages: Sendable {
  let library: Library
  let commands: any CommandGateway
  let documents: DocumentDesk
  let printer: any Printer
  let changes: @Sendable (Conflict, Visit) async throws -> Timeline
  let find: @Sendable (Visit) async throws -> CaseSubject

  var routes: [Route] {
    [
      .get(
        "cases/:case/reports", for: .holding(.inspect), proof: .any, showing: .work(.view), draw),
      .post(
        "cases/:case/reports", for: .holding(.inspect), proof: .any, showing: .work(.view), take),
      .get(
        "cases/:case/reports/:report/html", for: .holding(.read), proof: .any,
        showing: .work(.export)
      ) { try await download($0) { $0.html } },
      .get(
        "cases/:case/reports/:report/pdf", for: .holding(.read), proof: .any,
        showing: .work(.export)
      ) { try await download($0) { $0.pdf } },
    ]
  }

  private func reporting(_ visit: Visit) async throws -> ReportDesk {
    let about = try await find(visit)
    try visit.check(.inspect, at: about.place)
    let letters = try await library.look(
      TemplatesQuery<LetterContent>(), as: try visit.viewer(), at: visit.reader.moment)
    return ReportDesk(
      about: about, letters: letters.filter { $0.retired == nil }, canPrint: printer.isThere)
  }

  @Sendable private func draw(_ visit: Visit) async throws -> Response {
    let desk = try await reporting(visit)
    let form = Form(
      for: visit.reader, version: desk.about.version, filled: try desk.filled(visit))
    return visit.show(desk.page(form))
  }

  @Sendable private func take(_ visit: Visit) async throws -> Response {
    var form = try await visit.form()
    let desk = try await reporting(visit)
    guard let (report, day) = try desk.read(&form), form.isSound else {
      return visit.again(desk.page(form))
    }
    let document = desk.document(report, on: day, by: try visit.person().name)
    guard form.isTicked("issue") else { return visit.show(desk.page(form, showing: document)) }
    return try await issue(document, form, desk, visit)
  }

  /// The serial and all that the document says are those of one version of the case: when it has another by then, the
  /// form comes back and nothing is issued.
  private func issue(
    _ document: ReportDocument, _ form: Form, _ desk: ReportDesk, _ visit: Visit
  ) async throws -> Response {
    let about = desk.about
    let made: CaseFile.Issue?
    do throws(DocumentFailure) {
      made = try await make(document, of: about, visit)
    } catch {
      throw error.problemOfKeeping(in: about.stream, visit.logger)
    }
    guard let made else {
      return try await visit.later(form, "report.not-printed") { form, _ in
        desk.page(form, showing: document)
      }
    }
    let id = CaseReportID(form.command)
    let command = CaseFile.ReportingCommand.issue(
      id, document.report, serial: document.number.serial, made)
    return try await visit.submit(
      Order<CaseFile>(
        .reporting(command, on: document.issuedOn), on: about.identity,
        expecting: form.version ?? about.version),
      from: form, through: commands, then: about.page.at("reports"),
      explaining: { CaseRefusals.explain($0, visit.reader) }
    ) { form, conflict in
      var notice = HTML.nothing
      if let conflict {
        notice = ConflictNotice.html(try await changes(conflict, visit), for: visit.reader)
      }
      return desk.page(form, notice: notice)
    }
  }

  /// Both files, kept; nil when there should have been a PDF and there is none.
  private func make(
    _ document: ReportDocument, of about: CaseSubject, _ visit: Visit
  ) async throws(DocumentFailure) -> CaseFile.Issue? {
    let page = document.html(for: visit.reader)
    var pdf: [UInt8]?
    if printer.isThere {
      do throws(PrintingFailure) {
        pdf = try await printer.pdf(of: page)
      } catch {
        visit.logger.error("A report could not be printed", metadata: ["reason": "\(error)"])
        return nil
      }
    }
    let html = try await keep(page.bytes, .html, document, about, visit)
    guard let pdf else { return CaseFile.Issue(html: html, pdf: nil) }
    return CaseFile.Issue(html: html, pdf: try await keep(pdf, .pdf, document, about, visit))
  }

  private func keep(
    _ content: [UInt8], _ kind: FiledDocument.Kind, _ document: ReportDocument,
    _ about: CaseSubject, _ visit: Visit
  ) async throws(DocumentFailure) -> FiledDocument {
    let name = Line(
      recorded:
        "\(visit.reader.text(document.report.kind.name)) \(document.number.file)-\(document.number.serial).\(kind.rawValue)"
    )
    let digest = try await documents.store.keep(content, of: about.stream)
    return FiledDocument(name, kind, byteCount: content.count, digest: digest)
  }

  /// Whoever may not see the case finds nothing: its row is looked for first, as its viewer.
  private func download(
    _ visit: Visit, _ format: (CaseFile.Issue) -> FiledDocument?
  ) async throws -> Response {
    let about = try await find(visit)
    guard let file = format(try about.report(visit).issue) else { throw Problem.notFound }
    return try await documents.download(file, of: about.stream, visit)
  }
}
