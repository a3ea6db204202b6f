import EventSourcing
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A form with documents, read while it comes in: its fields into memory, each document to where it waits.
///
/// What a browser sends is asked for no faster than a document finds its place.
actor IncomingForm {
  private let store: any DocumentStore
  private let bytesMax: Int
  private let documentsMax: Int
  private var reader: MultipartReader
  private var head: MultipartReader.Head?
  private var body = FormBody(values: [:])
  /// What the field that comes in holds so far, and all fields together.
  private var value: [UInt8] = []
  private var fieldsByteCount = 0
  /// The document that comes in.
  private var byteCount = 0
  private var finder = KindFinder()
  private var incoming: Result<any IncomingContent, DocumentFailure>?
  /// Those that came.
  private var contents: [any IncomingContent] = []
  private var documentCount = 0

  /// - Parameters:
  ///   - boundary: what sets the parts of the form apart.
  ///   - store: where the documents wait.
  ///   - bytesMax: how much a document holds at most.
  ///   - documentsMax: of how many the content is taken in at most.
  init(
    boundary: [UInt8], to store: any DocumentStore, documentBytesMax bytesMax: Int,
    documentsMax: Int = 1
  ) {
    reader = MultipartReader(boundary: boundary, partsMax: FormBody.fieldsMax)
    self.store = store
    self.bytesMax = bytesMax
    self.documentsMax = documentsMax
  }

  /// What came in; a document that is too large or one too many, or that could not be taken in, is passed over, and says
  /// so.
  ///
  /// Everything is read, also when it is of no use any more: a browser shows no answer before it has sent it. How long that
  /// may take is bounded.
  ///
  /// - Throws: 400 for what is malformed or breaks off, 413 for fields that are too long.
  func read(
    _ bytes: some AsyncSequence<ByteBuffer, any Error> & Sendable, _ logger: Logger
  ) async throws(Problem) -> FormBody {
    do {
      return try await take(all: bytes)
    } catch let problem as Problem {
      throw problem
    } catch {
      // Nobody reads the answer any more.
      logger.info("A form broke off", metadata: ["reason": "\(error)"])
      throw .formUnreadable
    }
  }

  /// Takes away the documents that came in, unless they were kept.
  func discard() async {
    await discardIncoming()
    for content in contents { await content.discard() }
  }

  private func discardIncoming() async {
    if case .success(let content) = incoming { await content.discard() }
  }

  private func take(
    all bytes: some AsyncSequence<ByteBuffer, any Error> & Sendable
  ) async throws -> FormBody {
    var problem: Problem?
    for try await buffer in bytes where problem == nil {
      do throws(Problem) { try await take(buffer) } catch { problem = error }
    }
    if let problem { throw problem }
    do throws(MultipartReader.Malformed) { try reader.end() } catch { throw Problem.formUnreadable }
    return body
  }

  private func take(_ buffer: ByteBuffer) async throws(Problem) {
    let events: [MultipartReader.Event]
    do throws(MultipartReader.Malformed) {
      events = try reader.read(buffer.readableBytesView)
    } catch {
      throw .formUnreadable
    }
    for event in events { try await take(event) }
  }

  private func take(_ event: MultipartReader.Event) async throws(Problem) {
    switch event {
    case .begins(let head): try begin(head)
    case .bytes(let bytes):
      if head?.fileName == nil { try take(value: bytes) } else { await take(file: bytes) }
    case .ends: try await endPart()
    }
  }

  private func begin(_ head: MultipartReader.Head) throws(Problem) {
    guard FormBody.isName(head.name) else { throw .formUnreadable }
    self.head = head
    value = []
    (byteCount, finder, incoming) = (0, KindFinder(), nil)
  }

  private func take(value bytes: [UInt8]) throws(Problem) {
    fieldsByteCount += bytes.count
    guard fieldsByteCount <= FormBody.bytesMax else { throw Problem(.contentTooLarge) }
    value += bytes
  }

  /// What goes beyond the bounds is counted and dropped, and so is what finds no place.
  private func take(file bytes: [UInt8]) async {
    byteCount += bytes.count
    guard byteCount <= bytesMax, documentCount < documentsMax else { return }
    finder.pass(bytes)
    do throws(DocumentFailure) {
      try await place().add(bytes)
    } catch {
      await discardIncoming()
      incoming = .failure(error)
    }
  }

  private func place() async throws(DocumentFailure) -> any IncomingContent {
    if let incoming { return try incoming.get() }
    let content = try await store.incoming()
    incoming = .success(content)
    return content
  }

  private func endPart() async throws(Problem) {
    guard let head else { return }
    guard let fileName = head.fileName else {
      guard body.add(value, to: head.name) else { throw .formUnreadable }
      return
    }
    // A field for a file in which none was chosen is sent all the same.
    guard !fileName.isEmpty || byteCount > 0 else { return }
    let name = FormBody.normalised(fileName)
    let isTaken = byteCount <= bytesMax && documentCount < documentsMax
    body.documents[head.name, default: []].append(
      ArrivedDocument(
        name: name, byteCount: byteCount, kind: finder.kind(called: name),
        content: isTaken ? await received() : nil))
    if case .success(let content) = incoming { contents.append(content) }
    incoming = nil
    documentCount += 1
  }

  private func received() async -> Result<ReceivedContent, DocumentFailure> {
    do throws(DocumentFailure) {
      return .success(try await place().end())
    } catch {
      return .failure(error)
    }
  }
}

extension Problem {
  static let formUnreadable = Problem(.badRequest, Phrase("error.form-unreadable"))
}
