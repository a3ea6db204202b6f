import Domain
public import EventSourcing
import HTTPTypes
import Hummingbird
import Logging

/// Where documents come in and go out: received, looked at, stripped when asked and kept; and handed out again.
public struct DocumentDesk: Sendable {
  let store: any DocumentStore
  private let scanner: (any ContentScanner)?
  private let strippers: [any DocumentStripper]
  /// How much a document holds at most.
  let bytesMax: Int

  /// - Parameters:
  ///   - store: where the contents lie.
  ///   - scanner: what looks for harm in what comes in; nil for nothing.
  ///   - strippers: what takes metadata out of other documents than pictures.
  ///   - bytesMax: how much a document holds at most.
  public init(
    store: any DocumentStore, scanner: (any ContentScanner)?, strippers: [any DocumentStripper],
    bytesMax: Int
  ) {
    self.store = store
    self.scanner = scanner
    self.strippers = strippers
    self.bytesMax = bytesMax
  }

  /// The kinds out of which metadata can be taken here.
  var strippable: [FiledDocument.Kind] {
    FiledDocument.Kind.allCases.filter { $0.metadataFilter != nil } + strippers.flatMap(\.kinds)
  }

  /// What `answer` makes of the form that comes in with at most so many documents; what is beyond has no content.
  ///
  /// - Throws: what `answer` throws; 400, 413 or 415 when there is no form in the request that could be one of ours.
  func receive(
    _ visit: Visit, documentsMax: Int = 1, _ answer: (Form) async throws -> Response
  ) async throws -> Response {
    guard let boundary = visit.request.headers[.contentType].flatMap(MultipartReader.boundary)
    else { return try await answer(try await visit.form()) }
    let incoming = IncomingForm(
      boundary: boundary, to: store, documentBytesMax: bytesMax, documentsMax: documentsMax)
    do {
      let body = try await incoming.read(visit.request.body, visit.logger)
      let form = try Form(body, in: visit.reader.language, on: visit.reader.today)
      let response = try await answer(form)
      await incoming.discard()
      return response
    } catch {
      await incoming.discard()
      throw error
    }
  }

  /// Keeps `chosen` for `stream`, if nothing is against it.
  func file(
    _ chosen: ChosenDocument, of stream: StreamName, _ logger: Logger
  ) async throws(FilingFailure) -> FiledDocument {
    try await DocumentFiling(
      document: chosen, stream: stream, logger: logger, store: store, scanner: scanner,
      strippers: strippers
    ).file()
  }
}
